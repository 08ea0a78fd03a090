import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { emptySql, sql, type Database } from './client.ts';
import { storableJson, storableText } from './storable-text.ts';

/** Pages that no answer of the last so many days has are not looked at any more. */
const citedDays = 90;
/** How long a page may be in one worker's hands: longer than any look takes. */
const leaseMs = 180_000;

export type NamedBrand = { brand: string; mentions: number; sentence: string };
/** What was read off a page, with the panel that looked for brands. */
export type PageReading = {
  title: string | null;
  canonical: string | null;
  language: string | null;
  published: string | null;
  kind: string;
  links: string[];
  text: string;
  brands: NamedBrand[];
  panelVersion: number;
  etag: string | null;
  lastModified: string | null;
};
export type Redirect = { url: string; status: number };
/** How a look ended; `digest` names all that makes another version, null where it says nothing about the page. */
export type PageLook = {
  outcome: string;
  status: number | null;
  redirects: Redirect[];
  digest: string | null;
  /** null: what was read before stays. */
  reading: PageReading | null;
  passing: boolean;
  nextLookMs: number;
};
export type PageClaim = {
  id: string;
  url: string;
  attempts: number;
  etag: string | null;
  lastModified: string | null;
  digest: string | null;
  panelVersion: number | null;
};

const looksAt = sql`p.last_cited_at > now() - interval '1 day' * ${citedDays}::int AND p.due_at <= now() AND (p.lease_until IS NULL OR p.lease_until <= now())`;

/** Takes up the pages of answers that wait for it; some at a time. @returns how many answers */
export async function takeCitedPages(db: Database, workspaceId: string, limit: number): Promise<number> {
  const [row] = await db.$queryRaw<{ taken: number }[]>(sql`
    WITH next AS MATERIALIZED (
      SELECT observation_id, due_at FROM reader_pending WHERE workspace_id = ${workspaceId}::uuid AND reader = 'pages'
      ORDER BY observation_id LIMIT ${limit} FOR UPDATE SKIP LOCKED
    ), taken AS (
      DELETE FROM reader_pending r USING next WHERE r.workspace_id = ${workspaceId}::uuid AND r.reader = 'pages' AND r.observation_id = next.observation_id
      RETURNING r.observation_id
    ), page AS (
      SELECT c.url, max(coalesce(o.asked_at, c.due_at)) AS at FROM next
      JOIN citation c ON c.workspace_id = ${workspaceId}::uuid AND c.due_at = next.due_at AND c.observation_id = next.observation_id
      JOIN observation o ON o.workspace_id = ${workspaceId}::uuid AND o.id = next.observation_id
      WHERE c.url ~ '^https?://[^/]' AND length(c.url) <= 2000 GROUP BY c.url
    ), kept AS (
      INSERT INTO cited_page (workspace_id, id, url, host, last_cited_at, due_at)
      SELECT ${workspaceId}::uuid, md5(url)::uuid, url, lower(substring(url FROM '^https?://([^/?#]+)')), at, now() FROM page ORDER BY 2
      ON CONFLICT (workspace_id, id) DO UPDATE SET last_cited_at = EXCLUDED.last_cited_at WHERE cited_page.last_cited_at < EXCLUDED.last_cited_at
    )
    SELECT count(*)::int AS taken FROM taken`);
  return row?.taken ?? 0;
}

/** @returns whether a page is to be looked at now, or was read with another panel */
export async function hasDuePages(db: Database, workspaceId: string, panelVersion: number): Promise<boolean> {
  const [row] = await db.$queryRaw<{ due: boolean }[]>(sql`
    SELECT EXISTS (SELECT 1 FROM cited_page p LEFT JOIN page_host h ON h.workspace_id = p.workspace_id AND h.host = p.host
      WHERE p.workspace_id = ${workspaceId}::uuid AND ${looksAt} AND ${isFree})
    OR EXISTS (SELECT 1 FROM cited_page p WHERE p.workspace_id = ${workspaceId}::uuid AND p.panel_version <> ${panelVersion}) AS due`);
  return row?.due ?? false;
}

const isFree = sql`(h.next_at IS NULL OR h.next_at <= now() + interval '10 seconds') AND (h.held_until IS NULL OR h.held_until <= now())`;

/** The host whose pages have waited longest, of those not named. */
export async function nextHost(db: Database, workspaceId: string, busy: readonly string[]): Promise<string | null> {
  const [row] = await db.$queryRaw<{ host: string }[]>(sql`
    SELECT p.host FROM cited_page p LEFT JOIN page_host h ON h.workspace_id = p.workspace_id AND h.host = p.host
    WHERE p.workspace_id = ${workspaceId}::uuid AND ${looksAt} AND ${isFree} AND p.host <> ALL(${[...busy]}::text[])
    ORDER BY p.due_at, p.id LIMIT 1`);
  return row?.host ?? null;
}

/** Takes the next page of a host; nobody else has it until the lease is over. */
export async function claimPage(db: Database, workspaceId: string, host: string, holder: string): Promise<PageClaim | null> {
  const [claim] = await db.$queryRaw<PageClaim[]>(sql`
    WITH next AS (
      SELECT p.id FROM cited_page p WHERE p.workspace_id = ${workspaceId}::uuid AND p.host = ${host} AND ${looksAt}
      ORDER BY p.due_at, p.id LIMIT 1 FOR UPDATE SKIP LOCKED
    )
    UPDATE cited_page p SET claimed_by = ${holder}, lease_until = now() + interval '1 millisecond' * ${leaseMs}::int
    FROM next WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = next.id
    RETURNING p.id, p.url, p.attempts, p.etag, p.last_modified AS "lastModified", p.digest, p.panel_version AS "panelVersion"`);
  return claim ?? null;
}

