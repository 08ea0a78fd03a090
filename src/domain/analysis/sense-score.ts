import { calendarWords, companyWords, determiners, looseWords, prepositions } from './data/grammar-words.ts';
import { isPredicate } from './data/homonym-context.ts';
import { type HomonymCase, isMaker, isSentenceStart, type Shape } from './homonym-case.ts';
import { type Neighbour, wordAfter } from './neighbours.ts';
import { senseOf } from './sense-words.ts';

/** What the words beside a name and in its sentence say for the brand (positive) or for the word it is spelt like. */
export function senseScore(item: HomonymCase, before: Neighbour, after: Neighbour, shape: Shape): number {
  const isCompany = shape !== 'lower' && !item.capitalsSayNothing && !determiners.has(before.word) && speaksOfCompany(item);
  const sense = senseOf(item.folded);
  if (sense === undefined) return isCompany ? 2 : 0;
  let score = isCompany ? 2 : 0;
  if (after.between === '' && sense.next.has(after.word)) score -= isFollowedByPhrase(item, shape, before, after) ? 2 : 5;
  if (before.between === '' && sense.before.has(before.word)) score -= weightBefore(item, before, after, shape);
  if (sense.near.size === 0 && sense.brand.size === 0) return score;
  let isInItsCompany = false;
  for (const word of item.sentenceWords()) {
    if (sense.brand.has(word) || (word.endsWith('s') && sense.brand.has(word.slice(0, -1)))) return score + 2;
    if (sense.near.has(word)) isInItsCompany = true;
  }
  if (!isInItsCompany) return score;
  const isTwins = shape !== 'lower' && !sense.near.has(after.word) && determiners.has(before.word) && hasSmallTwin(item);
  return isTwins ? score : score - 3;
}

/** What a word that goes with the other sense takes from the brand when it stands right before the name. */
function weightBefore(item: HomonymCase, before: Neighbour, after: Neighbour, shape: Shape): number {
  if (calendarWords.has(before.word) && shape !== 'lower') return 5;
  if (determiners.has(before.word)) return determinerWeight(item, shape, before, after);
  // "to Zoom" may be either; "a work Visa" is not the brand, whatever follows.
  if (looseWords.has(before.word)) return shape === 'lower' ? 3 : 2;
  return 5;
}

/** "We use Zoom in Berlin", unlike "click Zoom in to enlarge": a capital within a sentence says more than a preposition behind it. */
function isFollowedByPhrase(item: HomonymCase, shape: Shape, before: Neighbour, after: Neighbour): boolean {
  if (shape === 'lower' || item.capitalsSayNothing || isSentenceStart(item, before) || !prepositions.has(after.raw)) return false;
  const next = wordAfter(item.text, after.start + after.raw.length, item.sentenceEnd);
  return next.between === '' && next.word !== '' && next.word !== 'and' && !prepositions.has(next.word);
}

/** "get the Shark": a capital within a sentence that has small letters says more than the article. */
function determinerWeight(item: HomonymCase, shape: Shape, before: Neighbour, after: Neighbour): number {
  if (isMaker(item, shape, after)) return 0;
  if (shape === 'lower' || item.capitalsSayNothing || item.language !== 'en' || isSentenceStart(item, before)) return 1;
  if (before.word === 'the') return Number(!item.hasCompany && !item.isBrandSupported);
  return Number(!/^an?$/.test(before.word) || isPredicate.test(item.text.slice(Math.max(0, item.start - 12), item.start)));
}

/** "Take the subway to 42nd Street, there's a Subway …": the sentence has the word besides, which its company goes with. */
function hasSmallTwin({ text, start, sentenceStart, sentenceEnd, folded, capitalsSayNothing }: HomonymCase): boolean {
  if (capitalsSayNothing || start === sentenceStart) return false;
  const at = text.slice(sentenceStart, Math.min(sentenceEnd, sentenceStart + 400)).indexOf(` ${folded}`);
  return at !== -1;
}

function speaksOfCompany(item: HomonymCase): boolean {
  for (const word of item.sentenceWords()) if (companyWords.has(word)) return true;
  return false;
}
