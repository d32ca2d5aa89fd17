import { describe, expect, it } from 'vitest';
import type { Day, Decided, Insight, Look } from '../src/api/types';
import { centres, family, inForce, isOpen } from '../src/report/consent';
import { linesOf } from '../src/report/looks';
import { byReason, sectionsOf, yearSentence } from '../src/report/sections';
import { chanceAround, directionOf, pictureOf } from '../src/report/setpoint';
import { middle, monday, sideOf, weeksOf } from '../src/report/weeks';
import { routeOf } from '../src/route';
import { answerOf, challengeOf, hintOf } from '../src/session';
import { fused, refusal, setpoint, report } from './samples';

const of = (insights: Insight[]) => ({ insights, notices: [] });

describe('refusals', () => {
  it('say once what holds for several things, with the names of all', () => {
    const of = (id: string, summary: string, reason: string): Insight => ({ ...refusal(reason), id, summary });
    const groups = byReason([
      of('1', '허리둘레: 자료가 없어요.', 'NOT_SERVED'),
      of('2', '악력: 자료가 없어요.', 'NOT_SERVED'),
      of('3', '키: 범위를 벗어나요.', 'NOT_SERVED'),
      of('4', '말씀드릴 수 없어요.', 'INPUT_MISSING'),
    ]);
    expect(groups.get('NOT_SERVED')?.map((said) => [said.names, said.sentence])).toEqual([
      [['허리둘레', '악력'], '자료가 없어요.'],
      [['키'], '범위를 벗어나요.'],
    ]);
    expect(groups.get('INPUT_MISSING')?.map((said) => [said.names, said.sentence])).toEqual([[[], '말씀드릴 수 없어요.']]);
  });
});

describe('home', () => {
  it('shows at most three changes and puts the rest behind more', () => {
    const sections = sectionsOf(of(['A', 'B', 'C', 'D'].map((item) => setpoint(item, 'changed'))));
    expect(sections.changed.map((insight) => insight.subject)).toEqual(['A', 'B', 'C']);
    expect(sections.more.map((insight) => insight.subject)).toEqual(['D']);
  });

  it('loses no insight and shows none twice', () => {
    const all = [setpoint('A', 'changed'), fused('context'), setpoint('B', 'stable'), setpoint('C', 'next'), setpoint('D', 'matters'), setpoint('E', 'matters')];
    const sections = sectionsOf(of(all));
    const shown = Object.values(sections).flat() as Insight[];
    expect(shown.map((insight) => insight.id).sort()).toEqual(all.map((insight) => insight.id).sort());
  });

  it('keeps the plan, what-ifs and disagreements apart, each once', () => {
    const of2 = (model: string, place: string): Insight => ({ ...setpoint(model, place as 'next'), model, id: `${model}:${place}` });
    const all = [of2('plan', 'next'), of2('what_if', 'context'), of2('discordance', 'next'), of2('next_measurement', 'next')];
    const sections = sectionsOf(of(all));
    expect(sections.plan.map((insight) => insight.model)).toEqual(['plan']);
    expect(sections.whatIf.map((insight) => insight.model)).toEqual(['what_if']);
    expect(sections.disagree.map((insight) => insight.model)).toEqual(['discordance']);
    expect(sections.next.map((insight) => insight.model)).toEqual(['next_measurement']);
    const shown = Object.values(sections).flat() as Insight[];
    expect(shown).toHaveLength(all.length);
  });

  it('shows what needs all three kinds of data, as the next step where it is one', () => {
    expect(sectionsOf(of([setpoint('C', 'next'), fused('next')])).next[0]?.model).toBe('aldh2_alcohol');
    expect(sectionsOf(of([fused('context')])).together).toHaveLength(1);
    expect(sectionsOf(of([fused('next')])).together).toHaveLength(0);
  });

  it('says the year in one sentence', () => {
    const insights = of([setpoint('A', 'changed'), setpoint('B', 'stable'), setpoint('C', 'next'), setpoint('D', 'stable', 1)]);
    expect(yearSentence(insights, 2025)).toMatchObject({ key: 'year.now.some', total: 3, same: 2 });
    expect(yearSentence(insights, 2026)).toMatchObject({ key: 'year.past.some', year: '2025' });
    expect(yearSentence(of([setpoint('B', 'stable')]), 2025).key).toBe('year.now.all');
  });

  it('tells a first visit, nothing to compare and explanations that are away apart', () => {
    expect(yearSentence(of([setpoint('A', 'stable', 1)]), 2025).key).toBe('year.first');
    expect(yearSentence(of([]), 2025).key).toBe('year.none');
    expect(yearSentence(undefined, 2025).key).toBe('year.unavailable');
  });
});

