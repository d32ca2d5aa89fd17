import { describe, expect, it } from 'vitest';
import { rangeText } from '../src/chart/NumberLine';
import { datesInWords, day, decimalsOf, decimalText, localDate, measured, unitText } from '../src/text/format';
import { fill, textsOf } from '../src/text/text';

const ko = textsOf('ko');
const plain = (text: string) => text.replace(/\u2060/g, '').replace(/\u00a0/g, ' ');

describe('numbers', () => {
  it('keep the decimals that were reported', () => {
    expect(decimalText('7.40', 'ko')).toBe('7.40');
    expect(decimalText('7.40', 'vi')).toBe('7,40');
    expect(decimalText('12345', 'en')).toBe('12,345');
    expect(decimalsOf('0.90')).toBe(2);
  });

  it('leave what is no plain number as it was sent', () => {
    expect(decimalText('1+', 'ko')).toBe('1+');
    expect(decimalText('< 0.3', 'ko')).toBe('< 0.3');
    expect(decimalText('70-140', 'vi')).toBe('70-140');
    expect(decimalText('', 'ko')).toBe('');
  });
});

describe('units', () => {
  it.each([
    ['mm[Hg]', 'mmHg'],
    ['10*3/uL', '10³/µL'],
    ['mL/min/{1.73_m2}', 'mL/min/1.73 m²'],
    ['m[IU]/mL', 'mIU/mL'],
    ["[arb'U]/mL", 'AU/mL'],
    ['ug/dL', 'µg/dL'],
    ['kg/m2', 'kg/m²'],
    ['cm2', 'cm²'],
    ['{score}', ''],
    ['1', ''],
    ['/min', '회/분'],
    ['%', '%'],
  ])('%s is written %s', (ucum, written) => {
    expect(plain(unitText(ucum, ko))).toBe(written);
  });

  it('stand behind their value without a break', () => {
    expect(measured('5.6', '%', ko)).toBe('5.6\u00a0%');
    expect(measured('5.6', undefined, ko)).toBe('5.6');
  });
});

describe('ranges', () => {
  it('say an open end in words', () => {
    expect(plain(rangeText({ low: null, high: 60 }, 0, 'U/L', ko) ?? '')).toBe('60 U/L까지');
    expect(plain(rangeText({ low: 40, high: null }, 0, 'mg/dL', ko) ?? '')).toBe('40 mg/dL부터');
    expect(plain(rangeText({ low: 5.1, high: 5.6 }, 1, '%', ko) ?? '')).toBe('5.1 ~ 5.6 %');
    expect(rangeText(null, 0, '', ko)).toBeNull();
  });
});

describe('dates', () => {
  it('are written to the precision they are known', () => {
    expect(day('2024-01-01', 'ko', 'year')).toBe('2024년');
    expect(day('2024-01-01', 'ko')).toBe('2024년 1월 1일');
    expect(day('unknown', 'ko')).toBe('unknown');
  });

  it('are local to the offset they came with', () => {
    expect(localDate({ start: '2025-03-18T20:00:00Z', offsetMinutes: 540 })).toBe('2025-03-19');
    expect(localDate({ start: '2025-03-18T20:00:00Z' })).toBe('2025-03-18');
    expect(localDate(undefined)).toBeNull();
  });

  it('inside a sentence are put into words', () => {
    expect(datesInWords('2024-03-01보다 높아요.', 'ko')).toBe('2024년 3월 1일보다 높아요.');
    expect(datesInWords('GCF 123-45-678', 'ko')).toBe('GCF 123-45-678');
  });
});

describe('places in a sentence', () => {
  it('are filled once, and stay where nothing fills them', () => {
    expect(fill('{a} {b}', { a: '{b}', b: 2 })).toBe('{b} 2');
    expect(fill('{a}', {})).toBe('{a}');
  });
});
