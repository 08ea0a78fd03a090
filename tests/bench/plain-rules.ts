import type { SeriesName } from '../../src/domain/alerts/alert.ts';
import type { History } from '../../src/domain/alerts/history.ts';
import { buildLanes, type Lane } from '../../src/domain/alerts/lane.ts';

export type PlainAlarm = SeriesName & { at: number };

/** Alarms of what is commonly done instead, on falls of the weekly visibility from the seventh week on. */
export function plainRules(history: History): Record<string, PlainAlarm[]> {
  const alarms: Record<string, PlainAlarm[]> = { 'over 10 % below last week': [], '10 points below last week': [], 'weekly test, 5 %': [] };
  for (const lane of buildLanes(history).lanes) {
    for (const [brand, hits] of lane.hits) {
      const weeks = weeklyShares(lane, hits);
      weeks.forEach(({ share, answers, at }, week) => {
        const last = weeks[week - 1];
        if (week < 6 || last === undefined) return;
        const alarm = { brand, stage: lane.stage, engine: lane.engine, at };
        const fall = last.share - share;
        if (fall > 0.1 * last.share) alarms['over 10 % below last week']?.push(alarm);
        if (fall >= 0.1) alarms['10 points below last week']?.push(alarm);
        const pooled = (last.share * last.answers + share * answers) / (last.answers + answers);
        const error = Math.sqrt(pooled * (1 - pooled) * (1 / last.answers + 1 / answers));
        if (fall > 1.6449 * error) alarms['weekly test, 5 %']?.push(alarm);
      });
    }
  }
  return alarms;
}

function weeklyShares(lane: Lane, hits: Int32Array): { share: number; answers: number; at: number }[] {
  const width = lane.strata.length;
  return lane.weekStarts.map((start, week) => {
    const end = lane.weekStarts[week + 1] ?? lane.sweeps.length;
    const between = (sums: Int32Array) => {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += (sums[end * width + i] ?? 0) - (sums[start * width + i] ?? 0);
      return sum;
    };
    const answers = between(lane.answers);
    return { share: between(hits) / answers, answers, at: lane.sweeps[end - 1]?.at ?? 0 };
  });
}