describe('the picture of an item', () => {
  const series = {
    item: 'GGT',
    unit: 'U/L',
    points: [
      { date: '2023-03-10', value: '40', centre: 'seoul' },
      { date: '2024-03-10', value: '41.0', centre: 'busan' },
      { date: '2025-03-10', value: '69', centre: 'seoul' },
    ],
  };

  it('marks what was left out, with its reason, and keeps the reported text', () => {
    const insight = setpoint('GGT', 'changed');
    insight.result = {
      series: [
        { date: '2023-03-10', value: 40, verdict: 'FIRST' },
        { date: '2025-03-10', value: 69, verdict: 'RISE', change_pct: 72.5 },
      ],
      left_out: [{ date: '2024-03-10', reason: 'PRELIMINARY' }, { date: '2024-03-10', reason: 'HELD' }],
      rcv_up_pct: 33,
      rcv_down_pct: -25,
      interval_low: 30,
      interval_high: 46,
      population_high: 60,
    };
    const picture = pictureOf(insight, series);
    expect(picture.visits.map((visit) => visit.left)).toEqual([false, true, false]);
    expect(picture.visits[1]).toMatchObject({ text: '41.0', leftReason: 'PRELIMINARY' });
    expect(picture.population).toEqual({ low: null, high: 60 });
    expect(picture.leftOut.map((left) => left.reason)).not.toContain('HELD');
    expect(directionOf(picture.visits[2])).toBe('up');
    // From the used value before it, 40, not from the one that was left out.
    expect(chanceAround(picture, 2)).toEqual({ low: 30, high: 53.2 });
    expect(chanceAround(picture, 0)).toBeNull();
  });

  it('shows values alone where no insight exists, none of them as left out', () => {
    const picture = pictureOf(undefined, series);
    expect(picture.visits.map((visit) => visit.left)).toEqual([false, false, false]);
    expect(picture.own).toBeNull();
    expect(chanceAround(picture, 2)).toBeNull();
  });

  it('makes no number of a missing or strange one', () => {
    const insight = setpoint('GGT', 'stable');
    insight.result = { interval_low: 'low', interval_high: null, series: [null, { date: '2025-03-10' }] };
    expect(pictureOf(insight, { item: 'GGT', points: [{ date: '2025-01-01', value: 'n/a' }] })).toMatchObject({ own: null, visits: [] });
  });

  it('calls a value outside its expectation changed, but never the first one', () => {
    const visit = { date: '', value: 1, text: '1', centre: null, changePct: null, left: false, leftReason: null };
    expect(directionOf({ ...visit, verdict: 'STABLE', expectation: 'BELOW' })).toBe('down');
    expect(directionOf({ ...visit, verdict: 'FIRST', expectation: 'ABOVE' })).toBeNull();
  });
});

describe('weeks', () => {
  const start = Date.parse('2025-01-06T00:00:00Z');
  const days = (count: number, source: string, value: (index: number) => number): Day[] =>
    Array.from({ length: count }, (_, index) => ({
      day: new Date(start + index * 86_400_000).toISOString().slice(0, 10),
      signal: 'steps',
      value: String(value(index)),
      statistic: 'sum',
      source,
    }));

  it('begin on Monday', () => {
    expect(monday('2025-01-12')).toBe('2025-01-06');
    expect(monday('2025-01-13')).toBe('2025-01-13');
    expect(monday('no day')).toBeNull();
  });

  it('take one source, so that two devices never add up', () => {
    const weeks = weeksOf([...days(14, 'phone', () => 5000), ...days(10, 'watch', () => 7000)], 'steps', ['sum']);
    expect(weeks).toMatchObject({ source: 'phone', otherSources: ['watch'] });
    expect(weeks?.weeks.map((week) => week.mean)).toEqual([5000, 5000]);
  });

  it('count a day without a value as no day, and mark weeks with fewer than four', () => {
    const weeks = weeksOf(days(10, 'phone', () => 5000), 'steps', ['sum']);
    expect(weeks?.weeks.map((week) => week.few)).toEqual([false, true]);
    expect(weeks?.judged).toBe(0);
  });

  it('draw no typical band before eight full weeks, and compare the newest full week with those before it', () => {
    expect(weeksOf(days(8 * 7, 'phone', () => 5000), 'steps', ['sum'])?.typical).toBeNull();
    const weeks = weeksOf(days(9 * 7 + 2, 'phone', (index) => (index >= 56 ? 2000 : 5000 + (index % 7))), 'steps', ['sum']);
    expect(weeks?.typical?.low).toBeCloseTo(5003);
    expect(weeks && sideOf(weeks)).toBe('down');
  });

  it('know nothing of a signal without days', () => {
    expect(weeksOf([], 'steps', ['sum'])).toBeNull();
    expect(weeksOf([{ day: '2025-01-06', signal: 'steps', value: '', statistic: 'sum' }], 'steps', ['sum'])).toBeNull();
  });

  it('put eight of ten inside the middle', () => {
    expect(middle([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])).toEqual({ low: 2, high: 10 });
  });
});

