import { panelChanges } from '../domain/analysis/panel-changes.ts';
import type { Database } from './client.ts';
import { sql } from './client.ts';
import type { Overrule, Recount } from './generated/client.ts';
import { newId } from './new-id.ts';
import { readPanel } from './panels.ts';
import { lockWorkspace } from './workspaces.ts';

type Transaction = Parameters<Parameters<Database['$transaction']>[0]>[0];
type Versions = { panel: number; parser: number };
/** Why answers are read again; and which, where it concerns only some. */
type Changes = { causes: string[]; listed: string[]; all: boolean };

/**
 * Starts reading the stored answers again where the panel, what people overruled, or the parser has changed since. One that
 * is open is turned to the new versions: where only single mentions were overruled it goes on and reads those last, else it
 * starts over.
 * @param options.everything also where nothing has changed
 * @returns the open recount, null where there is nothing to do
 */
export function startRecount(
  db: Database,
  workspaceId: string,
  { parserVersion, everything }: { parserVersion: number; everything: boolean },
): Promise<Recount | null> {
  return db.$transaction(async (tx) => {
    await lockWorkspace(tx, workspaceId, 'panel');
    const workspace = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
    const open = await lockOpen(tx, workspaceId);
    const last = open ?? (await tx.recount.findFirst({ where: { workspaceId }, orderBy: { id: 'desc' } }));
    const counted = { panel: workspace.countedPanelVersion, parser: workspace.countedParserVersion };
    // What a person stopped stays stopped: only what has changed since then is due.
    const base = last ? { panel: last.toPanelVersion, parser: last.toParserVersion } : counted;
    const to = { panel: workspace.panelVersion, parser: Math.max(parserVersion, base.parser) };
    if (to.panel === 0) return null; // nothing was read yet
    if (!everything && base.panel >= to.panel && base.parser >= to.parser) return open;

    if (!everything) {
      const changes = await changesBetween(tx, workspaceId, base, to);
      if (!changes.all) return open ? extend(tx, open, to, changes.listed) : create(tx, workspaceId, base, to, narrow(changes));
    }
    const total = await countOlder(tx, workspaceId, to, everything || open?.scope === 'all');
    const causes = everything ? ['request'] : (await changesBetween(tx, workspaceId, counted, to)).causes;
    const wide = { causes, scope: everything || open?.scope === 'all' ? 'all' : 'older', listed: [], total, scanned: false };
    return open ? restart(tx, open, counted, to, wide) : create(tx, workspaceId, counted, to, wide);
  });
}

type Plan = Pick<Recount, 'causes' | 'scope' | 'listed' | 'total' | 'scanned'>;

const narrow = ({ causes, listed }: Changes): Plan => ({ causes, scope: 'listed', listed, total: listed.length, scanned: true });

async function lockOpen(tx: Transaction, workspaceId: string): Promise<Recount | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(sql`
    SELECT id FROM recount WHERE workspace_id = ${workspaceId}::uuid AND state IN ('waiting', 'running') FOR UPDATE`);
  return row ? tx.recount.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id: row.id } } }) : null;
}

/** What differs between two versions. */
async function changesBetween(tx: Transaction, workspaceId: string, from: Versions, to: Versions): Promise<Changes> {
  const [before, after] = await Promise.all([from, to].map(({ panel }) => readPanel(tx, workspaceId, panel)));
  const causes: string[] = before && after ? panelChanges(before, after) : ['brand'];
  if (from.parser !== to.parser) causes.push('parser');
  const between = { gt: from.panel, lte: to.panel };
  const overruled: Overrule[] = await tx.overrule.findMany({ where: { workspaceId, OR: [{ since: between }, { until: between }] } });
  const all = causes.length > 0 || overruled.some((one) => one.scope === 'rule');
  if (overruled.length > 0) causes.push('correction');
  return { causes, all, listed: [...new Set(overruled.flatMap((one) => one.observationId ?? []))] };
}

async function countOlder(tx: Transaction, workspaceId: string, to: Versions, everything: boolean): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>(sql`
    SELECT count(*)::int AS count FROM observation o
    WHERE o.workspace_id = ${workspaceId}::uuid AND o.state = 'answered' AND o.result IS NOT NULL
      AND (${everything} OR o.panel_version < ${to.panel}::int OR o.parser_version < ${to.parser}::int)`);
  return row?.count ?? 0;
}

const create = (tx: Transaction, workspaceId: string, from: Versions, to: Versions, plan: Plan): Promise<Recount> =>
  tx.recount.create({
    data: { workspaceId, id: newId(), fromPanelVersion: from.panel, fromParserVersion: from.parser, ...target(to), ...plan },
  });

const target = ({ panel, parser }: Versions) => ({ toPanelVersion: panel, toParserVersion: parser });
const keyOf = ({ workspaceId, id }: Recount) => ({ workspaceId_id: { workspaceId, id } });

function extend(tx: Transaction, open: Recount, to: Versions, more: string[]): Promise<Recount> {
  const listed = [...new Set([...open.listed, ...more])];
  const total = open.total + listed.length - open.listed.length;
  const causes = more.length > 0 ? [...new Set([...open.causes, 'correction'])] : open.causes;
  return tx.recount.update({ where: keyOf(open), data: { ...target(to), listed, total, causes } });
}

/** All that was read so far was read with what holds no longer. */
async function restart(tx: Transaction, open: Recount, from: Versions, to: Versions, plan: Plan): Promise<Recount> {
  await tx.recountAnswer.deleteMany({ where: { workspaceId: open.workspaceId, recountId: open.id } });
  const causes = [...new Set([...open.causes, ...plan.causes])];
  const versions = { fromPanelVersion: from.panel, fromParserVersion: from.parser, ...target(to) };
  return tx.recount.update({ where: keyOf(open), data: { ...versions, ...plan, causes, done: 0, cursorDueAt: null, cursorId: null } });
}
