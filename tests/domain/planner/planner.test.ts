import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedHalfWidths, smallestDrop, usualShares } from '../../../src/domain/planner/design.ts';
import { findDesign, type Wish } from '../../../src/domain/planner/find-design.ts';
import { planSchedule, weeksPerMonth, type PlanInput } from '../../../src/domain/planner/plan.ts';
import { figures } from '../../../src/domain/metrics/index.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { varianceShares } from '../../../src/domain/statistics/variance-components.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';
import { cell } from '../metrics/cells.ts';

const drop = { baselineWeeks: 6, withinWeeks: 4, series: 24, falseAlarmWeeks: 26, power: 0.8 };
const input = (more: Partial<PlanInput> = {}): PlanInput => ({
  stages: [{ stage: 'awareness', intents: 12, wordings: 2, shares: usualShares }],
  engines: [
    { engine: 'openai', tokens: 1000, usd: 0.02 },
    { engine: 'gemini', tokens: 500, usd: 0.01 },
  ],
  sweepsPerWeek: 5,
  languages: 1,
  countries: 1,
  drop,
  ...more,
});

describe('a plan', () => {
  test('multiplies prompts, sweeps, languages, countries and engines to calls, tokens and USD a month', () => {
    const plan = planSchedule(input({ languages: 2, countries: 3 }));
    const perEngine = 12 * 2 * 2 * 3 * 5;
    expect(plan.callsPerWeek).toBe(2 * perEngine);
    expect(plan.callsPerMonth).toBeCloseTo(2 * perEngine * weeksPerMonth, 9);
    expect(plan.engines[0]).toMatchObject({ engine: 'openai', usdPerMonth: expect.closeTo(perEngine * weeksPerMonth * 0.02, 9) });
    expect(plan.usdPerMonth).toBeCloseTo(perEngine * weeksPerMonth * 0.03, 9);
    expect(plan.tokensPerMonth).toBeCloseTo(perEngine * weeksPerMonth * 1500, 6);
    expect(weeksPerMonth).toBeCloseTo(4.348, 3);
  });

  test('names the engines whose price nobody knows, and has no sum of nothing', () => {
    const plan = planSchedule(input({ engines: [{ engine: 'perplexity', tokens: null, usd: null }] }));
    expect(plan).toMatchObject({ unpriced: ['perplexity'], usdPerMonth: null, tokensPerMonth: null });
    expect(plan.callsPerMonth).toBeGreaterThan(0);
    expect(planSchedule(input({ engines: [] }))).toMatchObject({ callsPerMonth: 0, usdPerMonth: null });
  });

  test('of all engines together is surer of the panel, and hardly of the market', () => {
    const [stage] = planSchedule(input()).stages;
    const { engineWeek, allWeek, engineMonth } = stage?.halfWidths ?? expect.unreachable();
    expect(allWeek.panel).toBeLessThan(0.8 * engineWeek.panel);
    expect(engineMonth.panel).toBeLessThan(0.6 * engineWeek.panel);
    expect((engineMonth.market ?? NaN) / (engineWeek.market ?? NaN)).toBeGreaterThan(0.85);
  });
});

describe('expected half-widths', () => {
  test('are those of Wilson where answers are independent', () => {
    const shares = { visibility: 0.3, intent: 0, wording: 0 };
    const [low = NaN, high = NaN] = wilson(0.3, 100) ?? [];
    expect(expectedHalfWidths({ intents: 10, wordings: 2, answersPerWeek: 5 }, 1, shares).panel).toBeCloseTo((high - low) / 2, 12);
  });

  test('are what the figures then have, on average', () => {
    // Beta intents of correlation 0.3 have shares 0.3 and 0.
    const random = seededRandom(4);
    const design = { intents: 20, wordings: 2, answersPerWeek: 5 };
    const expected = expectedHalfWidths(design, 1, { visibility: 0.5, intent: 1 / 3, wording: 0 });
    const widths = { panel: 0, market: 0 };
    for (let i = 0; i < 300; i++) {
      const cells = Array.from({ length: design.intents }, (_, intent) => {
        // Uniform chances: mean ½, variance 1/12 = V(1−V)/3.
        const chance = random();
        return ['a', 'b'].map((wording) => {
          const visible = Array.from({ length: 5 }, random).filter((drawn) => drawn < chance).length;
          return cell(`${intent}${wording}`, { answered: 5, visible }, { intent: `i${intent}` });
        });
      }).flat();
      const { panel, market } = figures(cells, ['visibility']).visibility;
      widths.panel += ((panel?.[1] ?? NaN) - (panel?.[0] ?? NaN)) / 600;
      widths.market += ((market?.[1] ?? NaN) - (market?.[0] ?? NaN)) / 600;
    }
    expect(widths.panel / expected.panel).toBeCloseTo(1, 1);
    expect(widths.market / (expected.market ?? NaN)).toBeCloseTo(1, 1);
  });

  test('have no market under ten intents', () => {
    expect(expectedHalfWidths({ intents: 9, wordings: 3, answersPerWeek: 7 }, 4, usualShares).market).toBeNull();
  });

  test('never grow with intents, wordings, answers or weeks, and never are NaN', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const count = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(count, count, count, count, share, share, share, (intents, wordings, answersPerWeek, weeks, visibility, intent, part) => {
        const shares = { visibility, intent, wording: (1 - intent) * part };
        const base = expectedHalfWidths({ intents, wordings, answersPerWeek }, weeks, shares);
        for (const more of [{ intents: intents + 10 }, { wordings: wordings + 1 }, { answersPerWeek: answersPerWeek + 1 }]) {
          const next = expectedHalfWidths({ intents, wordings, answersPerWeek, ...more }, weeks, shares);
          expect(next.panel).toBeLessThanOrEqual(base.panel + 1e-12);
          if (base.market !== null) expect(next.market).toBeLessThanOrEqual(base.market + 1e-12);
        }
        expect(base.panel >= 0 && base.panel <= 0.5).toBe(true);
      }),
    );
  });
});

