import type { Workspace } from '../db/workspaces.ts';
import { dropRecount, findRecount, listRecounts, workspacesToRecount, workspacesWithRecount, type RecountRow } from '../db/recounts.ts';
import { startRecount } from '../db/start-recount.ts';
import type { Deps } from '../deps.ts';
import { parserVersion } from '../domain/analysis/analyze.ts';
import { NotFoundError } from '../errors.ts';
import { idOf, pageOf } from './paging.ts';
import { recountReport, type RecountReport } from './recount-report.ts';

export type Recount = Omit<RecountRow, 'report'> & { report: RecountReport | null };

/** Has the past counted again with what holds now, in the background; `everything` also where nothing has changed. */
export async function countAgain(deps: Deps, workspaceId: string, everything = false): Promise<Recount | null> {
  const open = await startRecount(deps.db, workspaceId, { parserVersion, everything });
  if (open) await deps.queues.ring('recount', workspaceId);
  return open && toRecount(open);
}

/** Starts what a new parser asks for and what was killed before it could be started; rings for what nobody works on. */
export async function wakeRecounts(deps: Deps): Promise<void> {
  for (const { id } of await workspacesToRecount(deps.db, parserVersion)) await countAgain(deps, id);
  for (const { id } of await workspacesWithRecount(deps.db)) await deps.queues.ring('recount', id);
}

/** The newest first; `cursor` is the last one of the page before. */
export async function readRecounts(deps: Deps, workspace: Workspace, page: { limit: number; cursor?: string }) {
  const rows = await listRecounts(deps.db, workspace.id, { limit: page.limit + 1, before: page.cursor });
  const { shown, next } = pageOf(rows, page.limit, idOf);
  return { recounts: shown.map(toRecount), next };
}

/** @throws {NotFoundError} */
export async function readRecount(deps: Deps, workspace: Workspace, id: string): Promise<Recount> {
  const row = await findRecount(deps.db, workspace.id, id);
  if (!row) throw new NotFoundError('The recount');
  return toRecount(row);
}

/** Reads no further; the figures stay as they are. One that has ended stays what it is. */
export async function stopRecount(deps: Deps, workspace: Workspace, id: string): Promise<Recount> {
  await dropRecount(deps.db, workspace.id, id, { state: 'stopped' });
  return readRecount(deps, workspace, id);
}

const toRecount = (row: RecountRow): Recount => ({ ...row, report: row.report === null ? null : recountReport.parse(row.report) });
