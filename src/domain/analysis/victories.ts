import { cueBit } from './cues.ts';
import { foldedSlice } from './fold.ts';
import type { Group, JudgedSentence } from './judgements.ts';

const both = cueBit.positive | cueBit.compare;
const furthest = 8;
const victory =
  /^(?:beats?|beating|outperforms?|outclasses|outshines|surpass(?:es)?|tops|trumps|undercuts?|schlagt|ubertrifft|supera[n]?|surpasse(?:nt)?|depasse(?:nt)?|devance(?:nt)?|batte|verslaat|overtreft|przewyzsza|pokonuje|slar|overtraffar|predci|prekonava|paihittaa|mengalahkan|mengungguli|превосходит|обходит|опережает|перевершує|випереджає|超过|胜过|完胜|碾压|秒杀|吊打|优于|强于|好过|领先)$/u;

/** Whom a cue says that somebody beats: "A beats B" praises A, "nothing beats B" praises B. */
export function beatenBehind({ folded, cues }: JudgedSentence, groups: readonly Group[], cue: number): Group | null {
  if (((cues.bits[cue] as number) & both) !== both) return null;
  const to = cues.tos[cue] as number;
  const next = groups.find((group) => group.from >= to);
  if (next === undefined || next.from - to > furthest) return null;
  return victory.test(foldedSlice(folded, cues.froms[cue] as number, to)) ? next : null;
}
