import type { Insight, Insights } from '../api/types';
import { groupsOf, numberOf, textOf } from './facts';

const MAX_CHANGED = 3;
const ALL_KINDS = ['checkup', 'genome', 'lifestyle'];

/** What home shows, and where. Each insight is in one place only. */
export interface Sections {
  changed: Insight[];
  matters: Insight[];
  next: Insight[];
  together: Insight[];
  /** What to do, in order, and the next checkup. */
  plan: Insight[];
  /** What would change if something were changed. */
  whatIf: Insight[];
  /** What does not fit together. */
  disagree: Insight[];
  /** Everything else that says something, as cards. */
  more: Insight[];
  /** Items that are much like usual, as rows. */
  stable: Insight[];
  refusals: Insight[];
}

export function sectionsOf(insights: Insights | undefined): Sections {
  const said = (insights?.insights ?? []).filter((insight) => insight.refusal === undefined);
  const refusals = (insights?.insights ?? []).filter((insight) => insight.refusal !== undefined);
  const at = (place: string) => said.filter((insight) => insight.place === place);
  const changed = at('changed').slice(0, MAX_CHANGED);
  const matters = at('matters').slice(0, 1);
  const fused = said.find((insight) => ALL_KINDS.every((kind) => insight.kinds?.includes(kind)));
  // An action that rests on all three kinds comes first; it is then shown as the next step and not twice.
  const steps = at('next').filter((insight) => insight.model !== 'plan' && insight.model !== 'discordance');
  const next = fused?.place === 'next' ? [fused] : steps.slice(0, 1);
  const together = fused !== undefined && !shown(fused, changed, matters, next) ? [fused] : [];
  const left = said.filter((insight) => !shown(insight, changed, matters, next, together));
  const plan = left.filter((insight) => insight.model === 'plan');
  const whatIf = left.filter((insight) => insight.model === 'what_if');
  const disagree = left.filter((insight) => insight.model === 'discordance');
  const rest = left.filter((insight) => !shown(insight, plan, whatIf, disagree));
  return {
    changed,
    matters,
    next,
    together,
    plan,
    whatIf,
    disagree,
    more: rest.filter((insight) => !isRow(insight)),
    stable: rest.filter(isRow),
    refusals,
  };
}

function isRow(insight: Insight): boolean {
  return insight.model === 'setpoint' && insight.place === 'stable';
}

function shown(insight: Insight, ...places: Insight[][]): boolean {
  return places.some((place) => place.includes(insight));
}

/** The sentence of the year, as a text key and its places. */
export interface YearSentence {
  key:
    | 'year.now.some'
    | 'year.now.all'
    | 'year.past.some'
    | 'year.past.all'
    | 'year.first'
    | 'year.none'
    | 'year.unavailable';
  total: number;
  same: number;
  year: string;
  /** Day of the newest value that was compared; empty where there is none. */
  lastDay: string;
}

/** Counts the items with at least two visits: what did not change is much like usual. */
export function yearSentence(insights: Insights | undefined, thisYear: number): YearSentence {
  const setpoints = (insights?.insights ?? []).filter((insight) => insight.model === 'setpoint' && insight.result);
  const compared = setpoints.filter((insight) => visitsOf(insight) >= 2);
  const same = compared.filter((insight) => insight.place !== 'changed').length;
  const lastDay = setpoints.map((insight) => textOf(insight.result, 'date') ?? '').reduce(later, '');
  const year = lastDay.slice(0, 4);
  const counts = { total: compared.length, same, year, lastDay };
  if (insights === undefined) {
    return { key: 'year.unavailable', ...counts };
  }
  if (compared.length === 0) {
    return { key: setpoints.length > 0 ? 'year.first' : 'year.none', ...counts };
  }
  const when = year === String(thisYear) ? 'now' : 'past';
  return { key: same === compared.length ? `year.${when}.all` : `year.${when}.some`, ...counts };
}

function visitsOf(insight: Insight): number {
  return numberOf(insight.result, 'visits') ?? groupsOf(insight.result, 'series').length;
}

function later(first: string, second: string): string {
  return first > second ? first : second;
}

/** One sentence that holds for several things at once; `names` is empty where it names nothing. */
export type SharedRefusal = { id: string; names: string[]; sentence: string; help: string };

/** Refusals by reason, in the order they came; those that say the same of different things say it once. */
export function byReason(refusals: Insight[]): Map<string, SharedRefusal[]> {
  const groups = new Map<string, SharedRefusal[]>();
  for (const refusal of refusals) {
    const reason = refusal.refusal?.reason ?? '';
    const text = refusal.summary || refusal.refusal?.detail || '';
    const colon = text.indexOf(': ');
    const name = colon < 0 ? [] : [text.slice(0, colon)];
    const sentence = colon < 0 ? text : text.slice(colon + 2);
    const help = refusal.refusal?.wouldHelp ?? '';
    const group = groups.get(reason) ?? [];
    groups.set(reason, group);
    const same = group.find((other) => other.sentence === sentence && other.help === help);
    if (same) {
      same.names.push(...name);
    } else {
      group.push({ id: refusal.id, names: name, sentence, help });
    }
  }
  return groups;
}
