import { Trend } from '../chart/Trend';
import { rangeText } from '../chart/NumberLine';
import { Heading } from '../part/Heading';
import { usePerson } from '../report/person';
import { sideOf, weeksOf, type Week, type Weeks } from '../report/weeks';
import { day, number } from '../text/format';
import { useTexts, type Key, type Texts } from '../text/text';

const SIGNALS: { signal: 'steps' | 'resting_heart_rate'; statistics: string[] }[] = [
  { signal: 'steps', statistics: ['sum'] },
  { signal: 'resting_heart_rate', statistics: ['median'] },
];

/** Weeks of the phone's signals beside the person's own typical range. No score, no goal. */
export function Daily() {
  const texts = useTexts();
  const { report } = usePerson();
  const days = report.record?.lifestyleDays ?? [];
  const shown = SIGNALS.map(({ signal, statistics }) => ({ signal, weeks: weeksOf(days, signal, statistics) }));
  const known = shown.flatMap(({ weeks }) => (weeks === null ? [] : [weeks]));
  const newest = known.map((weeks) => weeks.weeks[weeks.judged]?.start ?? '').sort().at(-1) ?? '';
  return (
    <>
      <Heading title={texts.say('nav.daily')}>{texts.say(titleOf(known), { date: day(newest, texts.language) })}</Heading>
      {known.length === 0 && (
        <p>{texts.say(report.record === undefined ? 'record.unavailable' : 'daily.help')}</p>
      )}
      <div class="answers">
        {known.length > 0 &&
          shown.map(({ signal, weeks }) => (
            <section key={signal}>
              <h2>{texts.say(`signal.${signal}`)}</h2>
              {weeks === null ? <p>{texts.say('daily.none')}</p> : <Signal weeks={weeks} signal={signal} />}
            </section>
          ))}
      </div>
    </>
  );
}

function titleOf(known: Weeks[]): Key {
  if (known.length === 0) {
    return 'daily.title.none';
  }
  const sides = known.map(sideOf);
  if (sides.every((side) => side === null)) {
    return 'daily.title.few';
  }
  const out = sides.filter((side) => side === 'up' || side === 'down').length;
  return out === 0 ? 'daily.title.some' : out === 1 ? 'daily.title.one' : 'daily.title.many';
}

function Signal(props: { weeks: Weeks; signal: 'steps' | 'resting_heart_rate' }) {
  const texts = useTexts();
  const { weeks } = props;
  const unit = texts.say(`daily.unit.${props.signal}`);
  const typical = rangeText(weeks.typical, 0, '', texts);
  const side = sideOf(weeks);
  return (
    <>
      <Trend
        caption={texts.say('daily.caption', {
          signal: texts.say(`signal.${props.signal}`),
          from: day(weeks.weeks[0]?.start ?? '', texts.language),
          to: day(weeks.weeks.at(-1)?.start ?? '', texts.language),
        })}
        points={weeks.weeks.map((week, index) => ({
          date: week.start,
          value: week.mean,
          words: weekWords(week, unit, texts),
          // Only the newest full week is compared: the range is made of those before it.
          direction: index === weeks.judged && side !== 'within' ? side : null,
          left: week.few,
        }))}
        own={weeks.typical}
        population={null}
        chanceAt={() => null}
        legend={
          <ul class="legend">
            <li>
              {typical !== null && <span class="key swatch-own" aria-hidden="true" />}
              {typical === null
                ? texts.say('daily.band.few')
                : `${texts.say('daily.band', { range: `${typical} ${unit}` })}. ${texts.say('daily.band.means', { weeks: weeks.earlierWeeks })}`}
            </li>
            {weeks.weeks.some((week) => week.few) && (
              <li>
                <span class="key swatch-left" aria-hidden="true" />
                {texts.say('daily.few')}
              </li>
            )}
          </ul>
        }
        table={<WeekTable weeks={weeks} unit={unit} />}
      />
      {weeks.source !== '' && <p class="quiet">{texts.say('daily.source', { source: weeks.source })}</p>}
      {weeks.otherSources.length > 0 && (
        <p class="quiet">{texts.say('daily.others', { sources: weeks.otherSources.join(', ') })}</p>
      )}
    </>
  );
}

function WeekTable(props: { weeks: Weeks; unit: string }) {
  const texts = useTexts();
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{texts.say('card.date')}</th>
          <th scope="col">{texts.say('card.value')}</th>
          <th scope="col">{texts.say('card.note')}</th>
        </tr>
      </thead>
      <tbody>
        {props.weeks.weeks.map((week) => (
          <tr key={week.start}>
            <th scope="row">{texts.say('daily.week', { date: day(week.start, texts.language) })}</th>
            <td data-label={texts.say('card.value')}>
              {number(week.mean, 0, texts.language)} {props.unit}
            </td>
            <td data-label={texts.say('card.note')}>{texts.say('daily.days', { count: week.days })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function weekWords(week: Week, unit: string, texts: Texts): string {
  return [
    texts.say('daily.week', { date: day(week.start, texts.language) }),
    `${number(week.mean, 0, texts.language)} ${unit}`,
    week.few ? texts.say('daily.few') : texts.say('daily.days', { count: week.days }),
  ].join(', ');
}
