import type { Insight } from '../api/types';
import { NumberLine } from '../chart/NumberLine';
import { PeopleGrid } from '../chart/PeopleGrid';
import { usePerson } from '../report/person';
import { numberOf, textOf } from '../report/facts';
import { seriesOf, subjectName } from '../report/names';
import { directionOf, pictureOf } from '../report/setpoint';
import { itemAddress } from '../route';
import { decimalsOf } from '../text/format';
import { useTexts } from '../text/text';
import { Chips } from './Chips';
import { Fusion } from './Fusion';
import { Cannot, Why } from './Why';
import { Words } from './Words';

/** One insight: its sentence, the kinds of data in it, its picture, why we say it and what we cannot say. */
export function InsightCard(props: { insight: Insight; wide?: boolean }) {
  const texts = useTexts();
  const { insight } = props;
  const title = texts.find(`model.${insight.model}`);
  return (
    <article class={props.wide ? 'card wide' : 'card'} data-place={insight.place}>
      {title !== null && <p class="eyebrow">{title}</p>}
      <h3>
        <Words text={insight.summary ?? ''} />
      </h3>
      <Chips kinds={insight.kinds ?? []} />
      <Picture insight={insight} />
      <Why insight={insight} />
      <Cannot insight={insight} />
    </article>
  );
}

/** The picture that an insight's values allow; none where they allow none. */
function Picture(props: { insight: Insight }) {
  const { insight } = props;
  const facts = insight.result;
  if (insight.model === 'setpoint' && insight.subject) {
    return <ItemPicture insight={insight} item={insight.subject} />;
  }
  if (textOf(facts, 'genotype') !== null && Array.isArray(facts?.['tracks'])) {
    return <Fusion insight={insight} />;
  }
  const n = numberOf(facts, 'people');
  const of = numberOf(facts, 'of');
  if (n !== null && (of === 100 || of === 1000)) {
    return <PeopleGrid n={n} of={of} years={numberOf(facts, 'years')} />;
  }
  return null;
}

function ItemPicture(props: { insight: Insight; item: string }) {
  const texts = useTexts();
  const { timeline, names } = usePerson();
  const picture = pictureOf(props.insight, seriesOf(timeline, props.item));
  const last = picture.visits.findLast((visit) => !visit.left);
  const name = subjectName(props.item, names, texts);
  return (
    <>
      {last && (
        <NumberLine
          item={name}
          value={last.value}
          text={last.text}
          unit={picture.unit}
          decimals={Math.max(...picture.visits.map((visit) => decimalsOf(visit.text)))}
          own={picture.own}
          population={picture.population}
          direction={directionOf(last)}
        />
      )}
      <p>
        <a class="button" href={itemAddress(props.item)} aria-label={texts.say('card.detailOf', { item: name })}>
          {texts.say('card.detail')}
        </a>
      </p>
    </>
  );
}
