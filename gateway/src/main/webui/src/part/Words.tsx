import { datesInWords } from '../text/format';
import { languageOf, useTexts } from '../text/text';

/** Text that came from a server, marked with its language where it is not the page's; a line break stays one. */
export function Words(props: { text: string }) {
  const page = useTexts().language;
  const language = languageOf(props.text, page);
  const lines = datesInWords(props.text, language ?? page).split('\n');
  return (
    <span lang={language ?? undefined}>
      {lines.map((line, index) => (
        <span key={index} class="line">
          {line}{' '}
        </span>
      ))}
    </span>
  );
}
