import type { Sentiment } from './analyze.ts';
import type { Tally } from './judgements.ts';
import type { ListPlace } from './lists.ts';

/** How a brand comes off in the answer's comparisons and lists. */
export type Standing = { isPreferred: boolean; isBeaten: boolean; isListed: boolean };

/** Mixed where both sides are really there: one drawback beside four merits is still praise. A comparison speaks for one and against the other. */
export function sentimentOf({ positive, negative, unread, facts }: Tally, { isPreferred, isBeaten }: Standing): Sentiment | null {
  const isGood = positive > 0 || isPreferred;
  const isBad = negative > 0 || isBeaten;
  if (!isGood && !isBad) return facts > 0 && unread === 0 ? 'neutral' : null;
  if (!isBad) return 'positive';
  if (!isGood) return 'negative';
  if (positive >= Math.max(negative, 1) * 4) return 'positive';
  return negative >= Math.max(positive, 1) * 4 ? 'negative' : 'mixed';
}

/** Endorsed or warned against in words; else by its place in a list of choices, else by what is said of it. */
export function recommendationOf(
  tally: Tally,
  sentiment: Sentiment | null,
  place: ListPlace | undefined,
  { isPreferred, isListed }: Standing,
): boolean | null {
  if (tally.warned > 0 || tally.recommended > 0) {
    if (tally.recommended > tally.warned) return true;
    return tally.warned > tally.recommended ? false : null;
  }
  if (place?.endorses === false) return false;
  if (place?.endorses === true) return sentiment === 'negative' ? null : true;
  if (sentiment === 'negative') return false;
  if (isPreferred) return true;
  if (sentiment === 'neutral') return isListed ? null : false;
  // What it offers as an option and finds good, on the whole or in part, it offers as a choice.
  return isListed && sentiment !== null ? true : null;
}