describe('the smallest drop that is found within four weeks', () => {
  test('is about a fifth of a half-visible brand with 20 prompts and 5 sweeps, as simulated', () => {
    // metrics.md: of 24 series, about 82 % of 20 % drops are found within 4 weeks.
    const found = smallestDrop({ intents: 20, wordings: 1, answersPerWeek: 5 }, { visibility: 0.5, intent: 0.3, wording: 0 }, drop);
    expect((found ?? NaN) / 0.5).toBeGreaterThan(0.15);
    expect((found ?? NaN) / 0.5).toBeLessThan(0.25);
  });

  test('is never below the floor of the alerts, and null where the brand has not so much to lose', () => {
    expect(smallestDrop({ intents: 200, wordings: 3, answersPerWeek: 50 }, usualShares, drop)).toBeCloseTo(0.075, 12);
    expect(smallestDrop({ intents: 10, wordings: 1, answersPerWeek: 3 }, { visibility: 0.04, intent: 0, wording: 0 }, drop)).toBeNull();
  });

  test('grows with the power and with the number of series', () => {
    const design = { intents: 15, wordings: 1, answersPerWeek: 3 };
    const base = smallestDrop(design, usualShares, drop) ?? NaN;
    expect(smallestDrop(design, usualShares, { ...drop, power: 0.95 })).toBeGreaterThan(base);
    expect(smallestDrop(design, usualShares, { ...drop, series: 1000 })).toBeGreaterThan(base);
  });
});

describe('a wish', () => {
  const wish = (more: Partial<Wish> = {}): Wish => ({ halfWidth: 0.05, interval: 'panel', figure: 'engineWeek', budgetUsd: 100, ...more });

  test('that can be met is met by a design that keeps width and budget', () => {
    const { met, cheapest } = findDesign(input(), wish());
    expect(met).toBe(true);
    expect(cheapest?.halfWidth).toBeLessThanOrEqual(0.05);
    expect(cheapest?.usdPerMonth).toBeLessThanOrEqual(100);
    expect(cheapest?.plan.stages[0]).toMatchObject({ intents: cheapest?.intents });
  });

  test('that cannot says what the width costs, and what the budget buys', () => {
    const { met, cheapest, affordable } = findDesign(input(), wish({ interval: 'market', budgetUsd: 20 }));
    expect(met).toBe(false);
    expect(cheapest?.usdPerMonth).toBeGreaterThan(20);
    expect(affordable?.usdPerMonth).toBeLessThanOrEqual(20);
    expect(affordable?.halfWidth).toBeGreaterThan(0.05);
  });

  test('that no design keeps has no cheapest, and one below the smallest design nothing affordable', () => {
    expect(findDesign(input(), wish({ interval: 'market', halfWidth: 0.005 }))).toMatchObject({ met: false, cheapest: null });
    expect(findDesign(input(), wish({ interval: 'market', budgetUsd: 0.1 }))).toMatchObject({ met: false, affordable: null });
  });

  test('for engines without a price cannot be told to be met', () => {
    const engines = [{ engine: 'perplexity', tokens: null, usd: null }];
    expect(findDesign(input({ engines }), wish())).toMatchObject({ met: null, affordable: null, cheapest: { usdPerMonth: null } });
  });

  test('is met by the cheapest of all designs that meet it', () => {
    const { cheapest } = findDesign(input(), wish({ interval: 'market', halfWidth: 0.1, budgetUsd: 1000 }));
    for (const sweepsPerWeek of [3, 5, 7]) {
      for (const wordings of [1, 2, 3]) {
        for (let intents = 10; intents <= 120; intents++) {
          const plan = planSchedule(input({ sweepsPerWeek, stages: [{ stage: 'awareness', intents, wordings, shares: usualShares }] }));
          const meets = (plan.stages[0]?.halfWidths.engineWeek.market ?? 1) <= 0.1;
          if (meets) expect(plan.usdPerMonth).toBeGreaterThanOrEqual((cheapest?.usdPerMonth ?? NaN) - 1e-9);
        }
      }
    }
  });
});

describe('variance shares', () => {
  const market = (intentSpread: number, wordings: number, seed: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: 400 }, (_, i) => {
      const chance = 0.5 + intentSpread * (random() < 0.5 ? -1 : 1);
      return Array.from({ length: wordings }, () => ({
        intent: `i${i}`,
        answered: 6,
        visible: Array.from({ length: 6 }, random).filter((drawn) => drawn < chance).length,
      }));
    }).flat();
  };

  test('find how much intents differ', () => {
    // ± 0.3 around ½: 0.09 of 0.25.
    const shares = varianceShares(market(0.3, 2, 1));
    expect(shares?.intent).toBeCloseTo(0.36, 1);
    expect(shares?.wording).toBeLessThan(0.05);
    expect(varianceShares(market(0, 2, 2))?.intent).toBeLessThan(0.03);
  });

  test('are not told from little', () => {
    expect(varianceShares([])).toBeNull();
    expect(varianceShares(market(0.3, 2, 1).slice(0, 18))).toBeNull();
    expect(varianceShares(market(0.3, 1, 1).map((one) => ({ ...one, visible: 0 })))).toBeNull();
    expect(varianceShares(market(0.3, 1, 1).map((one) => ({ ...one, answered: 1, visible: 1 })))).toBeNull();
  });
});
