import { useEffect } from 'preact/hooks';
import { useTexts } from '../text/text';

/** Calm: nothing is left here, and this is how to come back. */
export function SignedOut(props: { onSignIn: () => void }) {
  const texts = useTexts();
  useEffect(() => {
    document.title = texts.say('app.name');
  }, [texts]);
  return (
    <div class="calm">
      <h1>{texts.say('signedOut.title')}</h1>
      <p>{texts.say('signedOut.why')}</p>
      <p>
        <button type="button" class="button primary" onClick={props.onSignIn}>
          {texts.say('signedOut.how')}
        </button>
      </p>
    </div>
  );
}
