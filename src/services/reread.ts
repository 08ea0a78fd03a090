import type { AnalysedAnswer } from '../db/analyses.ts';
import type { KnownAnswer } from '../db/recount-answers.ts';
import type { AnswerReader } from './stored-answer-reader.ts';

/** Answers that read differently than they are stored, the ids of those that do not, and the first that cannot be read. */
export type Comparison = { changed: AnalysedAnswer[]; unchanged: string[]; failed: { answer: string; reason: string } | null };

export function reread(read: AnswerReader, answers: readonly KnownAnswer[]): Comparison {
  const found: Comparison = { changed: [], unchanged: [], failed: null };
  for (const answer of answers) {
    try {
      const fresh = read(answer);
      if (fresh.digest === answer.digest) found.unchanged.push(answer.observationId);
      else found.changed.push(fresh);
    } catch (error) {
      return { ...found, failed: { answer: answer.observationId, reason: error instanceof Error ? error.message : String(error) } };
    }
  }
  return found;
}
