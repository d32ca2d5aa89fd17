import { useState } from 'preact/hooks';
import type { Checkup, Genome, Statement, Value } from '../api/types';
import { Heading } from '../part/Heading';
import { TakeAlong } from '../part/TakeAlong';
import { Words } from '../part/Words';
import { centreName, valueName } from '../report/names';
import { usePerson } from '../report/person';
import { itemAddress } from '../route';
import { day, decimalText, localDate, measured, number } from '../text/format';
import { useTexts, type Texts } from '../text/text';

/** The record by time: visits newest first, what each brought, and the gene tests. */
export function Record() {
  const texts = useTexts();
  const { report } = usePerson();
  const checkups = [...(report.record?.checkups ?? [])].sort((first, second) =>
    (localDate(second.time) ?? '').localeCompare(localDate(first.time) ?? ''),
  );
  const years = new Map<string, Checkup[]>();
  for (const checkup of checkups) {
    const year = localDate(checkup.time)?.slice(0, 4) ?? '';
    years.set(year, [...(years.get(year) ?? []), checkup]);
  }
  return (
    <>
      <Heading title={texts.say('nav.record')}>
        {checkups.length > 0
          ? texts.say('record.title', { count: checkups.length })
          : texts.say(report.record === undefined ? 'record.unavailable' : 'record.title.none')}
      </Heading>
      {[...years].map(([year, visits]) => (
        <section key={year} class="year">
          <h2>{year === '' ? texts.say('record.undated') : texts.say('record.year', { year })}</h2>
          {visits.map((visit, index) => (
            <Visit key={visit.checkupId ?? index} visit={visit} />
          ))}
        </section>
      ))}
      <Genomes genomes={report.record?.genomes ?? []} />
      <TakeAlong />
    </>
  );
}

function Visit(props: { visit: Checkup }) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const { visit } = props;
  const date = localDate(visit.time);
  const values = visit.observations ?? [];
  return (
    <article class="card visit">
      <h3>{date === null ? texts.say('record.undated') : day(date, texts.language, visit.time?.precision)}</h3>
      <p class="quiet">
        {[centreName(visit.centre, texts), texts.say('record.values', { count: values.length })]
          .filter((part) => part !== '')
          .join(' · ')}
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{texts.say('record.show')}</summary>
        {open && (
          <>
            <Values values={values} />
            <Statements statements={visit.statements ?? []} />
            <Documents visit={visit} />
          </>
        )}
      </details>
    </article>
  );
}

function Values(props: { values: Value[] }) {
  const texts = useTexts();
  const { names } = usePerson();
  const groups = new Map<string, Value[]>();
  for (const value of props.values) {
    const category = value.category ?? 'other';
    groups.set(category, [...(groups.get(category) ?? []), value]);
  }
  return (
    <>
      {[...groups].map(([category, values]) => (
        <section key={category}>
          <h4>{texts.find(`category.${category}`) ?? category}</h4>
          <ul class="rows">
            {values.map((value, index) => {
              const name = <Words text={valueName(value, names)} />;
              return (
                <li key={index} class="row">
                  <span>{value.item && value.unit ? <a href={itemAddress(value.item)}>{name}</a> : name}</span>
                  <span class="amount">
                    <ValueWords value={value} />
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

function ValueWords(props: { value: Value }) {
  const texts = useTexts();
  const { value } = props;
  return (
    <>
      <Words text={valueText(value, texts)} />
      {value.implausible && <span class="quiet when">{texts.say('value.implausible')}</span>}
      {value.unmapped && (
        <span class="quiet when">
          {texts.say('value.unmapped')} ({texts.say('record.sentWords')})
        </span>
      )}
      {value.referenceRange && (
        <span class="quiet when">{texts.say('record.reference', { range: value.referenceRange })}</span>
      )}
    </>
  );
}

/** A value in words. Missing, not done, unknown, not understood and zero each have their own. */
export function valueText(value: Value, texts: Texts): string {
  if (value.absent) {
    return texts.find(`value.${value.absent}`) ?? texts.say('value.missing');
  }
  if (value.unmapped) {
    return `${value.rawValue ?? value.value ?? ''} ${value.rawUnit ?? ''}`.trim() || texts.say('value.unmapped');
  }
  if (value.value === undefined || value.value === '') {
    return value.rawValue ?? texts.say('value.missing');
  }
  const text = value.unit ? measured(value.value, value.unit, texts) : decimalText(value.value, texts.language);
  return value.comparator ? `${value.comparator} ${text}` : text;
}

function Statements(props: { statements: Statement[] }) {
  const texts = useTexts();
  if (props.statements.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{texts.say('record.statements')}</h4>
      <ul class="rows">
        {props.statements.map((statement, index) => (
          <li key={index} class="row">
            <span class="quiet">{texts.find(`statement.${statement.kind}`) ?? statement.kind}</span>
            <span class="amount">
              <Words
                text={
                  statement.text ||
                  (statement.codes ?? []).map((code) => code.display || code.code || '').join(', ') ||
                  texts.say('value.unmapped')
                }
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Documents(props: { visit: Checkup }) {
  const texts = useTexts();
  const documents = props.visit.documents ?? [];
  if (documents.length === 0) {
    return null;
  }
  return (
    <section>
      <h4>{texts.say('record.documents')}</h4>
      {documents.map((document, index) => (
        <details key={index}>
          <summary>
            <Words text={document.title || document.kind || texts.say('record.documents')} />
          </summary>
          <p class="sent">
            <Words text={document.text ?? ''} />
          </p>
        </details>
      ))}
    </section>
  );
}

function Genomes(props: { genomes: Genome[] }) {
  const texts = useTexts();
  if (props.genomes.length === 0) {
    return null;
  }
  return (
    <section>
      <h2>{texts.say('record.genomes')}</h2>
      {props.genomes.map((genome, index) => (
        <article key={genome.genomeId ?? index} class="card">
          <h3>{genome.vendor || centreName(genome.centre, texts) || genome.technology || texts.say('record.genomes')}</h3>
          <p>
            {texts.say('record.genome', {
              variants: number(genome.variants ?? 0, 0, texts.language),
              noCalls: number(genome.noCalls ?? 0, 0, texts.language),
            })}
          </p>
          {genome.inQuestion && <p role="note">{texts.say('record.genome.in_question')}</p>}
          {genome.build && <p class="quiet">{texts.say('record.build', { build: genome.build })}</p>}
          {(genome.warnings ?? []).length > 0 && (
            <ul>
              {genome.warnings?.map((warning) => (
                <li key={warning}>
                  <Words text={warning} />
                </li>
              ))}
            </ul>
          )}
        </article>
      ))}
    </section>
  );
}
