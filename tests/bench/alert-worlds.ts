import { addCount, createHistory, type History, type PromptCount } from '../../src/domain/alerts/history.ts';
import { randomBeta, randomNormal } from '../../src/domain/statistics/random-beta.ts';
import { seededRandom, type Random } from '../../src/domain/statistics/random.ts';

/** A market whose truth is known: each series has a visibility, each of its prompts a chance around it. */
export type AlertWorld = {
  brands: number;
  stages: number;
  engines: number;
  prompts: number;
  sweeps: number;
  weeks: number;
  visibility: (random: Random) => number;
  /** Standard deviation of the prompts' log-odds, or the size of a beta distribution that they follow. */
  spread: number | { betaSize: number };
  /** Share of answers that are general advice and name everybody a third as often. */
  general?: number;
  /** Standard deviation of a factor on each series that is drawn anew every week. */
  weekly?: number;
  /** Correlation of that factor from one week to the next; none unless said. */
  memory?: number;
  /** Share of answers that are collected twice. */
  twice?: number;
  canaries?: number;
};

/** The design of metrics.md: 24 series × 26 weeks, 20 prompts × 5 sweeps, 25–75 % visibility. */
export const standardWorld: AlertWorld = {
  brands: 4,
  stages: 2,
  engines: 3,
  prompts: 20,
  sweeps: 5,
  weeks: 26,
  visibility: (random) => 0.25 + 0.5 * random(),
  spread: 1,
};

export type Place = { brand: number; stage: number; engine: number; week: number };
export type Story = {
  /** What multiplies the true chances. */
  factor?: (place: Place) => number;
  /** Changes what was collected, or loses it. */
  collect?: (count: PromptCount, place: Omit<Place, 'brand'> & { prompt: number; sweep: number }) => PromptCount | null;
};

export const firstMonday = Date.UTC(2026, 0, 5);
export const weekMs = 7 * 86_400_000;

export function* simulateCounts(world: AlertWorld, seed: number, story: Story = {}): Generator<PromptCount> {
  const random = seededRandom(seed);
  for (let engine = 0; engine < world.engines; engine++) {
    for (let stage = 0; stage < world.stages; stage++) {
      const chances = Array.from({ length: world.brands }, () => drawPrompts(world, random));
      const { weekly = 0, memory = 0 } = world;
      let levels = chances.map(() => randomNormal(random));
      for (let week = 0; week < world.weeks; week++) {
        levels = levels.map((level) => memory * level + Math.sqrt(1 - memory ** 2) * randomNormal(random));
        const factors = levels.map((level, brand) => (story.factor?.({ brand, stage, engine, week }) ?? 1) * Math.exp(weekly * level));
        yield* simulateWeek(world, { engine, stage, week }, chances, factors, story, random);
      }
    }
  }
}

function* simulateWeek(
  world: AlertWorld,
  place: Omit<Place, 'brand'>,
  chances: number[][],
  factors: number[],
  story: Story,
  random: Random,
): Generator<PromptCount> {
  const { engine, stage, week } = place;
  const canaries = world.canaries ?? 0;
  for (let sweep = 0; sweep < world.sweeps; sweep++) {
    const at = firstMonday + week * weekMs + (sweep * weekMs) / world.sweeps + engine * 3_600_000 + stage * 60_000;
    for (let prompt = 0; prompt < world.prompts + canaries; prompt++) {
      const canary = prompt >= world.prompts;
      const visible = canary ? new Map<string, number>() : answer(world, chances, factors, prompt, random);
      const citations = Math.floor(6 * random());
      const count: PromptCount = {
        at,
        sweep: `${week}-${sweep}`,
        engine: `engine${engine}`,
        stage: `stage${stage}`,
        intent: `intent${prompt}`,
        prompt: `prompt${prompt}`,
        version: '1',
        model: 'model-1',
        canary,
        asked: 1,
        answered: 1,
        failed: 0,
        visible,
        brandsNamed: visible.size,
        citations,
      };
      const collected = story.collect === undefined ? count : story.collect(count, { ...place, prompt, sweep });
      if (collected === null) continue;
      yield collected;
      if (random() < (world.twice ?? 0)) yield collected;
    }
  }
}

function answer(world: AlertWorld, chances: number[][], factors: number[], prompt: number, random: Random): Map<string, number> {
  const visible = new Map<string, number>();
  const general = world.general ?? 0;
  const isGeneral = random() < general;
  chances.forEach((prompts, brand) => {
    const chance = Math.min(0.99, (prompts[prompt] ?? 0) * (factors[brand] ?? 1));
    const inThis = isGeneral ? chance / 3 : (chance * (1 - general / 3)) / (1 - general);
    if (random() < inThis) visible.set(`brand${brand}`, 1);
  });
  return visible;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function drawPrompts({ prompts, visibility, spread }: AlertWorld, random: Random): number[] {
  const level = visibility(random);
  if (typeof spread === 'object') {
    return Array.from({ length: prompts }, () => randomBeta(level * spread.betaSize, (1 - level) * spread.betaSize, random));
  }
  const effects = Array.from({ length: prompts }, () => spread * randomNormal(random));
  let [low, high] = [-15, 15];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    const mean = effects.reduce((sum, effect) => sum + sigmoid(middle + effect), 0) / prompts;
    if (mean < level) low = middle;
    else high = middle;
  }
  return effects.map((effect) => sigmoid(low + effect));
}

export function simulateHistory(world: AlertWorld, seed: number, story: Story = {}): History {
  const history = createHistory();
  for (const count of simulateCounts(world, seed, story)) addCount(history, count);
  return history;
}
