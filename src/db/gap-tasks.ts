import { sql, type Database } from './client.ts';
import { storableText } from './storable-text.ts';

export type GapTask = {
  pageId: string;
  url: string;
  assignee: string | null;
  note: string | null;
  doneAt: Date | null;
  /** Those behind the page when it was marked done. */
  prompts: string[];
};
const columns = { pageId: true, url: true, assignee: true, note: true, doneAt: true, prompts: true };

export const listGapTasks = (db: Database, workspaceId: string): Promise<GapTask[]> =>
  db.gapTask.findMany({ where: { workspaceId }, select: columns, orderBy: { pageId: 'asc' } });

export const findGapTask = (db: Database, workspaceId: string, pageId: string): Promise<GapTask | null> =>
  db.gapTask.findUnique({ where: { workspaceId_pageId: { workspaceId, pageId } }, select: columns });

export async function saveGapTask(db: Database, workspaceId: string, task: GapTask): Promise<GapTask> {
  const { pageId, ...rest } = task;
  const clean = (text: string | null) => (text === null ? null : storableText(text));
  const data = { ...rest, assignee: clean(task.assignee), note: clean(task.note), updatedAt: new Date() };
  return db.gapTask.upsert({
    where: { workspaceId_pageId: { workspaceId, pageId } },
    create: { workspaceId, pageId, ...data },
    update: data,
    select: columns,
  });
}

/** The address of a page that answers use, by its id; null for one that none does. */
export async function findPageUrl(db: Database, workspaceId: string, pageId: string): Promise<string | null> {
  const [row] = await db.$queryRaw<{ url: string }[]>(sql`
    SELECT url FROM cited_page WHERE workspace_id = ${workspaceId}::uuid AND id = ${pageId}::uuid
    UNION ALL SELECT url FROM citation WHERE workspace_id = ${workspaceId}::uuid AND md5(url)::uuid = ${pageId}::uuid LIMIT 1`);
  return row?.url ?? null;
}

/** Prompts without a brand whose answers cite or retrieve the page since a day. */
export async function promptsOfPage(db: Database, workspaceId: string, url: string, since: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>(sql`
    SELECT DISTINCT o.prompt_id::text AS id FROM citation c
    JOIN observation o ON o.workspace_id = c.workspace_id AND o.id = c.observation_id AND o.asked_at >= ${since}::timestamp AT TIME ZONE 'UTC'
    JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.url = ${url} ORDER BY 1`);
  return rows.map(({ id }) => id);
}
