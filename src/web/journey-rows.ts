import { useTranslation } from 'react-i18next';
import type { Names } from './alert-names.ts';
import type { Figure, Funnel, Journey, JourneyStage } from './api.ts';
import type { Share } from './conversation-queries.ts';
import { useFormat } from './format.ts';
import { useLabel } from './label.ts';

/** One row of the map as words: what is exported, and what the page shows of it. `heat` 0..1 colours a cell. */
export type MapCell = { lines: string[]; heat: number | null };
export type MapRow = { key: string; name: string; cells: MapCell[] };

/** The whole map as rows of words, the stages across; the company's own conversions where there are any. */
export function useJourneyRows(names: Names): (journey: Journey, funnel: Funnel | undefined) => MapRow[] {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction', style: 'narrow' });
  const format = useFormat();
  const label = useLabel();
  const figure = (one: Figure | undefined) =>
    !one || one.value === null
      ? t('common.notMeasured')
      : `${format.percent(one.value)} (${one.panel ? format.range(one.panel) : t('overview.noIntervalShort')}) ${t('overview.n', { number: format.integer(one.denominator) })}`;
  const share = ({ value, interval, denominator }: Share) =>
    value === null
      ? t('common.notMeasured')
      : `${format.percent(value)} (${interval ? format.range(interval) : t('overview.noIntervalShort')}) ${t('overview.n', { number: format.integer(denominator) })}`;
  const conversionLines = (funnel: Funnel, at: string): string[] => {
    const own = funnel.stages.find(({ stage }) => stage === at);
    if (!own || own.rate === null) return [];
    const counts = {
      conversions: format.integer(own.conversions),
      visitors: format.integer(own.visitors),
      days: format.integer(own.days),
    };
    return [`${format.percent(own.rate)} (${t('funnel.counts', counts)})`];
  };
  return (journey, funnel) => {
    const { stages } = journey;
    const row = (
      key: string,
      name: string,
      lines: (stage: JourneyStage) => string[],
      heat: (stage: JourneyStage) => number | null = () => null,
    ): MapRow => ({
      key,
      name,
      cells: stages.map((stage) => ({ lines: lines(stage).filter((line) => line !== ''), heat: heat(stage) })),
    });
    const engines = [...new Set(stages.flatMap((stage) => stage.engines.map(({ engine }) => engine)))].toSorted();
    const of = (stage: JourneyStage, engine: string) => stage.engines.find((one) => one.engine === engine)?.visibility;
    const note = (field: 'pain' | 'action') => (stage: JourneyStage) => [
      stage[field]?.text ?? label(`journey.${field}Default`, stage.stage),
    ];
    return [
      row('questions', t('journey.questions'), ({ questions, intents }) => [
        ...questions.map(({ text }) => text),
        intents > questions.length ? t('journey.moreIntents', { number: format.integer(intents - questions.length) }) : '',
      ]),
      row('touchpoints', t('journey.touchpoints'), ({ stage, touchpoints, classes }) => [
        touchpoints.length > 0
          ? list.format(touchpoints.map((one) => label('touchpoints', one)))
          : label('journey.touchpointsDefault', stage),
        ...classes
          .slice(0, 3)
          .map(({ class: kind, cited }) => t('journey.citedOf', { kind: label('sources.classes', kind), number: format.integer(cited) })),
      ]),
      row(
        'visibility',
        t('journey.visibility'),
        ({ visibility, dropOff }) => [
          figure(visibility),
          dropOff && dropOff.value !== null && dropOff.value > 0
            ? t('home.dropOff', { value: format.percent(dropOff.value), next: label('stages', dropOff.next) })
            : '',
        ],
        ({ visibility }) => visibility.value,
      ),
      ...engines.map((engine) =>
        row(
          `engine ${engine}`,
          names.engine(engine),
          (stage) => [figure(of(stage, engine))],
          (stage) => of(stage, engine)?.value ?? null,
        ),
      ),
      ...(stages.some(({ conversations }) => conversations !== null)
        ? [
            row('conversations', t('journey.conversations'), ({ conversations }) =>
              conversations
                ? [
                    t('journey.namedThere', { share: share(conversations.named) }),
                    conversations.survival.value === null ? '' : t('journey.stillThere', { share: share(conversations.survival) }),
                  ]
                : [],
            ),
          ]
        : []),
      ...(funnel && funnel.stages.length > 0
        ? [row('conversion', t('funnel.conversion'), ({ stage }) => conversionLines(funnel, stage))]
        : []),
      row('winners', t('journey.winners'), ({ winners }) =>
        winners.map(({ brand, visibility }) => `${names.brand(brand)} ${figure(visibility)}`),
      ),
      row('pages', t('journey.pages'), ({ pages }) =>
        pages.map(({ url, title, domain, answers }) => `${title ?? domain} (${format.integer(answers)}) ${url}`),
      ),
      row('pain', t('journey.pain'), note('pain')),
      row('action', t('journey.action'), note('action')),
    ];
  };
}
