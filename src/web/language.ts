import type en from './locales/en.json';

export const languages = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof languages)[number];

const storageKey = 'wayseen.language';
const isLanguage = (value: string | null): value is Language => languages.some((language) => language === value);

/** The language of ours nearest to what a browser asks for: Hong Kong and Macau read Traditional Chinese. */
export function nearestLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    if (lower.startsWith('en')) return 'en';
    if (/^zh\b.*(hant|tw|hk|mo)/.test(lower)) return 'zh-TW';
    if (/^zh\b/.test(lower)) return 'zh-CN';
  }
  return 'en';
}

/** What was chosen here, else what the browser asks for. */
export function readersLanguage(): Language {
  const stored = localStorage.getItem(storageKey);
  return isLanguage(stored) ? stored : nearestLanguage(navigator.languages);
}

export const rememberLanguage = (language: Language): void => localStorage.setItem(storageKey, language);

export type Words = typeof en;
export const wordsOf: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('./locales/en.json'),
  'zh-CN': () => import('./locales/zh-CN.json'),
  'zh-TW': () => import('./locales/zh-TW.json'),
};
