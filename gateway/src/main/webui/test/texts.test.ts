import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../src/text/en.json';
import ko from '../src/text/ko.json';
import vi from '../src/text/vi.json';
import { languageOf } from '../src/text/text';

const LANGUAGES: { [code: string]: { [key: string]: string } } = { ko, en, vi };

/** The banned words of the wording rules; the statutory words of a laboratory come from servers, not from these files. */
const BANNED: { [code: string]: RegExp } = {
  ko: /위험|고위험|심각|치명|비정상|이상 소견|양성|정상입니다|질병 예측|발병|사망률|반드시|절대|돌연변이|나쁜 유전자|좋은 유전자|신체나이|점수|등급|의 확률|\d배/,
  en: /\b(danger\w*|high-risk|severe|deadly|abnormal|positive|healthy|normal|will develop|mortality|must|never|mutation|good gene|bad gene|body age|score|grade|doubles?|1 in \d+)\b/i,
  vi: /nguy hiểm|nguy cơ cao|nghiêm trọng|chết người|bất thường|dương tính|khỏe mạnh|bình thường|tử vong|bắt buộc|tuyệt đối|đột biến|tuổi sinh học|điểm số|gấp đôi/i,
};

function sentences(text: string): string[] {
  return text
    .split(/(?<=[.?!])\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function places(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort();
}

describe('texts', () => {
  it('are complete in all languages, with the same places', () => {
    for (const [code, table] of Object.entries(LANGUAGES)) {
      expect(Object.keys(table).sort(), code).toEqual(Object.keys(ko).sort());
      for (const [key, text] of Object.entries(table)) {
        expect(text.trim(), `${code} ${key}`).not.toBe('');
        expect(places(text), `${code} ${key}`).toEqual(places((ko as { [key: string]: string })[key] ?? ''));
      }
    }
  });

  it.each(Object.keys(LANGUAGES))('in %s use no banned word', (code) => {
    for (const [key, text] of Object.entries(LANGUAGES[code] ?? {})) {
      expect(BANNED[code]?.exec(text)?.[0], `${key}: ${text}`).toBeUndefined();
    }
  });

  it('in Korean are at most 60 characters a sentence, 40 on average, and no more than two sentences', () => {
    const all = Object.entries(ko).flatMap(([key, text]) => sentences(text).map((sentence) => ({ key, sentence })));
    for (const { key, sentence } of all) {
      expect([...sentence].length, key).toBeLessThanOrEqual(60);
    }
    expect(all.reduce((sum, { sentence }) => sum + [...sentence].length, 0) / all.length).toBeLessThanOrEqual(40);
    for (const [key, text] of Object.entries(ko)) {
      expect(sentences(text).length, key).toBeLessThanOrEqual(2);
    }
  });

  it('in Korean speak in 해요체', () => {
    for (const [key, text] of Object.entries(ko)) {
      for (const sentence of sentences(text).filter((one) => /[가-힣][.?]$/.test(one))) {
        expect(sentence, key).toMatch(/(요|까요)[.?]$/);
        expect(sentence, key).not.toMatch(/니다[.?]$/);
      }
    }
  });

  it('in Korean put no particle behind a place', () => {
    for (const [key, text] of Object.entries(ko)) {
      expect(text, key).not.toMatch(/\}(은|는|이|가|을|를|과|와|로|으로|이나|나|라|이라)(?![가-힣])/);
    }
  });

  it('in English read at grade 8 or easier, and below 7 on average', () => {
    const grades = Object.entries(en)
      .filter(([, text]) => /[.?]$/.test(text))
      .map(([key, text]) => ({ key, grade: fleschKincaid(text) }));
    // A single short sentence with a long plain word such as "explanations" swings; the mean is the rule's.
    const mean = grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
    expect(mean).toBeLessThanOrEqual(7);
    expect(fleschKincaid(Object.values(en).filter((text) => /[.?]$/.test(text)).join(' '))).toBeLessThanOrEqual(8);
  });

  it('in Vietnamese are at most 30 words a sentence', () => {
    for (const [key, text] of Object.entries(vi)) {
      for (const sentence of sentences(text)) {
        expect(sentence.split(/\s+/).length, key).toBeLessThanOrEqual(30);
      }
    }
  });

  it('have five words for missing, not done, unknown, not understood, and zero is a number', () => {
    for (const table of Object.values(LANGUAGES)) {
      const words = ['value.missing', 'value.not_done', 'value.unknown', 'value.unmapped'].map((key) => table[key]);
      expect(new Set([...words, '0']).size).toBe(5);
    }
  });

  it('are all used', () => {
    const source = files(join(__dirname, '../src'))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
    const dynamic = [...source.matchAll(/`([a-z]+\.(?:[a-z]+\.)*)\$\{/g)].map((match) => match[1] ?? '');
    for (const key of Object.keys(ko)) {
      const used = source.includes(`'${key}'`) || source.includes(`"${key}"`) || dynamic.some((prefix) => key.startsWith(prefix));
      expect(used, key).toBe(true);
    }
  });
});

describe('the language of a run of text', () => {
  it('is told by its letters, and not marked where it is the page’s own', () => {
    expect(languageOf('감마지티피', 'en')).toBe('ko');
    expect(languageOf('Đường huyết', 'ko')).toBe('vi');
    expect(languageOf('median of 28 d', 'ko')).toBe('en');
    expect(languageOf('감마지티피', 'ko')).toBeNull();
    expect(languageOf('12.5', 'ko')).toBeNull();
  });
});

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : /\.tsx?$/.test(entry.name) ? [join(folder, entry.name)] : [],
  );
}

/** Flesch-Kincaid grade with syllables counted as runs of vowels. */
function fleschKincaid(text: string): number {
  const words = text.replace(/\{\w+\}/g, 'ten').match(/[A-Za-z']+/g) ?? [];
  const syllables = words.reduce((sum, word) => sum + Math.max(1, (word.toLowerCase().replace(/e$/, '').match(/[aeiouy]+/g) ?? []).length), 0);
  return 0.39 * (words.length / sentences(text).length) + 11.8 * (syllables / words.length) - 15.59;
}
