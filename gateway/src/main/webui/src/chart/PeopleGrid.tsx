import { useId } from 'preact/hooks';
import { useTexts } from '../text/text';
import { people } from './geometry';

const STEP = 16;

/** People of 100 (or 1,000), grouped and still: so many do, the others do not. */
export function PeopleGrid(props: { n: number; of: number; years: number | null }) {
  const texts = useTexts();
  const caption = useId();
  const { columns, places } = people(props.of);
  const rows = Math.ceil(props.of / columns);
  const yes = texts.say('risk.yes', { years: props.years ?? '' });
  return (
    <figure class="chart">
      <figcaption id={caption}>{texts.say('risk.caption', { of: props.of, n: props.n })}</figcaption>
      <svg
        role="img"
        aria-labelledby={caption}
        class="people"
        viewBox={`0 0 ${columns * STEP} ${rows * STEP}`}
        preserveAspectRatio="xMinYMin meet"
      >
        {places.map((place, index) => (
          <circle
            key={index}
            class={index < props.n ? 'person counted' : 'person'}
            cx={place.column * STEP + STEP / 2}
            cy={place.row * STEP + STEP / 2}
            r={STEP / 2 - 2.5}
          />
        ))}
      </svg>
      <details class="table">
        <summary>{texts.say('chart.table')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.say('risk.group')}</th>
              <th scope="col">{texts.say('card.value')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{props.years === null ? texts.say('risk.group') : yes}</th>
              <td>{texts.say('risk.people', { n: props.n })}</td>
            </tr>
            <tr>
              <th scope="row">{texts.say('risk.no')}</th>
              <td>{texts.say('risk.people', { n: props.of - props.n })}</td>
            </tr>
          </tbody>
        </table>
      </details>
    </figure>
  );
}
