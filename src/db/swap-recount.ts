import { deleteParts, insertParts } from './analyses.ts';
import type { Database, Queries } from './client.ts';
import { sql } from './client.ts';
import type { Recount } from './generated/client.ts';
import { queueForReaders } from './readers.ts';
import { readRecountChanges, type RecountChanges } from './recount-changes.ts';
import { batchesOf, recountDays } from './rollups.ts';
import { lockWorkspace } from './workspaces.ts';
import { hourMs } from '../domain/durations.ts';

const applied = 2000;
/** How many observations the rollups are counted from at once, about. */
const counted = 20_000;
const longestMs = hourMs;

export type Swap = {
  report: (changes: RecountChanges) => object;
  /** Wordings that name a brand of the new panel, of those that did not, and the other way round. */
  branded: { named: string[]; unnamed: string[] };
};

/**
 * Puts all that a recount read differently in the place of what was read before, counts the figures that rest on it, and
 * notes the new versions: one transaction, so that a reader sees all of the old or all of the new.
 * @returns false where the recount was stopped, turned to other versions, or taken over by another worker
 */
export function swapRecount(db: Database, recount: Recount, { report, branded }: Swap): Promise<boolean> {
  const { workspaceId, id, heldBy, toPanelVersion, toParserVersion } = recount;
  return db.$transaction(
    async (tx) => {
      const held = await tx.$queryRaw<unknown[]>(sql`
        SELECT 1 FROM recount WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND state = 'running' AND held_by = ${heldBy}
          AND to_panel_version = ${toPanelVersion}::int AND to_parser_version = ${toParserVersion}::int FOR UPDATE`);
      if (held.length === 0) return false;
      const told = report(await readRecountChanges(tx, recount));
      await applyAll(tx, recount);
      await countAgain(tx, recount);
      for (const [ids, value] of [
        [branded.named, true],
        [branded.unnamed, false],
      ] as const)
        await tx.promptVersion.updateMany({ where: { workspaceId, id: { in: ids } }, data: { branded: value } });
      // Where a recount was stopped before, the past is not read with what this one started from.
      await tx.workspace.updateMany({
        where: { id: workspaceId, countedPanelVersion: recount.fromPanelVersion, countedParserVersion: recount.fromParserVersion },
        data: { countedPanelVersion: toPanelVersion, countedParserVersion: toParserVersion },
      });
      await tx.recountAnswer.deleteMany({ where: { workspaceId, recountId: id } });
      await tx.recount.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { state: 'complete', done: recount.total, report: told, finishedAt: new Date(), heldBy: null, heldUntil: null },
      });
      return true;
    },
    { timeout: longestMs },
  );
}

/** What differs takes the place of what is stored, some answers at a time. */
async function applyAll(tx: Queries, { workspaceId, id, toPanelVersion, toParserVersion }: Recount): Promise<void> {
  let from = { dueAt: '-infinity', id: '00000000-0000-0000-0000-000000000000', count: applied };
  while (from.count === applied) {
    const rows = sql`SELECT * FROM recount_answer WHERE workspace_id = ${workspaceId}::uuid AND recount_id = ${id}::uuid
      AND (due_at, observation_id) > (${from.dueAt}::timestamptz, ${from.id}::uuid) ORDER BY due_at, observation_id LIMIT ${applied}`;
    await tx.$executeRaw(
      deleteParts(
        workspaceId,
        sql`SELECT due_at AS "dueAt", observation_id AS "observationId",
        mentions IS NOT NULL AS mentions, citations IS NOT NULL AS citations, comparisons IS NOT NULL AS comparisons FROM (${rows}) AS r`,
      ),
    );
    const taken = await tx.$queryRaw<{ dueAt: Date; observationId: string }[]>(sql`
      WITH found AS MATERIALIZED (
        SELECT due_at AS "dueAt", observation_id AS "observationId", digest, result, mentions, citations, comparisons FROM (${rows}) AS r
      ), ${insertParts(workspaceId)}, o AS (
        UPDATE observation o SET result = coalesce(f.result, o.result), digest = f.digest, panel_version = ${toPanelVersion}, parser_version = ${toParserVersion}
        FROM found f WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = f."observationId"
      )
      SELECT "dueAt", "observationId" FROM found ORDER BY "dueAt", "observationId"`);
    await queueForReaders(tx, workspaceId, taken);
    const last = taken.at(-1);
    from = { dueAt: last?.dueAt.toISOString() ?? '', id: last?.observationId ?? '', count: taken.length };
  }
}

/** The rollups of all days on which an answer counts for something else than before. */
async function countAgain(tx: Queries, { workspaceId, id }: Recount): Promise<void> {
  await lockWorkspace(tx, workspaceId, 'rollup');
  const changed = sql`SELECT observation_id FROM recount_answer WHERE workspace_id = ${workspaceId}::uuid AND recount_id = ${id}::uuid`;
  const versions = await tx.$queryRaw<{ id: string; observations: number }[]>(sql`
    SELECT o.prompt_version_id AS id, count(*)::int AS observations FROM observation o
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.prompt_version_id IN (
      SELECT x.prompt_version_id FROM observation x WHERE x.workspace_id = ${workspaceId}::uuid AND x.id IN (${changed}))
    GROUP BY 1`);
  for (const batch of batchesOf(versions, counted))
    await recountDays(tx, workspaceId, sql`o.prompt_version_id = ANY(${batch.map((one) => one.id)}::uuid[]) AND o.id IN (${changed})`);
}
