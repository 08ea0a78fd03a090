import { addConversions, listConversionImports, readDayCounts, removeConversionImport, type ConversionImport } from '../db/conversions.ts';
import type { Queries } from '../db/client.ts';
import { lockWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { measureFunnel, othersAverages, type Funnel } from '../domain/conversions/funnel.ts';
import { columns, judgeSheet, keyOf, missingColumns, type SheetRow } from '../domain/conversions/sheet.ts';
import { parseCsv } from '../domain/csv.ts';
import { InputError, NotFoundError } from '../errors.ts';

export type { SheetRow } from '../domain/conversions/sheet.ts';
export type ReadFunnel = Funnel & { othersAverages: typeof othersAverages };

const mostRows = 20_000;

/** The company's own conversions of a period, with the usual figures to hold them against. */
export async function readFunnel(deps: Deps, workspace: Workspace, days: { from: string; to: string }): Promise<ReadFunnel> {
  return { ...measureFunnel(await readDayCounts(deps.db, workspace.id, days)), othersAverages };
}

/** What each line of a file is; nothing is kept. @throws {InputError} where it is no such file */
export const previewConversions = (deps: Deps, workspace: Workspace, csv: string): Promise<SheetRow[]> => judge(deps.db, workspace, csv);

async function judge(db: Queries, workspace: Workspace, csv: string): Promise<SheetRow[]> {
  const rows = parseCsv(csv);
  const missing = missingColumns(rows[0]);
  if (missing.length > 0) {
    const message = `needs the columns ${columns.join(', ')}; ${missing.join(', ')} is missing`;
    throw new InputError('The file is not usable.', [{ path: 'line 1', message }]);
  }
  if (rows.length - 1 > mostRows)
    throw new InputError('The file is not usable.', [{ path: 'csv', message: `has more than ${mostRows} rows` }]);
  const present = await readDayCounts(db, workspace.id);
  return judgeSheet(rows, new Map(present.map((count) => [keyOf(count), count])));
}

export type Imported = { id: string | null; rows: SheetRow[] };

/** Keeps what is new or changed, if no line is bad or bad ones may be skipped; the same file again changes nothing and is no import. @throws {InputError} */
export async function importConversions(
  deps: Deps,
  workspace: Workspace,
  { csv, skipBad, by }: { csv: string; skipBad: boolean; by: string | null },
): Promise<Imported> {
  return deps.db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspace.id, 'conversions');
    const rows = await judge(tx, workspace, csv);
    const issues = rows.flatMap(({ line, problems }) =>
      problems.map(({ column, problem }) => ({ path: `line ${line}, ${column}`, message: problem })),
    );
    if (issues.length > 0 && !skipBad) throw new InputError('The file is not usable; nothing was kept.', issues);
    const of = (status: SheetRow['status']) => rows.flatMap((row) => (row.status === status && row.count ? [row.count] : []));
    const [fresh, changed] = [of('new'), of('changed')];
    if (fresh.length + changed.length === 0) return { id: null, rows };
    const about = { madeBy: by, added: fresh.length, changed: changed.length };
    return { id: await addConversions(tx, workspace.id, { ...about, counts: [...fresh, ...changed] }), rows };
  });
}

export const readConversionImports = (deps: Deps, workspace: Workspace): Promise<ConversionImport[]> =>
  listConversionImports(deps.db, workspace.id);

/** Takes a file back: what an earlier one said of its days counts again. @throws {NotFoundError} */
export async function undoConversions(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await removeConversionImport(deps.db, workspace.id, id))) throw new NotFoundError('The import');
}
