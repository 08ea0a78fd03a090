import { cueBit, judging } from './cues.ts';
import { isInstruction } from './instruction-like.ts';
import type { JudgedSentence } from './judgements.ts';
import type { FoundMention } from './mentions.ts';

/** A sentence that tells machines what to say says nothing itself; nor does the next one, if the brand stands only there. */
export function isSpokenToMachines(sentence: string, nameless: string, bits: number): boolean {
  if ((bits & cueBit.machine) !== 0 && isInstruction(sentence)) return true;
  return nameless !== '' && (bits & (cueBit.best | cueBit.recommend | cueBit.positive)) !== 0 && isInstruction(nameless);
}

const understood = judging | cueBit.fact;
/** Who turns from one thing to another says more than a plain fact. */
const turning = cueBit.contrast | cueBit.lack;

/** A judgement or a plain fact is in it, or hardly more than names. */
export function isUnderstood({ mentions, first, last, from, to, isDense }: JudgedSentence, bits: number): boolean {
  if ((bits & cueBit.open) !== 0) return true;
  if ((bits & understood) !== 0) return (bits & turning) === 0;
  let length = to - from;
  for (let i = first; i < last; i++) length -= (mentions[i] as FoundMention).to - (mentions[i] as FoundMention).from;
  return length < (last - first + 1) * (isDense ? 5 : 16);
}
