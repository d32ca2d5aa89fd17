import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import en from './en.json';
import ko from './ko.json';
import vi from './vi.json';

export type Key = keyof typeof ko;
export type Language = 'ko' | 'en' | 'vi';
export type Places = { [name: string]: string | number };

export const LANGUAGES: { code: Language; name: string }[] = [
  { code: 'ko', name: '한국어' },
  { code: 'en', name: 'English' },
  { code: 'vi', name: 'Tiếng Việt' },
];

const TEXTS: Record<Language, Record<Key, string>> = { ko, en, vi };

/** Puts values into the `{name}` places of a sentence. A place without a value stays, so that a test can find it. */
export function fill(sentence: string, places: Places): string {
  return sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(places[name] ?? place));
}

/** The texts of one language. */
export interface Texts {
  language: Language;
  say(key: Key, places?: Places): string;
  /** The text of a key made from what a server sent, or null where this app has no word for it. */
  find(key: string, places?: Places): string | null;
}

export function textsOf(language: Language): Texts {
  const table = TEXTS[language];
  return {
    language,
    say: (key, places = {}) => fill(table[key], places),
    find: (key, places = {}) => (Object.hasOwn(table, key) ? fill(table[key as Key], places) : null),
  };
}

export const TextsContext = createContext<Texts>(textsOf('ko'));

export function useTexts(): Texts {
  return useContext(TextsContext);
}

const KEY = 'lifelong.language';

/** The language chosen on this device; Korean where none was. */
export function chosenLanguage(): Language {
  try {
    const chosen = localStorage.getItem(KEY);
    return LANGUAGES.find((language) => language.code === chosen)?.code ?? 'ko';
  } catch {
    return 'ko';
  }
}

export function chooseLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice holds until the page is left.
  }
}

/** The language that a run of foreign text is marked with; null where it is written in the page's own. */
export function languageOf(text: string, page: Language): Language | null {
  const found: Language = /[가-힣]/.test(text)
    ? 'ko'
    : /[ăđơưĂĐƠƯạ-ỹẠ-Ỹ]/.test(text)
      ? 'vi'
      : 'en';
  return found === page || !/\p{L}/u.test(text) ? null : found;
}
