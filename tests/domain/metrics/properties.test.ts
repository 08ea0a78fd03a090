import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addCells } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell, Figure } from '../../../src/domain/metrics/cell.ts';
import { figures, metrics } from '../../../src/domain/metrics/index.ts';
import type { Observation } from '../../../src/domain/metrics/observation.ts';
import { addObservation, cellsOf, createTally } from '../../../src/domain/metrics/tally.ts';
import type { TallyPanel } from '../../../src/domain/metrics/tally-panel.ts';

const brands = ['acme', 'zoho', 'hub', 'pipe', 'sales'];
const panel: TallyPanel = {
  brandOf: (name) => (brands.includes(name) ? name : null),
  ownerOf: (domain) => brands.find((brand) => domain === `${brand}.com`) ?? null,
};

const observation = fc.record({
  askedAt: fc.constant('2026-09-07T08:00:00Z'),
  engine: fc.constantFrom('openai', 'gemini'),
  stage: fc.constantFrom('awareness', 'consideration'),
  intent: fc.integer({ min: 0, max: 13 }).map((i) => `i${i}`),
  prompt: fc.constantFrom('a', 'b'),
  state: fc.constantFrom<Observation['state']>('answered', 'answered', 'answered', 'answered', 'no_answer', 'refused', 'error'),
  brands: fc.shuffledSubarray([...brands, 'stranger']),
  citations: fc.array(fc.constantFrom('acme.com', 'hub.com', 'g2.com'), { maxLength: 4 }),
});
const observations = fc.array(observation, { maxLength: 250 });

const tallied = (all: readonly Observation[], brand: string, counting = panel): Cell[] => {
  const tally = createTally();
  for (const one of all) addObservation(tally, one, counting);
  return cellsOf(tally, brand);
};
const checkEach = (check: (all: Observation[], seed: number) => void) =>
  fc.assert(
    fc.property(observations, fc.nat(), (all, seed) => {
      check(all, seed);
    }),
    { numRuns: 100 },
  );
const shuffled = <T>(items: readonly T[], seed: number) =>
  items
    .map((item, i) => ({ item, at: Math.sin(seed + 1 + i * 7919) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);

describe('figures do not change', () => {
  test('with the order in which observations arrive', () => {
    checkEach((all, seed) => expect(figures(tallied(shuffled(all, seed), 'acme'))).toEqual(figures(tallied(all, 'acme'))));
  });

  test('with the order of cells', () => {
    checkEach((all, seed) => {
      const cells = tallied(all, 'acme');
      expect(figures(shuffled(cells, seed))).toEqual(figures(cells));
    });
  });

  test('when a period is split into parts and the parts are added', () => {
    checkEach((all, seed) => {
      const cut = all.length === 0 ? 0 : seed % all.length;
      const parts = [...tallied(all.slice(cut), 'acme'), ...tallied(all.slice(0, cut), 'acme')];
      expect(figures(parts)).toEqual(figures(tallied(all, 'acme')));
    });
  });

  test('when cells are added up beforehand, except that engines can no longer be told apart', () => {
    checkEach((all) => {
      const cells = tallied(all, 'acme');
      const { citationShare: _, ...before } = figures(cells);
      const { citationShare: __, ...after } = figures(addCells(cells));
      expect(after).toEqual(before);
    });
  });

  test('when a brand is renamed', () => {
    const rename = (name: string) => (name === 'acme' ? 'zzz' : name);
    const renamed: TallyPanel = {
      brandOf: (name) => (name === 'zzz' || (name !== 'acme' && brands.includes(name)) ? name : null),
      ownerOf: (domain) => (domain === 'acme.com' ? 'zzz' : panel.ownerOf(domain)),
    };
    checkEach((all) => {
      const other = all.map((one) => ({ ...one, brands: one.brands?.map(rename) }));
      expect(figures(tallied(other, 'zzz', renamed))).toEqual(figures(tallied(all, 'acme')));
    });
  });

  test('and cells given are left as they were', () => {
    checkEach((all) => {
      const cells = tallied([...all, ...all], 'acme');
      const copy = structuredClone(cells);
      figures([...cells, ...cells]);
      expect(cells).toEqual(copy);
    });
  });
});

test('values and intervals stay in their range, intervals contain the value, and nothing is NaN', () => {
  const bounds = { ratio: [0, 1], difference: [-1, 1], position: [1, Infinity] } as const;
  checkEach((all) => {
    const result: Record<string, Figure> = figures(tallied(all, 'acme'));
    for (const { id, unit } of metrics) {
      const figure = result[id];
      const numbers = [figure?.value, figure?.numerator, figure?.denominator, ...(figure?.panel ?? []), ...(figure?.market ?? [])];
      expect(numbers.every((number) => number === null || Number.isFinite(number))).toBe(true);
      for (const interval of [figure?.panel, figure?.market]) {
        if (!interval || typeof figure?.value !== 'number') continue;
        const [low, high] = interval;
        expect(low >= bounds[unit][0] && high <= bounds[unit][1]).toBe(true);
        expect(low <= figure.value && figure.value <= high, `${id}: ${figure.value} in ${low}..${high}`).toBe(true);
      }
    }
  });
});

test('shares of voice of all brands add up to 1', () => {
  checkEach((all) => {
    const shares = brands.map((brand) => figures(tallied(all, brand), ['shareOfVoice']).shareOfVoice.value);
    if (!shares.includes(null)) expect(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
  });
});
