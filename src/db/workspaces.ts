import { NotFoundError } from '../errors.ts';
import type { Database, Queries } from './client.ts';
import { sql } from './client.ts';
import { newId } from './new-id.ts';

export type Workspace = {
  id: string;
  slug: string;
  name: string;
  timeZone: string;
  stages: string[];
  simulated: boolean;
  panelVersion: number;
  countedPanelVersion: number;
  countedParserVersion: number;
};

export type NewWorkspace = Pick<Workspace, 'slug' | 'name' | 'timeZone' | 'stages' | 'simulated'>;

export const listWorkspaces = (db: Database): Promise<Workspace[]> => db.workspace.findMany({ orderBy: { createdAt: 'asc' } });

export const findWorkspace = (db: Database, slug: string): Promise<Workspace | null> => db.workspace.findUnique({ where: { slug } });

/** @throws {NotFoundError} */
export async function getWorkspace(db: Database, id: string): Promise<Workspace> {
  const workspace = await db.workspace.findUnique({ where: { id } });
  if (!workspace) throw new NotFoundError('The workspace');
  return workspace;
}

/** Makes the workspace unless its slug is taken. @returns the one that now has the slug */
export async function ensureWorkspace(db: Pick<Database, 'workspace'>, workspace: NewWorkspace): Promise<Workspace> {
  await db.workspace.createMany({ data: [{ id: newId(), ...workspace }], skipDuplicates: true });
  return db.workspace.findUniqueOrThrow({ where: { slug: workspace.slug } });
}

/** One writer at a time of what is counted per workspace (rollups, panel versions); held until the transaction ends. */
export async function lockWorkspace(
  tx: Queries,
  workspaceId: string,
  purpose: 'rollup' | 'panel' | 'panel-edit' | 'names' | 'judge' | 'alerts' | 'conversions',
): Promise<void> {
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${purpose}:${workspaceId}`}, 0))`);
}
