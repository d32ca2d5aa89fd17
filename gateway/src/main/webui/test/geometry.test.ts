import { describe, expect, it } from 'vitest';
import { moved, nearest, numberLine, padded, people, spark, trend } from '../src/chart/geometry';
import { tickDecimals } from '../src/chart/NumberLine';

const SIZE = { width: 340, rem: 1 };

describe('the number line', () => {
  it('holds the value and both intervals, in order', () => {
    const line = numberLine(69, { low: 30, high: 46 }, { low: 10, high: 60 }, SIZE);
    expect(line.own).toMatchObject({ fromEdge: true, toEdge: true });
    const { own, population, dot } = line;
    expect(population!.from).toBeGreaterThanOrEqual(0);
    expect(population!.from).toBeLessThan(own!.from);
    expect(own!.to).toBeLessThan(population!.to);
    expect(population!.to).toBeLessThan(dot);
    expect(dot).toBeLessThanOrEqual(line.width);
  });

  it('draws no edge where an interval has no limit', () => {
    const line = numberLine(38, null, { low: null, high: 60 }, SIZE);
    expect(line.own).toBeNull();
    expect(line.population).toMatchObject({ from: 0, fromEdge: false, toEdge: true });
  });

  it('stands alone where no interval is known', () => {
    const line = numberLine(0, null, null, SIZE);
    expect(Number.isFinite(line.dot)).toBe(true);
    expect(line.ticks.length).toBeGreaterThan(1);
  });

  it('gives ticks more room when text is doubled', () => {
    const range = { low: 100, high: 180 };
    expect(numberLine(140, range, null, { width: 340, rem: 2 }).ticks.length).toBeLessThan(
      numberLine(140, range, null, SIZE).ticks.length,
    );
  });
});

describe('the trend', () => {
  const points = [
    { date: '2016-03-10', value: 39, left: false },
    { date: '2020-03-10', value: 40, left: true },
    { date: '2021-03-10', value: 36, left: false },
    { date: '2025-03-10', value: 69, left: false },
  ];
  const picture = trend({ points, own: { low: 30, high: 46 }, population: { low: null, high: 60 }, chance: { low: 27, high: 48 } }, SIZE, 4);

  it('places visits by their real dates', () => {
    const x = picture.points.map((point) => point.x);
    expect((x[1]! - x[0]!) / (x[3]! - x[0]!)).toBeCloseTo(4 / 9, 2);
  });

  it('does not connect a value that was left out', () => {
    expect(picture.path.match(/[ML]/g)).toHaveLength(3);
    expect(picture.path).not.toContain(`${picture.points[1]!.x},`);
  });

  it('keeps every value, interval and measure of chance inside', () => {
    const heights = [...picture.points.map((point) => point.y), picture.own!.from, picture.own!.to, picture.population!.to, picture.chance!.low, picture.chance!.high];
    for (const y of heights) {
      expect(y).toBeGreaterThanOrEqual(picture.top);
      expect(y).toBeLessThanOrEqual(picture.bottom);
    }
    expect(picture.population).toMatchObject({ fromEdge: false, toEdge: true });
  });

  it('shows a single value in the middle', () => {
    const one = trend({ points: [points[0]!], own: null, population: null, chance: null }, SIZE, 4);
    expect(one.points[0]!.x).toBeCloseTo((one.left + one.right) / 2, -1);
  });

  it.each([300, 340, 700])('keeps date labels apart at %d pixels', (width) => {
    for (const [first, last, room] of [['2024-05-27', '2025-05-19', 90], ['1995-01-01', '2025-05-19', 45]] as const) {
      const two = [first, last].map((date) => ({ date, value: 5, left: false }));
      const ticks = trend({ points: two, own: null, population: null, chance: null }, { width, rem: 1 }, 4).dateTicks;
      expect(ticks.length).toBeGreaterThan(0);
      ticks.slice(1).forEach((tick, index) => expect(tick.at - ticks[index]!.at).toBeGreaterThan(room));
    }
  });
});

describe('moving among points', () => {
  it('goes by arrows, Home and End and stops at the ends', () => {
    expect(moved('ArrowLeft', 0, 5)).toBe(0);
    expect(moved('ArrowRight', 1, 5)).toBe(2);
    expect(moved('ArrowRight', 4, 5)).toBe(4);
    expect(moved('Home', 3, 5)).toBe(0);
    expect(moved('End', 0, 5)).toBe(4);
    expect(moved('Tab', 0, 5)).toBeNull();
  });

  it('takes the nearest point of a tap', () => {
    expect(nearest([{ x: 10 }, { x: 50 }, { x: 90 }], 66)).toBe(1);
    expect(nearest([], 66)).toBeNull();
  });
});

describe('small pictures', () => {
  it('put one person in each place', () => {
    expect(new Set(people(100).places.map(({ column, row }) => `${column} ${row}`)).size).toBe(100);
    expect(people(1000).places.at(-1)).toEqual({ column: 39, row: 24 });
  });

  it('keep a spark inside its frame', () => {
    const { points } = spark([{ date: '2020-01-01', value: 1 }, { date: '2021-01-01', value: 9 }], 150, 48);
    points.forEach((point) => expect(point.y).toBeGreaterThan(0));
  });

  it('leave amounts at or above zero, and give a lone value room', () => {
    expect(padded([0, 8])[0]).toBe(0);
    expect(padded([-2, 2])[0]).toBeLessThan(-2);
    expect(padded([5])).toEqual([4.375, 5.625]);
  });

  it('write ticks with the decimals their step needs', () => {
    expect(tickDecimals([{ value: 5 }, { value: 10 }])).toBe(0);
    expect(tickDecimals([{ value: 5.4 }, { value: 5.6 }])).toBe(1);
    expect(tickDecimals([{ value: 0.25 }, { value: 0.5 }])).toBe(2);
  });
});