describe('consent', () => {
  const cell = { purpose: 'care', category: 'checkup', grantee: 'seoul' };
  const decided = (decision: string, givenAt: string, validTo = '2030-01-01T00:00:00Z'): Decided => ({ consentId: givenAt + decision, ...cell, decision, givenAt, validTo });
  const now = Date.parse('2026-01-01T00:00:00Z');

  it('is off without a decision', () => {
    expect(isOpen(inForce([], cell), now)).toBe(false);
  });

  it('names the centres where the person has been and the family members whom they named', () => {
    const been = report([]);
    been.record!.checkups = [{ centre: 'busan' }, { centre: 'seoul' }, { centre: 'busan' }];
    const mother = { ...decided('grant', '2025-01-01T00:00:00Z'), purpose: 'own_access', grantee: 'proxy:mother' };
    expect(centres(been, [decided('grant', '2025-01-01T00:00:00Z'), mother])).toEqual(['busan', 'seoul']);
    expect(family([mother, decided('grant', '2025-01-01T00:00:00Z'), mother])).toEqual(['proxy:mother']);
  });

  it('follows the latest decision, and of several at once the strictest', () => {
    const grant = decided('grant', '2025-01-01T00:00:00Z');
    expect(isOpen(inForce([grant], cell), now)).toBe(true);
    expect(isOpen(inForce([decided('withdraw', '2025-06-01T00:00:00Z'), grant], cell), now)).toBe(false);
    expect(isOpen(inForce([decided('withdraw', '2025-01-01T00:00:00Z'), grant], cell), now)).toBe(false);
  });

  it('ends when the grant ends, and does not leak into other cells', () => {
    expect(isOpen(inForce([decided('grant', '2023-01-01T00:00:00Z', '2025-01-01T00:00:00Z')], cell), now)).toBe(false);
    expect(inForce([decided('grant', '2025-01-01T00:00:00Z')], { ...cell, category: 'genetic_raw' })).toBeNull();
    expect(inForce([decided('grant', '2025-01-01T00:00:00Z')], { ...cell, grantee: 'busan' })).toBeNull();
  });
});

describe('who looked', () => {
  const look = (sequence: number, actorRole: string, decision = 'permit'): Look => ({ sequence, at: `2026-03-01T0${sequence}:00:00Z`, actorRole, actor: 'x', action: 'record.read', purpose: 'care', decision });

  it('groups a program’s reads of a day, but no person’s and no refusal', () => {
    const lines = linesOf([look(5, 'service'), look(4, 'service'), look(3, 'service', 'deny'), look(2, 'clinician'), look(1, 'clinician')]);
    expect(lines.map((line) => [line.look.sequence, line.times])).toEqual([[5, 2], [3, 1], [2, 1], [1, 1]]);
  });
});

describe('addresses', () => {
  it('name a screen, and home for all that is unknown', () => {
    expect(routeOf('#/item/10*3%2FuL')).toEqual({ screen: 'item', item: '10*3/uL' });
    expect(routeOf('#/record')).toEqual({ screen: 'record' });
    expect(routeOf('#/%E0%A4%A')).toEqual({ screen: 'home' });
    expect(routeOf('#/item/%E0%A4%A')).toEqual({ screen: 'item', item: '%E0%A4%A' });
    expect(routeOf('')).toEqual({ screen: 'home' });
  });

  it('bring a provider’s answer only where one is', () => {
    expect(answerOf('#state=a&code=b')?.get('code')).toBe('b');
    expect(answerOf('#state=a&error=login_required')?.get('error')).toBe('login_required');
    expect(answerOf('#code=b')).toBeNull();
    expect(answerOf('#/item/HGB')).toBeNull();
    expect(answerOf('')).toBeNull();
  });

  it('name somebody to sign in only in the form of a name', () => {
    expect(hintOf('#login=0190-ab')).toBe('0190-ab');
    expect(hintOf('#login=')).toBeNull();
    expect(hintOf('#login=a&prompt=none')).toBeNull();
  });
});

describe('a challenge', () => {
  it('asks for a stronger sign-in, and only that challenge does', () => {
    const header = 'Bearer error="insufficient_user_authentication", acr_values="2", max_age=900';
    expect(challengeOf(header)).toEqual({ level: '2', maxAge: 900 });
    expect(challengeOf('Bearer error="invalid_token"')).toBeNull();
    expect(challengeOf('Bearer')).toBeNull();
    expect(challengeOf(null)).toBeNull();
  });
});
