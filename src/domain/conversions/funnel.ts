import { stages, type Stage } from '../journey.ts';
import type { DayCount } from './sheet.ts';

/** Of a stage over a period; `rate` = conversions / visitors, `lost` = 1 − rate; null where nobody came. */
export type StageFunnel = {
  stage: Stage;
  days: number;
  visitors: number;
  conversions: number;
  rate: number | null;
  lost: number | null;
};
/** Who bought of those who came to the first stage, over the days on which both were counted. */
export type Overall = { days: number; visitors: number; conversions: number; rate: number | null };
export type Funnel = { stages: StageFunnel[]; overall: Overall | null };

/** Averages that are often quoted, of other companies: lost before consideration, before the purchase, and bought overall. */
export const othersAverages = { lost: { awareness: 0.38, consideration: 0.29 }, overall: 0.029 } as const;

const [first, purchase] = ['awareness', 'decision'] as const;

/** Sums of days, never means of daily rates. Stages without a day are left out; each stage and day comes once. */
export function measureFunnel(counts: readonly DayCount[]): Funnel {
  const ofStage = Map.groupBy(counts, ({ stage }) => stage);
  const measured = stages.flatMap((stage): StageFunnel[] => {
    const days = ofStage.get(stage);
    if (!days) return [];
    const [visitors, conversions] = [sum(days, 'visitors'), sum(days, 'conversions')];
    const rate = ratio(conversions, visitors);
    return [{ stage, days: days.length, visitors, conversions, rate, lost: rate === null ? null : (visitors - conversions) / visitors }];
  });
  return { stages: measured, overall: measureOverall(ofStage.get(first) ?? [], ofStage.get(purchase) ?? []) };
}

function measureOverall(came: readonly DayCount[], bought: readonly DayCount[]): Overall | null {
  const daysOfCame = new Set(came.map(({ date }) => date));
  const days = new Set(bought.map(({ date }) => date).filter((date) => daysOfCame.has(date)));
  if (days.size === 0) return null;
  const onThese = (counts: readonly DayCount[]) => counts.filter(({ date }) => days.has(date));
  const [visitors, conversions] = [sum(onThese(came), 'visitors'), sum(onThese(bought), 'conversions')];
  return { days: days.size, visitors, conversions, rate: ratio(conversions, visitors) };
}

const sum = (counts: readonly DayCount[], field: 'visitors' | 'conversions'): number => counts.reduce((all, one) => all + one[field], 0);
const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
