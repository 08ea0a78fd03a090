import { sql, type Database, type Queries } from './client.ts';
import { lockWorkspace } from './workspaces.ts';

export type ProposalStatus = 'open' | 'dismissed' | 'accepted';
export type Proposal = {
  id: string;
  head: string;
  name: string;
  domain: string | null;
  answers: number;
  prompts: number;
  stages: Record<string, number>;
  engines: Record<string, number>;
  status: ProposalStatus;
  discoveredAt: Date | null;
};
export type Variant = { name: string; answers: number };
/** From so many answers to so many prompts on, a proposal is worth telling somebody of. */
export type Threshold = { answers: number; prompts: number };
export type Discovered = { name: string; stages: Record<string, number>; answers: number; prompts: number };

const columns = sql`id, head, name, domain, answers, prompts, stages, engines, status, discovered_at AS "discoveredAt"`;

/**
 * Counts proposals anew whose names have changed, never by adding up, so that order and repetition change nothing. Those that pass
 * the threshold for the first time are handed to `announce` within the same transaction. @returns how many were counted
 */
export async function countProposals(
  db: Database,
  workspaceId: string,
  options: {
    limit: number;
    threshold: Threshold;
    nameOf: (variants: Variant[]) => string;
    announce: (tx: Queries, found: Discovered[]) => Promise<void>;
  },
): Promise<number> {
  return db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'names');
    const dirty = await tx.$queryRaw<{ head: string }[]>(sql`
      SELECT head FROM competitor_proposal WHERE workspace_id = ${workspaceId}::uuid AND dirty ORDER BY head LIMIT ${options.limit} FOR UPDATE`);
    if (dirty.length === 0) return 0;
    const heads = dirty.map(({ head }) => head);
    const counted = await countHeads(tx, workspaceId, heads);
    const rows = counted.map(({ variants, ...row }) => ({ ...row, name: options.nameOf(variants) }));
    const { answers, prompts } = options.threshold;
    const found = await tx.$queryRaw<Discovered[]>(sql`
      WITH counted AS (
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS k(head text, name text, domain text, answers int, prompts int, stages jsonb, engines jsonb)
      ), past AS (
        SELECT id FROM competitor_proposal WHERE workspace_id = ${workspaceId}::uuid AND discovered_at IS NULL AND head = ANY(${heads}::text[])
      ), now AS (
        UPDATE competitor_proposal p SET name = c.name, domain = c.domain, answers = c.answers, prompts = c.prompts, stages = c.stages,
          engines = c.engines, dirty = false, discovered_at = coalesce(p.discovered_at,
            CASE WHEN p.status = 'open' AND c.answers >= ${answers} AND c.prompts >= ${prompts} THEN now() END)
        FROM counted c WHERE p.workspace_id = ${workspaceId}::uuid AND p.head = c.head
        RETURNING p.id, p.name, p.stages, p.answers, p.prompts, p.discovered_at
      )
      SELECT name, stages, answers, prompts FROM now JOIN past USING (id) WHERE discovered_at IS NOT NULL ORDER BY answers DESC, now.id`);
    await forgetUnseen(
      tx,
      workspaceId,
      heads,
      counted.map(({ head }) => head),
    );
    if (found.length > 0) await options.announce(tx, found);
    return dirty.length;
  });
}

/** Canary prompts watch the engine: who is named in their answers competes with nobody. */
export const ofFigures = sql`
  JOIN observation o ON o.workspace_id = s.workspace_id AND o.id = s.observation_id
  JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.canary`;

type Counted = {
  head: string;
  domain: string | null;
  answers: number;
  prompts: number;
  stages: object;
  engines: object;
  variants: Variant[];
};

function countHeads(tx: Queries, workspaceId: string, heads: string[]): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>(sql`
    WITH seen AS (
        SELECT s.*, o.stage, o.engine, o.prompt_id FROM seen_name s ${ofFigures} WHERE s.workspace_id = ${workspaceId}::uuid AND s.head = ANY(${heads}::text[])
      ),
      met AS (SELECT DISTINCT head, observation_id, stage, engine, prompt_id FROM seen),
      spelling AS (SELECT head, key, mode() WITHIN GROUP (ORDER BY name) AS name, count(*)::int AS answers FROM seen GROUP BY head, key),
      stage AS (SELECT head, jsonb_object_agg(stage, n) AS counts FROM (SELECT head, stage, count(*) AS n FROM met GROUP BY 1, 2) x GROUP BY head),
      engine AS (SELECT head, jsonb_object_agg(engine, n) AS counts FROM (SELECT head, engine, count(*) AS n FROM met GROUP BY 1, 2) x GROUP BY head),
      total AS (SELECT head, count(*)::int AS answers, count(DISTINCT prompt_id)::int AS prompts FROM met GROUP BY head)
    SELECT t.head, t.answers, t.prompts, stage.counts AS stages, engine.counts AS engines,
      (SELECT mode() WITHIN GROUP (ORDER BY domain) FROM seen WHERE seen.head = t.head AND domain IS NOT NULL) AS domain,
      (SELECT jsonb_agg(jsonb_build_object('name', name, 'answers', answers) ORDER BY answers DESC, name) FROM spelling WHERE spelling.head = t.head) AS variants
    FROM total t JOIN stage USING (head) JOIN engine USING (head)`);
}

