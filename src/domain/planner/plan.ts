import type { VarianceShares } from '../statistics/variance-components.ts';
import { expectedHalfWidths, smallestDrop, type Design, type DropQuestion, type HalfWidths } from './design.ts';

/** What one call of an engine takes; null where nobody knows. */
export type CallCost = { engine: string; tokens: number | null; usd: number | null };

export type StagePlan = {
  stage: string;
  intents: number;
  /** Prompts of an intent in one language. */
  wordings: number;
  /** What answers of this stage vary by: measured, or the usual. */
  shares: VarianceShares;
};

export type PlanInput = {
  stages: readonly StagePlan[];
  engines: readonly CallCost[];
  sweepsPerWeek: number;
  /** Numbers of them, at least 1: prompts exist in each language, and each is asked for each country. */
  languages: number;
  countries: number;
  drop: DropQuestion;
};

export type EnginePlan = { engine: string; callsPerMonth: number; tokensPerMonth: number | null; usdPerMonth: number | null };

export type StageExpectation = {
  stage: string;
  intents: number;
  prompts: number;
  /** Of the stage's visibility in a week and in four, on one engine and on all together. */
  halfWidths: Record<'engineWeek' | 'engineMonth' | 'allWeek' | 'allMonth', HalfWidths>;
  /** On one engine; null where not even a fall to 0 would be found. */
  smallestDrop: number | null;
  shares: VarianceShares;
};

export type Plan = {
  engines: EnginePlan[];
  callsPerWeek: number;
  callsPerMonth: number;
  /** Of the engines whose tokens and prices are known; null where none is. */
  tokensPerMonth: number | null;
  usdPerMonth: number | null;
  /** Engines that are not in `usdPerMonth`. */
  unpriced: string[];
  stages: StageExpectation[];
};

/** A Gregorian month on average. */
export const weeksPerMonth = 365.2425 / 12 / 7;

/** What a schedule takes and what it will tell, before it is saved. */
export function planSchedule(input: PlanInput): Plan {
  const { engines, stages } = input;
  const prompts = stages.reduce((sum, stage) => sum + promptsOf(stage, input), 0);
  const perEngineWeek = prompts * input.countries * input.sweepsPerWeek;
  const perEngineMonth = perEngineWeek * weeksPerMonth;
  const times = (each: number | null) => (each === null ? null : each * perEngineMonth);
  const plans = engines.map(({ engine, tokens, usd }) => ({
    engine,
    callsPerMonth: perEngineMonth,
    tokensPerMonth: times(tokens),
    usdPerMonth: times(usd),
  }));
  return {
    engines: plans,
    callsPerWeek: perEngineWeek * engines.length,
    callsPerMonth: perEngineMonth * engines.length,
    tokensPerMonth: sumKnown(plans.map((plan) => plan.tokensPerMonth)),
    usdPerMonth: sumKnown(plans.map((plan) => plan.usdPerMonth)),
    unpriced: engines.filter(({ usd }) => usd === null).map(({ engine }) => engine),
    stages: stages.map((stage) => expect(stage, input)),
  };
}

const promptsOf = ({ intents, wordings }: StagePlan, { languages }: PlanInput) => intents * wordings * languages;

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

function expect(stage: StagePlan, input: PlanInput): StageExpectation {
  const { shares, intents } = stage;
  const onOne = designOf(stage, input);
  // Engines answer each for itself: to the panel as a whole they are so many more answers.
  const onAll = { ...onOne, answersPerWeek: onOne.answersPerWeek * Math.max(1, input.engines.length) };
  return {
    stage: stage.stage,
    intents,
    prompts: promptsOf(stage, input),
    halfWidths: {
      engineWeek: expectedHalfWidths(onOne, 1, shares),
      engineMonth: expectedHalfWidths(onOne, 4, shares),
      allWeek: expectedHalfWidths(onAll, 1, shares),
      allMonth: expectedHalfWidths(onAll, 4, shares),
    },
    smallestDrop: smallestDrop(onOne, shares, input.drop),
    shares,
  };
}

export const designOf = ({ intents, wordings }: StagePlan, { languages, countries, sweepsPerWeek }: PlanInput): Design => ({
  intents,
  wordings: wordings * languages,
  answersPerWeek: sweepsPerWeek * countries,
});
