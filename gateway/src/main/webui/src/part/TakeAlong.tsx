import { useState } from 'preact/hooks';
import { Failed, recordFile, type Format } from '../api/client';
import { usePerson } from '../report/person';
import { useTexts } from '../text/text';

const FILES: { format: Format; name: string }[] = [
  { format: 'csv', name: 'lifelong-record.csv' },
  { format: 'fhir', name: 'lifelong-record.json' },
];

/** The whole record as a file to take along. As for every strong operation, a sign-in that is too weak or old ends here. */
export function TakeAlong() {
  const texts = useTexts();
  const { signedOut } = usePerson();
  const [state, setState] = useState<'ready' | 'busy' | 'done' | 'failed'>('ready');
  const take = async (format: Format, name: string) => {
    setState('busy');
    try {
      save(await recordFile(format), name);
      setState('done');
    } catch (failure) {
      if (failure instanceof Failed && failure.why === 'signedOut') {
        signedOut();
        return;
      }
      setState('failed');
    }
  };
  return (
    <section>
      <h2>{texts.say('take.title')}</h2>
      <p>{texts.say('take.lead')}</p>
      <p class="buttons">
        {FILES.map(({ format, name }) => (
          <button
            key={format}
            type="button"
            class="button"
            disabled={state === 'busy'}
            onClick={() => void take(format, name)}
          >
            {texts.say(`take.${format}`)}
          </button>
        ))}
      </p>
      <p class="said" role="status">
        {state === 'ready' ? '' : texts.say(`take.${state}`)}
      </p>
    </section>
  );
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
