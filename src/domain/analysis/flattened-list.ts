import { isAbbreviation } from './data/abbreviations.ts';
import { isAsciiDigit, isUpperUnit, letterKind, letterKindOf } from './letter-kind.ts';

/** A stretch of a line that engines run together: what heads sections or items ("Best overall: "), an item, a part of one ("Strengths: "), or text behind them. */
export type FlattenedPart = { start: number; kind: 'title' | 'section' | 'item' | 'part' | 'text' };

type Head = { start: number; colon: number; isJoined: boolean; isPart: boolean };

const shortestLine = 160;
const longestHead = 90;
const longestWord = 12;
/** No list has more; behind that a line is text. */
const mostHeads = 300;
const leastJoined = 2;
/** What stands in front of every joined head: a sentence's end without a space, or a number. */
const joint = /[.!?)]\p{Lu}|\d\. /u;

/**
 * The parts of a list that lost its line breaks, as Google's AI Mode gives them: "Top picks: Acme A1:Good.Other B2:Better.". What tells it
 * from prose is that words follow a full stop without a space and lead up to a colon, at least twice.
 * @returns empty for a line that is no such list
 */
export function flattenedParts(text: string, from: number, to: number): FlattenedPart[] {
  if (to - from < shortestLine || !joint.test(text.slice(from, to))) return [];
  const heads = findHeads(text, from, to);
  if (heads.filter(({ isJoined }) => isJoined).length < leastJoined) return [];
  markParts(text, heads);
  const isSection = sectionsOf(text, heads);
  const parts: FlattenedPart[] = [];
  for (const [index, { start, colon, isPart }] of heads.entries()) {
    if (isPart) parts.push({ start, kind: 'part' });
    else if (!isSection[index]) {
      if (isItem(heads, index)) parts.push({ start, kind: 'item' });
    } else {
      const isOverNext = isFollowed(heads, index);
      parts.push({ start, kind: isOverNext && isSection[index + 1] === true ? 'title' : 'section' });
      if (!isOverNext) parts.push({ start: colon + 1, kind: 'text' });
    }
  }
  return parts;
}

function isItem(heads: readonly Head[], index: number): boolean {
  return (heads[index] as Head).isJoined || (index > 0 && isFollowed(heads, index - 1));
}

/** Whether the next words that lead up to a colon stand right behind this one's. */
function isFollowed(heads: readonly Head[], index: number): boolean {
  const next = heads[index + 1];
  return next !== undefined && next.start - (heads[index] as Head).colon <= 2 && !next.isPart;
}

/** A section is right in front of its first item, or stands apart and is written like a title. */
function sectionsOf(text: string, heads: readonly Head[]): boolean[] {
  return heads.map(
    ({ start, colon, isPart }, index) =>
      !isPart && (isFollowed(heads, index) || (!isItem(heads, index) && isTitle(text.slice(start, colon)))),
  );
}

/** The same words over something twice are no name: "Strengths:", "Price:". */
function markParts(text: string, heads: readonly Head[]): void {
  const seen = new Map<string, Head[]>();
  for (const head of heads) {
    const label = text.slice(head.start, head.colon).toLowerCase();
    seen.set(label, [...(seen.get(label) ?? []), head]);
  }
  for (const [label, same] of seen) for (const head of same) head.isPart = same.length > 1 && !/\d/.test(label);
}

/** What leads up to a colon from the end of a sentence, or from a colon before it. */
function findHeads(text: string, from: number, to: number): Head[] {
  const heads: Head[] = [];
  let floor = from;
  for (let colon = text.indexOf(':', from); colon !== -1 && colon < to; colon = text.indexOf(':', colon + 1)) {
    const head = isTime(text, colon) ? null : headBefore(text, floor, colon);
    if (head !== null) heads.push(head);
    if (heads.length > mostHeads) return [];
    floor = colon + 1;
  }
  return heads;
}

function headBefore(text: string, floor: number, colon: number): Head | null {
  let at = colon;
  while (at > floor && colon - at <= longestHead && !isBorder(text, at)) at--;
  if (colon - at > longestHead || colon - at < 2) return null;
  let start = at;
  while (start < colon && isSpace(text.charCodeAt(start))) start++;
  const first = letterKindOf(text.charCodeAt(start));
  if (start === colon || first === letterKind.none || first === letterKind.lower) return null;
  const number = numberLength(text, floor, start);
  if (number > 0) return { start: start - number, colon, isJoined: true, isPart: false };
  return { start, colon, isJoined: start === at && at > floor, isPart: false };
}

/** Of "2. " in front of `start`; 0 if there is none. */
function numberLength(text: string, floor: number, start: number): number {
  if (text.charCodeAt(start - 2) !== 46 || !isAsciiDigit(text.charCodeAt(start - 3))) return 0;
  return /(?:^|[\s.!?)])(\d{1,2}\. )$/.exec(text.slice(Math.max(floor, start - 6), start))?.[1]?.length ?? 0;
}

const isSpace = (code: number): boolean => code === 32 || code === 0xa0;

/** Whether a sentence, or a product's price and stars, ends in front of `at`. */
function isBorder(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  if (before === 41) return isUpperUnit(text.charCodeAt(at));
  if (before !== 46 && before !== 33 && before !== 63) return false;
  const code = text.charCodeAt(at);
  return (isSpace(code) || isUpperUnit(code)) && !isAbbreviation(text, at - 1, Math.max(0, at - longestWord));
}

/** "10:30", or an address. */
function isTime(text: string, colon: number): boolean {
  const next = text.charCodeAt(colon + 1);
  if (next === 47) return /^.:\/\//.test(text.slice(colon - 1, colon + 3));
  return isAsciiDigit(next) && isAsciiDigit(text.charCodeAt(colon - 1));
}

/** "Things to Consider", "Best Value Picks": hardly a word that is not written large, or behind "Other", "For". */
function isTitle(words: string): boolean {
  const long = words.split(' ').filter((word) => word.length > 3);
  return long.length > 0 && long.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
}
