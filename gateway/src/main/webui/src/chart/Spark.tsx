import { useId } from 'preact/hooks';
import { day, number } from '../text/format';
import { useTexts, type Texts } from '../text/text';
import { spark } from './geometry';

const WIDTH = 150;
const HEIGHT = 48;

export interface Signal {
  name: string;
  points: { date: string; value: number }[];
}

/** Small lines of several signals, each with its first and last value in words, and one table of all their values. */
export function Sparks(props: { signals: Signal[] }) {
  const texts = useTexts();
  if (props.signals.length === 0) {
    return null;
  }
  return (
    <>
      {props.signals.map((signal) => (
        <Spark key={signal.name} signal={signal} />
      ))}
      <details class="table">
        <summary>{texts.say('chart.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.say('card.name')}</th>
              <th scope="col">{texts.say('card.date')}</th>
              <th scope="col">{texts.say('card.value')}</th>
            </tr>
          </thead>
          <tbody>
            {props.signals.flatMap((signal) =>
              signal.points.map((point, index) => (
                <tr key={`${signal.name} ${index}`}>
                  <th scope="row">{signal.name}</th>
                  <td>{day(point.date, texts.language)}</td>
                  <td>{write(point.value, signal, texts)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </details>
    </>
  );
}

function Spark(props: { signal: Signal }) {
  const texts = useTexts();
  const caption = useId();
  const { name, points } = props.signal;
  const first = points[0];
  const last = points.at(-1);
  if (first === undefined || last === undefined) {
    return null;
  }
  const picture = spark(points, WIDTH, HEIGHT);
  const words =
    points.length === 1
      ? `${day(first.date, texts.language)}: ${write(first.value, props.signal, texts)}`
      : texts.say('fusion.track', {
          first: write(first.value, props.signal, texts),
          last: write(last.value, props.signal, texts),
          from: day(first.date, texts.language, 'year'),
          to: day(last.date, texts.language, 'year'),
        });
  return (
    <figure class="spark">
      <figcaption id={caption}>
        <strong>{name}</strong> <span class="quiet">{words}</span>
      </figcaption>
      <svg role="img" aria-labelledby={caption} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT}>
        <path class="series" d={picture.path} />
        {picture.points.map((point, index) => (
          <circle key={index} class="dot small" cx={point.x} cy={point.y} r="3.5" />
        ))}
      </svg>
    </figure>
  );
}

/** Whole numbers where all of a signal's values are; else one decimal. */
function write(value: number, signal: Signal, texts: Texts): string {
  const decimals = signal.points.every((point) => Number.isInteger(point.value)) ? 0 : 1;
  return number(value, decimals, texts.language);
}
