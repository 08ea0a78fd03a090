import type { Stage } from '../../domain/journey.ts';
import { marketBrands } from './brands.ts';
import type { MarketBrand } from './brands.ts';
import { allIntentEffects, allWordingEffects, createEffects, engineEffect, stageEffects } from './effects.ts';
import type { Effects } from './effects.ts';
import { demoStory, storyFactor, storyLogit } from './story.ts';
import type { StoryEvent } from './story.ts';
import { weekMs } from '../../domain/durations.ts';

export type MarketOptions = {
  seed: number;
  /** The story's first moment; the demo uses the Monday 00:00 UTC twelve weeks ago. */
  startsAt: Date;
  weeks?: number;
  brands?: readonly MarketBrand[];
  /** `[]` is a market in which nothing changes. */
  story?: readonly StoryEvent[];
};

/** One question as asked: what is wanted, in which words, of whom, when. */
export type MarketCell = { stage: Stage; engine: string; intent: string; wording: string; at: Date };

/** Without `intent`: the mean over the market's intents. With it and without `wording`: the mean over its wordings. */
export type TruthQuery = { brand: string; stage: Stage; engine: string; intent?: string; wording?: string; at: Date };

/** Probabilities behind one answer. `named[i]` is that of `brands[i]` in an answer that is not generic. */
export type Chances = { generic: number; uncited: number; named: number[]; strengths: number[] };

export type Market = {
  readonly seed: number;
  readonly startsAt: Date;
  readonly weeks: number;
  readonly brands: readonly MarketBrand[];
  /** The true probability that the brand is visible in an answer (0 to 1), everything included. */
  truth(query: TruthQuery): number;
  /** The true probability that an answer cites the brand's own domains. */
  citationTruth(query: TruthQuery): number;
  chances(cell: MarketCell): Chances;
};

// No brand is in every answer.
const ceiling = 0.96;

type Rules = Required<MarketOptions> & { effects: Effects };

/** The market's rules; everything random in it belongs to the seed. */
export function createMarket(options: MarketOptions): Market {
  const { seed, startsAt, weeks = 12, brands = marketBrands, story = demoStory } = options;
  const rules: Rules = { seed, startsAt, weeks, brands, story, effects: createEffects(seed) };
  return {
    seed,
    startsAt,
    weeks,
    brands,
    truth: (query) => truth(rules, query),
    citationTruth: (query) => citationTruth(rules, query),
    chances: (cell) => chances(rules, cell),
  };
}

const weekOf = (rules: Rules, at: Date) => (at.getTime() - rules.startsAt.getTime()) / weekMs;
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

/** The probability at these log-odds in a whole stage's answers, the generic ones among them. */
const visibleAt = (stage: Stage, logit: number) => Math.min(ceiling * (1 - stageEffects[stage].generic), sigmoid(logit));

function findBrand(rules: Rules, id: string): MarketBrand {
  const brand = rules.brands.find((candidate) => candidate.id === id);
  if (!brand) throw new Error(`The market has no brand "${id}".`);
  return brand;
}

function truth(rules: Rules, query: TruthQuery): number {
  const { effects, story } = rules;
  const { stage, engine, intent, wording } = query;
  const brand = findBrand(rules, query.brand);
  const week = weekOf(rules, query.at);
  const base = effects.base(brand, stage, engine) + storyLogit(story, brand.id, week);
  const intents = intent === undefined ? allIntentEffects : [effects.intent(brand.id, intent)];
  const wordings = intent === undefined || wording === undefined ? allWordingEffects : [effects.wording(brand.id, intent, wording)];
  let sum = 0;
  for (const intentEffect of intents) for (const wordingEffect of wordings) sum += visibleAt(stage, base + intentEffect + wordingEffect);
  return (sum / (intents.length * wordings.length)) * storyFactor(story, { brand: brand.id, stage, engine, week });
}

function citationTruth(rules: Rules, query: TruthQuery): number {
  const brand = findBrand(rules, query.brand);
  const named = truth(rules, query);
  const cited = named * brand.citedWhenNamed + (1 - named) * brand.citedWhenUnnamed;
  return cited * (1 - engineEffect(query.engine).uncited);
}

function chances(rules: Rules, cell: MarketCell): Chances {
  const { effects, brands, story } = rules;
  const { stage, engine, intent, wording } = cell;
  const week = weekOf(rules, cell.at);
  const { generic } = stageEffects[stage];
  const strengths = brands.map(
    (brand) =>
      effects.base(brand, stage, engine) +
      storyLogit(story, brand.id, week) +
      effects.intent(brand.id, intent) +
      effects.wording(brand.id, intent, wording),
  );
  const named = brands.map((brand, index) => {
    const visible = visibleAt(stage, strengths[index] ?? 0) * storyFactor(story, { brand: brand.id, stage, engine, week });
    // Generic answers name nobody; the others make up for it, so that `truth` is the whole probability.
    return visible / (1 - generic);
  });
  return { generic, uncited: engineEffect(engine).uncited, named, strengths };
}
