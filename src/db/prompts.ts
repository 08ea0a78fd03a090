import type { Database, Queries, Transaction } from './client.ts';
import { emptySql, sql } from './client.ts';
import { newId } from './new-id.ts';
import { countNamesAgain } from './seen-names.ts';

export type NewPrompt = {
  intent: string;
  stage: string;
  locale: string;
  touchpoint: string | null;
  persona: string | null;
  tags?: string[];
  text: string;
  branded: boolean;
  /** Asked to see whether an engine changes, and in no figure. */
  canary?: boolean;
};

export type PromptRow = {
  id: string;
  versionId: string;
  version: number;
  intent: string;
  stage: string;
  language: string;
  text: string;
  branded: boolean;
  canary: boolean;
  touchpoint: string | null;
  persona: string | null;
  weight: number;
  tags: string[];
  archived: boolean;
};

/** Adds prompts that the workspace does not have yet: the same text in the same language for the same intent is one. @returns the ids of those that are new */
export const addPrompts = (db: Database, workspaceId: string, prompts: NewPrompt[]): Promise<string[]> =>
  db.$transaction((tx) => addPromptsIn(tx, workspaceId, prompts));

export async function addPromptsIn(tx: Transaction, workspaceId: string, prompts: NewPrompt[]): Promise<string[]> {
  // Two who add the same pack at once must not both find it missing.
  await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`prompts:${workspaceId}`}, 0))`);
  await tx.intent.createMany({
    data: prompts.map((prompt) => ({
      workspaceId,
      id: newId(),
      stage: prompt.stage,
      key: prompt.intent,
      touchpoint: prompt.touchpoint,
      persona: prompt.persona,
    })),
    skipDuplicates: true,
  });
  const intents = await tx.intent.findMany({ where: { workspaceId } });
  const intentIds = new Map(intents.map((intent) => [`${intent.stage}/${intent.key}`, intent.id]));
  const present = await readPrompts(tx, workspaceId);
  const known = new Set(present.map((prompt) => identity(prompt.stage, prompt.intent, prompt.language, prompt.text)));
  const fresh = prompts.filter((prompt) => {
    const key = identity(prompt.stage, prompt.intent, prompt.locale, prompt.text);
    return !known.has(key) && known.add(key);
  });
  const rows = fresh.map((prompt) => ({ prompt, id: newId() }));
  await tx.prompt.createMany({
    data: rows.map(({ prompt, id }) => ({
      workspaceId,
      id,
      intentId: intentIds.get(`${prompt.stage}/${prompt.intent}`) ?? '',
      stage: prompt.stage,
      language: prompt.locale,
      tags: prompt.tags ?? [],
    })),
  });
  await tx.promptVersion.createMany({
    data: rows.map(({ prompt, id }) => ({
      workspaceId,
      id: newId(),
      promptId: id,
      version: 1,
      text: prompt.text,
      branded: prompt.branded,
      canary: prompt.canary ?? false,
    })),
  });
  return rows.map(({ id }) => id);
}

const identity = (...parts: string[]) => JSON.stringify(parts);

/** A page of a list: so many, behind the one with this id or key. */
export type PageQuery = { limit: number; cursor?: string | undefined };

/** All of them, or one page. */
export const listPrompts = (db: Database, workspaceId: string, archived = false, page?: PageQuery): Promise<PromptRow[]> =>
  readPrompts(db, workspaceId, archived, page);

export const hasPrompt = async (db: Database, workspaceId: string, id: string): Promise<boolean> =>
  (await db.prompt.count({ where: { workspaceId, id } })) > 0;

function readPrompts(db: Queries, workspaceId: string, archived = false, page?: PageQuery): Promise<PromptRow[]> {
  const after = page?.cursor;
  return db.$queryRaw<PromptRow[]>(sql`
    SELECT p.id, v.id AS "versionId", v.version, i.key AS intent, p.stage, p.language, v.text, v.branded, v.canary,
      i.touchpoint, i.persona, p.weight, coalesce(p.tags, '{}') AS tags, p.archived_at IS NOT NULL AS archived
    FROM prompt p
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id AND v.version = p.current_version
    JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
    WHERE p.workspace_id = ${workspaceId}::uuid AND ${archived ? sql`p.archived_at IS NOT NULL` : sql`p.archived_at IS NULL`}
      ${
        after === undefined
          ? emptySql
          : sql`AND (p.stage, i.key, p.language, p.id) > (
              SELECT p.stage, i.key, p.language, p.id FROM prompt p JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id
              WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ${after}::uuid)`
      }
    ORDER BY p.stage, i.key, p.language, p.id ${page ? sql`LIMIT ${page.limit}` : emptySql}`);
}

/** The present text of every prompt there ever was. */
export const promptTexts = (
  db: Pick<Queries, '$queryRaw'>,
  workspaceId: string,
): Promise<{ id: string; text: string; language: string }[]> =>
  db.$queryRaw(sql`
    SELECT p.id, v.text, p.language FROM prompt p
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id AND v.version = p.current_version
    WHERE p.workspace_id = ${workspaceId}::uuid`);

/** The languages of the workspace's unbranded prompts. */
export async function listLanguages(db: Pick<Queries, '$queryRaw'>, workspaceId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ language: string }[]>(sql`
    SELECT DISTINCT p.language FROM prompt p
    JOIN prompt_version v ON v.workspace_id = p.workspace_id AND v.prompt_id = p.id AND v.version = p.current_version AND NOT v.branded AND NOT v.canary
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.archived_at IS NULL ORDER BY p.language`);
  return rows.map(({ language }) => language);
}

/** `readAt`: the version that the edit starts from; undefined where it does not matter. */
export type PromptEdit = { text: string; branded: boolean; madeBy: string | null; readAt?: number | undefined };

/**
 * The text of a prompt is never changed: an edit makes its next version, which is asked from now on.
 * @returns its number, or why there is none
 */
export async function editPrompt(
  db: Database,
  workspaceId: string,
  promptId: string,
  { text, branded, madeBy, readAt }: PromptEdit,
): Promise<number | 'unknown' | 'outdated'> {
  return db.$transaction(async (tx) => {
    // Of two edits at once the second waits, and makes the version after.
    await tx.$executeRaw(sql`SELECT 1 FROM prompt WHERE workspace_id = ${workspaceId}::uuid AND id = ${promptId}::uuid FOR UPDATE`);
    const prompt = await tx.prompt.findUnique({ where: { workspaceId_id: { workspaceId, id: promptId } } });
    if (!prompt) return 'unknown';
    const current = await tx.promptVersion.findUniqueOrThrow({
      where: { workspaceId_promptId_version: { workspaceId, promptId, version: prompt.currentVersion } },
    });
    if (current.text === text) return current.version;
    if (readAt !== undefined && readAt !== current.version) return 'outdated';
    const version = prompt.currentVersion + 1;
    await tx.promptVersion.create({ data: { workspaceId, id: newId(), promptId, version, text, branded, canary: current.canary, madeBy } });
    await tx.prompt.update({ where: { workspaceId_id: { workspaceId, id: promptId } }, data: { currentVersion: version } });
    return version;
  });
}

/** Its past counts the same way as its future, for proposed competitors too. @returns false where there is no such prompt */
export function setCanary(db: Database, workspaceId: string, promptId: string, canary: boolean): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.promptVersion.updateMany({ where: { workspaceId, promptId }, data: { canary } });
    await countNamesAgain(tx, workspaceId, promptId);
    return count > 0;
  });
}

export const listPromptVersions = (db: Database, workspaceId: string, promptId: string) =>
  db.promptVersion.findMany({ where: { workspaceId, promptId }, orderBy: { version: 'desc' } });

/** An archived prompt is asked no more; its history stays. @returns false where there is no such prompt */
export const archivePrompt = async (db: Database, workspaceId: string, id: string, archived: boolean): Promise<boolean> =>
  (await db.prompt.updateMany({ where: { workspaceId, id }, data: { archivedAt: archived ? new Date() : null } })).count > 0;

/** Every wording that any prompt of the workspace ever had. */
export const listWordings = (db: Database, workspaceId: string) =>
  db.promptVersion.findMany({ where: { workspaceId }, select: { id: true, text: true, branded: true } });
