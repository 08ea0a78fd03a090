import { findAbsent, markUnknown } from './absent.ts';
import { inScriptOf } from './aspect-script.ts';
import type { BrandResult, Comparison } from './analyze.ts';
import { findDuels } from './clause-duels.ts';
import { isDeclaredWinner } from './category-winners.ts';
import { findPreferences, type Preference, withoutGranted } from './comparisons.ts';
import { cueBit, isJudgedLanguage } from './cues.ts';
import { absentPatterns } from './data/absent/index.ts';
import { isEcho } from './echo.ts';
import { markSentence, spacedAs } from './marked-sentence.ts';
import type { FoundMention } from './mentions.ts';
import { foldedAt } from './fold.ts';
import { trimmed } from './sentence-around.ts';
import { antecedent, isAheadOfAntecedent, withAntecedent } from './spread-comparisons.ts';
import { wholeNameEnd } from './whole-name.ts';
import type { Workspace } from './workspace.ts';

/** What the sentences say of the brands. `absent` and `echo` hold one flag a mention. */
export type Reading = { absent: Uint8Array; echo: Uint8Array; brands: BrandResult[]; comparisons: Comparison[] };

/** What is to be known of an answer to read its statements; `brands` are all that it names. */
type Answer = {
  workspace: Workspace;
  mentions: readonly FoundMention[];
  language: string;
  brands: readonly string[];
  reading: Reading;
  prompt: string | null;
  /** The brands of the last sentence that named any: of this line, or in an answer about two of any. */
  previous: readonly string[];
};

export type Span = { first: number; last: number; start: number; end: number; from: number; to: number };

/** Statements about names as such: that nothing is known of them, that one is preferred to another, that the question is only repeated. */
export function readStatements(state: Answer, span: Span, cueBits: number): void {
  const { workspace, mentions, language, reading } = state;
  const { first, last, start, end, from, to } = span;
  if (state.prompt !== null && isEcho(workspace.folded, from, to, state.prompt)) reading.echo.fill(1, first, last);
  const bits = isJudgedLanguage(language) ? cueBits : cueBit.absent;
  const mayBeAbsent = (bits & cueBit.absent) !== 0 && absentPatterns[language] !== undefined;
  const isOfSeveral = hasSeveralBrands(mentions, first, last);
  const mayCompare = isOfSeveral && ((bits & (cueBit.compare | cueBit.contrast)) !== 0 || /[>＞≻]/.test(workspace.text.slice(start, end)));
  if (state.brands.length === 2 && !isOfSeveral) readDuel(state, span, bits);
  if (mayBeAbsent) {
    for (const index of findAbsent(spacedAs(language, markWholeNames(state, span)), language)) reading.absent[first + index] = 1;
    if (reading.absent[last - 1] === 0 && !isOfSeveral) {
      const behind = (mentions[last - 1] as FoundMention).to;
      markUnknown(workspace, mentions, reading.absent, { ...span, to: behind }, behind, to, language);
    }
  }
  if (mayCompare) {
    const marked = markBrands(state, span);
    const stated = findPreferences(marked, language);
    const duels = findDuels(marked, language).filter((duel) => !isKnown(stated, duel));
    addPreferences(state, span, withoutGranted([...stated, ...duels]));
  } else readSpread(state, span);
}

const isKnown = (stated: readonly Preference[], duel: Preference): boolean =>
  stated.some(({ winner, loser }) => winner === duel.winner && loser === duel.loser);

/** The sentence with one placeholder a brand. */
const markBrands = ({ workspace, mentions, language }: Answer, { first, last, from, to }: Span): string =>
  spacedAs(language, markSentence(workspace.folded, from, to, mentions, first, last, true));

/** A comparison with the brand that only the sentence before names: by a pronoun, or set against it. */
function readSpread(state: Answer, span: Span): void {
  const { mentions, language, previous } = state;
  const { brand } = (mentions[span.first] as FoundMention).pattern;
  const others = previous.filter((one) => one !== brand);
  const [other] = others;
  if (other === undefined || others.length > 1 || hasSeveralBrands(mentions, span.first, span.last)) return;
  const marked = markBrands(state, span);
  const resolved = withAntecedent(marked, language);
  if (resolved !== null) return addPreferences(state, span, findPreferences(resolved, language), other);
  const outcome = isAheadOfAntecedent(marked, language, previous.includes(brand));
  if (outcome === null) return;
  const [winner, loser] = outcome.isAhead ? [0, antecedent] : [antecedent, 0];
  addPreferences(state, span, [{ winner, loser, aspect: outcome.aspect }], other);
}

function addPreferences(
  { mentions, reading, workspace: { text }, language }: Answer,
  { first, start, end }: Span,
  preferences: readonly Preference[],
  other: string | null = null,
): void {
  const nameOf = (index: number): string | null =>
    index === antecedent ? other : reading.absent[first + index] === 1 ? null : (mentions[first + index]?.pattern.brand ?? null);
  for (const { winner, loser, aspect } of preferences) {
    const [winning, losing] = [nameOf(winner), nameOf(loser)];
    if (winning === null || losing === null || winning === losing) continue;
    const named = language === 'zh' ? inScriptOf(text.slice(start, end), aspect) : aspect;
    reading.comparisons.push({ winner: winning, loser: losing, aspect: named, ...trimmed(text, start, end) });
  }
}

/** The sentence with a placeholder for each mention and what it goes on as: of "Vinamilk Keto Plus" nothing known is nothing said of Vinamilk. */
function markWholeNames({ workspace: { text, folded }, mentions, language }: Answer, { first, last, from, to }: Span): string {
  return markSentence(folded, from, to, mentions, first, last, false, ({ start, end }, limit) => {
    const offset = limit < folded.length ? (folded.starts[limit] as number) : text.length;
    return Math.min(limit, foldedAt(folded, wholeNameEnd(text, start, end, offset, language)));
  });
}

/** Of two brands that the answer weighs against each other, the one that a sentence declares the winner. */
function readDuel(state: Answer, span: Span, bits: number): void {
  const { workspace, mentions, brands, reading } = state;
  const { first, start, end } = span;
  if ((bits & (cueBit.compare | cueBit.recommend | cueBit.positive | cueBit.best)) === 0) return;
  const winner = (mentions[first] as FoundMention).pattern.brand;
  const loser = brands.find((brand) => brand !== winner);
  if (loser === undefined || reading.absent[first] === 1) return;
  if (isDeclaredWinner(markBrands(state, span)))
    reading.comparisons.push({ winner, loser, aspect: null, ...trimmed(workspace.text, start, end) });
}

export function hasSeveralBrands(mentions: readonly FoundMention[], first: number, last: number): boolean {
  const brand = mentions[first]?.pattern.brand;
  for (let i = first + 1; i < last; i++) if (mentions[i]?.pattern.brand !== brand) return true;
  return false;
}