/** Gives the page back as it was, to be looked at in so many ms. */
export async function releasePage(db: Database, workspaceId: string, id: string, inMs: number): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE cited_page SET claimed_by = NULL, lease_until = NULL, due_at = now() + interval '1 millisecond' * ${inMs}::float8
    WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid`);
}

/** Stores how a look ended, with a version of the page where it is another one than before, and tells where a page that named the own brand is gone: one statement. */
export async function savePage(db: Database, workspaceId: string, id: string, look: PageLook): Promise<void> {
  const { outcome, status, redirects, digest, reading, passing } = look;
  const text = (value: string | null | undefined) => (value === null || value === undefined ? null : storableText(value));
  const read = reading
    ? sql`, read_at = now(), title = ${text(reading.title)}, canonical = ${text(reading.canonical)}, language = ${reading.language},
        published = ${reading.published}, kind = ${reading.kind}, links = ${storableJson(reading.links)}::jsonb, text = ${packText(reading.text)},
        brands = ${storableJson(reading.brands)}::jsonb, panel_version = ${reading.panelVersion}, etag = ${text(reading.etag)},
        last_modified = ${text(reading.lastModified)}`
    : emptySql;
  await db.$queryRaw(sql`
    WITH old AS MATERIALIZED (
      SELECT digest, gone_at FROM cited_page WHERE workspace_id = ${workspaceId}::uuid AND id = ${id}::uuid FOR UPDATE
    ), now AS (
      UPDATE cited_page p SET claimed_by = NULL, lease_until = NULL, checked_at = now(), outcome = ${outcome}, status = ${status},
        redirects = ${storableJson(redirects)}::jsonb, attempts = CASE WHEN ${passing} THEN p.attempts + 1 ELSE 0 END,
        due_at = now() + interval '1 millisecond' * ${look.nextLookMs}::float8,
        gone_at = CASE WHEN ${outcome} = 'gone' THEN coalesce(p.gone_at, now()) WHEN ${passing} THEN p.gone_at END,
        changed_at = CASE WHEN old.digest <> coalesce(${digest}, old.digest) THEN now() ELSE p.changed_at END,
        digest = coalesce(${digest}, p.digest) ${read}
      FROM old WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ${id}::uuid
      RETURNING p.*, old.digest IS DISTINCT FROM p.digest AS is_new, old.gone_at IS NULL AND p.gone_at IS NOT NULL AS goes
    ), kept AS (
    INSERT INTO cited_page_version (workspace_id, page_id, number, at, outcome, status, redirects, title, canonical, language, published, kind, links, brands)
    SELECT workspace_id, id, 1 + coalesce((SELECT max(number) FROM cited_page_version v WHERE v.workspace_id = now.workspace_id AND v.page_id = now.id), 0),
      now(), outcome, status, redirects, title, canonical, language, published, kind, links, brands
    FROM now WHERE is_new)
    SELECT wayseen_write_event(now.workspace_id, 'page.gone', 'page/' || now.id, jsonb_build_object('page', now.id, 'url', now.url, 'title', now.title, 'brand', b.key))
    FROM now JOIN brand b ON b.workspace_id = now.workspace_id AND b.own AND b.archived_at IS NULL
    WHERE now.goes AND now.brands @> jsonb_build_array(jsonb_build_object('brand', b.key))`);
}

const packText = (text: string) => zstdCompressSync(Buffer.from(text));

/** Pages read with another panel than this, the text with them; some at a time. */
export async function pagesOfOtherPanels(db: Database, workspaceId: string, panelVersion: number, limit: number) {
  const rows = await db.$queryRaw<{ id: string; url: string; language: string | null; text: Uint8Array }[]>(sql`
    SELECT id, url, language, text FROM cited_page
    WHERE workspace_id = ${workspaceId}::uuid AND panel_version <> ${panelVersion} AND text IS NOT NULL ORDER BY id LIMIT ${limit}`);
  return rows.map(({ text, ...page }) => ({ ...page, text: zstdDecompressSync(text).toString() }));
}

/** What another panel found in the same text. */
export async function saveBrands(
  db: Database,
  workspaceId: string,
  panelVersion: number,
  pages: readonly { id: string; brands: NamedBrand[] }[],
): Promise<void> {
  await db.$executeRaw(sql`
    UPDATE cited_page p SET brands = k.brands, panel_version = ${panelVersion}
    FROM jsonb_to_recordset(${storableJson(pages)}::jsonb) AS k(id uuid, brands jsonb)
    WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = k.id`);
}

export type PageVersion = {
  number: number;
  at: Date;
  outcome: string;
  status: number | null;
  redirects: Redirect[];
  title: string | null;
  canonical: string | null;
  language: string | null;
  published: string | null;
  kind: string | null;
  brands: NamedBrand[] | null;
};

/** How a page was each time that it was another one, the newest first. */
export const listPageVersions = (db: Database, workspaceId: string, pageId: string, limit: number): Promise<PageVersion[]> =>
  db.$queryRaw<PageVersion[]>(sql`
    SELECT number, at, outcome, status, redirects, title, canonical, language, published, kind, brands FROM cited_page_version
    WHERE workspace_id = ${workspaceId}::uuid AND page_id = ${pageId}::uuid ORDER BY number DESC LIMIT ${limit}`);

/** Whether cited pages are read: yes, until somebody says no. */
export async function readPageSetting(db: Database, workspaceId: string): Promise<boolean> {
  return (await db.pageSetting.findUnique({ where: { workspaceId } }))?.enabled ?? true;
}

export async function savePageSetting(db: Database, workspaceId: string, enabled: boolean): Promise<void> {
  await db.pageSetting.upsert({ where: { workspaceId }, create: { workspaceId, enabled }, update: { enabled } });
}
