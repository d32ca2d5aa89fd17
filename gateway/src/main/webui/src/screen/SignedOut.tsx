import { useEffect } from 'preact/hooks';
import { useTexts } from '../text/text';

/** Calm: nothing is left here, and this is how to come back. */
export function SignedOut() {
  const texts = useTexts();
  useEffect(() => {
    document.title = texts.say('app.name');
  }, [texts]);
  return (
    <div class="calm">
      <h1>{texts.say('signedOut.title')}</h1>
      <p>{texts.say('signedOut.why')}</p>
      <p>{texts.say('signedOut.how')}</p>
      <p class="quiet">{texts.say('signedOut.local')}</p>
    </div>
  );
}