/** What no answer names any more is gone, but not what a person decided on. */
async function forgetUnseen(tx: Queries, workspaceId: string, heads: string[], seen: string[]): Promise<void> {
  const gone = heads.filter((head) => !seen.includes(head));
  await tx.$executeRaw(sql`
    DELETE FROM competitor_proposal WHERE workspace_id = ${workspaceId}::uuid AND head = ANY(${gone}::text[]) AND status = 'open'`);
  await tx.$executeRaw(sql`
    UPDATE competitor_proposal SET dirty = false, answers = 0, prompts = 0, stages = '{}', engines = '{}'
    WHERE workspace_id = ${workspaceId}::uuid AND head = ANY(${gone}::text[])`);
}

export type ProposalFilter = { status: ProposalStatus; minAnswers: number; limit: number; after?: { answers: number; id: string } };

/** The most often seen first. */
export function listProposals(
  db: Database,
  workspaceId: string,
  { status, minAnswers, limit, after }: ProposalFilter,
): Promise<Proposal[]> {
  return db.$queryRaw<Proposal[]>(sql`
    SELECT ${columns} FROM competitor_proposal
    WHERE workspace_id = ${workspaceId}::uuid AND status = ${status} AND answers >= ${minAnswers}
      AND (${after?.answers ?? null}::int IS NULL OR (answers, id) < (${after?.answers ?? null}::int, ${after?.id ?? null}::uuid))
    ORDER BY answers DESC, id DESC LIMIT ${limit}`);
}

export async function findProposal(db: Database, workspaceId: string, id: string): Promise<Proposal | null> {
  const [row] = await db.$queryRaw<Proposal[]>(sql`
    SELECT ${columns} FROM competitor_proposal WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`);
  return row ?? null;
}

export async function setProposalStatus(
  db: Database,
  workspaceId: string,
  id: string,
  status: ProposalStatus,
  from: ProposalStatus[],
): Promise<boolean> {
  const changed = await db.$executeRaw(sql`
    UPDATE competitor_proposal SET status = ${status}, decided_at = CASE WHEN ${status} = 'open' THEN NULL ELSE now() END
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid AND status = ANY(${from}::text[])`);
  return changed > 0;
}

export type ExampleRow = { head: string; answerId: string; engine: string; stage: string; text: string; start: number; end: number };

/** The latest answers that have each name, with where in their text. */
export function proposalExamples(db: Database, workspaceId: string, heads: string[], each: number): Promise<ExampleRow[]> {
  return db.$queryRaw<ExampleRow[]>(sql`
    SELECT h.head, s.observation_id AS "answerId", a.engine, a.stage, a.text, s.start_offset AS start, s.end_offset AS "end"
    FROM unnest(${heads}::text[]) AS h(head)
    CROSS JOIN LATERAL (
      SELECT * FROM (
        SELECT DISTINCT ON (s.observation_id) s.observation_id, s.due_at, s.start_offset, s.end_offset FROM seen_name s ${ofFigures}
        WHERE s.workspace_id = ${workspaceId}::uuid AND s.head = h.head ORDER BY s.observation_id, s.key
      ) AS one ORDER BY due_at DESC, observation_id LIMIT ${each}
    ) AS s
    JOIN answer a ON a.workspace_id = ${workspaceId}::uuid AND a.due_at = s.due_at AND a.observation_id = s.observation_id
    ORDER BY h.head, s.due_at DESC, s.observation_id`);
}

/** Lets one caller at a time read the panel and save it changed. */
export function editPanelAlone<T>(db: Database, workspaceId: string, edit: () => Promise<T>): Promise<T> {
  return db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'panel-edit');
    return edit();
  });
}

/** Whether names were read whose proposals are not counted yet. */
export async function hasUncounted(db: Database, workspaceId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>(sql`
    SELECT 1 FROM competitor_proposal WHERE workspace_id = ${workspaceId}::uuid AND dirty LIMIT 1`);
  return rows.length > 0;
}
