import { Heading } from '../part/Heading';
import { numberOf } from '../report/facts';
import { setPointOf, subjectName } from '../report/names';
import { usePerson } from '../report/person';
import { directionOf, pictureOf } from '../report/setpoint';
import type { Series } from '../api/types';
import { itemAddress } from '../route';
import { day, measured } from '../text/format';
import { useTexts, type Key } from '../text/text';

type Group = 'changed' | 'next' | 'stable' | 'first' | 'plain';
const GROUPS: Group[] = ['changed', 'next', 'stable', 'first', 'plain'];

/** Every item with numbers, those that changed first. */
export function Items() {
  const texts = useTexts();
  const { report, timeline } = usePerson();
  const groups = new Map<Group, Series[]>(GROUPS.map((group) => [group, []]));
  for (const series of timeline?.series ?? []) {
    const insight = setPointOf(report, series.item);
    groups.get(groupOf(insight?.result === undefined ? null : (numberOf(insight.result, 'visits') ?? 0), insight?.place))?.push(series);
  }
  const compared = GROUPS.slice(0, 3).reduce((sum, group) => sum + (groups.get(group)?.length ?? 0), 0);
  const any = (timeline?.series ?? []).length > 0;
  return (
    <>
      <Heading title={texts.say('nav.items')}>
        {any ? texts.say('items.title', { count: compared }) : texts.say('items.none')}
      </Heading>
      {timeline === null && <p class="note">{texts.say('record.unavailable')}</p>}
      {GROUPS.map((group) => (
        <ItemRows key={group} title={`items.${group}`} series={groups.get(group) ?? []} />
      ))}
    </>
  );
}

function groupOf(visits: number | null, place: string | undefined): Group {
  if (visits === null) {
    return 'plain';
  }
  if (visits < 2) {
    return 'first';
  }
  return place === 'changed' || place === 'next' ? place : 'stable';
}

function ItemRows(props: { title: Key; series: Series[] }) {
  const texts = useTexts();
  const { report, names } = usePerson();
  if (props.series.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>
        {texts.say(props.title)} <span class="count">{props.series.length}</span>
      </h2>
      <ul class="rows">
        {props.series.map((series) => {
          const last = series.points?.at(-1);
          const picture = pictureOf(setPointOf(report, series.item), series);
          const direction = directionOf(picture.visits.findLast((visit) => !visit.left));
          return (
            <li key={series.item}>
              <a href={itemAddress(series.item)} class="row">
                <span>{subjectName(series.item, names, texts)}</span>
                <span class={direction === null ? 'amount' : 'amount changed'}>
                  {direction === 'up' ? '▲ ' : direction === 'down' ? '▼ ' : ''}
                  {last ? measured(last.value, series.unit, texts) : ''}
                  <span class="quiet when">{last ? day(last.date, texts.language) : ''}</span>
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
