import type { Insight } from '../api/types';
import { byReason } from '../report/sections';
import { useTexts } from '../text/text';
import { Words } from './Words';

/** What cannot be said, by reason, each with what would help. */
export function Refusals(props: { refusals: Insight[] }) {
  const texts = useTexts();
  if (props.refusals.length === 0) {
    return null;
  }
  return (
    <details class="fold refusals">
      <summary>{texts.say('home.refusals', { count: props.refusals.length })}</summary>
      <p>{texts.say('home.refusals.lead')}</p>
      {[...byReason(props.refusals)].map(([reason, group]) => (
        <section key={reason}>
          <h3>{texts.find(`refusal.${reason}`) ?? reason}</h3>
          <ul class="rows">
            {group.map((refusal) => (
              <li key={refusal.id}>
                <Words text={[refusal.names.join(', '), refusal.sentence].filter(Boolean).join(': ')} />
                {refusal.help && (
                  <span class="help">
                    <Words text={refusal.help} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </details>
  );
}
