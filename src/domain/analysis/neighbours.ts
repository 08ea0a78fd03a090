import { characterClass, classOf } from './character-class.ts';

/** The word beside a mention, lower case, and what stands between (without spaces and emphasis). '' where the sentence ends. */
export type Neighbour = { word: string; between: string; raw: string; start: number };

const longestWord = 24;
const longestGap = 6;

export function wordBefore(text: string, at: number, floor: number): Neighbour {
  let end = at;
  while (end > floor && at - end < longestGap && !isWordUnit(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > floor && end - start < longestWord && isWordUnit(text.charCodeAt(start - 1))) start--;
  return describe(text, start, end, text.slice(end, at));
}

export function wordAfter(text: string, at: number, ceiling: number): Neighbour {
  let start = at;
  while (start < ceiling && start - at < longestGap && !isWordUnit(text.charCodeAt(start))) start++;
  let end = start;
  while (end < ceiling && end - start < longestWord && isWordUnit(text.charCodeAt(end))) end++;
  return describe(text, start, end, text.slice(at, start));
}

function describe(text: string, start: number, end: number, gap: string): Neighbour {
  const raw = text.slice(start, end);
  const lower = raw.toLowerCase();
  return {
    raw,
    word: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
    between: gap === ' ' || gap === '' ? '' : gap.replace(/[\s*_]+/g, ''),
    start,
  };
}

function isWordUnit(code: number): boolean {
  return classOf(code) !== characterClass.other || code === 39 || code === 0x2019 || code === 45;
}
