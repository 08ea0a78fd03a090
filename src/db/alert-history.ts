import { z } from 'zod';
import type { Asked } from '../domain/alerting/asked.ts';
import { sql, type Queries } from './client.ts';

/** Which brands an answer counts for, as paths into what the analysis read out of it. */
const hitPaths = {
  visibility: '$.brands[*] ? (@.visible == true).brand',
  shareOfVoice: '$.brands[*] ? (@.visible == true).brand',
  firstMention: '$.brands[*] ? (@.position == 1).brand',
  citationRate: '$.brands[*] ? (@.cited > 0).brand',
  recommendationRate: '$.brands[*] ? (@.recommended == true).brand',
  negativeShare: '$.brands[*] ? (@.sentiment == "negative").brand',
} as const;
export type WatchedMetric = keyof typeof hitPaths;

/** Runs that are sweeps of a history, whole: what somebody asks now and then is none. */
const isSweep = sql`r.kind IN ('scheduled', 'confirm', 'demo', 'import') AND r.state IN ('complete', 'stopped')`;

/**
 * What an evaluation rests on, as a text: the same again means that nothing has changed.
 * @returns null while the history is still being written or counted again, when a part of it would look like a change
 */
export async function historyStamp(tx: Queries, workspaceId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ stamp: string; busy: boolean }[]>(sql`
    SELECT concat_ws('/', w.panel_version, w.counted_panel_version, w.counted_parser_version, (SELECT concat_ws('/', count(*), max(r.completed_at)) FROM run r
        WHERE r.workspace_id = w.id AND ${isSweep})) AS stamp,
      EXISTS (SELECT 1 FROM run r WHERE r.workspace_id = w.id AND r.kind IN ('demo', 'import') AND r.state IN ('planning', 'queued'))
      OR EXISTS (SELECT 1 FROM answer a WHERE a.workspace_id = w.id AND a.pending AND a.parser_version IS NOT NULL) AS busy
    FROM workspace w WHERE w.id = ${workspaceId}::uuid`);
  return row === undefined || row.busy ? null : row.stamp;
}

/**
 * What was read with an older version than the history is counted with would read the same with that: a recount rewrites
 * only the answers that changed, and to tell these apart from the others would be to sort answers by what they say.
 */
const countedAs = (version: 'parser_version' | 'panel_version') =>
  version === 'parser_version'
    ? sql`greatest(o.parser_version, w.counted_parser_version)`
    : sql`greatest(o.panel_version, w.counted_panel_version)`;

type PackedRow = { sweep: string | null; stage: string; engine: string; packed: string };
type PackedAsked = [
  version: string,
  like: string,
  at: number,
  state: Asked['state'],
  model: string | null,
  citations: number,
  visible: string[],
  hits?: string[],
];
type PromptRow = { version: string; prompt: string; intent: string; canary: boolean };

/**
 * Everything asked in sweeps since `from`, of unbranded and of canary prompts, with the brands that `metric` counts. An import without
 * runs has no sweeps of its own: `sweep` is null.
 */
export async function readAsked(tx: Queries, workspaceId: string, from: Date, metric: WatchedMetric): Promise<Asked[]> {
  const since = from.toISOString();
  const isVisible = hitPaths[metric] === hitPaths.visibility;
  // One text a lane of a sweep: a row for each answer would cost several times as much to send and read.
  const rows = await tx.$queryRaw<PackedRow[]>(sql`
    SELECT CASE WHEN r.key = 'import/' THEN NULL ELSE r.id::text END AS sweep, o.stage, o.engine, '[' || string_agg(concat('["',
      o.prompt_version_id, '",', to_json(concat_ws('/', ${countedAs('parser_version')}, ${countedAs('panel_version')}, o.language, o.country)), ',',
      floor(extract(epoch FROM coalesce(o.asked_at, o.due_at)) * 1000)::bigint, ',"',
      CASE WHEN o.state = 'answered' AND o.result IS NULL THEN 'error' ELSE o.state END, '",', coalesce(to_json(o.model)::text, 'null'), ',',
      coalesce(o.result->>'citations', '0'), ',', coalesce(jsonb_path_query_array(o.result, ${hitPaths.visibility}::jsonpath)::text, '[]'),
      CASE WHEN ${isVisible} THEN '' ELSE ',' || coalesce(jsonb_path_query_array(o.result, ${hitPaths[metric]}::jsonpath)::text, '[]') END,
      ']'), ',') || ']' AS packed
    FROM run r
    JOIN workspace w ON w.id = r.workspace_id
    JOIN observation o ON o.workspace_id = r.workspace_id AND o.run_id = r.id
    JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND (v.canary OR NOT v.branded)
    WHERE r.workspace_id = ${workspaceId}::uuid AND ${isSweep} AND o.state IN ('answered', 'no_answer', 'refused', 'error')
      AND (r.kind = 'import' OR r.starts_at >= ${since}::timestamptz - interval '7 days') AND coalesce(o.asked_at, o.due_at) >= ${since}::timestamptz
    GROUP BY 1, 2, 3`);
  const prompts = await tx.$queryRaw<PromptRow[]>(sql`
    SELECT v.id AS version, p.id AS prompt, i.key AS intent, v.canary FROM prompt_version v
    JOIN prompt p ON p.workspace_id = v.workspace_id AND p.id = v.prompt_id
    JOIN intent i ON i.workspace_id = p.workspace_id AND i.id = p.intent_id WHERE v.workspace_id = ${workspaceId}::uuid`);
  const promptOf = new Map(prompts.map((prompt) => [prompt.version, prompt]));
  return rows.flatMap((row) => unpackRow(row, promptOf));
}

