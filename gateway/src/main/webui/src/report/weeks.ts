import type { Day } from '../api/types';
import type { Range } from './setpoint';

export const FEWEST_DAYS = 4;
export const FEWEST_WEEKS = 8;
const SHOWN_WEEKS = 52;
const DAY_MS = 86_400_000;

export interface Week {
  /** Monday. */
  start: string;
  /** Mean of the days that have a value; days without one are no zeros. */
  mean: number;
  days: number;
  few: boolean;
}

/** One signal by week, from one source. */
export interface Weeks {
  signal: string;
  source: string;
  otherSources: string[];
  weeks: Week[];
  /** Index of the newest week with enough days, the one that is compared; -1 where there is none. */
  judged: number;
  /** Where eight in ten of the full weeks before it lay; null with fewer than {@link FEWEST_WEEKS} of them. */
  typical: Range | null;
  earlierWeeks: number;
}

/** The newest year of a signal. The source with the most days stands for it, so nothing is counted twice. */
export function weeksOf(days: Day[], signal: string, statistics: string[]): Weeks | null {
  const own = days.filter(
    (day) => day.signal === signal && (day.statistic === undefined || statistics.includes(day.statistic)),
  );
  const bySource = new Map<string, Map<string, number>>();
  for (const day of own) {
    const value = Number(day.value);
    if (day.value !== '' && Number.isFinite(value) && monday(day.day) !== null) {
      const source = day.source ?? '';
      bySource.set(source, (bySource.get(source) ?? new Map()).set(day.day, value));
    }
  }
  const sources = [...bySource].sort(([a, first], [b, second]) => second.size - first.size || a.localeCompare(b));
  const chosen = sources[0];
  if (chosen === undefined) {
    return null;
  }
  const weeks = grouped(chosen[1]).slice(-SHOWN_WEEKS);
  const judged = weeks.findLastIndex((week) => !week.few);
  const earlier = weeks.slice(0, Math.max(0, judged)).filter((week) => !week.few);
  return {
    signal,
    source: chosen[0],
    otherSources: sources.slice(1).map(([source]) => source),
    weeks,
    judged,
    typical: earlier.length < FEWEST_WEEKS ? null : middle(earlier.map((week) => week.mean)),
    earlierWeeks: earlier.length,
  };
}

function grouped(days: Map<string, number>): Week[] {
  const values = new Map<string, number[]>();
  for (const [day, value] of days) {
    const start = monday(day) ?? day;
    values.set(start, [...(values.get(start) ?? []), value]);
  }
  return [...values]
    .sort(([first], [second]) => first.localeCompare(second))
    .map(([start, list]) => ({
      start,
      mean: list.reduce((sum, value) => sum + value, 0) / list.length,
      days: list.length,
      few: list.length < FEWEST_DAYS,
    }));
}

/** The Monday of a local day's week; null for what is no date. */
export function monday(day: string): string | null {
  const at = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(at)) {
    return null;
  }
  const sinceMonday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

/** The 10th and 90th percentile, interpolated between neighbours. */
export function middle(values: number[]): Range {
  const sorted = [...values].sort((first, second) => first - second);
  return { low: quantile(sorted, 0.1), high: quantile(sorted, 0.9) };
}

function quantile(sorted: number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (at - below);
}

/** The side on which the newest full week left the typical band, `within` it, or null where that cannot be said. */
export function sideOf(weeks: Weeks): 'up' | 'down' | 'within' | null {
  const last = weeks.weeks[weeks.judged];
  if (last === undefined || weeks.typical === null) {
    return null;
  }
  const { low, high } = weeks.typical;
  if (high !== null && last.mean > high) {
    return 'up';
  }
  return low !== null && last.mean < low ? 'down' : 'within';
}
