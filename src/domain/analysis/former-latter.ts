import { formerLatter } from './data/comparisons/former-latter.ts';
import { foldedSlice } from './fold.ts';
import { matchesOf } from './marked-sentence.ts';
import type { FoundMention } from './mentions.ts';
import type { Workspace } from './workspace.ts';

/** The names of one sentence, one flag each for those of which it says that nothing is known. */
export type Names = { mentions: readonly FoundMention[]; first: number; last: number; absent: Uint8Array };
/** A name of each of two brands that were just named, in their order. */
export type Pair = readonly [FoundMention, FoundMention];

/** The two brands of a sentence that names two, else null. */
export function pairOf({ mentions, first, last, absent }: Names): Pair | null {
  const found: FoundMention[] = [];
  for (let i = first; i < last; i++) {
    const mention = mentions[i] as FoundMention;
    if (absent[i] === 1 || found.some(({ pattern }) => pattern.brand === mention.pattern.brand)) continue;
    if (found.length === 2) return null;
    found.push(mention);
  }
  const [former, latter] = found;
  return former === undefined || latter === undefined ? null : [former, latter];
}

/**
 * The names of the folded range `[from, to)` with "the former" and "the latter" as names of the brands they stand for.
 * @param before the two of the sentence before, for a sentence that does not name two itself
 */
export function withFormerAndLatter(
  { folded }: Workspace,
  names: Names,
  { from, to }: { from: number; to: number },
  before: Pair | null,
  language: string,
): Names {
  const words = formerLatter[language];
  const pair = pairOf(names) ?? before;
  if (words === undefined || pair === null) return names;
  const text = foldedSlice(folded, from, to);
  const found = matchesOf(words.pattern, text);
  if (found.length === 0) return names;
  const isSure = new Set(found.map(({ groups }) => groups?.former === undefined)).size === 2;
  const own = names.mentions.slice(names.first, names.last);
  const standIns = found
    .filter(({ 0: word, index }) => isSure || !words.isOrdinal.test(word) || /^[\s*_]*(?:[,.;:]|$)/.test(text.slice(index + word.length)))
    .map(({ 0: word, index, groups }): FoundMention => {
      const meant = pair[groups?.former === undefined ? 1 : 0];
      return { ...meant, from: from + index, to: from + index + word.length };
    })
    .filter((one) => !own.some((name) => name.from < one.to && one.from < name.to));
  const mentions = [...own, ...standIns].toSorted((a, b) => a.from - b.from);
  return { mentions, first: 0, last: mentions.length, absent: new Uint8Array(mentions.length) };
}