function unpackRow({ sweep, stage, engine, packed }: PackedRow, promptOf: ReadonlyMap<string, PromptRow>): Asked[] {
  return (JSON.parse(packed) as PackedAsked[]).map(([id, like, at, state, model, citations, visible, hits = visible]) => {
    const known = promptOf.get(id);
    const prompt = known?.prompt ?? id;
    return {
      sweep,
      engine,
      stage,
      prompt,
      intent: known?.intent ?? prompt,
      version: `${id}/${like}`,
      canary: known?.canary ?? false,
      at,
      model,
      state,
      citations,
      visible,
      hits,
    };
  });
}

export type ChangedAnswer = { id: string; promptId: string; engine: string; stage: string; brand: string; askedAt: string };
const changedAnswer = z.object({
  id: z.string(),
  promptId: z.string(),
  engine: z.string(),
  stage: z.string(),
  brand: z.string(),
  askedAt: z.date(),
});

/**
 * Answers that show the change: since it began, of prompt versions that named the brand before, those without it (after a
 * rise: those with it, of prompts that did not always name it). The newest first.
 */
export async function changedAnswers(
  tx: Queries,
  workspaceId: string,
  change: { series: readonly { brand: string; stage: string; engine: string }[]; direction: 'down' | 'up'; since: string; at: string },
  limit: number,
): Promise<ChangedAnswer[]> {
  const isFall = change.direction === 'down';
  const rows = await tx.$queryRaw<unknown[]>(sql`
    WITH told AS (
      SELECT o.id, o.prompt_id, o.prompt_version_id, o.engine, o.stage, m.brand, o.asked_at, o.asked_at >= ${change.since}::timestamptz AS since,
        jsonb_path_exists(o.result, '$.brands[*] ? (@.visible == true && @.brand == $brand)', jsonb_build_object('brand', m.brand)) AS named
      FROM jsonb_to_recordset(${JSON.stringify(change.series)}::jsonb) AS m(brand text, stage text, engine text)
      JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.stage = m.stage AND o.engine = m.engine
      JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id AND NOT v.branded AND NOT v.canary
      JOIN run r ON r.workspace_id = o.workspace_id AND r.id = o.run_id AND ${isSweep}
      WHERE o.state = 'answered' AND o.result IS NOT NULL
        AND o.asked_at >= ${change.since}::timestamptz - interval '8 weeks' AND o.asked_at <= ${change.at}::timestamptz
    ), seen AS (
      SELECT *, bool_or(named = ${isFall}) FILTER (WHERE NOT since) OVER (PARTITION BY brand, engine, prompt_version_id) AS other FROM told
    ), one AS (
      SELECT DISTINCT ON (id) * FROM seen WHERE since AND named <> ${isFall} AND other ORDER BY id, brand
    )
    SELECT id, prompt_id AS "promptId", engine, stage, brand, asked_at AS "askedAt" FROM one ORDER BY asked_at DESC, id LIMIT ${limit}`);
  return z
    .array(changedAnswer)
    .parse(rows)
    .map((row) => ({ ...row, askedAt: row.askedAt.toISOString() }));
}
