/**
 * Do 95 % intervals cover 95 %, and are they no wider than that needs? Simulated panels of known truth go through `figures`;
 * the oracle beside them is Wilson with the true variance (metrics.md). `node tests/bench/calibration.ts [replications per design]`
 */
import { emptyCounts } from '../../src/domain/metrics/add-cells.ts';
import type { Cell, Figure, Interval } from '../../src/domain/metrics/cell.ts';
import { figures } from '../../src/domain/metrics/index.ts';
import { seededRandom, type Random } from '../../src/domain/statistics/random.ts';
import { wilson } from '../../src/domain/statistics/wilson.ts';
import { worlds, type IntentDraw, type World } from './market-worlds.ts';

const visibilities = [0.02, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.98];
const rivals = [0.55, 0.4, 0.25, 0.12];
const intentCounts = [10, 20, 40];
const wordingCounts = [1, 2, 3];
const sweepCounts = [3, 5, 7];
const measured = ['visibility', 'firstMention', 'shareOfVoice', 'citationRate'] as const;
type Measured = (typeof measured)[number];
type PerFigure = Record<Measured, number>;

/** Chances of one prompt: of each brand to be named (ours first), and of each 0/1 outcome. */
type Prompt = { cluster: number; named: number[]; means: { numerator: PerFigure; denominator: PerFigure } };

function promptOf(cluster: number, named: number[]): Prompt {
  const own = named[0] ?? 0;
  const total = named.reduce((sum, chance) => sum + chance, 0);
  return {
    cluster,
    named,
    means: {
      numerator: {
        visibility: own,
        firstMention: own * firstWhenNamed(named.slice(1)),
        shareOfVoice: own,
        citationRate: 0.05 + 0.45 * own,
      },
      denominator: { visibility: 1, firstMention: 1, shareOfVoice: total, citationRate: 1 },
    },
  };
}

/** E[1 / (1 + rivals named)]: brands are named in random order. */
function firstWhenNamed(chances: number[]): number {
  let counts = [1];
  for (const chance of chances) {
    const next = Array.from({ length: counts.length + 1 }, () => 0);
    counts.forEach((probability, k) => {
      next[k] = (next[k] ?? 0) + probability * (1 - chance);
      next[k + 1] = (next[k + 1] ?? 0) + probability * chance;
    });
    counts = next;
  }
  return counts.reduce((sum, probability, k) => sum + probability / (k + 1), 0);
}

/** Variance of one answer's linearised residual x − value·y around the prompt's own mean. */
function answerVariance({ named, means }: Prompt, id: Measured, value: number): number {
  if (id !== 'shareOfVoice') return means.numerator[id] * (1 - means.numerator[id]);
  return named.reduce((sum, chance, i) => sum + chance * (1 - chance) * ((i === 0 ? 1 : 0) - value) ** 2, 0);
}

const meanOf = (prompts: Prompt[], pick: (prompt: Prompt) => number) =>
  prompts.reduce((sum, prompt) => sum + pick(prompt), 0) / prompts.length;

/** Truth and variance for the panel's own prompts. */
function panelTruth(prompts: Prompt[], id: Measured, sweeps: number) {
  const y = meanOf(prompts, ({ means }) => means.denominator[id]);
  const value = meanOf(prompts, ({ means }) => means.numerator[id]) / y;
  return { value, variance: meanOf(prompts, (prompt) => answerVariance(prompt, id, value)) / (prompts.length * sweeps * y * y) };
}

/** What redrawing intents, wordings and answers each add to the variance, from 30,000 intents in two wordings. */
function marketTruth(draw: () => Prompt[], id: Measured, pairs: Prompt[][] = Array.from({ length: 30_000 }, draw)) {
  const all = pairs.flat();
  const y = meanOf(all, ({ means }) => means.denominator[id]);
  const value = meanOf(all, ({ means }) => means.numerator[id]) / y;
  const residual = ({ means }: Prompt) => (means.numerator[id] - value * means.denominator[id]) / y;
  const total = meanOf(all, (prompt) => residual(prompt) ** 2);
  const intent = pairs.reduce((sum, pair) => sum + pair.map(residual).reduce((a, b) => a * b, 1), 0) / pairs.length;
  const answer = meanOf(all, (prompt) => answerVariance(prompt, id, value)) / (y * y);
  const variance = (intents: number, wordings: number, sweeps: number) =>
    (intent + (Math.max(0, total - intent) + answer / sweeps) / wordings) / intents;
  return { value, variance };
}

