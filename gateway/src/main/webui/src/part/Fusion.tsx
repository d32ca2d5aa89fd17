import type { Insight } from '../api/types';
import { Sparks } from '../chart/Spark';
import { groupsOf, numberOf, textOf, textsOf } from '../report/facts';
import { subjectName } from '../report/names';
import { usePerson } from '../report/person';
import { day, measured } from '../text/format';
import { useTexts } from '../text/text';
import { KindShape } from './Chips';
import { Words } from './Words';

interface Track {
  subject: string;
  points: { date: string; value: number }[];
}

/** Gene, checkup and daily life beside each other: three kinds of data, each with its own dates, none a cause of another. */
export function Fusion(props: { insight: Insight }) {
  const texts = useTexts();
  const { names, report } = usePerson();
  const facts = props.insight.result;
  const genotype = textOf(facts, 'genotype');
  const signals = new Set(report.record?.lifestyleDays?.map((day) => day.signal));
  const tracks = tracksOf(props.insight);
  const isDaily = (track: Track) => signals.has(track.subject) || texts.find(`signal.${track.subject}`) !== null;
  const named = (track: Track) => ({ name: subjectName(track.subject, names, texts), points: track.points });
  const trackNames = new Set(tracks.map((track) => subjectName(track.subject, names, texts)));
  const genes = (props.insight.inputsUsed ?? []).filter((input) => !input.date);
  // What has a date and is neither the gene nor one of the drawn series is an answer.
  const answers = (props.insight.inputsUsed ?? []).filter((input) => input.date && !trackNames.has(input.name));
  return (
    <div class="fusion">
      <section>
        <h4>
          <KindShape kind="genome" />
          {texts.say('fusion.genome')}
        </h4>
        {genes.map((gene) => (
          <p key={gene.name}>
            <strong>{gene.name}</strong>: {gene.value}
          </p>
        ))}
        {genes.length === 0 && genotype !== null && <p>{texts.say('fusion.genotype', { genotype })}</p>}
      </section>
      <section>
        <h4>
          <KindShape kind="checkup" />
          {texts.say('fusion.checkup')}
        </h4>
        {answers.length > 0 && (
          <>
            <p>
              <strong>{texts.say('fusion.answers')}</strong>
            </p>
            <ul>
              {answers.map((answer, index) => (
                <li key={index}>
                  {day(answer.date ?? '', texts.language)}: {measured(answer.value ?? '', answer.unit, texts)}
                </li>
              ))}
            </ul>
          </>
        )}
        <Sparks signals={tracks.filter((track) => !isDaily(track)).map(named)} />
      </section>
      <section>
        <h4>
          <KindShape kind="lifestyle" />
          {texts.say('fusion.lifestyle')}
        </h4>
        <Sparks signals={tracks.filter(isDaily).map(named)} />
      </section>
      <Lines lines={textsOf(facts, 'lines')} />
    </div>
  );
}

function Lines(props: { lines: string[] }) {
  const texts = useTexts();
  if (props.lines.length === 0) {
    return null;
  }
  return (
    <section class="lines">
      <h4>{texts.say('fusion.lines')}</h4>
      <ul>
        {props.lines.map((line) => (
          <li key={line}>
            <Words text={line} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function tracksOf(insight: Insight): Track[] {
  return groupsOf(insight.result, 'tracks')
    .map((track) => ({
      subject: textOf(track, 'subject') ?? '',
      points: groupsOf(track, 'points').flatMap((point) => {
        const date = textOf(point, 'date');
        const value = numberOf(point, 'value');
        return date === null || value === null ? [] : [{ date, value }];
      }),
    }))
    .filter((track) => track.points.length > 0);
}
