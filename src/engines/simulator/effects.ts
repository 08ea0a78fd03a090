import type { Stage } from '../../domain/journey.ts';
import type { MarketBrand } from './brands.ts';
import { hashUnit } from './random.ts';

/** What a stage does to every brand's log-odds, and how many of its answers are general advice that names none of them. */
export const stageEffects: Record<Stage, { logit: number; generic: number }> = {
  awareness: { logit: -1.35, generic: 0.18 },
  consideration: { logit: 0, generic: 0.05 },
  decision: { logit: -0.15, generic: 0.05 },
  retention: { logit: -0.9, generic: 0.25 },
  advocacy: { logit: -0.6, generic: 0.12 },
};

/** An engine's effect on every brand's log-odds, and how many of its answers cite nothing. */
const engineEffects: Record<string, { logit: number; uncited: number }> = {
  openai: { logit: 0.1, uncited: 0.15 },
  anthropic: { logit: -0.05, uncited: 0.08 },
  gemini: { logit: 0, uncited: 0.2 },
  perplexity: { logit: 0.15, uncited: 0.04 },
  'google-ai-overview': { logit: -0.45, uncited: 0.02 },
  'google-ai-mode': { logit: -0.05, uncited: 0.02 },
};
const otherEngine = { logit: 0, uncited: 0.1 };

export const engineEffect = (engine: string): { logit: number; uncited: number } => engineEffects[engine] ?? otherEngine;

// Effects are spread evenly over ±width on a grid, so that a mean over the market is an exact sum and no integral.
type Spread = { width: number; points: number };
const intentSpread: Spread = { width: 1.3, points: 64 };
const wordingSpread: Spread = { width: 0.25, points: 16 };
const brandStageWidth = 0.25;
const brandEngineWidth = 0.3;

const gridValue = (spread: Spread, index: number) => spread.width * ((2 * index + 1) / spread.points - 1);
const gridValues = (spread: Spread) => Array.from({ length: spread.points }, (_, index) => gridValue(spread, index));
const gridEffect = (spread: Spread, key: string) => gridValue(spread, Math.floor(hashUnit(key) * spread.points));
const evenEffect = (width: number, key: string) => width * (2 * hashUnit(key) - 1);

export const allIntentEffects = gridValues(intentSpread);
export const allWordingEffects = gridValues(wordingSpread);

/** The market's fixed log-odds, each belonging to the seed. */
export type Effects = {
  base(brand: MarketBrand, stage: Stage, engine: string): number;
  intent(brand: string, intent: string): number;
  wording(brand: string, intent: string, wording: string): number;
};

export function createEffects(seed: number): Effects {
  const cache = new Map<string, number>();

  function cached(key: string, compute: () => number): number {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const value = compute();
    // Questions can be anything, so the memory of them is bounded.
    if (cache.size > 50_000) cache.clear();
    cache.set(key, value);
    return value;
  }

  return {
    base: (brand, stage, engine) =>
      cached(`base|${brand.id}|${stage}|${engine}`, () => {
        const ownStage = evenEffect(brandStageWidth, `${seed}|stage|${brand.id}|${stage}`);
        const ownEngine = evenEffect(brandEngineWidth, `${seed}|engine|${brand.id}|${engine}`);
        return brand.strength + stageEffects[stage].logit + engineEffect(engine).logit + ownStage + ownEngine;
      }),
    intent: (brand, intent) => cached(`intent|${brand}|${intent}`, () => gridEffect(intentSpread, `${seed}|intent|${brand}|${intent}`)),
    wording: (brand, intent, wording) =>
      cached(`wording|${brand}|${intent}|${wording}`, () => gridEffect(wordingSpread, `${seed}|wording|${brand}|${intent}|${wording}`)),
  };
}
