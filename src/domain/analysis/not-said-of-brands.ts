import { cueBit } from './cues.ts';
import { type FoldedText, foldedSlice } from './fold.ts';
import type { Group, JudgedSentence } from './judgements.ts';
import type { FoundMention } from './mentions.ts';

/** "Whether X is better", "どちらが優れているか": what the clause leaves open is no judgement. */
export function isLeftOpen({ cues, folded, isDense }: JudgedSentence, cue: number): boolean {
  const from = cues.froms[cue] as number;
  for (let i = cue - 1; i >= 0 && from - (cues.tos[i] as number) <= longestOpen; i--) {
    const bits = cues.bits[i] as number;
    if ((bits & cueBit.contrast) !== 0) return false;
    if ((bits & cueBit.open) === 0) continue;
    return isDense || !/[,;:]/.test(foldedSlice(folded, cues.tos[i] as number, from));
  }
  return false;
}

const longestOpen = 160;
const openingCase =
  /^[^\p{L}\p{N}]{0,6}(?:(?:for(?! all)|if|when|wenn|fur|bei|para|si|cuando|pour|per|se)\b[^,.;:]{2,80},|(?:如果|若|要是|对于?|想要)[^，。,;；]{2,30}[，,]|[^、。]{2,24}(?:なら|場合は)、)/u;

/** Behind "For heavier runners," or "If money is tight,": the case that the sentence is about is not what it says of a brand. */
export function caseEnd({ folded, from, to, mentions, first, last }: JudgedSentence): number {
  const reach = Math.min(to, from + 100);
  const opening = hasComma(folded, from, reach) ? openingCase.exec(foldedSlice(folded, from, reach)) : null;
  const end = from + (opening?.[0].length ?? 0);
  return first < last && (mentions[first] as FoundMention).from < end ? from : end;
}

/** What ends every such case. */
function hasComma({ chars }: FoldedText, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (chars[at] === 44 || chars[at] === 0x3001 || chars[at] === 0xff0c) return true;
  return false;
}

/** "Pick it up at Walmart": where to buy, not what. */
export const isPlace = (folded: FoldedText, from: number, to: number): boolean =>
  /\b(?:at|through|via|bei|chez|presso)(?: the)?[ *_[]*$/.test(foldedSlice(folded, Math.max(from, to - 16), to));

/** "Skip anything with 8 GB": advice about things, not about the brand before. */
export function isOfOthers({ folded, cues, isDense }: JudgedSentence, cue: number): boolean {
  const to = cues.tos[cue] as number;
  if (isDense || ((cues.bits[cue] as number) & (cueBit.recommend | cueBit.warn)) === 0) return false;
  return /^ (?:anything|any|all|every|older|models|those|alles|cualquier|tout|todo) /.test(
    foldedSlice(folded, to, Math.min(folded.length, to + 16)),
  );
}

/** "…; steer clear of first-year models": advice in a clause of its own that names neither the brand nor stands for it. */
export function isOtherAdvice({ folded, isDense }: JudgedSentence, clause: number, cueEnd: number, before: Group | undefined): boolean {
  if (isDense || folded.chars[clause] !== 59 || before === undefined || before.from >= clause) return false;
  return /^ (?:of |from )?(?!it\b|them\b|this\b|these\b|that one|es\b|ihn\b|sie\b|lo\b|la\b|le\b)[a-z-]{3,} [a-z]/.test(
    foldedSlice(folded, cueEnd, Math.min(folded.length, cueEnd + 30)),
  );
}
