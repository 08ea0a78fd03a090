import type { FoundMention } from './mentions.ts';
import { wholeNameEnd } from './whole-name.ts';

/** What joins names to a row, whatever quotation marks and emphasis stand around them. */
const joint =
  /^[\s*_"'“”«»「」『』《》（）()]*(?:[、，,/&・]|和|与|與|跟|及|比|比起|比不上|不如|强过|勝過|胜过|より|よりも|보다|>|＞|以及|或者?|还是|還是|と|や|か|または|과|와|이나|나|및|랑|이랑|،|و|أو|یا|ו|או|ל|หรือ|และ|กับ|या|और|व|vs)?[\s*_"'“”«»「」『』《》（）()]*(?:و|ו|ل)?$/u;
const longestJoint = 8;

/** "새로가 처음처럼보다": a subject in front of what it is compared with, whose name ends at `last`. */
const subject = /^["」』”]?(?:は|が|가|이|은|는) ?["「『“]?$/u;
const isJoint = (text: string, from: number, to: number, last: number): boolean =>
  joint.test(text.slice(from, to)) || (/^(?:より|보다)/.test(text.slice(last, last + 2)) && subject.test(text.slice(from, to)));

/** Whether a mention stands in a row with another brand's name: 3 beside one that is no word, 1 beside one that may be a word, 0 alone. */
export function createRowReader(
  text: string,
  certain: readonly FoundMention[],
  uncertain: readonly FoundMention[],
): (mention: FoundMention) => number {
  let ordered: FoundMention[] | null = null;
  const isCertain = new Set(certain);
  return (mention) => {
    ordered ??= [...certain, ...uncertain].toSorted((a, b) => a.start - b.start || b.end - a.end);
    const at = indexOf(ordered, mention.start);
    let best = 0;
    for (let i = Math.max(0, at - 3); i < ordered.length && i <= at + 3; i++) {
      const other = ordered[i] as FoundMention;
      if (other.pattern.brand === mention.pattern.brand) continue;
      const [from, to] = other.start < mention.start ? [other.end, mention.start] : [mention.end, other.start];
      const last = other.start < mention.start ? mention.end : other.end;
      if (to < from || to - from > longestJoint || !isJoint(text, from, to, last)) continue;
      best = Math.max(best, isCertain.has(other) ? 3 : 1);
    }
    return best;
  };
}

/** The place of the first that starts at `start`. */
function indexOf(ordered: readonly FoundMention[], start: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] as FoundMention).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a mention stands within the longer name that begins with another brand's right before it: Plus in "Turkcell Sağlık Plus". */
export function createNameReader(text: string, certain: readonly FoundMention[], language: string): (mention: FoundMention) => boolean {
  return ({ start, end, pattern }) => {
    const other = certain[indexOf(certain, start) - 1];
    if (other === undefined || other.pattern.brand === pattern.brand || start - other.end > longestName || other.end > start) return false;
    if (start > other.end && text.charCodeAt(start - 1) !== 32) return false;
    // A name in capitals, or with a mark, begins anew.
    if (text.slice(start, end) === text.slice(start, end).toUpperCase()) return false;
    return wholeNameEnd(text, other.start, other.end, end, language) >= end;
  };
}

const longestName = 30;
