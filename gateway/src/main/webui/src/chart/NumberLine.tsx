import { useId } from 'preact/hooks';
import type { Range } from '../report/setpoint';
import { decimalText, measured, number, unitText } from '../text/format';
import { useTexts, type Texts } from '../text/text';
import { LyingBand } from './Bands';
import { numberLine } from './geometry';
import { Marker } from './Marker';
import { useSize } from './useSize';

export interface NumberLineProps {
  item: string;
  value: number;
  text: string;
  unit: string;
  decimals: number;
  own: Range | null;
  population: Range | null;
  direction: 'up' | 'down' | null;
}

/** The last value beside the own interval (solid) and that of others (outline). */
export function NumberLine(props: NumberLineProps) {
  const texts = useTexts();
  const { ref, size } = useSize<HTMLDivElement>();
  const caption = useId();
  const picture = numberLine(props.value, props.own, props.population, size);
  const { middle } = picture;
  const label = decimalText(props.text, texts.language);
  const half = (label.length * 10 * size.rem) / 2;
  const labelAt = Math.min(Math.max(picture.dot, half), picture.width - half);
  const captionKey = props.own === null ? 'chart.line.population' : 'chart.line';
  return (
    <figure class="chart">
      <figcaption id={caption} class="quiet">
        {texts.say(captionKey, { item: props.item })}
      </figcaption>
      <div ref={ref} class="plot">
        <svg role="img" aria-labelledby={caption} width={picture.width} height={picture.height}>
          <LyingBand kind="band-others" band={picture.population} middle={middle} half={picture.othersHalf} />
          <LyingBand kind="band-own" band={picture.own} middle={middle} half={picture.ownHalf} />
          <line class="axis" x1="0" x2={picture.width} y1={middle} y2={middle} />
          {picture.ticks.map((tick) => (
            <text key={tick.value} class="tick" x={tick.at} y={picture.height - 6} text-anchor="middle">
              {number(tick.value, tickDecimals(picture.ticks), texts.language)}
            </text>
          ))}
          <Marker x={picture.dot} y={middle} direction={props.direction} hollow={false} chosen={false} />
          <text
            class={props.direction === null ? 'value-label' : 'value-label changed'}
            x={labelAt}
            y={middle - picture.othersHalf - 5}
            text-anchor="middle"
          >
            {label}
          </text>
        </svg>
      </div>
      <Legend {...props} texts={texts} />
    </figure>
  );
}

function Legend(props: NumberLineProps & { texts: Texts }) {
  const { texts } = props;
  const own = rangeText(props.own, props.decimals, props.unit, texts);
  const population = rangeText(props.population, props.decimals, props.unit, texts);
  return (
    <ul class="legend">
      <li>
        <svg class="key" aria-hidden="true" width="22" height="22">
          <Marker x={11} y={11} direction={props.direction} hollow={false} chosen={false} />
        </svg>
        {texts.say('chart.today', { value: measured(props.text, props.unit, texts) })}
      </li>
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
    </ul>
  );
}

/** A range in words; null where there is none. */
export function rangeText(range: Range | null, decimals: number, unit: string, texts: Texts): string | null {
  if (range === null) {
    return null;
  }
  const write = (value: number) => number(value, decimals, texts.language);
  const shown = unitText(unit, texts);
  const end = shown === '' ? '' : ` ${shown}`;
  if (range.low === null) {
    return range.high === null ? null : texts.say('chart.to', { high: write(range.high) + end });
  }
  if (range.high === null) {
    return texts.say('chart.from', { low: write(range.low) + end });
  }
  return texts.say('chart.range', { low: write(range.low), high: write(range.high) }) + end;
}

/** Decimals that keep neighbouring ticks apart. */
export function tickDecimals(ticks: { value: number }[]): number {
  const [first, second] = ticks;
  if (first === undefined || second === undefined) {
    return 0;
  }
  const step = Math.abs(second.value - first.value);
  return step >= 1 && ticks.every((tick) => Number.isInteger(tick.value)) ? 0 : Math.min(4, decimalsOfStep(step));
}

function decimalsOfStep(step: number): number {
  for (let decimals = 0; decimals < 4; decimals += 1) {
    const scaled = step * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-9) {
      return decimals;
    }
  }
  return 4;
}
