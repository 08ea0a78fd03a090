import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../src/domain/metrics/cell.ts';
import { figures } from '../../../src/domain/metrics/index.ts';
import { prominenceShares } from '../../../src/domain/metrics/prominence.ts';
import { toSample } from '../../../src/domain/metrics/sample.ts';
import { strengths } from '../../../src/domain/metrics/strength.ts';
import { headToHead, headToHeads } from '../../../src/domain/metrics/win-rate.ts';
import { seededRandom } from '../../../src/domain/statistics/random.ts';
import { cell } from './cells.ts';

const orders = (prompt: string, answers: string[], rest: Partial<Cell> = {}): Cell => ({
  ...cell(prompt, { answered: answers.length }),
  orders: answers.map((brands) => ({ engine: 'openai', brands: brands.split(''), answers: 1 })),
  preferences: [],
  ...rest,
});
const brand = 'a';
const panel = ['a', 'b', 'c'];

describe('win rate', () => {
  test('is won where the brand is named before the rival or alone, of the answers that name either', () => {
    const cells = [orders('p', ['ab', 'ba', 'a', 'b', 'c', '', 'acb'])];
    const result = headToHead(toSample(cells, { brand, panel }), 'b');
    expect(result).toMatchObject({ before: 2, only: 1, behind: 1, onlyRival: 1 });
    expect(result.winRate).toMatchObject({ value: 3 / 5, numerator: 3, denominator: 5, runs: 7 });
    expect(headToHead(toSample(cells, { brand: 'b', panel }), 'a').winRate.value).toBeCloseTo(2 / 5, 14);
  });

  test('weighs prompts alike', () => {
    const cells = [orders('p', ['ab', 'ab', 'ab', 'ab']), orders('q', ['ba'])];
    expect(headToHead(toSample(cells, { brand, panel }), 'b').winRate.value).toBe(0.5);
  });

  test('over all rivals counts each pair in each answer, a rival that nobody names too', () => {
    const { winRate } = figures([orders('p', ['ab', 'ba'])], ['winRate'], { brand, panel });
    expect(winRate).toMatchObject({ value: 3 / 4, numerator: 3, denominator: 4 });
  });

  test('against several rivals is what each answer by itself says of each, and what a panel of the two says', () => {
    const answer = fc.shuffledSubarray(['a', 'b', 'c', 'd']).map((brands) => brands.join(''));
    const cellsOf = (prompts: string[][]) => prompts.map((answers, at) => orders(`p${at}`, answers));
    fc.assert(
      fc.property(fc.array(fc.array(answer), { minLength: 1, maxLength: 15 }), (prompts) => {
        const cells = cellsOf(prompts);
        const all = prompts.flat();
        const count = (is: (own: number, other: number) => boolean, rival: string) =>
          all.filter((one) => is(one.indexOf(brand), one.indexOf(rival))).length;
        for (const { rival, winRate, ...contest } of headToHeads(toSample(cells, { brand, panel: [...panel, 'd'] }), ['b', 'c', 'd'])) {
          expect(contest).toMatchObject({
            before: count((own, other) => own >= 0 && own < other, rival),
            only: count((own, other) => own >= 0 && other < 0, rival),
            behind: count((own, other) => other >= 0 && other < own, rival),
            onlyRival: count((own, other) => own < 0 && other >= 0, rival),
          });
          expect(winRate).toEqual(figures(cells, ['winRate'], { brand, panel: [brand, rival] }).winRate);
        }
      }),
    );
  });

  test('counts stated preferences apart', () => {
    const preferences = [
      { winner: 'b', loser: 'a', times: 2 },
      { winner: 'a', loser: 'b', times: 1 },
      { winner: 'a', loser: 'c', times: 5 },
    ];
    const result = headToHead(toSample([orders('p', ['ab'], { preferences })], { brand, panel }), 'b');
    expect(result).toMatchObject({ preferred: 1, rivalPreferred: 2, winRate: { value: 1 } });
  });

  test('is not measured where neither is named, without a brand, or from counts alone', () => {
    expect(headToHead(toSample([orders('p', ['c', ''])], { brand, panel }), 'b').winRate.value).toBeNull();
    expect(figures([orders('p', ['ab'])], ['winRate']).winRate.value).toBeNull();
    expect(figures([cell('p', { answered: 3, visible: 3 })], ['winRate'], { brand, panel }).winRate.value).toBeNull();
  });
});

