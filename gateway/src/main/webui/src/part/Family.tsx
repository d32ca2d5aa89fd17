import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Decided } from '../api/types';
import { family, OF_FAMILY, PROXY } from '../report/consent';
import { useTexts } from '../text/text';

/** Family members who may look, with a switch for each kind of data, and a field to name another. */
export function Family(props: {
  history: Decided[];
  children: (grantee: string, categories: string[]) => ComponentChildren;
}) {
  const texts = useTexts();
  const [added, setAdded] = useState<string[]>([]);
  const [id, setId] = useState('');
  const named = [...new Set([...family(props.history), ...added])];
  const add = (event: Event) => {
    event.preventDefault();
    if (id.trim() !== '') {
      setAdded([...added, PROXY + id.trim()]);
      setId('');
    }
  };
  return (
    <section>
      <h2>{texts.say('consent.family')}</h2>
      <p>{texts.say('consent.family.means')}</p>
      {named.map((grantee) => (
        <div key={grantee}>
          <h3 class="account">{texts.say('consent.family.person', { id: grantee.slice(PROXY.length) })}</h3>
          {props.children(grantee, OF_FAMILY)}
        </div>
      ))}
      <form class="naming" onSubmit={add}>
        <label>
          {texts.say('consent.family.who')}
          <input
            type="text"
            autocomplete="off"
            maxLength={150}
            value={id}
            onInput={(event) => setId(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {texts.say('consent.family.add')}
        </button>
      </form>
    </section>
  );
}
