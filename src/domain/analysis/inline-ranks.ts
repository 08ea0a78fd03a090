import type { FoundMention } from './mentions.ts';

/** "1. HubSpot … 2. Zoho …" in running text: the number in front of each name. Empty unless the numbers go up from 1. */
export function findInlineRanks(text: string, mentions: readonly FoundMention[]): Map<string, number> {
  const ranks = new Map<string, number>();
  let last = 0;
  for (const { start, pattern } of mentions) {
    const before = text.slice(Math.max(0, start - 10), start);
    const digits = /(?:^|[^\d.,$€£¥])(\d{1,2})[.)、．:]\s?[*_[]*$/.exec(before)?.[1];
    const number = digits === undefined ? 0 : Number(digits);
    if (number <= last || number > last + 10 || ranks.has(pattern.brand)) continue;
    ranks.set(pattern.brand, number);
    last = number;
  }
  return ranks.size >= 2 ? ranks : new Map<string, number>();
}
