import { noOrder, orderBehind, orderInFront } from './data/order-words.ts';
import type { FoundMention } from './mentions.ts';

/** From the word that announces the order to the first name, and from each name to the next. */
const longestLead = 90;
const widestGap = 32;
/** Ends what the words of a lead or a gap can reach: a sentence, a line, or a verb's clause of its own. */
const border = /[.!?;](?:\s|$)|[。！？；\n]/;

/** Who gives an order of their own, or one of recommendation, means it as advice. */
const ownOrder =
  /\b(?:my|our|i|i'd|we|we'd|recommended|suggested|mein[e]?|unser[e]?|mi|nuestro|mon|notre|meu|minha|mio|best|favou?rite)\b|我|推荐|推薦|建议|建議|个人|個人|おすすめ|私|추천|저/iu;

export type AnnouncedOrder = { ranks: Map<string, number>; isAdvice: boolean };

/** "My order would be X, then Y, and Z last", "おすすめ順に X、Y、Z": names in a row that a word announces as an order; the first such row. */
export function findAnnouncedOrder(text: string, mentions: readonly FoundMention[]): AnnouncedOrder {
  for (let first = 0; first < mentions.length; first++) {
    const last = endOfRow(text, mentions, first);
    const brands = [...new Set(mentions.slice(first, last).map(({ pattern }) => pattern.brand))];
    const lead = brands.length >= 2 ? leadOf(text, mentions[first] as FoundMention) : null;
    if (lead !== null && isAnnounced(text, lead, mentions[last - 1] as FoundMention))
      return { ranks: new Map(brands.map((brand, index) => [brand, index + 1])), isAdvice: ownOrder.test(lead) };
    first = last - 1;
  }
  return { ranks: new Map(), isAdvice: false };
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

function leadOf(text: string, { start }: FoundMention): string {
  return (
    text
      .slice(Math.max(0, start - longestLead), start)
      .split(border)
      .at(-1) ?? ''
  );
}

function isAnnounced(text: string, lead: string, last: FoundMention): boolean {
  return !noOrder.test(lead) && (orderInFront.test(lead) || orderBehind.test(text.slice(last.end, last.end + 12)));
}
