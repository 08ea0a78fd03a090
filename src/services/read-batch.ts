import type { StoredAnswer } from '../db/analyses.ts';
import { createAnswerReader, type AnswerReader, type Instructions } from './stored-answer-reader.ts';

/** `key` names the instructions: the same key, the same instructions. */
export type Batch = { key: string; instructions: Instructions; answers: StoredAnswer[] };

/** Readers are costly to build and used thousands of times. */
const readers = new Map<string, AnswerReader>();

/** @returns JSON of what was read out of each answer, in their order */
export function readBatch({ key, instructions, answers }: Batch): string {
  const reader = readers.get(key) ?? createAnswerReader(instructions);
  if (readers.size > 50) readers.clear();
  readers.set(key, reader);
  return JSON.stringify(answers.map(reader));
}
