import { seededRandom, type Random } from '../../src/domain/statistics/random.ts';

/** Draws one intent: a function that draws the brand's chance of being named for one wording of it. */
export type IntentDraw = () => () => number;
export type World = { name: string; intents(visibility: number, random: Random): IntentDraw };

export const gauss = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const even = (random: Random) => 2 * random() - 1;

/** A gamma variate of shape `a`, scale 1. Marsaglia & Tsang 2000. */
function gamma(a: number, random: Random): number {
  if (a < 1) return gamma(a + 1, random) * random() ** (1 / a);
  const d = a - 1 / 3;
  for (;;) {
    const x = gauss(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(random()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function beta(a: number, b: number, random: Random): number {
  const [x, y] = [gamma(a, random), gamma(b, random)];
  return x + y > 0 ? x / (x + y) : random() < a / (a + b) ? 1 : 0;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Log-odds of level + intent + wording, the level set so that the mean over the market is the visibility wanted. */
function logitWorld(name: string, draw: (random: Random) => number, intentSpread: number, wordingSpread: number): World {
  const intents = (visibility: number, random: Random): IntentDraw => {
    const grid = seededRandom(1);
    const effects = Array.from({ length: 20_000 }, () => intentSpread * draw(grid) + wordingSpread * draw(grid));
    let [low, high] = [-20, 20];
    for (let i = 0; i < 40; i++) {
      const level = (low + high) / 2;
      const mean = effects.reduce((sum, effect) => sum + sigmoid(level + effect), 0) / effects.length;
      if (mean < visibility) low = level;
      else high = level;
    }
    return () => {
      const intent = low + intentSpread * draw(random);
      return () => sigmoid(intent + wordingSpread * draw(random));
    };
  };
  return { name, intents };
}

/** Intents that are mostly all or nothing: a beta distribution by its intra-class correlation, wordings close to it. */
function betaWorld(name: string, correlation: number): World {
  const size = 1 / correlation - 1;
  const wordingSize = 40;
  const intents =
    (visibility: number, random: Random): IntentDraw =>
    () => {
      const intent = beta(visibility * size, (1 - visibility) * size, random);
      return () => beta(Math.max(1e-3, intent * wordingSize), Math.max(1e-3, (1 - intent) * wordingSize), random);
    };
  return { name, intents };
}

/** Markets of different make; the first is the simulator's. */
export const worlds: World[] = [
  logitWorld('even log-odds ±1.3', even, 1.3, 0.25),
  logitWorld('normal log-odds, sd 1', gauss, 1, 0.5),
  logitWorld('normal log-odds, sd 1.5', gauss, 1.5, 0.5),
  betaWorld('beta, correlation 0.1', 0.1),
  betaWorld('beta, correlation 0.3', 0.3),
];
