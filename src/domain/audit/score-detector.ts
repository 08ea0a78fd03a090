import { createDetailedAnalyzer, parserVersion } from '../analysis/analyze.ts';
import type { Panel } from '../analysis/panel.ts';
import { wilson } from '../statistics/wilson.ts';
import { type GoldenCase, readMarks } from './golden.ts';
import { concerns, judgeCase, type Measure, measures, type Verdict } from './judge-case.ts';

/** A share in 0..1 with its 95 % interval. */
export type Share = { value: number; low: number; high: number };
/** `language` null: all together. `items` are the things labelled; `unknown` the share on which the analyser gives no verdict. */
export type DetectorScore = {
  measure: Measure;
  language: string | null;
  cases: number;
  items: number;
  precision: Share | null;
  recall: Share | null;
  f1: Share | null;
  unknown: Share | null;
  least: number | null;
  reached: boolean | null;
};
export type DetectorReport = { parserVersion: number; cases: number; languages: string[]; scores: DetectorScore[]; wrong: WrongCase[] };
export type WrongCase = { id: string; language: string; category: string; text: string; verdicts: Verdict[] };

/** The least F1 that the product promises, of every language for mentions, else over all. */
const promised: Partial<Record<Measure, number>> = {
  mentions: 0.98, homonym: 0.95, listRank: 0.95, recommendation: 0.85, sentiment: 0.85, comparisons: 0.85, citations: 0.98,
}; // prettier-ignore
const mostUnknown = 0.25;
const classes: Partial<Record<Measure, readonly string[]>> = {
  recommendation: ['true', 'false'],
  sentiment: ['positive', 'neutral', 'negative', 'mixed'],
};

/** Runs the analyser on labelled answers and says how often it is right, by measure and language. */
export function scoreDetector(panel: Panel, cases: readonly GoldenCase[]): DetectorReport {
  const analyze = createDetailedAnalyzer(panel);
  const judged = cases.map((item) => ({ item, verdicts: judgeCase(item, analyze(readMarks(item).answer)) }));
  const languages = [...new Set(cases.map(({ language }) => language))].toSorted();
  const scores = measures.flatMap((measure) =>
    [null, ...languages].flatMap((language) => {
      const own = judged.filter(({ item }) => (language === null || item.language === language) && concerns(item, measure));
      const verdicts = own.flatMap((one) => one.verdicts.filter((verdict) => verdict.measure === measure));
      return own.length === 0 ? [] : [score(measure, language, own.length, verdicts)];
    }),
  );
  return { parserVersion, cases: cases.length, languages, scores, wrong: judged.flatMap(wrongOf) };
}

function wrongOf({ item, verdicts }: { item: GoldenCase; verdicts: Verdict[] }): WrongCase[] {
  const wrong = verdicts.filter(({ expected, got }) => expected !== got);
  const { id, language, category, text } = item;
  return wrong.length === 0 ? [] : [{ id, language, category, text, verdicts: wrong }];
}

function score(measure: Measure, language: string | null, cases: number, verdicts: readonly Verdict[]): DetectorScore {
  const names = classes[measure];
  const known = names === undefined ? verdicts : verdicts.filter(({ got }) => got !== null);
  const unknown = names === undefined ? null : share(verdicts.length - known.length, verdicts.length);
  const figures = names === undefined ? figuresOf(known) : macro(names.map((name) => figuresOf(onlyClass(known, name))));
  const least = language === null || measure === 'mentions' ? (promised[measure] ?? null) : null;
  const isKnownEnough = unknown === null || unknown.value <= mostUnknown;
  const reached = least === null || figures.f1 === null ? null : figures.f1.value >= least && isKnownEnough;
  const items = verdicts.filter(({ expected }) => expected !== null).length;
  return { measure, language, cases, items, ...figures, unknown, least, reached };
}

type Figures = { precision: Share | null; recall: Share | null; f1: Share | null };

/** F1 = 2J/(1+J) rises with J = hits/(hits + misses + extras), which is a proportion: its Wilson bounds, carried over, hold at 100 % too. */
function figuresOf(verdicts: readonly Verdict[]): Figures {
  const hits = verdicts.filter(({ expected, got }) => expected !== null && expected === got).length;
  const expected = verdicts.filter((verdict) => verdict.expected !== null).length;
  const got = verdicts.filter((verdict) => verdict.got !== null).length;
  const jaccard = share(hits, expected + got - hits);
  const toF1 = (j: number): number => (2 * j) / (1 + j);
  return {
    precision: share(hits, got),
    recall: share(hits, expected),
    f1: jaccard === null ? null : { value: toF1(jaccard.value), low: toF1(jaccard.low), high: toF1(jaccard.high) },
  };
}

function onlyClass(verdicts: readonly Verdict[], name: string): Verdict[] {
  const of = (value: string | null): string | null => (value === name ? value : null);
  return verdicts.map(({ measure, expected, got }) => ({ measure, expected: of(expected), got: of(got) }));
}

/** The plain mean over classes; its interval from theirs by variance recovery (Zou & Donner 2008), classes taken as independent. */
function macro(classFigures: readonly Figures[]): Figures {
  const mean = (pick: (figures: Figures) => Share | null): Share | null => {
    const shares = classFigures.map(pick).filter((one) => one !== null);
    if (shares.length === 0) return null;
    const value = shares.reduce((sum, one) => sum + one.value, 0) / shares.length;
    const half = (bound: (one: Share) => number): number =>
      Math.sqrt(shares.reduce((sum, one) => sum + (one.value - bound(one)) ** 2, 0)) / shares.length;
    return { value, low: Math.max(0, value - half(({ low }) => low)), high: Math.min(1, value + half(({ high }) => high)) };
  };
  return { precision: mean(({ precision }) => precision), recall: mean(({ recall }) => recall), f1: mean(({ f1 }) => f1) };
}

function share(part: number, whole: number): Share | null {
  const bounds = whole === 0 ? null : wilson(part / whole, whole);
  return bounds === null ? null : { value: part / whole, low: bounds[0], high: bounds[1] };
}
