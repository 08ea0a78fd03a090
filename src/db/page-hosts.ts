import { sql, type Database } from './client.ts';
import { storableText } from './storable-text.ts';

export type HostKey = { workspaceId: string; host: string };
export type StoredRobots = { text: string | null; away: boolean; fresh: boolean };

/** `inMs`: how long until our turn, or, where somebody else has the host, until it is worth trying again. */
export type HostTurn = { taken: boolean; inMs: number };

/**
 * Takes the host's next turn for one request: nobody else asks it meanwhile, in whatever workspace, nor for `delayMs` after
 * that turn. A turn to come is taken, too, so that who waits for it need not ask the database again when it is there.
 * @param times `holdMs`: longer than the request can take, as who dies holds up others so long; `atMostMs`: a later turn is not taken
 */
export async function takeHost(
  db: Database,
  { workspaceId, host }: HostKey,
  times: { holdMs: number; delayMs: number; atMostMs: number },
): Promise<HostTurn> {
  const after = (ms: number) => sql`clock_timestamp() + interval '1 millisecond' * ${ms}::float8`;
  return db.$transaction(async (tx) => {
    await tx.$executeRaw(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`page-host:${host}`}, 0))`);
    const [row] = await tx.$queryRaw<{ held: number | null; next: number | null }[]>(sql`
      SELECT (extract(epoch FROM max(held_until) - clock_timestamp()) * 1000)::float8 AS held,
        (extract(epoch FROM max(next_at) - clock_timestamp()) * 1000)::float8 AS next FROM page_host WHERE host = ${host}`);
    const [held, inMs] = [row?.held ?? 0, Math.max(0, row?.next ?? 0)];
    if (held > 0 || inMs > times.atMostMs) return { taken: false, inMs: Math.max(held, inMs) };
    await tx.$executeRaw(sql`
      INSERT INTO page_host (workspace_id, host, held_until, next_at)
      SELECT ${workspaceId}::uuid, ${host}, ${after(inMs + times.holdMs)}, ${after(inMs + times.delayMs)}
      ON CONFLICT (workspace_id, host) DO UPDATE SET held_until = EXCLUDED.held_until, next_at = EXCLUDED.next_at`);
    return { taken: true, inMs };
  });
}

/** The request is over. @param waitMs how long the host asked to be left alone; 0: it did not */
export async function freeHost(db: Database, { workspaceId, host }: HostKey, waitMs: number): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE page_host SET held_until = NULL, next_at = greatest(next_at, clock_timestamp() + interval '1 millisecond' * ${waitMs}::float8)
    WHERE workspace_id = ${workspaceId}::uuid AND host = ${host}`);
}

/** What was last known of a host's robots.txt; null: never asked. */
export async function readHostRobots(db: Database, { workspaceId, host }: HostKey, freshMs: number): Promise<StoredRobots | null> {
  const [row] = await db.$queryRaw<StoredRobots[]>(sql`
    SELECT robots AS text, robots_away AS away, robots_at > now() - interval '1 millisecond' * ${freshMs}::float8 AS fresh
    FROM page_host WHERE workspace_id = ${workspaceId}::uuid AND host = ${host} AND robots_at IS NOT NULL`);
  return row ?? null;
}

/** @param robots.text null: there is none. `away`: it could not be had */
export async function saveHostRobots(
  db: Database,
  { workspaceId, host }: HostKey,
  robots: { text: string | null; away: boolean },
): Promise<void> {
  const text = robots.text === null ? null : storableText(robots.text);
  await db.$executeRaw(sql`
    INSERT INTO page_host (workspace_id, host, robots, robots_away, robots_at) VALUES (${workspaceId}::uuid, ${host}, ${text}, ${robots.away}, now())
    ON CONFLICT (workspace_id, host) DO UPDATE SET robots = EXCLUDED.robots, robots_away = EXCLUDED.robots_away, robots_at = now()`);
}
