import { readOverrulings } from '../db/overrulings.ts';
import { readPanel } from '../db/panels.ts';
import type { Deps } from '../deps.ts';
import { createAnswerReader, type AnswerReader, type Instructions } from './stored-answer-reader.ts';

/** Analysers are costly to build and used thousands of times; a panel version never changes. */
const readers = new Map<string, AnswerReader>();

/** @returns null for a workspace without a panel: there is nothing to look for */
export async function answerReader(deps: Deps, workspaceId: string, panelVersion: number): Promise<AnswerReader | null> {
  const key = `${workspaceId}/${panelVersion}`;
  const known = readers.get(key);
  if (known) return known;
  const instructions = await readInstructions(deps, workspaceId, panelVersion);
  if (!instructions) return null;
  const reader = createAnswerReader(instructions);
  if (readers.size > 50) readers.clear();
  readers.set(key, reader);
  return reader;
}

export async function readInstructions(deps: Deps, workspaceId: string, panelVersion: number): Promise<Instructions | null> {
  const panel = await readPanel(deps.db, workspaceId, panelVersion);
  return panel && { panel, overrulings: await readOverrulings(deps.db, workspaceId, panelVersion) };
}
