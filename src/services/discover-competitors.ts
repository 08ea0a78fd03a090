import { z } from 'zod';
import type { Queries } from '../db/client.ts';
import { writeEvent } from '../db/outbox.ts';
import { readPanel } from '../db/panels.ts';
import { countProposals, hasUncounted, type Discovered } from '../db/proposals.ts';
import { hasPending, startReading } from '../db/readers.ts';
import { readNames, type UnreadAnswer } from '../db/seen-names.ts';
import { getWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { candidateVersion, createCandidateReader, nameOfVariants } from '../domain/analysis/brand-candidates.ts';
import { sleep } from '../lifecycle.ts';

const batchSize = 100;
/** Asking and counting go first: a long history is read in a tenth of the time. */
const restFactor = 9;
const countedAtOnce = 300;
/** From here on a name is told of, and proposed on the page by itself. */
export const proposalThreshold = { answers: 3, prompts: 2 };

const storedCitations = z.array(z.object({ url: z.string(), title: z.string().nullish() }));
type NameReader = ReturnType<typeof createCandidateReader>;
/** As costly to build as an analyser; a panel version never changes. */
const readers = new Map<string, NameReader>();

/** Reads the names beside the panel's brands out of all answers that wait for it, and counts the proposals anew. @returns how many answers */
export async function discoverCompetitors(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  const { panelVersion } = await getWorkspace(deps.db, workspaceId);
  const read = await readerFor(deps, workspaceId, panelVersion);
  if (!read) return 0;
  const version = versionOf(panelVersion);
  await startReading(deps.db, { workspaceId, reader: 'names' }, version);
  let total = 0;
  while (!signal.aborted) {
    const startedAt = deps.now();
    const taken = await readNames(deps.db, workspaceId, { version, limit: batchSize }, (answer) => namesIn(answer, read));
    total += taken;
    if (taken < batchSize) break;
    await sleep((deps.now() - startedAt) * restFactor, signal);
  }
  const options = { limit: countedAtOnce, threshold: proposalThreshold, nameOf: nameOfVariants, announce: announceIn(workspaceId) };
  while (!signal.aborted && (await countProposals(deps.db, workspaceId, options)) > 0);
  return total;
}

/** @returns whether there are answers to read, or names to count; a new panel or reader puts all answers there */
export async function awaitsDiscovery(deps: Deps, workspaceId: string, panelVersion: number): Promise<boolean> {
  if (panelVersion === 0) return false;
  const key = { workspaceId, reader: 'names' } as const;
  await startReading(deps.db, key, versionOf(panelVersion));
  return (await hasPending(deps.db, key)) || hasUncounted(deps.db, workspaceId);
}

const versionOf = (panelVersion: number): string => `${candidateVersion}/${panelVersion}`;

async function readerFor(deps: Deps, workspaceId: string, panelVersion: number): Promise<NameReader | null> {
  const key = `${workspaceId}/${panelVersion}`;
  const known = readers.get(key);
  if (known) return known;
  const panel = await readPanel(deps.db, workspaceId, panelVersion);
  if (!panel) return null;
  const reader = createCandidateReader(panel);
  if (readers.size > 20) readers.clear();
  readers.set(key, reader);
  return reader;
}

function namesIn({ text, citations, language }: UnreadAnswer, read: NameReader) {
  return read({ text, citations: storedCitations.parse(citations), language: language || null });
}

/** Each name is told of once, in the transaction that counts: when it first has enough answers to enough prompts. */
function announceIn(workspaceId: string): (tx: Queries, found: Discovered[]) => Promise<void> {
  return async (tx, found) => {
    for (const { name, stages, answers, prompts } of found) {
      const [stage] = Object.entries(stages).toSorted(([, a], [, b]) => b - a)[0] ?? [null];
      await writeEvent(tx, workspaceId, 'competitor.discovered', { name, stage, answers, prompts });
    }
  };
}
