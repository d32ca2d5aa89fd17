import { useState } from 'preact/hooks';
import { reportWrongLink } from '../api/client';
import { usePerson } from '../report/person';
import { useTexts } from '../text/text';

/** "This is not me": two taps, and this account sees nothing of the record any more. */
export function WrongLink() {
  const texts = useTexts();
  const { signedOut } = usePerson();
  const [failed, setFailed] = useState(false);
  const report = async () => {
    try {
      await reportWrongLink();
      signedOut();
    } catch {
      setFailed(true);
    }
  };
  return (
    <details class="fold">
      <summary>{texts.say('wrong.title')}</summary>
      <p>{texts.say('wrong.effect')}</p>
      <p>
        <button type="button" class="button" onClick={() => void report()}>
          {texts.say('wrong.yes')}
        </button>
      </p>
      <p class="said" role="status">
        {failed ? texts.say('app.offline') : ''}
      </p>
    </details>
  );
}
