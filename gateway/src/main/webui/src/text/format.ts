import type { Time } from '../api/types';
import type { Language, Texts } from './text';

const TAGS: Record<Language, string> = { ko: 'ko-KR', en: 'en-GB', vi: 'vi-VN' };
const DECIMAL = /^[+-]?\d+(?:\.(\d+))?$/;

/** Digits after the point of a decimal text; 0 for what is no plain decimal. */
export function decimalsOf(text: string): number {
  return DECIMAL.exec(text.trim())?.[1]?.length ?? 0;
}

/** A decimal text in the writing of a language, with as many decimals as were reported. Other text stays as it is. */
export function decimalText(text: string, language: Language): string {
  if (!DECIMAL.test(text.trim())) {
    return text;
  }
  return number(Number(text), decimalsOf(text), language);
}

export function number(value: number, decimals: number, language: Language): string {
  return new Intl.NumberFormat(TAGS[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

/** A signed per cent change. */
export function percent(value: number, language: Language): string {
  return `${new Intl.NumberFormat(TAGS[language], { maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value)} %`;
}

/** A local ISO date in words, to the precision it is known. */
export function day(date: string, language: Language, precision = 'day'): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) {
    return date;
  }
  const parts: Intl.DateTimeFormatOptions =
    precision === 'year'
      ? { year: 'numeric' }
      : precision === 'month'
        ? { year: 'numeric', month: 'long' }
        : { year: 'numeric', month: 'long', day: 'numeric' };
  return new Intl.DateTimeFormat(TAGS[language], { ...parts, timeZone: 'UTC' }).format(at);
}

/** The ISO dates of a sentence in the words of its language, so that none breaks over a line. */
export function datesInWords(sentence: string, language: Language): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (date) => day(date, language));
}

/** An instant in the reader's own time zone. */
export function moment(instant: string, language: Language): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) {
    return instant;
  }
  return new Intl.DateTimeFormat(TAGS[language], { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

/** The local date of a time at the offset it carried; null where there is no time. */
export function localDate(time: Time | undefined): string | null {
  if (time === undefined) {
    return null;
  }
  const at = new Date(time.start);
  if (Number.isNaN(at.getTime())) {
    return null;
  }
  return new Date(at.getTime() + (time.offsetMinutes ?? 0) * 60_000).toISOString().slice(0, 10);
}

/** A slash that a line does not break after. */
const UNBROKEN_SLASH = '/\u2060';
const NO_BREAK_SPACE = '\u00a0';

const RAISED: Record<string, string> = { '3': '³', '6': '⁶', '9': '⁹', '12': '¹²' };

/** A UCUM unit as people write it: in the words of the language where it has some. */
export function unitText(ucum: string | undefined, texts: Texts): string {
  if (ucum === undefined || ucum === '1') {
    return '';
  }
  return (texts.find(`unit.${ucum}`) ?? written(ucum)).replaceAll('/', UNBROKEN_SLASH);
}

function written(ucum: string): string {
  return ucum
    .replace('{1.73_m2}', '1.73 m²')
    .replace(/\{[^}]*\}/g, '')
    .replace(/10\*(\d+)/g, (whole, power: string) => (RAISED[power] ? `10${RAISED[power]}` : whole))
    .replace('m[IU]', 'mIU')
    .replace('u[IU]', 'µIU')
    .replace("[arb'U]", 'AU')
    .replace(/\[MET\]/g, 'MET')
    .replace(/\[pH\]/g, 'pH')
    .replace(/\[HPF\]/g, 'HPF')
    .replace(/\[IU\]/g, 'IU')
    .replace('mm[Hg]', 'mmHg')
    .replace(/\bug\b/g, 'µg')
    .replace(/\buL\b/g, 'µL')
    .replace(/\bumol\b/g, 'µmol')
    .replace(/\bCel\b/g, '°C')
    .replace(/\b(k?g\/c?m|c?m)2\b/g, '$1²')
    .trim();
}

/** A value with its unit. */
export function measured(value: string, ucum: string | undefined, texts: Texts): string {
  const unit = unitText(ucum, texts);
  return decimalText(value, texts.language) + (unit === '' ? '' : NO_BREAK_SPACE + unit);
}
