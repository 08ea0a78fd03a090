import { zstdDecompressSync } from 'node:zlib';
import type { Database } from './client.ts';
import { emptySql, sql } from './client.ts';

export type AnswerRow = {
  id: string;
  runId: string;
  promptId: string;
  promptVersion: number;
  /** Set for a turn of a conversation, whose number is then `promptVersion`. */
  conversationId: string | null;
  question: string;
  stage: string;
  engine: string;
  surface: string;
  state: string;
  finish: string | null;
  errorCode: string | null;
  errorMessage: string | null;
  model: string | null;
  country: string;
  language: string;
  askedAt: Date | null;
  simulated: boolean;
  /** Its mentions and all else have been read out of it. */
  analysed: boolean;
  text: string | null;
  costUsd: number | null;
  latencyMs: number | null;
  mentions: { brand: string; start: number; end: number; text: string; status: string; rule: string | null }[];
  citations: { kind: string; url: string; domain: string; brand: string | null; title: string | null }[];
  brands: {
    brand: string;
    visible: boolean;
    position: number | null;
    recommended: boolean | null;
    sentiment: string | null;
    cited: number;
  }[];
  comparisons: { winner: string; loser: string; aspect: string | null; start: number; end: number; source: string }[];
  /** Where in the text a page is cited, as the engine told it. */
  citedAt: { url: string; start: number; end: number }[];
};

export type AnswerFilter = {
  promptId?: string;
  runId?: string;
  /** Only its turns, in the order asked; without it and `id`, none of any conversation. */
  conversationId?: string;
  engine?: string;
  state?: string;
  stage?: string;
  language?: string;
  /** `to` exclusive. */
  from?: Date;
  to?: Date;
  /** Only answers that name this brand, or that do not. */
  brand?: string;
  named?: boolean;
  /** Each of these is somewhere in the answer or the question, letter case aside. */
  phrases?: string[];
  id?: string;
  before?: Place;
  limit: number;
};
/** Where a page of answers ends. */
export type Place = { askedAt: Date; id: string };

/** So many observations are looked through at most for one page, so that a rare word costs no more than a common one. */
const mostSearched = 20_000;

/** Ended observations, the newest first, with what was read out of their answers; of the first `mostSearched` that the cheap filters leave. */
export function listAnswers(db: Database, workspaceId: string, filter: AnswerFilter): Promise<AnswerRow[]> {
  return db.$queryRaw<AnswerRow[]>(sql`
    WITH chosen AS MATERIALIZED (
      SELECT o.* FROM (${candidates(workspaceId, filter, mostSearched)}) o WHERE true ${contentClause(filter)}
      ORDER BY o.asked_at DESC, o.id DESC LIMIT ${filter.limit}
    )
    SELECT o.id, o.run_id AS "runId", o.prompt_id AS "promptId", coalesce(v.version, o.repeat) AS "promptVersion",
      o.conversation_id AS "conversationId", coalesce(o.question, v.text) AS question, o.stage, o.engine,
      o.surface, o.state, o.finish, o.error_code AS "errorCode", o.error_message AS "errorMessage", o.model, o.country, o.language,
      o.asked_at AS "askedAt", r.simulated, o.result IS NOT NULL AS analysed, a.text, a.cost_usd::float8 AS "costUsd", a.latency_ms AS "latencyMs",
      coalesce(o.result->'brands', '[]') AS brands,
      coalesce((SELECT jsonb_agg(jsonb_build_object('brand', m.brand, 'start', m.start_offset, 'end', m.end_offset, 'text', m.text,
          'status', m.status, 'rule', m.rule) ORDER BY m.ordinal)
        FROM mention m WHERE m.workspace_id = o.workspace_id AND m.due_at = o.due_at AND m.observation_id = o.id), '[]') AS mentions,
      coalesce((SELECT jsonb_agg(jsonb_build_object('kind', c.kind, 'url', c.url, 'domain', c.domain, 'brand', c.brand, 'title', c.title) ORDER BY c.ordinal)
        FROM citation c WHERE c.workspace_id = o.workspace_id AND c.due_at = o.due_at AND c.observation_id = o.id), '[]') AS citations,
      coalesce((SELECT jsonb_agg(jsonb_build_object('winner', c.winner, 'loser', c.loser, 'aspect', c.aspect, 'start', c.start_offset,
          'end', c.end_offset, 'source', c.source) ORDER BY c.ordinal)
        FROM comparison c WHERE c.workspace_id = o.workspace_id AND c.due_at = o.due_at AND c.observation_id = o.id), '[]') AS comparisons,
      coalesce((SELECT jsonb_agg(jsonb_build_object('url', e->>'url', 'start', (e->>'start')::int, 'end', (e->>'end')::int))
        FROM jsonb_array_elements(a.citations) e WHERE e->>'start' IS NOT NULL AND e->>'end' IS NOT NULL), '[]') AS "citedAt"
    FROM chosen o
    LEFT JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
    JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id
    LEFT JOIN answer a ON a.workspace_id = o.workspace_id AND a.due_at = o.due_at AND a.observation_id = o.id
    ORDER BY o.asked_at DESC, o.id DESC`);
}