describe('strength', () => {
  const market = (answers: string[], count = 12) => Array.from({ length: count }, (_, i) => orders(`p${i}`, answers));

  test('of two brands is the log-odds of being named first, drawn a little to even', () => {
    const [a, b] = strengths(toSample(market(['ab', 'ab', 'ab', 'ba']), { panel: ['a', 'b'] }), seededRandom(1));
    expect((a?.value ?? NaN) - (b?.value ?? NaN)).toBeGreaterThan(0.9);
    expect((a?.value ?? NaN) - (b?.value ?? NaN)).toBeLessThan(Math.log(3));
    expect(a).toMatchObject({ brand: 'a', contests: 48, won: 36 });
  });

  test('ranks brands, those whose intervals overlap tied', () => {
    const ranked = strengths(toSample(market(['abc', 'acb', 'abc', 'acb', 'abc', 'acb']), { panel }), seededRandom(1));
    expect(ranked.map(({ rank }) => rank)).toEqual([
      [1, 1],
      [2, 3],
      [2, 3],
    ]);
  });

  test('counts stated preferences as contests', () => {
    const preferences = [{ winner: 'b', loser: 'a', times: 9 }];
    const [a, b] = strengths(toSample([orders('p', ['ab'], { preferences })], { panel: ['a', 'b'] }), seededRandom(1));
    expect(b?.value).toBeGreaterThan(a?.value ?? NaN);
    expect(b).toMatchObject({ contests: 10, won: 9 });
  });

  test('has no interval under ten intents, and no value for a brand that never stood beside another', () => {
    const [a, , c] = strengths(toSample(market(['ab', 'c'], 9), { panel }), seededRandom(1));
    expect(a).toMatchObject({ interval: null, rank: null });
    expect(c).toMatchObject({ value: null, contests: 0 });
    expect(strengths(toSample([]), seededRandom(1))).toEqual([]);
  });

  test('does not hang on the order in which answers came', () => {
    const cells = market(['abc', 'cab', 'ba', 'c']);
    const turned = cells.toReversed().map((one) => ({ ...one, orders: one.orders?.toReversed() ?? [] }));
    expect(strengths(toSample(turned, { panel }), seededRandom(1))).toEqual(strengths(toSample(cells, { panel }), seededRandom(1)));
  });
});

describe('prominence', () => {
  test('is the position-adjusted word count, shared among the brands of a sentence', () => {
    // Three sentences: 10·e⁰ to a, 8·e^(−1/2) half each, 4·e^(−1) to b.
    const shares = prominenceShares([
      { words: 10, brands: ['a', 'a'] },
      { words: 8, brands: ['a', 'b'] },
      { words: 4, brands: ['b'] },
    ]);
    const [a, b] = [10 + 4 * Math.exp(-0.5), 4 * Math.exp(-0.5) + 4 * Math.exp(-1)];
    expect(shares.get('a')).toBeCloseTo(a / (a + b), 14);
    expect(shares.get('b')).toBeCloseTo(b / (a + b), 14);
  });

  test('of one sentence is all of it, and of an answer without brands nothing', () => {
    expect(prominenceShares([{ words: 3, brands: ['a'] }]).get('a')).toBe(1);
    expect(prominenceShares([{ words: 3, brands: [] }]).size).toBe(0);
    expect(prominenceShares([]).size).toBe(0);
  });

  test('is averaged over the answers that name any brand', () => {
    const cells = [cell('p', { answered: 4, naming: 2, prominence: 1.5, prominenceSq: 1.25 })];
    expect(figures(cells, ['prominence']).prominence).toMatchObject({ value: 0.75, denominator: 2, runs: 4 });
    expect(figures([cell('p', { answered: 4 })], ['prominence']).prominence.value).toBeNull();
  });
});

test('retrieved but not cited is of the answers whose engine looked at a page of the brand', () => {
  const cells = [cell('p', { answered: 5, retrieved: 4, retrievedOnly: 3 }), cell('q', { answered: 5 })];
  expect(figures(cells, ['retrievedNotCited']).retrievedNotCited).toMatchObject({
    value: expect.closeTo(0.75, 12),
    numerator: 3,
    denominator: 4,
  });
  expect(figures([cell('q', { answered: 5 })], ['retrievedNotCited']).retrievedNotCited.value).toBeNull();
});
