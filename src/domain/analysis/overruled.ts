import type { Verdict } from './contrasts.ts';
import { cueBit } from './cues.ts';
import type { JudgedSentence } from './judgements.ts';
import { unitTable } from './unit-table.ts';

/** A judgement with whether it endorses the brand as a choice or advises against it. */
export type Said = Verdict & { endorses: boolean; warns: boolean };

/** Without what the rest of the sentence takes back: praise within a warning's reasons, and what was once so and is not any more. */
export function withoutOverruled(sentence: JudgedSentence, said: readonly Said[], implied: readonly Verdict[]): readonly Said[] {
  if (said.length + implied.length < 2) return said;
  const isWarning = said.some(({ warns }) => warns);
  const isPast = hasPast(sentence);
  if (!isWarning && !isPast) return said;
  return said.filter((one) => !(isWarning && isReason(sentence, said, one)) && !(isPast && isOver(sentence, one, [...said, ...implied])));
}

/** "Avoid X, its battery drains quickly": "quickly" is no praise. A contrast begins anew. */
function isReason(sentence: JudgedSentence, said: readonly Said[], one: Said): boolean {
  if (!one.isGood) return false;
  return said.some(
    ({ warns, at, brands }) => warns && at < one.at && brands[0] === one.brands[0] && !hasCue(sentence, cueBit.contrast, at, one.at),
  );
}

/** "Its support used to be a mess, but is quick today": what comes later counts. */
function isOver(sentence: JudgedSentence, one: Said, all: readonly Verdict[]): boolean {
  const start = clauseStart(sentence, one.at);
  if (!hasCue(sentence, cueBit.past, start, one.at + 1)) return false;
  return all.some(
    ({ at, brands, isGood }) => isGood !== one.isGood && brands[0] === one.brands[0] && clauseStart(sentence, at + 1) > one.at,
  );
}

function hasPast({ cues }: JudgedSentence): boolean {
  for (let i = 0; i < cues.count; i++) if (((cues.bits[i] as number) & cueBit.past) !== 0) return true;
  return false;
}

function hasCue({ cues }: JudgedSentence, bit: number, from: number, to: number): boolean {
  for (let i = 0; i < cues.count; i++) {
    const at = cues.froms[i] as number;
    if (at >= from && at < to && ((cues.bits[i] as number) & bit) !== 0) return true;
  }
  return false;
}

const borders = unitTable(',;:—，；、');

/** Behind the last comma or contrast in front of `at`. */
function clauseStart({ cues, folded, from }: JudgedSentence, at: number): number {
  let start = from;
  for (let i = 0; i < cues.count && (cues.froms[i] as number) < at; i++)
    if (((cues.bits[i] as number) & cueBit.contrast) !== 0) start = cues.froms[i] as number;
  for (let place = at - 1; place > start; place--) if (borders[folded.chars[place] as number] === 1) return place + 1;
  return start;
}
