import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Range } from '../report/setpoint';
import { day, number } from '../text/format';
import { useTexts } from '../text/text';
import { StandingBand } from './Bands';
import { moved, nearest, trend, type Trend as Picture } from './geometry';
import { Marker } from './Marker';
import { tickDecimals } from './NumberLine';
import { useSize } from './useSize';

export interface TrendPoint {
  date: string;
  value: number;
  /** What is read aloud and shown when the point is chosen. */
  words: string;
  direction: 'up' | 'down' | null;
  left: boolean;
}

export interface TrendProps {
  caption: string;
  points: TrendPoint[];
  own: Range | null;
  population: Range | null;
  /** The measure of chance around a point; null where it is not known. */
  chanceAt: (index: number) => { low: number; high: number } | null;
  legend: ComponentChildren;
  table: ComponentChildren;
}

const MANY = 20;

/** Values by date. Points are one tab stop; arrow keys move among them, and the chosen one is read. */
export function Trend(props: TrendProps) {
  const texts = useTexts();
  const { ref, size } = useSize<HTMLDivElement>();
  const caption = useId();
  const [chosen, setChosen] = useState(props.points.length - 1);
  const buttons = useRef<(HTMLButtonElement | null)[]>([]);
  useEffect(() => setChosen(props.points.length - 1), [props.points.length]);
  const chance = props.chanceAt(chosen);
  const widest = Math.max(...props.points.map((point) => number(point.value, 0, texts.language).length), 2);
  const picture = trend({ ...props, chance }, size, widest + 2);
  const choose = (index: number | null, focus: boolean) => {
    if (index !== null) {
      setChosen(index);
      if (focus) {
        buttons.current[index]?.focus();
      }
    }
  };
  const onPointer = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    choose(nearest(picture.points, x), false);
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    const to = moved(event.key, index, props.points.length);
    if (to !== null) {
      event.preventDefault();
      choose(to, true);
    }
  };
  return (
    <figure class="chart">
      <figcaption id={caption}>{props.caption}</figcaption>
      <div ref={ref} class="plot" onPointerDown={onPointer}>
        <Drawing picture={picture} points={props.points} chosen={chosen} caption={caption} />
        {picture.points.map((point, index) => (
          <button
            key={`${props.points[index]?.date}-${index}`}
            ref={(element) => {
              buttons.current[index] = element;
            }}
            type="button"
            class="point"
            style={{ left: `${point.x}px`, top: `${point.y}px` }}
            tabIndex={index === chosen ? 0 : -1}
            aria-label={props.points[index]?.words ?? ''}
            aria-pressed={index === chosen}
            onFocus={() => setChosen(index)}
            onKeyDown={(event) => onKey(event, index)}
          />
        ))}
      </div>
      <p class="readout" aria-live="polite">
        {props.points[chosen]?.words}
      </p>
      <p class="quiet">{texts.say('chart.keys')}</p>
      {props.legend}
      <details class="table">
        <summary>{texts.say('chart.table')}</summary>
        {props.table}
      </details>
    </figure>
  );
}

function Drawing(props: { picture: Picture; points: TrendPoint[]; chosen: number; caption: string }) {
  const { language } = useTexts();
  const { picture } = props;
  const decimals = tickDecimals(picture.valueTicks);
  const at = picture.points[props.chosen];
  return (
    <svg role="img" aria-labelledby={props.caption} width={picture.width} height={picture.height}>
      <StandingBand kind="band-others" band={picture.population} left={picture.left} right={picture.right} />
      <StandingBand kind="band-own" band={picture.own} left={picture.left} right={picture.right} />
      {picture.valueTicks.map((tick) => (
        <g key={tick.value}>
          <line class="grid" x1={picture.left} x2={picture.right} y1={tick.at} y2={tick.at} />
          <text class="tick" x={picture.left - 6} y={tick.at} text-anchor="end" dominant-baseline="central">
            {number(tick.value, decimals, language)}
          </text>
        </g>
      ))}
      {picture.dateTicks.map((tick) => (
        <text key={tick.date} class="tick" x={tick.at} y={picture.height - 4} text-anchor="middle">
          {tick.precision === 'year' ? tick.date.slice(0, 4) : day(tick.date, language, 'month')}
        </text>
      ))}
      <path class="series" d={picture.path} />
      {picture.chance && at && <Whisker x={at.x} low={picture.chance.low} high={picture.chance.high} />}
      {picture.points.map((point, index) => (
        <Marker
          key={index}
          x={point.x}
          y={point.y}
          direction={props.points[index]?.direction ?? null}
          hollow={props.points[index]?.left ?? false}
          chosen={index === props.chosen}
          small={picture.points.length > MANY}
        />
      ))}
    </svg>
  );
}

/** How far chance alone moves a value. */
export function Whisker(props: { x: number; low: number; high: number }) {
  return (
    <path
      class="whisker"
      d={`M${props.x - 7},${props.high}h14M${props.x},${props.high}V${props.low}M${props.x - 7},${props.low}h14`}
    />
  );
}
