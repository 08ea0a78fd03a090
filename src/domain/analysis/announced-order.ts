import { noOrder, orderBehind, orderInFront } from './data/order-words.ts';
import type { FoundMention } from './mentions.ts';

/** From the word that announces the order to the first name, and from each name to the next. */
const longestLead = 90;
const widestGap = 32;
/** Ends what the words of a lead or a gap can reach: a sentence, a line, or a verb's clause of its own. */
const border = /[.!?;](?:\s|$)|[。！？；\n]/;

/** "My order would be X, then Y, and Z last", "おすすめ順に X、Y、Z": names in a row that a word announces as an order; the first such row. */
export function findAnnouncedOrder(text: string, mentions: readonly FoundMention[]): Map<string, number> {
  for (let first = 0; first < mentions.length; first++) {
    const last = endOfRow(text, mentions, first);
    const brands = [...new Set(mentions.slice(first, last).map(({ pattern }) => pattern.brand))];
    if (brands.length >= 2 && isAnnounced(text, mentions[first] as FoundMention, mentions[last - 1] as FoundMention))
      return new Map(brands.map((brand, index) => [brand, index + 1]));
    first = last - 1;
  }
  return new Map();
}

/** A row ends where a name comes again, or where more than a few words or the end of a sentence stand between two. */
function endOfRow(text: string, mentions: readonly FoundMention[], first: number): number {
  const seen = new Set<string>();
  for (let at = first; at < mentions.length; at++) {
    const { pattern, start } = mentions[at] as FoundMention;
    const before = at === first ? null : (mentions[at - 1] as FoundMention).end;
    if (seen.has(pattern.brand) || (before !== null && (start - before > widestGap || border.test(text.slice(before, start))))) return at;
    seen.add(pattern.brand);
  }
  return mentions.length;
}

function isAnnounced(text: string, first: FoundMention, last: FoundMention): boolean {
  const before = text.slice(Math.max(0, first.start - longestLead), first.start);
  const lead = before.split(border).at(-1) ?? '';
  if (noOrder.test(before)) return false;
  return orderInFront.test(lead) || orderBehind.test(text.slice(last.end, last.end + 12));
}
