import type { DetailedAnalysis } from '../analysis/analyze.ts';
import { type GoldenCase, mentionKey, readMarks } from './golden.ts';

export const measures = [
  'mentions',
  'boundary',
  'overlap',
  'homonym',
  'not-prose',
  'absent',
  'echo',
  'listRank',
  'recommendation',
  'sentiment',
  'comparisons',
  'citations',
] as const;
/** Categories whose cases are about finding mentions. */
const kindsOfMention = ['boundary', 'overlap', 'homonym', 'not-prose'] as const;
export type Measure = (typeof measures)[number];

/** One thing that a reader says, or the analyser, or both; null where the one or the other does not say it. */
export type Verdict = { measure: Measure; expected: string | null; got: string | null };

/** Everything to be scored in one case. Mentions count once for all mentions and once for their category. */
export function judgeCase(item: GoldenCase, result: DetailedAnalysis): Verdict[] {
  return [
    ...mentionVerdicts(item, result),
    ...brandVerdicts(item, result),
    ...comparisonVerdicts(item, result),
    ...citationVerdict(item, result),
  ];
}

/** Whether a case says something for a measure, be it that there is nothing to find. */
export function concerns(item: GoldenCase, measure: Measure): boolean {
  const labels: Partial<Record<Measure, unknown>> = {
    listRank: item.lists,
    recommendation: item.recommended,
    sentiment: item.sentiment,
    comparisons: item.comparisons,
    citations: item.citations,
  };
  return measure === 'mentions' || measure === item.category || labels[measure] !== undefined;
}

function mentionVerdicts(item: GoldenCase, result: DetailedAnalysis): Verdict[] {
  const marked = readMarks(item).mentions;
  const found = result.mentions.map(({ brand, start, end, status, echo }) => ({
    key: mentionKey(brand, start, end),
    absent: status === 'absent',
    echo,
  }));
  const keys = (list: { key: string }[]): string[] => list.map(({ key }) => key);
  const category = kindsOfMention.find((kind) => kind === item.category);
  return [
    ...matched('mentions', keys(marked), keys(found)),
    ...(category === undefined ? [] : matched(category, keys(marked), keys(found))),
    ...matched('absent', keys(marked.filter(({ absent }) => absent)), keys(found.filter(({ absent }) => absent))),
    ...matched('echo', keys(marked.filter(({ echo }) => echo)), keys(found.filter(({ echo }) => echo))),
  ];
}

function matched(measure: Measure, expected: string[], got: string[]): Verdict[] {
  return [
    ...expected.map((key) => ({ measure, expected: key, got: got.includes(key) ? key : null })),
    ...got.filter((key) => !expected.includes(key)).map((key) => ({ measure, expected: null, got: key })),
  ];
}

function brandVerdicts(item: GoldenCase, result: DetailedAnalysis): Verdict[] {
  const of = (id: string) => result.brands.find(({ brand }) => brand === id);
  const labelled = (measure: Measure, labels: Record<string, Label> | undefined, read: (brand: string) => Label): Verdict[] =>
    Object.entries(labels ?? {}).map(([brand, label]) => ({ measure, expected: textOf(label), got: textOf(read(brand)) }));
  return [
    ...labelled('listRank', item.lists, (brand) => of(brand)?.listRank),
    ...labelled('recommendation', item.recommended, (brand) => of(brand)?.recommended),
    ...labelled('sentiment', item.sentiment, (brand) => of(brand)?.sentiment),
  ];
}

type Label = string | number | boolean | null | undefined;

const textOf = (value: Label): string | null => (value === null || value === undefined ? null : String(value));

function comparisonVerdicts(item: GoldenCase, result: DetailedAnalysis): Verdict[] {
  if (item.comparisons === undefined) return [];
  const expected = item.comparisons.map(([winner, loser]) => `${winner}>${loser}`);
  return matched('comparisons', expected, [...new Set(result.comparisons.map(({ winner, loser }) => `${winner}>${loser}`))]);
}

/** All citations of an answer or none: one page too many or too few makes it wrong. */
function citationVerdict(item: GoldenCase, result: DetailedAnalysis): Verdict[] {
  if (item.citations === undefined) return [];
  const expected = item.citations.map((one) => (typeof one === 'string' ? one : `${one[0]} ${one[1]}`));
  const got = result.citations.map(({ url, brand }, index) => (typeof item.citations?.[index] === 'string' ? url : `${url} ${brand}`));
  return [{ measure: 'citations', expected: expected.join('\n'), got: got.join('\n') }];
}
