import { describe, expect, test } from 'vitest';
import { loadGolden, mentionF1, runGolden } from './golden.ts';

const outcomes = runGolden(loadGolden());
const share = (right: number, all: number): number => (all === 0 ? 1 : right / all);
const explain = (list: typeof outcomes): string =>
  list
    .filter((outcome) => outcome.missed.length + outcome.extra.length + outcome.wrong.length > 0)
    .map(({ case: item, missed, extra, wrong }) => `${item.id}: missed ${missed.join()} extra ${extra.join()} ${wrong.join('; ')}`)
    .join('\n');

describe('the golden set', () => {
  test.each([...new Set(outcomes.map((outcome) => outcome.case.language))])('finds the mentions in %s', (language) => {
    const own = outcomes.filter((outcome) => outcome.case.language === language);
    expect(mentionF1(own), explain(own)).toBeGreaterThanOrEqual(0.98);
  });

  test('tells brands from the words they are spelt like', () => {
    const own = outcomes.filter((outcome) => outcome.case.category === 'homonym');
    expect(mentionF1(own), explain(own)).toBeGreaterThanOrEqual(0.95);
  });

  test.each([
    ['citations', 0.98],
    ['lists', 0.95],
    ['recommended', 0.85],
    ['sentiment', 0.85],
    ['comparisons', 0.85],
  ] as const)('reads %s right', (field, least) => {
    const own = outcomes.filter((outcome) => outcome.case[field] !== undefined);
    const prefix = field === 'lists' ? 'listRank' : field;
    const right = own.filter((outcome) => !outcome.wrong.some((line) => line.startsWith(prefix)));
    expect(share(right.length, own.length), explain(own)).toBeGreaterThanOrEqual(least);
  });
});
