import { stages } from '../domain/journey.ts';
import type { Cell, Figure } from '../domain/metrics/cell.ts';
import { chainLink } from '../domain/metrics/chain-link.ts';
import { dropOff, type DropOff } from '../domain/metrics/drop-off.ts';
import { figures, type MetricId } from '../domain/metrics/index.ts';
import { toSample } from '../domain/metrics/sample.ts';
import { strengths, type Strength } from '../domain/metrics/strength.ts';
import { cellsOf, type Tally } from '../domain/metrics/tally.ts';
import { headToHead, type HeadToHead } from '../domain/metrics/win-rate.ts';
import { seededRandom } from '../domain/statistics/random.ts';

/** In the order of printing. What needs more than an observation tells (tone, recommendation, prominence) is left out. */
const ofBrand = [
  'visibility',
  'firstMention',
  'shareOfVoice',
  'citationRate',
  'top3Rate',
  'meanReciprocalRank',
  'averagePosition',
  'citationRateAmongCiting',
  'citationShare',
  'retrievedNotCited',
  'winRate',
  'coverage',
  'noAnswerRate',
  'refusalRate',
] as const satisfies readonly MetricId[];
/** The same for every brand. */
const ofGroup = ['stability', 'orderStability'] as const satisfies readonly MetricId[];
/** Cannot be told for a brand whose domains nobody said. */
const needDomains: readonly string[] = ['citationRate', 'citationRateAmongCiting', 'citationShare', 'retrievedNotCited'];

type StageDropOff = DropOff & { from: string; to: string };

/** The bootstrap draws the same in every line, so that a line does not hang on those before it. */
const random = () => seededRandom(1);

export type GroupFigures = { panel: readonly string[]; common: Record<string, Figure>; strengths: Map<string, Strength> };

/** What the lines of one group share. */
export function groupFigures(tally: Tally, panel: readonly string[]): GroupFigures {
  const cells = cellsOf(tally, '');
  const strong = strengths(toSample(cells, { panel }), random());
  return { panel, common: figures(cells, ofGroup), strengths: new Map(strong.map((one) => [one.brand, one])) };
}

/** All that one line tells of one brand in one group. */
export function brandFigures(tally: Tally, brand: string, hasDomains: boolean, { panel, common, strengths: strong }: GroupFigures) {
  const cells = cellsOf(tally, brand);
  const result = figures(cells, ofBrand, { brand, panel });
  const ordered: Record<string, Figure> = {};
  for (const id of ofBrand) ordered[id] = !hasDomains && needDomains.includes(id) ? notMeasured(result[id]) : result[id];
  const { brand: _, ...strength } = strong.get(brand) ?? { brand, value: null, interval: null, rank: null, contests: 0, won: 0 };
  return { ...ordered, ...common, strength, headToHead: rivalsOf(cells, brand, panel) };
}

function rivalsOf(cells: readonly Cell[], brand: string, panel: readonly string[]): Record<string, Omit<HeadToHead, 'rival'>> {
  const sample = toSample(cells, { brand, panel });
  const rivals = panel.filter((name) => name !== brand).map((name) => headToHead(sample, name));
  return Object.fromEntries(rivals.map(({ rival, ...contest }) => [rival, contest]));
}

/** From each stage of the journey to the next one that was asked about; `from` limits it to what follows one stage. */
export function stageDropOffs(stageTallies: ReadonlyMap<string, Tally[]>, brand: string, from?: string): StageDropOff[] {
  const asked = stages.filter((stage) => stageTallies.has(stage));
  const cellsIn = (stage: string) =>
    (stageTallies.get(stage) ?? []).flatMap((tally) => cellsOf(tally, brand).filter((cell) => cell.stage === stage));
  return asked.slice(1).flatMap((to, i) => {
    const stage = asked[i] ?? to;
    return from === undefined || from === stage ? [{ from: stage, to, ...dropOff(cellsIn(stage), cellsIn(to), random(), 1000) }] : [];
  });
}

/** The brand's visibility in each period on the newest questions' basis, by period. */
export function linkedVisibility(periods: readonly { period: string; tally: Tally }[], brand: string): Map<string, number | null> {
  const { periods: linked } = chainLink(
    periods.map(({ period, tally }) => ({ period, cells: cellsOf(tally, brand) })),
    'visibility',
  );
  return new Map(linked.map(({ period, linked: value }) => [period, value]));
}

function notMeasured(figure: Figure): Figure {
  const { denominator, prompts, intents, runs, missing } = figure;
  return { value: null, numerator: 0, denominator, prompts, intents, runs, missing, panel: null, market: null };
}
