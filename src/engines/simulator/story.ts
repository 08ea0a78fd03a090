import type { Stage } from '../../domain/journey.ts';

/**
 * What happens in the market. Weeks are counted from 0 at the market's start, so `fromWeek: 8` means after eight whole weeks.
 * A `step` multiplies the probability of being named; a `climb` moves a brand's log-odds evenly from one value to the other.
 * null means all of them.
 */
export type StoryEvent =
  | { kind: 'step'; brand: string | null; stage: Stage | null; engine: string | null; fromWeek: number; factor: number }
  | { kind: 'climb'; brand: string; from: number; to: number; fromWeek: number; toWeek: number };

/** The demo's 12 weeks: late enough that six weeks of baseline come first, early enough that four weeks remain to see it. */
export const demoStory: readonly StoryEvent[] = [
  { kind: 'step', brand: 'veldrano', stage: 'consideration', engine: 'perplexity', fromWeek: 8, factor: 0.65 },
  { kind: 'step', brand: null, stage: null, engine: 'gemini', fromWeek: 6, factor: 0.72 },
  { kind: 'climb', brand: 'zylomar', from: -0.6, to: 1.1, fromWeek: 0, toWeek: 12 },
];

export type StoryCell = { brand: string; stage: Stage; engine: string; week: number };

export function storyFactor(story: readonly StoryEvent[], cell: StoryCell): number {
  let factor = 1;
  for (const event of story) {
    if (event.kind !== 'step' || cell.week < event.fromWeek) continue;
    if (event.brand !== null && event.brand !== cell.brand) continue;
    if (event.stage !== null && event.stage !== cell.stage) continue;
    if (event.engine !== null && event.engine !== cell.engine) continue;
    factor *= event.factor;
  }
  return factor;
}

export function storyLogit(story: readonly StoryEvent[], brand: string, week: number): number {
  let logit = 0;
  for (const event of story) {
    if (event.kind !== 'climb' || event.brand !== brand) continue;
    const share = (week - event.fromWeek) / (event.toWeek - event.fromWeek);
    logit += event.from + (event.to - event.from) * Math.min(1, Math.max(0, share));
  }
  return logit;
}
