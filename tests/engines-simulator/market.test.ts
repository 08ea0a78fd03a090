import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/domain/journey.ts';
import { createMarket } from '../../src/engines/simulator/market.ts';
import { createSimulator } from '../../src/engines/simulator/simulator.ts';
import { panelTruth, truthSeries } from '../../src/engines/simulator/truth-series.ts';
import { market, namedIn, prompts, proseOf, startsAt, week } from './fixtures.ts';

const simulator = createSimulator({ market, prompts });

/** How often each brand is named and its site cited in `count` answers, each to a question of its own unless `text` is given. */
function observe(options: { engine: string; at: Date; count: number; text?: string }) {
  const named = new Map<string, number>();
  const cited = new Map<string, number>();
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (let i = 0; i < options.count; i++) {
    const answer = simulator.answer({
      engine: options.engine,
      at: options.at,
      text: options.text ?? `question number ${i}`,
      sample: String(i),
    });
    for (const id of namedIn(proseOf(answer))) add(named, id);
    const domains = new Set(answer.pieces.flatMap(({ cites }) => cites.map((index) => answer.sources[index]?.domain)));
    for (const brand of market.brands) if (brand.domains.some((domain) => domains.has(domain))) add(cited, brand.id);
  }
  return { named, cited };
}

/** Within 4.5 standard errors: about once in 150,000 comparisons by chance, and the seed is fixed. */
function expectNear(count: number, n: number, truth: number) {
  expect(Math.abs(count / n - truth)).toBeLessThan(4.5 * Math.sqrt((truth * (1 - truth)) / n) + 1e-9);
}

describe('the truth is what is generated', () => {
  it.each([
    ['openai', 1],
    ['perplexity', 7.5],
    ['perplexity', 10],
    ['gemini', 8],
  ] as const)('over many questions: %s in week %d', (engine, weekNumber) => {
    const [n, at] = [3000, week(weekNumber)];
    const { named, cited } = observe({ engine, at, count: n });
    for (const { id } of market.brands) {
      const query = { brand: id, stage: 'consideration' as Stage, engine, at };
      expectNear(named.get(id) ?? 0, n, market.truth(query));
      expectNear(cited.get(id) ?? 0, n, market.citationTruth(query));
    }
  });

  it.each(prompts.map(({ text }) => text))('for one prompt asked again and again: %s', (text) => {
    const { intent, stage, wording } = simulator.resolve(text);
    const [n, at, engine] = [1500, week(9), 'google-ai-overview'];
    const { named } = observe({ engine, at, count: n, text });
    for (const { id } of market.brands) expectNear(named.get(id) ?? 0, n, market.truth({ brand: id, stage, engine, intent, wording, at }));
  });
});

describe('the story', () => {
  const truth = (brand: string, stage: Stage, engine: string, number: number) => market.truth({ brand, stage, engine, at: week(number) });

  it('drops the own brand by 35 % in consideration on perplexity after eight weeks, and nowhere else', () => {
    expect(truth('veldrano', 'consideration', 'perplexity', 8.1) / truth('veldrano', 'consideration', 'perplexity', 7.9)).toBeCloseTo(
      0.65,
      6,
    );
    expect(truth('veldrano', 'awareness', 'perplexity', 8.1)).toBe(truth('veldrano', 'awareness', 'perplexity', 7.9));
    expect(truth('veldrano', 'consideration', 'openai', 8.1)).toBe(truth('veldrano', 'consideration', 'openai', 7.9));
    expect(truth('quorvane', 'consideration', 'perplexity', 8.1)).toBe(truth('quorvane', 'consideration', 'perplexity', 7.9));
  });

  it('lowers every brand on gemini after six weeks', () => {
    for (const { id } of market.brands.filter((brand) => brand.id !== 'zylomar')) {
      expect(truth(id, 'consideration', 'gemini', 6.1) / truth(id, 'consideration', 'gemini', 5.9)).toBeCloseTo(0.72, 6);
      expect(truth(id, 'consideration', 'openai', 6.1)).toBe(truth(id, 'consideration', 'openai', 5.9));
    }
  });

  it('lets one rival climb through all twelve weeks', () => {
    const values = Array.from({ length: 13 }, (_, number) => truth('zylomar', 'consideration', 'openai', number));
    values.slice(1).forEach((value, index) => expect(value).toBeGreaterThan(values[index] ?? 1));
    expect((values[12] ?? 0) / (values[0] ?? 1)).toBeGreaterThan(1.6);
  });

  it('does not happen in a market without one', () => {
    const quiet = createMarket({ seed: 11, startsAt, story: [] });
    for (const { id } of quiet.brands) {
      const at = (number: number) => quiet.truth({ brand: id, stage: 'consideration', engine: 'perplexity', at: week(number) });
      expect(at(12)).toBe(at(0));
    }
  });
});

describe('the market', () => {
  it('has real variance between intents, and little between wordings', () => {
    const query = { brand: 'veldrano', stage: 'consideration' as Stage, engine: 'openai', at: week(1) };
    const deviation = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b, 0) / values.length;
      return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    };
    const byIntent = deviation(Array.from({ length: 60 }, (_, i) => market.truth({ ...query, intent: `intent ${i}` })));
    const byWording = deviation(Array.from({ length: 60 }, (_, i) => market.truth({ ...query, intent: 'one', wording: `wording ${i}` })));
    expect(byIntent).toBeGreaterThan(0.1);
    expect(byWording).toBeGreaterThan(0.005);
    expect(byWording).toBeLessThan(byIntent / 2);
  });

  it('keeps the own brand in consideration where a change can be found, for any seed', () => {
    for (let seed = 0; seed < 50; seed++) {
      const value = createMarket({ seed, startsAt }).truth({
        brand: 'veldrano',
        stage: 'consideration',
        engine: 'perplexity',
        at: week(1),
      });
      expect(value).toBeGreaterThan(0.4);
      expect(value).toBeLessThan(0.75);
    }
  });

  it('is fixed by its seed', () => {
    const query = { brand: 'veldrano', stage: 'awareness' as Stage, engine: 'openai', intent: 'x', at: week(3) };
    expect(createMarket({ seed: 5, startsAt }).truth(query)).toBe(createMarket({ seed: 5, startsAt }).truth(query));
    expect(createMarket({ seed: 5, startsAt }).truth(query)).not.toBe(createMarket({ seed: 6, startsAt }).truth(query));
  });

  it('gives the truth of a panel by week', () => {
    const series = truthSeries(market, {
      brand: 'veldrano',
      engine: 'perplexity',
      stage: 'consideration',
      from: startsAt,
      to: week(12),
      granularity: 'week',
      prompts,
    });
    expect(series).toHaveLength(12);
    expect(series.map(({ from }) => from.getUTCDay())).toEqual(Array.from({ length: 12 }, () => 1));
    expect(series[2]?.value).toBeCloseTo(
      panelTruth(market, { brand: 'veldrano', engine: 'perplexity', stage: 'consideration', at: week(2), prompts }),
      10,
    );
    expect((series[8]?.value ?? 0) / (series[7]?.value ?? 1)).toBeCloseTo(0.65, 6);
  });
});
