import type { DayCount } from '../domain/conversions/sheet.ts';
import { sql, type Database, type Queries } from './client.ts';
import { newId } from './new-id.ts';

/** What counts now of the days from `from` until before `to`; all of them where left out. */
export const readDayCounts = (db: Queries, workspaceId: string, days?: { from: string; to: string }): Promise<DayCount[]> =>
  db.$queryRaw<DayCount[]>(sql`
    SELECT DISTINCT ON (stage, day) stage, day::text AS date, visitors, conversions FROM stage_conversion
    WHERE workspace_id = ${workspaceId}::uuid AND day >= ${days?.from ?? '-infinity'}::date AND day < ${days?.to ?? 'infinity'}::date
    ORDER BY stage, day, import_id DESC`);

export type ConversionImport = { id: string; madeBy: string | null; added: number; changed: number; createdAt: Date };

/** Lays the counts over those of earlier files. The database's clock orders files, whichever machine reads them. */
export async function addConversions(
  tx: Queries,
  workspaceId: string,
  { counts, ...about }: Omit<ConversionImport, 'id' | 'createdAt'> & { counts: readonly DayCount[] },
): Promise<string> {
  const [clock] = await tx.$queryRaw<{ ms: number }[]>(sql`SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::float8 AS ms`);
  const id = newId(clock?.ms);
  await tx.$executeRaw(sql`
    INSERT INTO conversion_import (workspace_id, id, made_by, added, changed, created_at)
    VALUES (${workspaceId}::uuid, ${id}::uuid, ${about.madeBy}, ${about.added}, ${about.changed}, clock_timestamp())`);
  await tx.$executeRaw(sql`
    INSERT INTO stage_conversion (workspace_id, stage, day, import_id, visitors, conversions)
    SELECT ${workspaceId}::uuid, stage, date, ${id}::uuid, visitors, conversions
    FROM json_to_recordset(${JSON.stringify(counts)}::json) AS c(stage text, date date, visitors int, conversions int)`);
  return id;
}

/** The newest first. */
export const listConversionImports = (db: Database, workspaceId: string): Promise<ConversionImport[]> =>
  db.conversionImport.findMany({ where: { workspaceId }, omit: { workspaceId: true }, orderBy: { id: 'desc' } });

/** What an earlier file said counts again. @returns whether there was such a file */
export async function removeConversionImport(db: Database, workspaceId: string, id: string): Promise<boolean> {
  const [, { count }] = await db.$transaction([
    db.stageConversion.deleteMany({ where: { workspaceId, importId: id } }),
    db.conversionImport.deleteMany({ where: { workspaceId, id } }),
  ]);
  return count > 0;
}
