import { cueBit, judging } from './cues.ts';
import { foldedSlice } from './fold.ts';
import type { JudgedSentence } from './judgements.ts';

/** Whether a negation reaches the cue: in front of it within a few words and no comma, or behind it in languages that put it there. */
export function isTurned(sentence: JudgedSentence, cue: number): boolean {
  const { cues, isDense } = sentence;
  const from = cues.froms[cue] as number;
  const reach = isDense ? 5 : 26;
  let turns = false;
  let reached = from;
  for (let i = cue - 1; i >= 0 && from - (cues.tos[i] as number) <= reach; i--) {
    const bits = cues.bits[i] as number;
    // "Avoid choosing", "не советую брать": what is advised against is no advice.
    if ((bits & cueBit.warn) !== 0 && from - (cues.tos[i] as number) <= 1 && ((cues.bits[cue] as number) & cueBit.recommend) !== 0)
      return true;
    if ((bits & (cueBit.negation | cueBit.lack)) === 0) {
      // "not bad and cheap": what the negation turns ends at the "and".
      if ((bits & judging) !== 0 && /(?:^|\s)(?:and|und|sowie|y|et|ed?|и) /.test(foldedSlice(sentence.folded, cues.tos[i] as number, from)))
        break;
      // What a negation turns is what stands next to it: "anything but helpful when my screen failed".
      if ((bits & judging) !== 0 && reached - (cues.tos[i] as number) > 9) break;
      if ((bits & judging) !== 0) reached = cues.froms[i] as number;
      continue;
    }
    if (
      !hasBreak(sentence, cues.tos[i] as number, from + 1) &&
      !(bits === (bits | cueBit.lack) && isCoordinated(sentence, cues.tos[i] as number, from))
    )
      turns = !turns;
    break;
  }
  for (let i = cue + 1; i < cues.count && (cues.froms[i] as number) - (cues.tos[cue] as number) <= farthestBehind; i++) {
    if (((cues.bits[i] as number) & cueBit.negationAfter) === 0 || !reachesBack(sentence, cue, i)) continue;
    turns = !turns;
    break;
  }
  return turns;
}

const farthestBehind = 30;
const phrase = 8;

/** A particle stands right behind what it turns; a phrase ("the problems with X have been fixed") a little further. */
function reachesBack(sentence: JudgedSentence, cue: number, behind: number): boolean {
  const { froms, tos } = sentence.cues;
  const gap = (froms[behind] as number) - (tos[cue] as number);
  if (gap <= 4) return true;
  return (tos[behind] as number) - (froms[behind] as number) >= phrase && !hasBreak(sentence, tos[cue] as number, froms[behind] as number);
}

/** "without notice and long waits": what is missing ends at the "and". */
function isCoordinated({ folded }: JudgedSentence, from: number, to: number): boolean {
  return /\s(?:and|und|y|e|et|en|i|и|ve)\s/.test(foldedSlice(folded, from, to));
}

function hasBreak({ folded, cues }: JudgedSentence, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = folded.chars[at];
    if (code === 44 || code === 59 || code === 58 || code === 0x3001 || code === 0xff0c) return true;
  }
  for (let i = 0; i < cues.count; i++) {
    const start = cues.froms[i] as number;
    if (start >= from && start < to && ((cues.bits[i] as number) & cueBit.contrast) !== 0) return true;
  }
  return false;
}
