import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { readersLanguage, rememberLanguage, wordsOf, type Language, type Words } from './language.ts';

export { languages, nearestLanguage, type Language } from './language.ts';

declare module 'i18next' {
  // i18next learns the keys through this interface.
  interface CustomTypeOptions {
    resources: { translation: Words };
  }
}

/** Han characters for a machine that has none; of some hundred parts the browser loads those that the text needs. Prompts and answers are in both scripts, whatever the page's own language is. */
const loadFonts = (): Promise<unknown> =>
  Promise.all([import('@fontsource-variable/noto-sans-sc'), import('@fontsource-variable/noto-sans-tc')]);

/** Their lists of parts are a quarter of a megabyte: after what the reader came for. */
const fontDelayMs = 2000;

const fonts = () => void loadFonts().catch(() => undefined);

export async function startI18n(): Promise<void> {
  const language = readersLanguage();
  await i18next.use(initReactI18next).init({ lng: language, fallbackLng: false, resources: {}, interpolation: { escapeValue: false } });
  await show(language);
}

export async function setLanguage(language: Language): Promise<void> {
  rememberLanguage(language);
  await show(language);
}

async function show(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await wordsOf[language]()).default);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  // The page reads without them, and in English only its prompts and answers may need them: nothing waits.
  if (language === 'en' && 'requestIdleCallback' in window) setTimeout(() => window.requestIdleCallback(fonts), fontDelayMs);
  else fonts();
}
