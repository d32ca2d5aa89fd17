import { NumberLine, rangeText } from '../chart/NumberLine';
import { Trend, Whisker } from '../chart/Trend';
import { Chips } from '../part/Chips';
import { Heading } from '../part/Heading';
import { Cannot, Why } from '../part/Why';
import { Words } from '../part/Words';
import { centreName, seriesOf, setPointOf, subjectName } from '../report/names';
import { usePerson } from '../report/person';
import { chanceAround, directionOf, pictureOf, type ItemPicture, type Visit } from '../report/setpoint';
import { day, decimalsOf, measured, percent } from '../text/format';
import { useTexts, type Texts } from '../text/text';

/** One item: the verdict, the last value on a number line, all values by date, what was left out, and why we say it. */
export function Item(props: { item: string }) {
  const texts = useTexts();
  const { report, timeline, names } = usePerson();
  const name = subjectName(props.item, names, texts);
  const insight = setPointOf(report, props.item);
  const picture = pictureOf(insight, seriesOf(timeline, props.item));
  const last = picture.visits.findLast((visit) => !visit.left);
  const decimals = Math.max(0, ...picture.visits.map((visit) => decimalsOf(visit.text)));
  const sentence =
    picture.visits.length === 0
      ? texts.say('item.unknown')
      : (insight?.summary ?? texts.say('item.only', { item: name }));
  return (
    <>
      {!sentence.startsWith(name) && <p class="eyebrow">{name}</p>}
      <Heading title={name}>
        <Words text={sentence} />
      </Heading>
      {insight?.refusal?.wouldHelp && (
        <p>
          <Words text={insight.refusal.wouldHelp} />
        </p>
      )}
      <Chips kinds={insight?.kinds ?? []} />
      <div class="answers">
        {last && (
          <section>
            <h2>{texts.say('item.today')}</h2>
            <NumberLine
              item={name}
              value={last.value}
              text={last.text}
              unit={picture.unit}
              decimals={decimals}
              own={picture.own}
              population={picture.population}
              direction={directionOf(last)}
            />
          </section>
        )}
        {picture.visits.length > 0 && (
          <section>
            <h2>{texts.say('item.trend')}</h2>
            <ItemTrend name={name} picture={picture} decimals={decimals} />
          </section>
        )}
      </div>
      <LeftOut picture={picture} />
      {insight && <Why insight={insight} />}
      {insight && <Cannot insight={insight} />}
      <p>
        <a class="button" href="#/items">
          {texts.say('nav.items')}
        </a>
      </p>
    </>
  );
}

function ItemTrend(props: { name: string; picture: ItemPicture; decimals: number }) {
  const texts = useTexts();
  const { picture } = props;
  const first = picture.visits[0];
  const last = picture.visits.at(-1);
  const chance = chanceAround(picture, picture.visits.findLastIndex((visit) => !visit.left));
  const own = rangeText(picture.own, props.decimals, picture.unit, texts);
  const population = rangeText(picture.population, props.decimals, picture.unit, texts);
  const chanceText = rangeText(chance, props.decimals, picture.unit, texts);
  return (
    <Trend
      caption={texts.say('chart.trend', {
        item: props.name,
        from: first?.date.slice(0, 4) ?? '',
        to: last?.date.slice(0, 4) ?? '',
        count: picture.visits.length,
      })}
      points={picture.visits.map((visit) => ({
        date: visit.date,
        value: visit.value,
        words: visitWords(visit, picture.unit, texts),
        direction: directionOf(visit),
        left: visit.left,
      }))}
      own={picture.own}
      population={picture.population}
      chanceAt={(index) => chanceAround(picture, index)}
      legend={
        <ul class="legend">
          {own !== null && (
            <li>
              <span class="key swatch-own" aria-hidden="true" />
              {texts.say('chart.own', { range: own })}
            </li>
          )}
          {population !== null && (
            <li>
              <span class="key swatch-others" aria-hidden="true" />
              {texts.say('chart.population', { range: population })}
            </li>
          )}
          {chanceText !== null && (
            <li>
              <svg class="key" aria-hidden="true" width="22" height="22">
                <Whisker x={11} high={3} low={19} />
              </svg>
              <span>
                {texts.say('chart.rcv', { range: chanceText })}. {texts.say('chart.rcv.means')}
              </span>
            </li>
          )}
          {picture.visits.some((visit) => visit.left) && (
            <li>
              <span class="key swatch-left" aria-hidden="true" />
              {texts.say('chart.left')}
            </li>
          )}
        </ul>
      }
      table={<VisitTable picture={picture} />}
    />
  );
}

function VisitTable(props: { picture: ItemPicture }) {
  const texts = useTexts();
  return (
    <table class="stack">
      <thead>
        <tr>
          <th scope="col">{texts.say('card.date')}</th>
          <th scope="col">{texts.say('card.value')}</th>
          <th scope="col">{texts.say('chart.change')}</th>
          <th scope="col">{texts.say('chart.word')}</th>
          <th scope="col">{texts.say('chart.where')}</th>
        </tr>
      </thead>
      <tbody>
        {props.picture.visits.map((visit, index) => (
          <tr key={index}>
            <th scope="row">{day(visit.date, texts.language)}</th>
            <td data-label={texts.say('card.value')}>{measured(visit.text, props.picture.unit, texts)}</td>
            <td data-label={texts.say('chart.change')}>
              {visit.changePct === null ? '' : percent(visit.changePct, texts.language)}
            </td>
            <td data-label={texts.say('chart.word')}>{meaning(visit, texts)}</td>
            <td data-label={texts.say('chart.where')}>{centreName(visit.centre ?? undefined, texts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Values that the usual was not made of, each with its reason; those in the picture are listed too. */
function LeftOut(props: { picture: ItemPicture }) {
  const texts = useTexts();
  if (props.picture.leftOut.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{texts.say('item.leftOut')}</h2>
      <ul>
        {props.picture.leftOut.map((left, index) => (
          <li key={index}>
            {left.date === '' ? '' : `${day(left.date, texts.language)}: `}
            {leftWord(left.reason, texts)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function leftWord(reason: string | null, texts: Texts): string {
  return texts.find(`left.${reason}`) ?? texts.say('left.other');
}

/** What is said of one visit; empty where nothing was compared. */
function meaning(visit: Visit, texts: Texts): string {
  if (visit.left) {
    return leftWord(visit.leftReason, texts);
  }
  const beyond = visit.verdict === 'STABLE' || visit.verdict === 'FIRST' ? directionOf(visit) : null;
  if (beyond !== null) {
    return texts.say(beyond === 'up' ? 'expectation.ABOVE' : 'expectation.BELOW');
  }
  return texts.find(`verdict.${visit.verdict}`) ?? '';
}

function visitWords(visit: Visit, unit: string, texts: Texts): string {
  return [
    day(visit.date, texts.language),
    measured(visit.text, unit, texts),
    centreName(visit.centre ?? undefined, texts),
    meaning(visit, texts),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
