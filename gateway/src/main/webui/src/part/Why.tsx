import type { Insight } from '../api/types';
import { day, measured } from '../text/format';
import { useTexts } from '../text/text';
import { Words } from './Words';

/** What an insight rests on: each input with unit and date, the method with its version, the sources. */
export function Why(props: { insight: Insight }) {
  const texts = useTexts();
  const { insight } = props;
  const inputs = insight.inputsUsed ?? [];
  const sources = insight.sources ?? [];
  const noted = inputs.some((input) => input.note);
  return (
    <details class="why">
      <summary>{texts.say('card.why')}</summary>
      {inputs.length > 0 && (
        <table class="stack">
          <caption>{texts.say('card.inputs')}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.say('card.name')}</th>
              <th scope="col">{texts.say('card.value')}</th>
              <th scope="col">{texts.say('card.date')}</th>
              {noted && <th scope="col">{texts.say('card.note')}</th>}
            </tr>
          </thead>
          <tbody>
            {inputs.map((input, index) => (
              <tr key={index}>
                <th scope="row">
                  <Words text={input.name} />
                </th>
                <td data-label={texts.say('card.value')}>{measured(input.value ?? '', input.unit, texts)}</td>
                <td data-label={texts.say('card.date')}>{input.date ? day(input.date, texts.language) : ''}</td>
                {noted && (
                  <td data-label={texts.say('card.note')}>
                    <Words text={input.note ?? ''} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl class="method">
        <dt>{texts.say('card.model')}</dt>
        <dd>
          {texts.find(`model.${insight.model}`) ?? ''} <span class="code">({insight.model})</span>
          {insight.modelVersion ? `, ${texts.say('card.version')} ${insight.modelVersion}` : ''}
        </dd>
        {insight.dataVersion && (
          <>
            <dt>{texts.say('card.data')}</dt>
            <dd>
              <Words text={insight.dataVersion} />
            </dd>
          </>
        )}
        {sources.length > 0 && (
          <>
            <dt>{texts.say('card.sources')}</dt>
            {sources.map((source) => (
              <dd key={source}>
                <Words text={source} />
              </dd>
            ))}
          </>
        )}
      </dl>
    </details>
  );
}

/** What an insight leaves open: what it did not have, and where it does not hold. */
export function Cannot(props: { insight: Insight }) {
  const texts = useTexts();
  const missing = props.insight.inputsMissing ?? [];
  const limits = props.insight.limits ?? [];
  if (missing.length === 0 && limits.length === 0) {
    return null;
  }
  return (
    <details class="cannot">
      <summary>{texts.say('card.cannot')}</summary>
      {missing.length > 0 && (
        <>
          <h4>{texts.say('card.missing')}</h4>
          <ul>
            {missing.map((input, index) => (
              <li key={index}>
                <Words text={input.name} />: {texts.find(`missing.${input.reason}`) ?? input.reason}
              </li>
            ))}
          </ul>
        </>
      )}
      {limits.length > 0 && (
        <>
          <h4>{texts.say('card.limits')}</h4>
          <ul>
            {limits.map((limit) => (
              <li key={limit}>
                <Words text={limit} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
