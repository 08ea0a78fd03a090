import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Outlook, Suspect } from '../domain/alerts/alert.ts';
import { sql, type Database, type Queries } from './client.ts';

export type AlertSettings = {
  falseAlarmWeeks: number;
  floorPoints: number;
  floorRelative: number;
  /** May more be asked to confirm what stands out, within the engines' budgets? */
  confirmRuns: boolean;
};
const defaults: AlertSettings = { falseAlarmWeeks: 26, floorPoints: 0.05, floorRelative: 0.15, confirmRuns: true };

/** What an evaluation says besides its alerts. */
type Said = { outlooks: Outlook[]; notes: string[]; suspects: Suspect[] };
export type AlertWatch = AlertSettings & Said & { seen: string | null; evaluatedAt: Date | null };

const count = z.number();
const because = z.discriminatedUnion('code', [
  z.object({ code: z.enum(['no_sweep', 'open', 'one_prompt', 'too_low', 'steady']) }),
  z.object({ code: z.literal('learning'), learned: count, of: count, more: count }),
  z.object({ code: z.enum(['maybe_fall', 'maybe_rise']), more: count, sweeps: count }),
  z.object({ code: z.literal('too_few'), sweeps: count, now: count, times: count }),
]);
const outlook = z.object({
  brand: z.string(),
  stage: z.string(),
  engine: z.string(),
  state: z.enum(['learning', 'watching', 'cannot tell yet', 'alert', 'not measured']),
  visibility: z.number().nullable(),
  smallestDrop: z.number().nullable(),
  // Evaluations of an older version said it in words only.
  because: because.default({ code: 'steady' }),
  words: z.string(),
});

const suspect = z.object({
  brand: z.string(),
  stage: z.string(),
  engine: z.string(),
  direction: z.enum(['down', 'up']),
  tier: z.enum(['sustained', 'sudden']),
  week: z.string(),
});

/** The settings, and what the last evaluation said; defaults where nobody set anything yet. */
export async function readAlertWatch(db: Pick<Database, 'alertWatch'>, workspaceId: string): Promise<AlertWatch> {
  const row = await db.alertWatch.findUnique({ where: { workspaceId } });
  if (!row) return { ...defaults, seen: null, evaluatedAt: null, outlooks: [], notes: [], suspects: [] };
  const { outlooks, notes, suspects } = row;
  return {
    ...row,
    outlooks: z.array(outlook).parse(outlooks),
    notes: z.array(z.string()).parse(notes),
    suspects: z.array(suspect).parse(suspects),
  };
}

export async function changeAlertSettings(db: Database, workspaceId: string, change: Partial<AlertSettings>): Promise<void> {
  await db.alertWatch.upsert({ where: { workspaceId }, create: { workspaceId, ...change }, update: change });
}

export async function saveEvaluation(
  tx: Pick<Database, 'alertWatch'>,
  workspaceId: string,
  evaluation: Said & { seen: string; evaluatedAt: Date },
): Promise<void> {
  await tx.alertWatch.upsert({ where: { workspaceId }, create: { workspaceId, ...evaluation }, update: evaluation });
}

/** Thresholds that nothing asked for in so long are forgotten. */
const keptFor = sql`interval '90 days'`;

export type Thresholds = { map: Map<string, number>; save: () => Promise<void> };

/** The thresholds found before; `map` is asked by what they rest on, however long that is, and keeps its hash. */
export async function openThresholds(tx: Queries, workspaceId: string): Promise<Thresholds> {
  const rows = await tx.$queryRaw<{ key: string; threshold: number }[]>(sql`
    SELECT key, threshold FROM alert_threshold WHERE workspace_id = ${workspaceId}::uuid`);
  const stored = new Map(rows.map(({ key, threshold }) => [key, threshold]));
  const used = new Map<string, number>();
  const map = new Map<string, number>();
  map.get = (content) => {
    const key = hashOf(content);
    const known = stored.get(key);
    if (known !== undefined) used.set(key, known);
    return known;
  };
  map.set = (content, threshold) => {
    const key = hashOf(content);
    stored.set(key, threshold);
    used.set(key, threshold);
    return map;
  };
  const save = async () => {
    const found = JSON.stringify([...used].map(([key, threshold]) => ({ key, threshold })));
    await tx.$executeRaw(sql`
      INSERT INTO alert_threshold (workspace_id, key, threshold)
      SELECT ${workspaceId}::uuid, key, threshold FROM jsonb_to_recordset(${found}::jsonb) AS k(key text, threshold float8)
      ON CONFLICT (workspace_id, key) DO UPDATE SET used_at = now() WHERE alert_threshold.used_at < now() - interval '1 day'`);
    await tx.$executeRaw(sql`DELETE FROM alert_threshold WHERE workspace_id = ${workspaceId}::uuid AND used_at < now() - ${keptFor}`);
  };
  return { map, save };
}

const hashOf = (content: string): string => createHash('sha256').update(content).digest('base64');
