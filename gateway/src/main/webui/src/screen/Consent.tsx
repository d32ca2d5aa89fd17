import { useEffect, useState } from 'preact/hooks';
import { consents, decide, Failed } from '../api/client';
import type { Consents, Report } from '../api/types';
import { Heading } from '../part/Heading';
import { Decisions } from '../part/Decisions';
import { Family } from '../part/Family';
import { Switch } from '../part/Switch';
import { type Cell, centres, INSTITUTE, isCell, OF_CENTRES, OF_INSTITUTE } from '../report/consent';
import { centreName } from '../report/names';
import { usePerson } from '../report/person';
import { useTexts } from '../text/text';
import { Looks } from './Looks';
import { WrongLink } from './WrongLink';

/** Purposes and kinds of data as plain sentences with a switch each; then who looked. */
export function Consent() {
  const texts = useTexts();
  const person = usePerson();
  const [known, setKnown] = useState<Consents | 'failed' | null>(null);
  const [asked, setAsked] = useState<Cell | null>(null);
  const [said, setSaid] = useState<{ cell: Cell; words: string } | null>(null);
  useEffect(() => {
    consents(texts.language).then(setKnown, (failure: unknown) => {
      if (failure instanceof Failed && failure.why === 'signedOut') {
        person.signedOut();
      }
      setKnown('failed');
    });
  }, [texts.language]);

  const change = async (cell: Cell, textId: string | undefined, open: boolean) => {
    setAsked(null);
    try {
      const decision = { ...cell, decision: open ? 'withdraw' : 'grant', textId, language: texts.language };
      await decide(decision, crypto.randomUUID());
      const before = saidCount(person.report);
      setKnown(await consents(texts.language));
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
  const cells = (all: Consents, purpose: string, grantee: string, categories: string[], lose: (category: string) => string) => (
    <ul class="rows">
      {categories.map((category) => {
        const cell = { purpose, category, grantee };
        return (
          <Switch
            key={category}
            cell={cell}
            lose={lose(category)}
            history={all.decisions}
            asked={isCell(asked, cell)}
            said={said !== null && isCell(said.cell, cell) ? said.words : ''}
            onAsk={setAsked}
            onDecide={(open) => void change(cell, all.texts.find((text) => text.purpose === purpose)?.textId, open)}
          />
        );
      })}
    </ul>
  );
  const lose = (category: string) => texts.find(`data.${category}.lose`) ?? '';
  const words = (all: Consents, purpose: string) => (
    <>
      <p>{all.texts.find((text) => text.purpose === purpose)?.words}</p>
      <p>{texts.find(`purpose.${purpose}.means`)}</p>
    </>
  );

  return (
    <>
      <Heading title={texts.say('nav.consent')}>{texts.say('consent.title')}</Heading>
      <p>{texts.say('consent.lead')}</p>
      <p>{texts.say('consent.law')}</p>
      {known === null && <p>{texts.say('consent.loading')}</p>}
      {known === 'failed' && <p class="note">{texts.say('consent.failed')}</p>}
      {known !== null && known !== 'failed' && (
        <>
          <div class="answers">
            {OF_INSTITUTE.map(({ purpose, categories }) => (
              <section key={purpose}>
                <h2>{texts.find(`purpose.${purpose}`)}</h2>
                {words(known, purpose)}
                {cells(known, purpose, INSTITUTE, categories, lose)}
              </section>
            ))}
            <section>
              <h2>{texts.find('purpose.care')}</h2>
              {words(known, 'care')}
              {centres(person.report, known.decisions).map((centre) => (
                <div key={centre}>
                  <h3>{texts.say('consent.centre', { centre: centreName(centre, texts) })}</h3>
                  {cells(known, 'care', centre, OF_CENTRES, () => texts.say('consent.lose.care'))}
                </div>
              ))}
            </section>
            <Family history={known.decisions}>
              {(grantee, categories) =>
                cells(known, 'own_access', grantee, categories, (category) =>
                  texts.find(`data.${category}.lose.family`) ?? '',
                )
              }
            </Family>
          </div>
          <Decisions history={known.decisions} />
        </>
      )}
      <Looks />
      <WrongLink />
    </>
  );
}

function saidCount(report: Report): number {
  return (report.insights?.insights ?? []).filter((insight) => insight.result !== undefined).length;
}
