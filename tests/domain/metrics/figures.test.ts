import { describe, expect, test } from 'vitest';
import type { Cell, CellCounts } from '../../../src/domain/metrics/cell.ts';
import { figures, metricIds } from '../../../src/domain/metrics/index.ts';
import { cell } from './cells.ts';

const panel = (size: number, counts: (i: number) => Partial<CellCounts>, rest: Partial<Cell> = {}) =>
  Array.from({ length: size }, (_, i) => cell(`p${i}`, counts(i), rest));

describe('a figure', () => {
  test('has the contract’s keys in its order, and no flag', () => {
    const { visibility } = figures([cell('p', { answered: 4, visible: 1 })]);
    expect(Object.keys(visibility)).toEqual([
      'value',
      'numerator',
      'denominator',
      'prompts',
      'intents',
      'runs',
      'missing',
      'panel',
      'market',
    ]);
  });

  test('without data is null, never 0 and never NaN', () => {
    for (const cells of [[], [cell('p', {})], [cell('p', { failed: 3 })]]) {
      for (const figure of Object.values(figures(cells))) expect(figure).toMatchObject({ value: null, panel: null, market: null });
    }
  });

  test('counts prompts and intents that were answered, runs, and what is missing', () => {
    const cells = [
      cell('a', { answered: 3, visible: 1, failed: 1 }),
      cell('b', { failed: 2 }),
      cell('c', { answered: 4, visible: 4, noAnswer: 1 }, { intent: 'of a' }),
    ];
    expect(figures(cells).visibility).toMatchObject({ numerator: 5, denominator: 7, prompts: 2, intents: 1, runs: 7, missing: 3 });
  });

  test('is computed only where it is wanted', () => {
    expect(Object.keys(figures([cell('p', { answered: 1 })], ['shareOfVoice', 'visibility']))).toEqual(['visibility', 'shareOfVoice']);
    expect(new Set(metricIds).size).toBe(metricIds.length);
  });
});

describe('rates over all answers', () => {
  test('visibility is weighted by prompt, so that more runs of one do not bend it', () => {
    const { visibility } = figures([cell('a', { answered: 10, visible: 10 }), cell('b', { answered: 2, visible: 0 })]);
    expect(visibility.value).toBe(0.5);
  });

  test('weights of prompts count', () => {
    const cells = [cell('a', { answered: 5, visible: 5 }, { weight: 3 }), cell('b', { answered: 5, visible: 0 })];
    expect(figures(cells).visibility.value).toBe(0.75);
  });

  test('no answers and refusals are no absences, and have rates of their own', () => {
    const result = figures([cell('a', { answered: 2, visible: 1, noAnswer: 1, refused: 1, failed: 0 })]);
    expect(result.visibility.value).toBe(0.5);
    expect(result.noAnswerRate.value).toBe(0.25);
    expect(result.refusalRate).toMatchObject({ value: 0.25, numerator: 1, denominator: 4, runs: 2 });
  });

  test('first mention, top 3, reciprocal rank, recommendation and citation rate divide by all answers', () => {
    const counts = {
      answered: 4,
      visible: 3,
      first: 1,
      top3: 2,
      reciprocalRank: 1.75,
      reciprocalRankSq: 1.3125,
      recommended: 1,
      cited: 3,
      withCitation: 4,
      citations: 9,
      brandCitations: 3,
    };
    const result = figures([cell('a', counts)]);
    expect(result.firstMention.value).toBe(0.25);
    expect(result.top3Rate.value).toBe(0.5);
    expect(result.meanReciprocalRank.value).toBe(1.75 / 4);
    expect(result.recommendationRate.value).toBe(0.25);
    expect(result.citationRate.value).toBe(0.75);
    expect(result.citationRateAmongCiting.value).toBe(0.75);
  });

  test('coverage is the share of prompts that named the brand at all', () => {
    expect(figures(panel(4, (i) => ({ answered: 5, visible: i === 0 ? 0 : i }))).coverage).toMatchObject({
      value: 0.75,
      numerator: 3,
      denominator: 4,
      runs: 20,
    });
  });
});

