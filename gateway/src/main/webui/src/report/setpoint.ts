import type { Insight, Series } from '../api/types';
import { groupsOf, numberOf, textOf } from './facts';

/** An interval of which either end may be open. */
export interface Range {
  low: number | null;
  high: number | null;
}

export interface Visit {
  date: string;
  value: number;
  /** As it was reported, where the timeline has it. */
  text: string;
  centre: string | null;
  verdict: string | null;
  expectation: string | null;
  changePct: number | null;
  /** Kept out of the person's usual. */
  left: boolean;
  leftReason: string | null;
}

/** What a picture of one item shows. Every part but the visits may be missing. */
export interface ItemPicture {
  unit: string;
  visits: Visit[];
  own: Range | null;
  population: Range | null;
  rcvUpPct: number | null;
  rcvDownPct: number | null;
  leftOut: { date: string; reason: string }[];
}

/** Held values are not named: a hint must be the same for everybody. */
const UNNAMED = new Set(['HELD']);

/** Joins the insight's own series with the timeline; values that only the timeline has were kept out of the usual. */
export function pictureOf(insight: Insight | undefined, series: Series | undefined): ItemPicture {
  const facts = insight?.result;
  const judged = new Map(groupsOf(facts, 'series').map((point) => [textOf(point, 'date') ?? '', point]));
  const leftOut = groupsOf(facts, 'left_out')
    .map((left) => ({ date: textOf(left, 'date') ?? '', reason: textOf(left, 'reason') ?? '' }))
    .filter((left) => !UNNAMED.has(left.reason));
  const visits: Visit[] = [];
  const taken = new Set<string>();
  for (const point of series?.points ?? []) {
    const value = Number(point.value);
    if (!Number.isFinite(value)) {
      continue;
    }
    const verdict = judged.get(point.date);
    const used = verdict !== undefined && numberOf(verdict, 'value') === value && !taken.has(point.date);
    if (used) {
      taken.add(point.date);
    }
    visits.push({
      date: point.date,
      value,
      text: point.value,
      centre: point.centre ?? null,
      verdict: used ? textOf(verdict, 'verdict') : null,
      expectation: used ? textOf(verdict, 'expectation') : null,
      changePct: used ? numberOf(verdict, 'change_pct') : null,
      left: judged.size > 0 && !used,
      leftReason: used ? null : (leftOut.find((left) => left.date === point.date)?.reason ?? null),
    });
  }
  for (const [date, point] of judged) {
    const value = numberOf(point, 'value');
    if (value !== null && date !== '' && !taken.has(date)) {
      visits.push(judgedOnly(date, value, point));
    }
  }
  visits.sort((first, second) => first.date.localeCompare(second.date));
  return {
    unit: series?.unit ?? textOf(facts, 'unit') ?? '',
    visits,
    own: range(facts, 'interval_low', 'interval_high'),
    population: range(facts, 'population_low', 'population_high'),
    rcvUpPct: numberOf(facts, 'rcv_up_pct'),
    rcvDownPct: numberOf(facts, 'rcv_down_pct'),
    leftOut,
  };
}

function judgedOnly(date: string, value: number, point: { [name: string]: unknown }): Visit {
  return {
    date,
    value,
    text: String(value),
    centre: null,
    verdict: textOf(point, 'verdict'),
    expectation: textOf(point, 'expectation'),
    changePct: numberOf(point, 'change_pct'),
    left: false,
    leftReason: null,
  };
}

function range(facts: Insight['result'], low: string, high: string): Range | null {
  const ends = { low: numberOf(facts, low), high: numberOf(facts, high) };
  return ends.low === null && ends.high === null ? null : ends;
}

/** The direction that a visit left the usual in: by chance's measure first, else by the person's own interval. */
export function directionOf(visit: Visit | undefined): 'up' | 'down' | null {
  if (visit === undefined || visit.left) {
    return null;
  }
  if (visit.verdict === 'RISE' || visit.verdict === 'FALL') {
    return visit.verdict === 'RISE' ? 'up' : 'down';
  }
  if (visit.verdict === 'FIRST') {
    return null;
  }
  if (visit.expectation === 'ABOVE' || visit.expectation === 'BELOW') {
    return visit.expectation === 'ABOVE' ? 'up' : 'down';
  }
  return null;
}

/** How far chance alone moves the value at an index, from the used value before it; null where that is not known. */
export function chanceAround(picture: ItemPicture, index: number): { low: number; high: number } | null {
  const last = picture.visits.findLastIndex((visit) => !visit.left);
  // The measure belongs to the last comparison; earlier visits had a method of their own.
  if (index !== last || picture.rcvUpPct === null || picture.rcvDownPct === null) {
    return null;
  }
  const before = picture.visits.slice(0, index).findLast((visit) => !visit.left);
  if (before === undefined) {
    return null;
  }
  const up = before.value * (1 + picture.rcvUpPct / 100);
  const down = before.value * (1 + picture.rcvDownPct / 100);
  return { low: Math.min(up, down), high: Math.max(up, down) };
}
