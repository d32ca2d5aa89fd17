import { scaleLinear, scaleUtc } from 'd3-scale';
import { line } from 'd3-shape';
import type { Range } from '../report/setpoint';

/** Sizes in CSS pixels; `rem` is 1 at the default text size, 2 where the reader doubled it. */
export interface Size {
  width: number;
  rem: number;
}

export interface Band {
  from: number;
  to: number;
  /** Whether that end is a limit (an edge is drawn) or runs out of the picture. */
  fromEdge: boolean;
  toEdge: boolean;
}

export interface Tick {
  at: number;
  value: number;
}

export interface NumberLine {
  width: number;
  height: number;
  /** Vertical places: the line itself, and half the heights of the two bands around it. */
  middle: number;
  ownHalf: number;
  othersHalf: number;
  dot: number;
  own: Band | null;
  population: Band | null;
  ticks: Tick[];
}

const SIDE = 14;
const MIN_WIDTH = 160;
const LABEL = 20;
const OWN_HALF = 13;
const OTHERS_HALF = 20;

/** One value beside the person's own interval and that of others, on one straight scale that holds all of them. */
export function numberLine(value: number, own: Range | null, population: Range | null, size: Size): NumberLine {
  const width = Math.max(size.width, MIN_WIDTH);
  const [low, high] = padded([value, ...ends(own), ...ends(population)]);
  const x = scaleLinear([low, high], [SIDE, width - SIDE]);
  return {
    width,
    height: Math.round(2 * OTHERS_HALF + (LABEL + 24) * size.rem),
    middle: Math.round(LABEL * size.rem) + OTHERS_HALF,
    ownHalf: OWN_HALF,
    othersHalf: OTHERS_HALF,
    dot: x(value),
    own: band(own, x, 0, width),
    population: band(population, x, 0, width),
    ticks: x.ticks(Math.max(2, Math.floor(width / (72 * size.rem)))).map((tick) => ({ at: x(tick), value: tick })),
  };
}

export interface TrendInput {
  points: { date: string; value: number; left: boolean }[];
  own: Range | null;
  population: Range | null;
  /** How far chance alone moves the selected point. */
  chance: { low: number; high: number } | null;
}

export interface Trend {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  points: { x: number; y: number }[];
  /** Path over the points that are in the series; those left out are not connected. */
  path: string;
  own: Band | null;
  population: Band | null;
  chance: { low: number; high: number } | null;
  valueTicks: Tick[];
  dateTicks: { at: number; date: string; precision: 'year' | 'month' }[];
}

const YEAR_MS = 365.25 * 86_400_000;

/** Values by their real dates. The scale always holds every value, both intervals and the measure of chance. */
export function trend(input: TrendInput, size: Size, labelChars: number): Trend {
  const width = Math.max(size.width, MIN_WIDTH);
  const height = Math.round(190 + 30 * size.rem);
  const left = Math.round(12 + labelChars * 8 * size.rem);
  const right = width - SIDE;
  const top = 12;
  const bottom = height - Math.round(24 * size.rem);
  const chanceEnds = input.chance === null ? [] : [input.chance.low, input.chance.high];
  const values = input.points.map((point) => point.value);
  const [low, high] = padded([...values, ...ends(input.own), ...ends(input.population), ...chanceEnds]);
  const y = scaleLinear([low, high], [bottom, top]).nice(4);
  const dates = input.points.map((point) => Date.parse(`${point.date}T00:00:00Z`));
  const [first, last] = dateSpan(dates);
  const x = scaleUtc([first, last], [left + SIDE, right - SIDE / 2]);
  const points = input.points.map((point, index) => ({ x: x(dates[index] ?? first), y: y(point.value) }));
  const joined = points.filter((_, index) => input.points[index]?.left === false);
  return {
    width,
    height,
    left,
    right,
    top,
    bottom,
    points,
    path: line<{ x: number; y: number }>((point) => point.x, (point) => point.y)(joined) ?? '',
    own: band(input.own, y, bottom, top),
    population: band(input.population, y, bottom, top),
    chance: input.chance === null ? null : { low: y(input.chance.low), high: y(input.chance.high) },
    valueTicks: y.ticks(4).map((tick) => ({ at: y(tick), value: tick })),
    dateTicks: dateTicks(x, last - first, (right - left) / size.rem),
  };
}

function dateTicks(x: ReturnType<typeof scaleUtc<number>>, span: number, width: number): Trend['dateTicks'] {
  const precision = span < 1.5 * YEAR_MS ? 'month' : 'year';
  // A month with its year needs about twice the room of a year.
  const room = precision === 'month' ? 116 : 62;
  const ticks = x
    .ticks(Math.max(1, Math.min(8, Math.floor(width / room))))
    .filter((tick) => precision === 'month' || tick.getUTCMonth() === 0)
    .filter((tick) => tick.getUTCDate() === 1);
  // The scale takes its count as a wish only.
  const every = Math.ceil((ticks.length * room) / width);
  return ticks
    .filter((_, index) => (ticks.length - 1 - index) % every === 0)
    .map((tick) => ({ at: x(tick), date: tick.toISOString().slice(0, 10), precision }));
}

/** One date alone gets half a year on either side. */
function dateSpan(dates: number[]): [number, number] {
  const first = Math.min(...dates);
  const last = Math.max(...dates);
  return first === last ? [first - YEAR_MS / 2, last + YEAR_MS / 2] : [first, last];
}

/** The extent of the values with an eighth of room on either side; amounts do not go below zero. */
export function padded(values: number[]): [number, number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = high === low ? Math.abs(high) / 8 || 1 : (high - low) / 8;
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function ends(range: Range | null): number[] {
  return [range?.low, range?.high].filter((end): end is number => typeof end === 'number');
}

function band(range: Range | null, scale: (value: number) => number, from: number, to: number): Band | null {
  if (range === null) {
    return null;
  }
  return {
    from: range.low === null ? from : scale(range.low),
    to: range.high === null ? to : scale(range.high),
    fromEdge: range.low !== null,
    toEdge: range.high !== null,
  };
}

/** Index of the point nearest to a horizontal place; null where there is none. */
export function nearest(points: { x: number }[], x: number): number | null {
  let best: number | null = null;
  for (const [index, point] of points.entries()) {
    const distance = Math.abs(point.x - x);
    if (best === null || distance < Math.abs((points[best]?.x ?? Infinity) - x)) {
      best = index;
    }
  }
  return best;
}

/** The point that a key moves to, or null for a key that moves nothing. */
export function moved(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return Math.max(0, index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return Math.min(count - 1, index + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

/** Places of people in a grid of ten columns (or 40 for a thousand), filled row by row. */
export function people(of: number): { columns: number; places: { column: number; row: number }[] } {
  const columns = of > 100 ? 40 : 10;
  return {
    columns,
    places: Array.from({ length: of }, (_, index) => ({ column: index % columns, row: Math.floor(index / columns) })),
  };
}

/** A small line without axes. */
export function spark(points: { date: string; value: number }[], width: number, height: number): {
  path: string;
  points: { x: number; y: number }[];
} {
  const dates = points.map((point) => Date.parse(`${point.date}T00:00:00Z`));
  const [first, last] = dateSpan(dates);
  const [low, high] = padded(points.map((point) => point.value));
  const x = scaleUtc([first, last], [6, width - 6]);
  const y = scaleLinear([low, high], [height - 6, 6]);
  const placed = points.map((point, index) => ({ x: x(dates[index] ?? first), y: y(point.value) }));
  return { path: line<{ x: number; y: number }>((point) => point.x, (point) => point.y)(placed) ?? '', points: placed };
}
