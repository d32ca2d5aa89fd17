import { useEffect, useState } from 'preact/hooks';
import { Failed, looks } from '../api/client';
import type { Look } from '../api/types';
import { linesOf, type LookLine } from '../report/looks';
import { usePerson } from '../report/person';
import { day, moment } from '../text/format';
import { useTexts } from '../text/text';

/** Who looked, when, at what and why; a program's many reads of a day are one line, refusals are always named. */
export function Looks() {
  const texts = useTexts();
  const { signedOut } = usePerson();
  const [events, setEvents] = useState<Look[]>([]);
  const [next, setNext] = useState<string | null>(null);
  const [state, setState] = useState<'loading' | 'failed' | 'shown'>('loading');
  const load = async (pageToken: string) => {
    try {
      const page = await looks(pageToken);
      setEvents((before) => (pageToken === '' ? (page.events ?? []) : [...before, ...(page.events ?? [])]));
      setNext(page.nextPageToken || null);
      setState('shown');
    } catch (failure) {
      if (failure instanceof Failed && failure.why === 'signedOut') {
        signedOut();
      }
      setState('failed');
    }
  };
  useEffect(() => {
    void load('');
  }, []);
  return (
    <section class="looks">
      <h2>{texts.say('looks.title')}</h2>
      <p>{texts.say('looks.lead')}</p>
      {state === 'failed' && <p class="note">{texts.say('looks.failed')}</p>}
      {state === 'shown' && events.length === 0 && <p>{texts.say('looks.none')}</p>}
      <ul class="rows">
        {linesOf(events).map((line) => (
          <Line key={line.look.sequence} line={line} />
        ))}
      </ul>
      {next !== null && (
        <p>
          <button type="button" class="button" onClick={() => void load(next)}>
            {texts.say('looks.more')}
          </button>
        </p>
      )}
    </section>
  );
}

function Line(props: { line: LookLine }) {
  const texts = useTexts();
  const { look, times } = props.line;
  const role = texts.find(`looks.role.${look.actorRole}`) ?? texts.say('looks.role.other');
  const action =
    texts.find(`looks.action.${look.action}`) ?? texts.say('looks.action.other', { action: look.action });
  const refused = look.decision === 'deny';
  const kinds = (look.categories ?? []).map((category) => texts.find(`data.${category}`) ?? category);
  const purpose = look.purpose && look.purpose !== 'unspecified' ? texts.find(`purpose.${look.purpose}`) : null;
  return (
    <li>
      <strong>{look.actor && look.actorRole !== 'person' ? `${role} (${look.actor})` : role}</strong>: {action}
      {refused && <span class="chip">{texts.say('looks.refused')}</span>}
      <span class="quiet when">
        {times > 1
          ? `${day(look.at.slice(0, 10), texts.language)}, ${texts.say('looks.times', { count: times })}`
          : moment(look.at, texts.language)}
        {purpose !== null && ` · ${texts.say('looks.why', { purpose })}`}
        {kinds.length > 0 && ` · ${texts.say('looks.what', { kinds: kinds.join(', ') })}`}
      </span>
    </li>
  );
}
