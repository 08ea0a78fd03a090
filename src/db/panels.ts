import { z } from 'zod';
import { parserVersion } from '../domain/analysis/analyze.ts';
import type { Panel } from '../domain/analysis/panel.ts';
import { sql, type Database, type Queries, type Transaction } from './client.ts';
import { newId } from './new-id.ts';
import { lockWorkspace } from './workspaces.ts';

/** A stored panel was checked when it was saved; this only tells its type again. */
const storedPanel = z.object({
  brands: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      own: z.boolean(),
      aliases: z.array(
        z.object({
          text: z.string(),
          caseSensitive: z.boolean(),
          near: z.array(z.string()),
          notNear: z.array(z.string()),
          notIn: z.array(z.string()),
        }),
      ),
      domains: z.array(z.string()),
    }),
  ),
});

/** Makes `panel` the one that is counted from now on, as a new version; the same panel again changes nothing. */
export const savePanel = (db: Database, workspaceId: string, panel: Panel): Promise<number> =>
  db.$transaction((tx) => savePanelIn(tx, workspaceId, panel));

export async function savePanelIn(tx: Transaction, workspaceId: string, panel: Panel): Promise<number> {
  await lockWorkspace(tx, workspaceId, 'panel');
  const { panelVersion } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const current = await tx.panelVersion.findUnique({ where: { workspaceId_version: { workspaceId, version: panelVersion } } });
  const fresh = storedPanel.parse(panel);
  if (current && JSON.stringify(storedPanel.parse(current.panel)) === JSON.stringify(fresh)) return panelVersion;

  const version = panelVersion + 1;
  await tx.panelVersion.create({ data: { workspaceId, version, panel: fresh } });
  await tx.workspace.update({
    where: { id: workspaceId },
    data: { panelVersion: version, ...(panelVersion === 0 && { countedPanelVersion: version, countedParserVersion: parserVersion }) },
  });
  const keys = fresh.brands.map((brand) => brand.id);
  await tx.brand.updateMany({ where: { workspaceId, key: { notIn: keys } }, data: { archivedAt: new Date() } });
  await tx.alias.deleteMany({ where: { workspaceId } });
  await tx.domain.deleteMany({ where: { workspaceId } });
  for (const [position, brand] of fresh.brands.entries()) {
    const data = { name: brand.name, own: brand.own, position, archivedAt: null };
    const where = { workspaceId_key: { workspaceId, key: brand.id } };
    const { id: brandId } = await tx.brand.upsert({ where, create: { workspaceId, id: newId(), key: brand.id, ...data }, update: data });
    await tx.alias.createMany({ data: brand.aliases.map((alias) => ({ workspaceId, brandId, ...alias })), skipDuplicates: true });
    await tx.domain.createMany({ data: brand.domains.map((domain) => ({ workspaceId, brandId, domain })), skipDuplicates: true });
  }
  return version;
}

/** @returns the panel of that version, null for a workspace that has none yet */
export async function readPanel(db: Pick<Database, 'panelVersion'>, workspaceId: string, version: number): Promise<Panel | null> {
  const row = await db.panelVersion.findUnique({ where: { workspaceId_version: { workspaceId, version } } });
  return row && storedPanel.parse(row.panel);
}

export type BrandRow = { key: string; name: string; own: boolean; domains: string[]; aliases: string[] };

export function listBrands(db: Queries, workspaceId: string): Promise<BrandRow[]> {
  return db.$queryRaw<BrandRow[]>(sql`
    SELECT b.key, b.name, b.own,
      ARRAY(SELECT a.text FROM alias a WHERE a.workspace_id = b.workspace_id AND a.brand_id = b.id ORDER BY a.text) AS aliases,
      ARRAY(SELECT d.domain FROM domain d WHERE d.workspace_id = b.workspace_id AND d.brand_id = b.id ORDER BY d.domain) AS domains
    FROM brand b WHERE b.workspace_id = ${workspaceId}::uuid AND b.archived_at IS NULL ORDER BY b.position, b.key`);
}
