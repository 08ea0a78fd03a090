import { toleratedMissing } from '../metrics/measure-ratio.ts';
import type { actionKinds, ReportAction, ReportChange, ReportData } from './report.ts';

type Kind = (typeof actionKinds)[number];
type Told = Omit<ReportData, 'actions'>;
/** All that the rule would say, the weightiest first. */
type Rule = (report: Told, own: string) => Omit<ReportAction, 'kind'>[];

const most = 5;
const nothing = { stage: null, engine: null, brand: null, figure: null };

/**
 * What to do, by rules: one of each kind in the order of the rules, then second ones, at most five. Each rests on figures
 * of the report and says which stage it helps.
 */
export function findActions(report: Told): ReportAction[] {
  const { brand } = report;
  if (brand === null) return [];
  const found = Object.entries(rules).map(([kind, rule]) => rule(report, brand).map((action) => ({ kind: kind as Kind, ...action })));
  return [...found.map(([first]) => first), ...found.map(([, second]) => second)].filter((action) => action !== undefined).slice(0, most);
}

/** Negative answers are the one thing of which more is worse. */
const isWorse = ({ metric, direction }: ReportChange): boolean => (direction === 'up') === (metric === 'negativeShare');

const rules: Record<Kind, Rule> = {
  change: ({ changes }, own) =>
    changes
      .filter((change) => change.state !== 'recovered' && isWorse(change) && (change.brand === own || change.brand === null))
      .map(({ stage, engine, brand, metric, direction, cause, since, after }) => ({
        ...nothing,
        stage,
        engine,
        brand,
        figure: after,
        facts: { metric, direction, cause: cause ?? '', since: since.slice(0, 10) },
      })),
  'restore-answers': ({ engines }) =>
    engines
      .map(({ engine, observations: { answered, noAnswer, refused, missing } }) => ({
        engine,
        missing,
        asked: answered + noAnswer + refused + missing,
      }))
      .filter(({ missing, asked }) => missing > toleratedMissing * asked)
      .toSorted((a, b) => b.missing / b.asked - a.missing / a.asked)
      .map(({ engine, missing, asked }) => ({ ...nothing, engine, facts: { missing, asked } })),
  'gap-page': ({ sources }) =>
    sources.gaps.pages.map(({ url, answers, leftOut, prompts, basis, brands, stages }) => ({
      ...nothing,
      stage: stages[0]?.stage ?? null,
      brand: brands[0]?.brand ?? null,
      facts: { url, answers, prompts, basis, ...(leftOut !== null && { leftOut }) },
    })),
  'lost-own-page': ({ sources, brand }) =>
    sources.lost.pages
      .filter((page) => page.brand === brand && page.chance !== null && page.chance < 0.05)
      .map(({ url, before }) => ({ ...nothing, brand, facts: { url, answers: before } })),
  'never-named': ({ prompts }) =>
    [...Map.groupBy(prompts.never, ({ stage }) => stage)]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .map(([stage, never]) => ({
        ...nothing,
        stage,
        brand: never[0]?.rival?.brand ?? null,
        facts: { count: never.length, asked: prompts.asked, texts: never.slice(0, 2).map(({ text }) => text) },
      })),
  'head-to-head': ({ competitors }) =>
    competitors.rivals
      .filter(({ winRate: { market, panel } }) => ((market ?? panel)?.[1] ?? 1) < 0.5)
      .toSorted((a, b) => b.winRate.denominator - a.winRate.denominator)
      .map(({ rival, winRate, onlyRival, behind }) => ({ ...nothing, brand: rival, figure: winRate, facts: { onlyRival, behind } })),
  'weak-engine': ({ engines, total }, own) => {
    const level = total.find(({ brand }) => brand === own)?.visibility.panel ?? null;
    return engines
      .flatMap(({ engine, brands }) => brands.filter(({ brand }) => brand === own).map(({ visibility }) => ({ engine, visibility })))
      .filter(({ visibility: { panel } }) => panel !== null && level !== null && panel[1] < level[0])
      .toSorted((a, b) => (a.visibility.value ?? 0) - (b.visibility.value ?? 0))
      .map(({ engine, visibility }) => ({ ...nothing, engine, figure: visibility, facts: {} }));
  },
  'drop-off': ({ stages }) =>
    stages
      .flatMap(({ stage, dropOff }) =>
        dropOff?.interval && dropOff.interval[0] > 0 ? [{ stage, ...dropOff, interval: dropOff.interval }] : [],
      )
      .toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .map(({ stage, to, value, interval }) => ({
        ...nothing,
        stage: to,
        facts: { from: stage, lost: value ?? 0, low: interval[0], high: interval[1] },
      })),
};
