import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type en from './locales/en.json';

declare module 'i18next' {
  // i18next learns the keys through this interface.
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

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

const texts: Record<Language, () => Promise<{ default: typeof en }>> = {
  en: () => import('./locales/en.json'),
  'zh-CN': () => import('./locales/zh-CN.json'),
  'zh-TW': () => import('./locales/zh-TW.json'),
};

/** Han characters for a machine that has none; of some hundred parts the browser loads those that the text needs. Prompts and answers are in both scripts, whatever the page's own language is. */
const loadFonts = (): Promise<unknown> =>
  Promise.all([import('@fontsource-variable/noto-sans-sc'), import('@fontsource-variable/noto-sans-tc')]);

/** Their lists of parts are a quarter of a megabyte: after what the reader came for. */
const fontDelayMs = 2000;

const fonts = () => void loadFonts().catch(() => undefined);

export async function startI18n(): Promise<void> {
  const stored = localStorage.getItem(storageKey);
  const language = isLanguage(stored) ? stored : nearestLanguage(navigator.languages);
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await show(language);
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await texts[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  // The page reads without them, and in English only its prompts and answers may need them: nothing waits.
  if (language === 'en' && 'requestIdleCallback' in window) setTimeout(() => window.requestIdleCallback(fonts), fontDelayMs);
  else fonts();
}
