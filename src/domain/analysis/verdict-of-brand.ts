import type { Sentiment } from './analyze.ts';
import type { Tally } from './judgements.ts';
import type { ListPlace } from './lists.ts';

/** Mixed where both sides are really there: one drawback beside four merits is still praise. */
export function sentimentOf({ positive, negative, unread, facts }: Tally, isPreferred: boolean): Sentiment | null {
  if (positive === 0 && negative === 0) return isPreferred ? 'positive' : unread > facts ? null : 'neutral';
  if (negative === 0) return 'positive';
  if (positive === 0) return 'negative';
  if (positive >= negative * 4) return 'positive';
  return negative >= positive * 4 ? 'negative' : 'mixed';
}

/** Endorsed or warned against in words; else by its place in a list of choices, else by what is said of it. */
export function recommendationOf(
  tally: Tally,
  sentiment: Sentiment | null,
  place: ListPlace | undefined,
  isPreferred: boolean,
): boolean | null {
  if (tally.warned > 0 || tally.recommended > 0) {
    if (tally.recommended > tally.warned) return true;
    return tally.warned > tally.recommended ? false : null;
  }
  if (place?.endorses === false) return false;
  if (place?.endorses === true) return sentiment === 'negative' ? null : true;
  if (sentiment === 'negative') return false;
  if (isPreferred) return true;
  if (sentiment === 'neutral') return place === undefined ? false : null;
  return null;
}
