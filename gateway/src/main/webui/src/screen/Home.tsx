import { InsightCard } from '../part/InsightCard';
import { Heading } from '../part/Heading';
import { Notices } from '../part/Notices';
import { Refusals } from '../part/Refusals';
import { Why } from '../part/Why';
import { Words } from '../part/Words';
import type { Insight, Report } from '../api/types';
import { usePerson } from '../report/person';
import { sectionsOf, yearSentence, type Sections } from '../report/sections';
import { itemAddress } from '../route';
import { day } from '../text/format';
import { useTexts, type Key } from '../text/text';

/** What changed, what matters, what to do next; before all of it a request to call, where there is one. */
export function Home() {
  const texts = useTexts();
  const { report } = usePerson();
  const notices = report.insights?.notices ?? [];
  if (notices.length > 0) {
    return (
      <>
        <Notices notices={notices} />
        <details class="fold">
          <summary>{texts.say('home.other')}</summary>
          <Body />
        </details>
      </>
    );
  }
  const year = yearSentence(report.insights, new Date().getFullYear());
  const sentence = texts.say(year.key, { total: year.total, same: year.same, year: year.year });
  return (
    <>
      <Heading title={texts.say('nav.home')}>{sentence}</Heading>
      {year.lastDay !== '' && (
        <p class="quiet">
          {texts.say('year.basis', {
            date: day(year.lastDay, texts.language),
            refused: sectionsOf(report.insights).refusals.filter((refusal) => refusal.model === 'setpoint').length,
          })}
        </p>
      )}
      <Body />
    </>
  );
}

function Body() {
  const texts = useTexts();
  const { report } = usePerson();
  const sections = sectionsOf(report.insights);
  return (
    <>
      <Absent report={report} />
      {report.insights !== undefined && (
        <Answers sections={sections} compared={yearSentence(report.insights, 0).total > 0} />
      )}
      <Plan plan={sections.plan} />
      <p class="held">{texts.say('home.held')}</p>
      <Rest sections={sections} />
    </>
  );
}

/** Before anything was compared nothing can have stayed the same, so nothing is said of change. */
function Answers(props: { sections: Sections; compared: boolean }) {
  const texts = useTexts();
  const { changed, matters, next, together } = props.sections;
  return (
    <div class="answers">
      {props.compared && <Section title="home.changed" insights={changed} none={texts.say('home.changed.none')} />}
      <div>
        {matters.length > 0 && <Section title="home.matters" insights={matters} />}
        <Section title="home.next" insights={next} none={texts.say('home.next.none')} />
        {together.length > 0 && <Section title="home.together" insights={together} />}
      </div>
    </div>
  );
}

function Section(props: { title: Key; insights: Insight[]; none?: string }) {
  const texts = useTexts();
  return (
    <section>
      <h2>{texts.say(props.title)}</h2>
      {props.insights.map((insight) => (
        <InsightCard key={insight.id} insight={insight} />
      ))}
      {props.insights.length === 0 && <p>{props.none}</p>}
    </section>
  );
}

/** What to do in order of worth, and what the next checkup should look at. */
function Plan(props: { plan: Insight[] }) {
  const texts = useTexts();
  if (props.plan.length === 0) {
    return null;
  }
  return (
    <section class="plan">
      <h2>{texts.say('home.plan')}</h2>
      <ol class="rows">
        {props.plan.map((insight) => (
          <li key={insight.id}>
            <Words text={insight.summary ?? ''} />
            <Why insight={insight} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Folded(props: { title: Key; insights: Insight[] }) {
  const texts = useTexts();
  if (props.insights.length === 0) {
    return null;
  }
  return (
    <details class="fold">
      <summary>{texts.say(props.title, { count: props.insights.length })}</summary>
      <div class="cards">
        {props.insights.map((insight) => (
          <InsightCard key={insight.id} insight={insight} />
        ))}
      </div>
    </details>
  );
}

function Rest(props: { sections: Sections }) {
  const texts = useTexts();
  const { whatIf, disagree, more, stable, refusals } = props.sections;
  return (
    <>
      <Folded title="home.whatIf" insights={whatIf} />
      <Folded title="home.disagree" insights={disagree} />
      <Folded title="home.more" insights={more} />
      {stable.length > 0 && (
        <details class="fold">
          <summary>{texts.say('home.stable', { count: stable.length })}</summary>
          <ul class="rows">
            {stable.map((insight) => (
              <li key={insight.id}>
                <a href={itemAddress(insight.subject ?? '')}>
                  <Words text={insight.summary ?? insight.subject ?? ''} />
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
      <Refusals refusals={refusals} />
    </>
  );
}

/** Parts that could not be had, and data that consent keeps out: named, never left out silently. */
function Absent(props: { report: Report }) {
  const texts = useTexts();
  const { reload } = usePerson();
  const unavailable = props.report.unavailable ?? [];
  const withheld = props.report.record?.withheld ?? [];
  return (
    <>
      {unavailable.length > 0 && (
        <div class="note">
          {unavailable.map((away) => (
            <p key={away.part}>
              {texts.find(`home.unavailable.${away.part}`) ??
                texts.say('home.unavailable.other', { part: away.part })}
            </p>
          ))}
          <p>
            <button type="button" class="button" onClick={() => void reload()}>
              {texts.say('app.retry')}
            </button>
          </p>
        </div>
      )}
      {withheld.length > 0 && (
        <div class="note">
          <p>
            {texts.say('home.withheld', {
              kinds: withheld.map((kept) => texts.find(`data.${kept.category}`) ?? kept.category).join(', '),
            })}
          </p>
          <p>
            <a class="button" href="#/consent">
              {texts.say('home.withheld.open')}
            </a>
          </p>
        </div>
      )}
    </>
  );
}
