import { cueBit } from './cues.ts';
import { foldedSlice } from './fold.ts';
import type { JudgedSentence } from './judgements.ts';
import type { FoundMention } from './mentions.ts';

/** One judgement of a sentence: where it stands (folded), of whom, and whether it is a good one. */
export type Verdict = { at: number; brands: readonly string[]; isGood: boolean; endorses?: boolean };

/** What stands on the two sides of a contrast: "A, but B"; "although A, B". */
type Sides = { left: Span; right: Span };
type Span = { from: number; to: number };

/** "X is cheap, but setting it up takes a weekend": what no word judges is the opposite of what it is set against. */
export function impliedVerdicts(sentence: JudgedSentence, verdicts: readonly Verdict[]): Verdict[] {
  if (verdicts.length === 0) return [];
  const implied: Verdict[] = [];
  for (const { left, right } of contrastsOf(sentence)) {
    const said = [verdictsIn(verdicts, left), verdictsIn(verdicts, right)] as const;
    const one = opposite(sentence, said[0], said[1], right) ?? opposite(sentence, said[1], said[0], left);
    if (one !== null) implied.push(one);
  }
  return implied;
}

function verdictsIn(verdicts: readonly Verdict[], { from, to }: Span): Verdict[] {
  return verdicts.filter(({ at }) => at >= from && at < to);
}

function opposite(sentence: JudgedSentence, said: readonly Verdict[], other: readonly Verdict[], silent: Span): Verdict | null {
  const first = said[0];
  if (first === undefined || other.length > 0 || !isStatement(sentence, silent)) return null;
  if (said.some(({ isGood, brands }) => isGood !== first.isGood || brands[0] !== first.brands[0])) return null;
  return namesAnother(sentence, silent, first.brands) ? null : { at: silent.from, brands: first.brands, isGood: !first.isGood };
}

/** A few words at least; not a question, nor a condition on which the rest depends. */
function isStatement({ folded, isDense, mentions, first, last }: JudgedSentence, { from, to }: Span): boolean {
  let length = foldedSlice(folded, from, Math.min(to, from + 200)).replace(/[^\p{L}\p{N}]+/gu, '').length;
  for (let i = first; i < last; i++) {
    const mention = mentions[i] as FoundMention;
    if (mention.from >= from && mention.to <= to) length -= mention.to - mention.from;
  }
  return length >= (isDense ? 4 : 10);
}

function namesAnother({ mentions, first, last }: JudgedSentence, { from, to }: Span, brands: readonly string[]): boolean {
  for (let i = first; i < last; i++) {
    const mention = mentions[i] as FoundMention;
    if (mention.from >= from && mention.from < to && !brands.includes(mention.pattern.brand)) return true;
  }
  return false;
}

const nearStart = 4;

function contrastsOf({ cues, from, to, folded }: JudgedSentence): Sides[] {
  const found: Sides[] = [];
  let start = from;
  for (let i = 0; i < cues.count; i++) {
    if (((cues.bits[i] as number) & cueBit.contrast) === 0) continue;
    const begin = cues.froms[i] as number;
    const end = cues.tos[i] as number;
    const next = nextContrast(i);
    const comma = begin - start <= nearStart ? commaIn(folded.chars, end, next) : -1;
    if (comma !== -1) found.push({ left: { from: end, to: comma }, right: { from: comma + 1, to: next } });
    else if (begin - start > nearStart) {
      // German puts it inside the clause: "…, die Stoffe sind aber dünn".
      const border = lastCommaIn(folded.chars, start, begin);
      found.push({
        left: { from: start, to: border === -1 ? begin : border },
        right: { from: border === -1 ? end : border + 1, to: next },
      });
    }
    start = end;
  }
  return found;

  function nextContrast(index: number): number {
    for (let i = index + 1; i < cues.count; i++) if (((cues.bits[i] as number) & cueBit.contrast) !== 0) return cues.froms[i] as number;
    return to;
  }
}

/** The last comma in front of a contrast, unless it is far away: then the contrast begins its own clause. */
function lastCommaIn(chars: Uint16Array, from: number, to: number): number {
  for (let at = to - 1; at > from && to - at < 60; at--) if (chars[at] === 44 || chars[at] === 0x3001 || chars[at] === 0xff0c) return at;
  return -1;
}

function commaIn(chars: Uint16Array, from: number, to: number): number {
  for (let at = from; at < to; at++) if (chars[at] === 44 || chars[at] === 0x3001 || chars[at] === 0xff0c) return at;
  return -1;
}
