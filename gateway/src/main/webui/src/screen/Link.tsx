import { useEffect, useState } from 'preact/hooks';
import { Failed, redeem } from '../api/client';
import { isStrong, stepUp, STRONG } from '../session';
import { useTexts } from '../text/text';

/** For an account that speaks for nobody yet: the centre's code and the birth date open the record. */
export function Link(props: { onLinked: () => void; onSignedOut: () => void }) {
  const texts = useTexts();
  useEffect(() => {
    document.title = texts.say('app.name');
  }, [texts]);
  return (
    <div class="calm">
      <h1>{texts.say('link.title')}</h1>
      {isStrong() ? <Form {...props} /> : <SecondFactor />}
    </div>
  );
}

function SecondFactor() {
  const texts = useTexts();
  return (
    <>
      <p>{texts.say('link.first')}</p>
      <p>
        <button type="button" class="button primary" onClick={() => void stepUp(STRONG)}>
          {texts.say('link.strong')}
        </button>
      </p>
    </>
  );
}

function Form(props: { onLinked: () => void; onSignedOut: () => void }) {
  const texts = useTexts();
  const [code, setCode] = useState('');
  const [birthDate, setBirthDate] = useState('');
  const [said, setSaid] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    setSaid('');
    try {
      await redeem(code, birthDate);
      props.onLinked();
    } catch (failure) {
      const why = failure instanceof Failed ? failure.why : 'away';
      if (why === 'signedOut') {
        props.onSignedOut();
        return;
      }
      setSaid(texts.say(why === 'notFound' ? 'link.wrong' : why === 'tooMany' ? 'link.tooMany' : 'app.offline'));
    }
  };
  return (
    <form class="fields" onSubmit={(event) => void submit(event)}>
      <p>{texts.say('link.how')}</p>
      <label>
        {texts.say('link.code')}
        <input
          name="code"
          required
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={16}
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <label>
        {texts.say('link.birthDate')}
        <input
          name="birthDate"
          type="date"
          required
          autocomplete="bday"
          value={birthDate}
          onInput={(event) => setBirthDate(event.currentTarget.value)}
        />
      </label>
      <p class="said" role="status">
        {said}
      </p>
      <button type="submit" class="button primary">
        {texts.say('link.send')}
      </button>
    </form>
  );
}