/** Where the search for one page ends that found fewer than it wanted; null where there is nothing further. */
export async function endOfSearch(db: Database, workspaceId: string, filter: AnswerFilter): Promise<Place | null> {
  if (contentClause(filter) === emptySql) return null;
  const [row] = await db.$queryRaw<Place[]>(sql`
    SELECT o.asked_at AS "askedAt", o.id FROM (${candidates(workspaceId, filter, mostSearched)}) o
    ORDER BY o.asked_at DESC, o.id DESC OFFSET ${mostSearched - 1} LIMIT 1`);
  return row ?? null;
}

function candidates(workspaceId: string, filter: AnswerFilter, most: number) {
  const where = [
    filter.conversationId
      ? sql`AND o.conversation_id = ${filter.conversationId}::uuid`
      : filter.id
        ? emptySql
        : sql`AND o.conversation_id IS NULL`,
    filter.promptId ? sql`AND o.prompt_id = ${filter.promptId}::uuid` : emptySql,
    filter.runId ? sql`AND o.run_id = ${filter.runId}::uuid` : emptySql,
    filter.engine ? sql`AND o.engine = ${filter.engine}` : emptySql,
    filter.stage ? sql`AND o.stage = ${filter.stage}` : emptySql,
    filter.language ? sql`AND o.language = ${filter.language}` : emptySql,
    filter.from ? sql`AND o.asked_at >= ${filter.from.toISOString()}::timestamptz` : emptySql,
    filter.to ? sql`AND o.asked_at < ${filter.to.toISOString()}::timestamptz` : emptySql,
    filter.state ? sql`AND o.state = ${filter.state}` : sql`AND o.state IN ('answered', 'no_answer', 'refused', 'error')`,
    filter.id ? sql`AND o.id = ${filter.id}::uuid` : emptySql,
    filter.before
      ? sql`AND (o.asked_at, o.id) < (${filter.before.askedAt.toISOString()}::timestamptz, ${filter.before.id}::uuid)`
      : emptySql,
  ].reduce((all, part) => sql`${all} ${part}`);
  return sql`SELECT o.* FROM observation o WHERE o.workspace_id = ${workspaceId}::uuid AND o.asked_at IS NOT NULL ${where}
    ORDER BY o.asked_at DESC, o.id DESC LIMIT ${most}`;
}

const linkAddress = String.raw`https?://[A-Za-z0-9_!#$%&'*+,./:;=?@~-]+`;

/** What needs the answer itself, or what was read out of it. */
function contentClause({ brand, named = true, phrases = [] }: AnswerFilter) {
  const visible = sql`coalesce(o.result->'brands', '[]') @> ${JSON.stringify([{ brand, visible: true }])}::jsonb`;
  const parts = [
    ...(brand === undefined ? [] : [named ? sql`AND ${visible}` : sql`AND o.state = 'answered' AND NOT ${visible}`]),
    ...phrases.map((phrase) => {
      const pattern = `%${phrase.replaceAll(/[\\%_]/g, '\\$&')}%`;
      // What links lead to is not what an answer says, unless it is an address that is looked for.
      const isSaid = /[./]/.test(phrase) ? emptySql : sql`AND regexp_replace(s.text, ${linkAddress}, ' ', 'g') ILIKE ${pattern}`;
      return sql`AND (EXISTS (SELECT 1 FROM answer s WHERE s.workspace_id = o.workspace_id AND s.due_at = o.due_at
          AND s.observation_id = o.id AND s.text ILIKE ${pattern} ${isSaid})
        OR EXISTS (SELECT 1 FROM prompt_version s WHERE s.workspace_id = o.workspace_id AND s.id = o.prompt_version_id AND s.text ILIKE ${pattern}))`;
    }),
  ];
  return parts.length === 0 ? emptySql : parts.reduce((all, part) => sql`${all} ${part}`);
}

/** Requests and responses as they went over the wire. @returns null where there is no answer */
export async function readRawAnswer(db: Database, workspaceId: string, observationId: string): Promise<unknown> {
  const [row] = await db.$queryRaw<{ raw: Uint8Array }[]>(sql`
    SELECT a.raw FROM observation o JOIN answer a ON a.workspace_id = o.workspace_id AND a.due_at = o.due_at AND a.observation_id = o.id
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.id = ${observationId}::uuid`);
  return row ? JSON.parse(zstdDecompressSync(row.raw).toString()) : null;
}
