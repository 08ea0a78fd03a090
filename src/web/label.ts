import { useTranslation } from 'react-i18next';

/** The text of a word that the API gives (a stage, a state); the word itself where it is one we do not know yet. */
export function useLabel(): (group: LabelGroup, word: string) => string {
  const { i18n } = useTranslation();
  return (group, word) => {
    const text: unknown = i18n.getResource(i18n.language, 'translation', `${group}.${word}`);
    return typeof text === 'string' ? text : word;
  };
}

type LabelGroup =
  | 'stages'
  | 'stageText'
  | 'industries'
  | 'contentLanguages'
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
