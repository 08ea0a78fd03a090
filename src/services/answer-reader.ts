import type { StoredAnswer } from '../db/analyses.ts';
import { readOverrulings } from '../db/overrulings.ts';
import { readPanel } from '../db/panels.ts';
import type { Deps } from '../deps.ts';
import { readAside } from './read-aside.ts';
import { readBatch } from './read-batch.ts';
import type { Instructions } from './stored-answer-reader.ts';

/** Reads answers. @returns JSON of what was read out of each, in their order: the database wants no more of it */
type BatchReader = (answers: StoredAnswer[]) => Promise<string>;

/** A panel version never changes, nor what people had overruled by then. */
const known = new Map<string, Instructions>();

/** @returns null for a workspace without a panel: there is nothing to look for */
export async function batchReader(deps: Deps, workspaceId: string, panelVersion: number): Promise<BatchReader | null> {
  const key = `${workspaceId}/${panelVersion}`;
  const instructions = known.get(key) ?? (await readInstructions(deps, workspaceId, panelVersion));
  if (!instructions) return null;
  if (known.size > 50) known.clear();
  known.set(key, instructions);
  return async (answers) => {
    const batch = { key, instructions, answers };
    return (await readAside(batch)) ?? readBatch(batch);
  };
}

export async function readInstructions(deps: Deps, workspaceId: string, panelVersion: number): Promise<Instructions | null> {
  const panel = await readPanel(deps.db, workspaceId, panelVersion);
  return panel && { panel, overrulings: await readOverrulings(deps.db, workspaceId, panelVersion) };
}