function askPrompt(prompt: Prompt, name: string, sweeps: number, random: Random): Cell {
  const counts = emptyCounts();
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const isNamed = prompt.named.map((chance) => random() < chance);
    const named = isNamed.filter(Boolean).length;
    counts.answered++;
    counts.brandsNamed += named;
    counts.brandsNamedSq += named ** 2;
    if (random() < (isNamed[0] ? 0.5 : 0.05)) counts.cited++;
    if (!isNamed[0]) continue;
    counts.visible++;
    counts.besides += named;
    if (random() * named < 1) counts.first++;
  }
  return { prompt: name, intent: `i${prompt.cluster}`, stage: 'consideration', weight: 1, counts };
}

type Tally = { replications: number; covered: number; width: number; oracle: number };
type Tallies = Map<string, Tally>;

function record(tallies: Tallies, keys: string[], truth: { value: number; variance: number }, figure: Figure, interval: Interval | null) {
  if (interval === null || figure.value === null) return;
  const size = (truth.value * (1 - truth.value)) / truth.variance;
  const oracle = wilson(figure.value, Number.isFinite(size) ? size : 1e12);
  for (const key of keys) {
    const tally = tallies.get(key) ?? { replications: 0, covered: 0, width: 0, oracle: 0 };
    tally.replications++;
    if (interval[0] <= truth.value && truth.value <= interval[1]) tally.covered++;
    tally.width += interval[1] - interval[0];
    tally.oracle += oracle === null ? 0 : oracle[1] - oracle[0];
    tallies.set(key, tally);
  }
}

type Design = { world: string; visibility: number; intents: number; wordings: number; sweeps: number };

function replicate(
  draws: IntentDraw[],
  design: Design,
  truths: Map<Measured, ReturnType<typeof marketTruth>>,
  tallies: Tallies,
  random: Random,
) {
  const prompts = Array.from({ length: design.intents }, (_, cluster) => {
    const brands = draws.map((draw) => draw());
    return Array.from({ length: design.wordings }, () =>
      promptOf(
        cluster,
        brands.map((chance) => chance()),
      ),
    );
  }).flat();
  const result = figures(
    prompts.map((prompt, i) => askPrompt(prompt, `p${i}`, design.sweeps, random)),
    measured,
  );
  const margins = ['overall|', ...Object.entries(design).map(([margin, level]) => `${margin}|${level}`)];
  for (const id of measured) {
    const keys = (kind: string) => margins.map((margin) => `${id}|${kind}|${margin}`);
    record(tallies, keys('panel'), panelTruth(prompts, id, design.sweeps), result[id], result[id].panel);
    const market = truths.get(id);
    if (market === undefined) continue;
    const variance = market.variance(design.intents, design.wordings, design.sweeps);
    record(tallies, keys('market'), { value: market.value, variance }, result[id], result[id].market);
  }
}

function runWorld(world: World, visibility: number, replications: number, tallies: Tallies, random: Random) {
  const draws = [visibility, ...rivals].map((level) => world.intents(level, random));
  const drawPair = () => {
    const brands = draws.map((draw) => draw());
    return [0, 1].map(() =>
      promptOf(
        0,
        brands.map((chance) => chance()),
      ),
    );
  };
  const pairs = Array.from({ length: 30_000 }, drawPair);
  const truths = new Map(measured.map((id) => [id, marketTruth(drawPair, id, pairs)]));
  for (const intents of intentCounts) {
    for (const wordings of wordingCounts) {
      for (const sweeps of sweepCounts) {
        const design = { world: world.name, visibility, intents, wordings, sweeps };
        for (let i = 0; i < replications; i++) replicate(draws, design, truths, tallies, random);
      }
    }
  }
}

/** Are 93–97 % covered overall and 92 % in each margin, by intervals no wider than that needs (metrics.md)? */
const isKept = (
  margin: string | undefined,
  interval: string | undefined,
  { coverage, widthRatio }: { coverage: number; widthRatio: number },
) => (margin === 'overall' ? coverage >= 0.93 && coverage <= 0.97 : coverage >= 0.92) && widthRatio <= (interval === 'panel' ? 1.1 : 1.15);

/** @returns a row for each figure, interval and margin: share of intervals that hold the truth, mean width over the oracle's */
export async function run(replications = 12, seed = 20260907): Promise<object[]> {
  const tallies: Tallies = new Map();
  const random = seededRandom(seed);
  for (const world of worlds) for (const visibility of visibilities) runWorld(world, visibility, replications, tallies, random);
  return [...tallies].map(([key, { replications: count, covered, width, oracle }]) => {
    const [figure, interval, margin, level] = key.split('|');
    const round = (value: number) => Math.round(value * 1e4) / 1e4;
    const row = { coverage: round(covered / count), widthRatio: round(width / oracle) };
    return { figure, interval, margin, level, replications: count, ...row, kept: isKept(margin, interval, row) };
  });
}

if (import.meta.main) for (const row of await run(Number(process.argv[2] ?? 12))) console.log(JSON.stringify(row));
