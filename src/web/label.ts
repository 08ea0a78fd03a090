import { useTranslation } from 'react-i18next';

/** The text of a word that the API gives (a stage, a state); the word itself where it is one we do not know yet. */
export function useLabel(): (group: LabelGroup, word: string) => string {
  const { i18n } = useTranslation();
  return (group, word) => {
    const text: unknown = i18n.getResource(i18n.language, 'translation', `${group}.${word}`);
    if (typeof text === 'string') return text;
    if (group === 'contentLanguages') return languageName(i18n.language, word);
    return group === 'countries' ? countryName(i18n.language, word) : word;
  };
}

const made = new Map<string, Intl.DisplayNames>();

/** Made once: every row of a table asks. */
function namesOf(reader: string, type: 'language' | 'region'): Intl.DisplayNames {
  const key = `${reader} ${type}`;
  const names = made.get(key) ?? new Intl.DisplayNames(reader, { type, fallback: 'code' });
  made.set(key, names);
  return names;
}

/** `pt-BR` as the reader's language calls it; what is no code of a language stays as it is. */
export const languageName = (reader: string, code: string): string =>
  /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(code) ? (namesOf(reader, 'language').of(code) ?? code) : code;

/** `DE` as the reader's language calls it; what is no code of a country stays as it is. */
export const countryName = (reader: string, code: string): string =>
  /^[A-Z]{2}$/.test(code) ? (namesOf(reader, 'region').of(code) ?? code) : code;

type LabelGroup =
  | 'stages'
  | 'stageText'
  | 'industries'
  | 'contentLanguages'
  | 'countries'
  | 'touchpoints'
  | 'errors'
  | 'webhooks.types'
  | 'webhooks.channels'
  | 'webhooks.states'
  | 'webhooks.disabled'
  | 'runs.kinds'
  | 'runs.states'
  | 'answers.states'
  | 'answers.stateText'
  | 'answers.codes'
  | 'answers.finish'
  | 'answers.surfaces'
  | 'prompts.problems'
  | 'brands.problems'
  | 'funnel.problems'
  | 'sources.classes'
  | 'gaps.outcomes'
  | 'conversations.states'
  | 'conversations.turnStates'
  | 'conversations.reasons'
  | 'journey.touchpointsDefault'
  | 'journey.painDefault'
  | 'journey.actionDefault'
  | 'answers.sentiments'
  | 'audit.measures'
  | 'auditLog.actors'
  | 'engines.trouble'
  | 'overrulings.rules'
  | 'history.causes'
  | 'history.states'
  | 'alerts.causes'
  | 'alerts.closedReasons'
  | 'alerts.kinds'
  | 'alerts.outlookStates'
  | 'alerts.states'
  | `alerts.titles.${string}`
  | 'alerts.words';
