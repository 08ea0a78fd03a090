import type { AnalysedAnswer } from '../db/analyses.ts';
import type { KnownAnswer } from '../db/recount-answers.ts';
import { createAnswerReader, createTouchedAnswerTest, type RereadInstructions } from './stored-answer-reader.ts';

/** Answers that read differently than they are stored, the ids of those that do not, and the first that cannot be read. */
export type Comparison = { changed: AnalysedAnswer[]; unchanged: string[]; failed: { answer: string; reason: string } | null };

/** Reads stored answers again; of those that were read with the panel before only what the change of the panel can have touched. */
export function createRereader({ before, ...instructions }: RereadInstructions): (answers: readonly KnownAnswer[]) => Comparison {
  const read = createAnswerReader(instructions);
  const isTouched = before === null ? () => true : createTouchedAnswerTest(before, instructions.panel);
  return (answers) => {
    const found: Comparison = { changed: [], unchanged: [], failed: null };
    for (const answer of answers) {
      try {
        const fresh = answer.readBefore && !isTouched(answer) ? null : read(answer);
        if (fresh === null || fresh.digest === answer.digest) found.unchanged.push(answer.observationId);
        else found.changed.push(fresh);
      } catch (error) {
        return { ...found, failed: { answer: answer.observationId, reason: error instanceof Error ? error.message : String(error) } };
      }
    }
    return found;
  };
}