describe('shares', () => {
  test('share of voice is a ratio of sums, weighted by prompt', () => {
    const cells = [
      cell('a', { answered: 2, visible: 2, besides: 5, brandsNamed: 5, brandsNamedSq: 13 }),
      cell('b', { answered: 4, visible: 1, besides: 1, brandsNamed: 3, brandsNamedSq: 3 }),
    ];
    // (2/2 + 1/4) / (5/2 + 3/4)
    expect(figures(cells).shareOfVoice).toMatchObject({ numerator: 3, denominator: 8 });
    expect(figures(cells).shareOfVoice.value).toBeCloseTo(1.25 / 3.25, 14);
  });

  test('share of voice is not measured where no brand is ever named', () => {
    expect(figures([cell('a', { answered: 5 })]).shareOfVoice).toMatchObject({ value: null, runs: 5, panel: null });
  });

  test('tones are shares of the mentions whose tone could be told, and net is positive less negative', () => {
    const result = figures(panel(12, () => ({ answered: 10, visible: 9, positive: 4, neutral: 2, negative: 1, mixed: 1 })));
    expect(result.positiveShare.value).toBe(0.5);
    expect(result.neutralShare.value).toBe(0.25);
    expect(result.negativeShare.value).toBe(0.125);
    expect(result.mixedShare.value).toBe(0.125);
    expect(result.netSentiment).toMatchObject({ value: 0.375, numerator: 36, denominator: 96 });
    expect(result.netSentiment.panel?.[0]).toBeLessThan(0.375);
    expect(figures([cell('a', { answered: 3, visible: 3 })]).netSentiment.value).toBeNull();
  });

  test('citation share is the mean of the engines, however many pages each cites', () => {
    const cells = [
      cell('a', { answered: 1, withCitation: 1, citations: 40, brandCitations: 4, cited: 1 }, { engine: 'perplexity' }),
      cell('a', { answered: 1, withCitation: 1, citations: 2, brandCitations: 1, cited: 1 }, { engine: 'openai' }),
      cell('a', { answered: 1 }, { engine: 'gemini' }),
    ];
    expect(figures(cells).citationShare.value).toBeCloseTo((0.1 + 0.5) / 2, 14);
    expect(figures(cells).citationShare.prompts).toBe(1);
  });
});

describe('average position', () => {
  const mentions = (visible: number) => ({ answered: 20, visible, position: 2 * visible, positionSq: 4 * visible + 2 });

  test('is shown from ten answers that name the brand on', () => {
    expect(figures([cell('a', mentions(9))]).averagePosition.value).toBeNull();
    expect(figures([cell('a', mentions(10))]).averagePosition.value).toBe(2);
  });

  test('never starts above the first place', () => {
    const [low, high] = figures([cell('a', { answered: 12, visible: 12, position: 12, positionSq: 12 })]).averagePosition.panel ?? [
      NaN,
      NaN,
    ];
    expect(low).toBe(1);
    expect(high).toBeGreaterThan(1);
  });

  test('is not measured from counts that lack positions', () => {
    const { position: _, positionSq: __, ...counts } = cell('a', { answered: 20, visible: 15 }).counts;
    expect(figures([{ ...cell('a', {}), counts }]).averagePosition.value).toBeNull();
  });
});

describe('several stages', () => {
  const cells = [
    ...panel(10, () => ({ answered: 5, visible: 5 }), { stage: 'awareness' }),
    ...Array.from({ length: 30 }, (_, i) => cell(`q${i}`, { answered: 5, visible: 0 })),
  ];

  test('weigh the same, however many prompts each has', () => expect(figures(cells).visibility.value).toBe(0.5));

  test('weigh as set', () => {
    expect(figures(cells, ['visibility'], { stageWeights: { awareness: 3 } }).visibility.value).toBe(0.75);
    expect(figures(cells, ['visibility'], { stageWeights: { consideration: 0 } }).visibility).toMatchObject({ value: 1, prompts: 10 });
  });
});

describe('missing observations', () => {
  const withFailed = (failed: number) => panel(20, (i) => ({ answered: 10, visible: i % 2 === 0 ? 5 : 4, failed: i < 10 ? failed : 0 }));
  const { visibility: whole } = figures(withFailed(0));

  test('up to 5 % are counted and leave the intervals alone', () => {
    const { visibility } = figures(withFailed(1));
    expect(visibility).toEqual({ ...whole, missing: 10 });
  });

  test('over 5 % flag the figure and widen both intervals to the worst and best case, the value staying', () => {
    const { visibility } = figures(withFailed(3));
    expect(visibility).toMatchObject({ value: whole.value, missing: 30, flagged: true });
    for (const kind of ['panel', 'market'] as const) {
      expect(visibility[kind]?.[0]).toBeLessThan(whole[kind]?.[0] ?? NaN);
      expect(visibility[kind]?.[1]).toBeGreaterThan(whole[kind]?.[1] ?? NaN);
    }
  });
});
