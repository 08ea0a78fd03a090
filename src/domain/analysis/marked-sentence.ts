import { type FoldedText, foldedSlice } from './fold.ts';
import type { FoundMention } from './mentions.ts';

/** Placeholders are private use characters: folding lets none through from the text. */
export const placeholderBase = 0xe000;
/** One mention in a pattern over marked sentences. */
export const anyBrand = '[\\ue000-\\uf8ff]';
/** One or more mentions joined by commas or a conjunction. */
export const anyBrands = `${anyBrand}(?:\\s?(?:,|、|，|/|&|and|or|und|oder|y|o|et|ou|e|和|与|及|或|と|や|및|와|과|и|или|nor|ni)+\\s?(?:,|and |or |und |y |et )?(?:the )?${anyBrand}(?! (?:is|has|was|offers|does|costs|beats|wins|ist|hat|es|tiene|est|a|è|ha|é|tem)\\b))*`;

export function isPlaceholder(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= placeholderBase && code < 0xf900;
}

/** The numbers of the mentions whose placeholders are in a piece of a marked sentence. */
export function placeholders(marked: string): number[] {
  const found: number[] = [];
  for (let i = 0; i < marked.length; i++) {
    const code = marked.charCodeAt(i);
    if (code >= placeholderBase && code < 0xf900) found.push(code - placeholderBase);
  }
  return found;
}

/** Like `matchAll`, which copies the expression each time: most sentences match none of many. */
export function matchesOf(pattern: RegExp, marked: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  const first = pattern.exec(marked);
  if (first === null) return none;
  const found: RegExpExecArray[] = [];
  for (let match: RegExpExecArray | null = first; match !== null; match = pattern.exec(marked)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

const none: readonly RegExpExecArray[] = [];

/**
 * A folded range with each mention as one placeholder, numbered from 0 within the range: every mention its own, or every brand the
 * number of its first mention (`byBrand`), so that a pattern can ask for the same brand again. `endOfName` gives the folded offset up to
 * which a placeholder stands for more than the mention.
 */
export function markSentence(
  folded: FoldedText,
  from: number,
  to: number,
  mentions: readonly FoundMention[],
  first: number,
  last: number,
  byBrand: boolean,
  endOfName: (mention: FoundMention, limit: number) => number = ({ to: end }) => end,
): string {
  const numbers = new Map<string, number>();
  let marked = '';
  let at = from;
  for (let i = first; i < last; i++) {
    const mention = mentions[i] as FoundMention;
    const { brand } = mention.pattern;
    const number = (byBrand ? numbers.get(brand) : undefined) ?? i - first;
    numbers.set(brand, number);
    marked += slice(folded, at, mention.from) + String.fromCharCode(placeholderBase + number);
    at = endOfName(mention, i + 1 < last ? (mentions[i + 1] as FoundMention).from : to);
  }
  return (marked + slice(folded, at, to)).trim();
}

const writesWithoutSpaces = new Set(['zh', 'ja', 'th']);

/** Where words have no spaces between them, many writers put them around Latin names nevertheless: "HubSpot 比 Zoho 贵". */
export function spacedAs(language: string, marked: string): string {
  return writesWithoutSpaces.has(language) ? marked.replace(/ ?([\ue000-\uf8ff]) ?/g, '$1') : marked;
}

function slice(folded: FoldedText, from: number, to: number): string {
  return from >= to ? '' : foldedSlice(folded, from, to);
}
