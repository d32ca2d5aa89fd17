import type { Decided } from '../api/types';
import { INSTITUTE, PROXY } from '../report/consent';
import { centreName } from '../report/names';
import { moment } from '../text/format';
import { type Texts, useTexts } from '../text/text';

/** Every decision so far, newest first: about what, for whom, and where it came from. */
export function Decisions(props: { history: Decided[] }) {
  const texts = useTexts();
  if (props.history.length === 0) {
    return null;
  }
  return (
    <details class="fold">
      <summary>{texts.say('consent.history', { count: props.history.length })}</summary>
      <ul class="rows">
        {[...props.history].reverse().map((decided) => (
          <li key={decided.consentId}>
            {texts.find(`purpose.${decided.purpose}`) ?? decided.purpose}, {grantee(decided.grantee, texts)},{' '}
            {texts.find(`data.${decided.category}`) ?? decided.category}:{' '}
            <strong>{texts.find(`consent.decision.${decided.decision}`) ?? decided.decision}</strong>
            <span class="quiet when">{moment(decided.givenAt, texts.language)}</span>
            <span class="quiet when">{source(decided, texts)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function grantee(name: string, texts: Texts): string {
  if (name === INSTITUTE) {
    return texts.say('consent.to.institute');
  }
  return name.startsWith(PROXY)
    ? texts.say('consent.family.person', { id: name.slice(PROXY.length) })
    : centreName(name, texts);
}

function source(decided: Decided, texts: Texts): string {
  const by = decided.guardian
    ? texts.say('consent.source.guardian', {
        relation: texts.find(`consent.relation.${decided.guardianRelation}`) ?? decided.guardianRelation ?? '',
      })
    : '';
  const kept = { centre: centreName(decided.recordedCentre, texts), reference: decided.evidenceReference ?? '' };
  const way = texts.find(`consent.source.${decided.evidence}`, kept) ?? '';
  return [by, way].filter((words) => words !== '').join(', ');
}
