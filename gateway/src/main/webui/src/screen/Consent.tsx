import { useEffect, useRef, useState } from 'preact/hooks';
import { consents, decide, Failed } from '../api/client';
import type { Decided, Report } from '../api/types';
import { Heading } from '../part/Heading';
import { inForce, isOpen, PURPOSES, type Cell } from '../report/consent';
import { usePerson } from '../report/person';
import { day, moment } from '../text/format';
import { useTexts, type Key } from '../text/text';
import { Looks } from './Looks';
import { WrongLink } from './WrongLink';

/** Purposes and kinds of data as plain sentences with a switch each; then who looked. */
export function Consent() {
  const texts = useTexts();
  const person = usePerson();
  const [history, setHistory] = useState<Decided[] | 'failed' | null>(null);
  const [asked, setAsked] = useState<Cell | null>(null);
  const [said, setSaid] = useState<{ cell: Cell; words: string } | null>(null);
  useEffect(() => {
    consents().then(setHistory, (failure: unknown) => {
      if (failure instanceof Failed && failure.why === 'signedOut') {
        person.signedOut();
      }
      setHistory('failed');
    });
  }, []);

  const change = async (cell: Cell, textId: string, open: boolean) => {
    setAsked(null);
    try {
      const decision = { ...cell, decision: open ? 'withdraw' : 'grant', textId, language: texts.language };
      await decide(decision, crypto.randomUUID());
      const before = saidCount(person.report);
      setHistory(await consents());
      const after = await person.reload();
      setSaid({ cell, words: effect(after === null ? 0 : saidCount(after) - before) });
    } catch (failure) {
      if (failure instanceof Failed && failure.why === 'signedOut') {
        person.signedOut();
        return;
      }
      setSaid({ cell, words: texts.say('consent.notSaved') });
    }
  };
  const effect = (difference: number) => {
    if (difference === 0) {
      return texts.say('consent.done.same');
    }
    return texts.say(difference < 0 ? 'consent.done.less' : 'consent.done.more', { count: Math.abs(difference) });
  };

  return (
    <>
      <Heading title={texts.say('nav.consent')}>{texts.say('consent.title')}</Heading>
      <p>{texts.say('consent.lead')}</p>
      <p>{texts.say('consent.law')}</p>
      {history === null && <p>{texts.say('consent.loading')}</p>}
      {history === 'failed' && <p class="note">{texts.say('consent.failed')}</p>}
      {Array.isArray(history) && (
        <>
          <div class="answers">
            {PURPOSES.map(({ purpose, textId, categories }) => (
              <section key={purpose}>
                <h2>{texts.find(`purpose.${purpose}`)}</h2>
                <p>{texts.find(`purpose.${purpose}.means`)}</p>
                <ul class="rows">
                  {categories.map((category) => (
                    <Switch
                      key={category}
                      cell={{ purpose, category }}
                      history={history}
                      asked={isCell(asked, purpose, category)}
                      said={isCell(said?.cell, purpose, category) ? (said?.words ?? '') : ''}
                      onAsk={setAsked}
                      onDecide={(open) => void change({ purpose, category }, textId, open)}
                    />
                  ))}
                </ul>
              </section>
            ))}
          </div>
          <History history={history} />
        </>
      )}
      <Looks />
      <WrongLink />
    </>
  );
}

function isCell(cell: Cell | null | undefined, purpose: string, category: string): boolean {
  return cell?.purpose === purpose && cell.category === category;
}

function saidCount(report: Report): number {
  return (report.insights?.insights ?? []).filter((insight) => insight.result !== undefined).length;
}

/** One cell: a switch, and after a tap one question with the effect in words. On and off take the same two taps. */
function Switch(props: {
  cell: Cell;
  history: Decided[];
  asked: boolean;
  /** What came of the last change of this cell. */
  said: string;
  onAsk: (cell: Cell | null) => void;
  onDecide: (open: boolean) => void;
}) {
  const texts = useTexts();
  const yes = useRef<HTMLButtonElement>(null);
  const itself = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  const decided = inForce(props.history, props.cell);
  const open = isOpen(decided, Date.now());
  useEffect(() => {
    if (props.asked) {
      yes.current?.focus();
    } else if (wasAsked.current) {
      // The question is gone, and the focus with it: back to the switch it was about.
      itself.current?.focus();
    }
    wasAsked.current = props.asked;
  }, [props.asked]);
  const name = texts.say(`data.${props.cell.category}` as Key);
  return (
    <li class="consent">
      <button
        ref={itself}
        type="button"
        role="switch"
        aria-checked={open}
        class="switch"
        onClick={() => props.onAsk(props.asked ? null : props.cell)}
      >
        <span>{name}</span>
        <span class="state">
          <span class="track" aria-hidden="true">
            <span class="thumb" />
          </span>
          {texts.say(open ? 'consent.on' : 'consent.off')}
        </span>
      </button>
      {open && decided?.validTo && (
        <p class="quiet">{texts.say('consent.until', { date: day(decided.validTo.slice(0, 10), texts.language) })}</p>
      )}
      <p class="said" role="status">
        {props.said}
      </p>
      {props.asked && (
        <div class="ask" role="group" aria-label={name}>
          <p>
            <strong>{texts.say(open ? 'consent.ask.off' : 'consent.ask.on')}</strong>{' '}
            {texts.find(`data.${props.cell.category}.lose`)}
          </p>
          <p class="buttons">
            <button ref={yes} type="button" class="button primary" onClick={() => props.onDecide(open)}>
              {texts.say(open ? 'consent.yes.off' : 'consent.yes.on')}
            </button>
            <button type="button" class="button" onClick={() => props.onAsk(null)}>
              {texts.say('consent.no')}
            </button>
          </p>
        </div>
      )}
    </li>
  );
}

function History(props: { history: Decided[] }) {
  const texts = useTexts();
  if (props.history.length === 0) {
    return null;
  }
  return (
    <details class="fold">
      <summary>{texts.say('consent.history', { count: props.history.length })}</summary>
      <ul class="rows">
        {[...props.history].reverse().map((decided) => (
          <li key={decided.consentId}>
            {texts.find(`purpose.${decided.purpose}`) ?? decided.purpose},{' '}
            {texts.find(`data.${decided.category}`) ?? decided.category}:{' '}
            <strong>{texts.find(`consent.decision.${decided.decision}`) ?? decided.decision}</strong>
            <span class="quiet when">{moment(decided.givenAt, texts.language)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
