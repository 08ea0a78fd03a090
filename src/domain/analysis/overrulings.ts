import { type Candidate, standsAt } from './candidates.ts';
import { endOf, fold, type FoldedText, foldedAt, foldedSlice } from './fold.ts';
import { containsTerm } from './near-term.ts';
import type { Pattern } from './patterns.ts';
import { sentenceAt } from './sentences.ts';
import type { Workspace } from './workspace.ts';

/** A person's word on one place of one answer: it is the brand (`counts`), or it is not. Offsets as in a mention. */
export type MentionOverruling = { scope: 'mention'; answer: string; brand: string; start: number; end: number; counts: boolean };
/**
 * A person's word on one name of a brand, wherever it stands: always count it, or never. `rule` narrows "never" to what
 * that rule accepted (`homonym` takes in `homonym:2`), `near` to sentences with a phrase, `within` to the name inside a longer one.
 */
export type RuleOverruling = {
  scope: 'rule';
  brand: string;
  alias: string;
  counts: boolean;
  rule: string | null;
  near: string | null;
  within: string | null;
};
/** Oldest first: where two speak of the same place the later one holds, and one on the place itself above any on the name. */
export type Overruling = MentionOverruling | RuleOverruling;

/** What was overruled in one answer. */
export type Rulings = {
  /** Whether a person said that this counts; null where nobody did. `sentence` gives its folded text. */
  on: (candidate: Candidate, sentence: () => string) => boolean | null;
  /** Places that a person called a brand. */
  places: readonly MentionOverruling[];
};

type FoldedRule = RuleOverruling & { nearTerm: string | null; around: { word: string; offset: number }[] };

/** @returns the rulings of an answer by its id, null where there are none */
export function compileOverrulings(overrulings: readonly Overruling[]): (workspace: Workspace, answer: string) => Rulings | null {
  const ofAnswer = Map.groupBy(
    overrulings.filter((one) => one.scope === 'mention'),
    (one) => one.answer,
  );
  const ofName = Map.groupBy(overrulings.filter((one) => one.scope === 'rule').map(foldRule), (one) => nameKey(one.brand, fold(one.alias)));
  const folds = new Map<string, string>();
  const foldOnce = (text: string) => {
    const known = folds.get(text) ?? fold(text);
    folds.set(text, known);
    return known;
  };
  return (workspace, answer) => {
    const here = ofAnswer.get(answer) ?? [];
    if (here.length === 0 && ofName.size === 0) return null;
    const on = (candidate: Candidate, sentence: () => string) => {
      const { brand, alias } = candidate.pattern;
      const place = here.findLast((one) => one.brand === brand && overlap(one, candidate));
      if (place) return place.counts;
      if (ofName.size === 0) return null;
      const rules = ofName.get(nameKey(brand, foldOnce(alias.text))) ?? [];
      return rules.findLast((rule) => applies(rule, candidate, workspace.folded, sentence))?.counts ?? null;
    };
    return { on, places: placesOf(here) };
  };
}

type Place = { start: number; end: number };
const overlap = (a: Place, b: Place) => a.start < b.end && b.start < a.end;

/** Of places that overlap the latest counts; none that was taken back since. */
function placesOf(overrulings: readonly MentionOverruling[]): MentionOverruling[] {
  const places: MentionOverruling[] = [];
  const takenBack: MentionOverruling[] = [];
  for (const one of overrulings.toReversed()) {
    if (!one.counts) takenBack.push(one);
    else if (![...places, ...takenBack.filter(({ brand }) => brand === one.brand)].some((later) => overlap(later, one))) places.push(one);
  }
  return places;
}

const nameKey = (brand: string, folded: string) => `${brand}\n${folded}`;

function foldRule(rule: RuleOverruling): FoldedRule {
  const [alias, phrase] = [fold(rule.alias), fold(rule.within ?? '')];
  const around: FoldedRule['around'] = [];
  for (let offset = phrase.indexOf(alias); offset !== -1; offset = phrase.indexOf(alias, offset + 1)) around.push({ word: phrase, offset });
  return { ...rule, nearTerm: rule.near && fold(rule.near), around };
}

function applies(rule: FoldedRule, candidate: Candidate, folded: FoldedText, sentence: () => string): boolean {
  if (rule.rule !== null && candidate.rule !== rule.rule && !candidate.rule.startsWith(`${rule.rule}:`)) return false;
  if (rule.within !== null && !rule.around.some(({ word, offset }) => standsAt(folded, word, candidate.from - offset))) return false;
  return rule.nearTerm === null || containsTerm(sentence(), rule.nearTerm);
}

/** The places that a person called a brand, as mentions of their own; what else was found there gives way. */
export function addPlaces(workspace: Workspace, found: Candidate[], places: readonly MentionOverruling[]): Candidate[] {
  const forced = places.flatMap((place) => toCandidate(workspace, place) ?? []);
  if (forced.length === 0) return found;
  const free = found.filter((one) => !forced.some((place) => overlap(place, one)));
  return [...free, ...forced].toSorted((a, b) => a.from - b.from);
}

function toCandidate({ text, folded, sentences }: Workspace, { brand, start, end }: MentionOverruling): Candidate | null {
  if (end > text.length || start >= end) return null;
  const from = foldedAt(folded, start);
  const to = foldedAt(folded, end);
  if (from >= to || endOf(folded, to - 1) > end) return null;
  return {
    pattern: patternOf(brand, foldedSlice(folded, from, to)),
    from,
    to,
    start,
    end,
    sentence: sentenceAt(sentences, start),
    rule: 'overruled',
  };
}

const patternOf = (brand: string, folded: string): Pattern => ({
  brand,
  alias: { text: folded, caseSensitive: false, near: [], notNear: [], notIn: [] },
  folded,
  length: folded.length,
  firstClass: 0,
  lastClass: 0,
  isStem: false,
  word: folded,
  isOrdinary: false,
  longerWords: new Map(),
  conditions: { near: [], notNear: [] },
});
