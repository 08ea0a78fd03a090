import { readAsked, historyStamp } from '../db/alert-history.ts';
import { readAlertWatch } from '../db/alert-watch.ts';
import { listBrands } from '../db/panels.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { historyOf } from '../domain/alerting/asked.ts';
import type { History } from '../domain/alerts/history.ts';
import { lastCompleteSweep, measureMissing, type Missing } from '../domain/audit/collection.ts';
import { judgeAlarms, judgeCoverage, sayAlarms, sayCoverage, sayMissing, saySweep, type Verdict } from '../domain/audit/verdicts.ts';
import { historyStart, watchOptions } from './alert-window.ts';
import { auditBeside, type HistoryAudit } from './audit-history.ts';
import { readDetection, type LanguageDetection } from './audit-languages.ts';
import { hourMs } from '../domain/durations.ts';

type Said = { sentence: string };
export type AuditReport = {
  from: Date;
  at: Date;
  /** null while answers are being added or read anew: a part of a history would look like a change. */
  falseAlarms: (HistoryAudit['falseAlarms'] & Said & { verdict: Verdict }) | null;
  coverage: (HistoryAudit['coverage'] & Said & { verdict: Verdict }) | null;
  languages: LanguageDetection[];
  missing: Missing & Said;
  lastSweep: Said & { at: Date | null; ageHours: number | null };
};

/** How far a workspace's own figures can be trusted, from its history of the last 26 to 52 weeks. */
export async function readAudit(deps: Deps, workspace: Workspace): Promise<AuditReport> {
  const now = deps.now();
  const from = historyStart(now);
  const watch = await readAlertWatch(deps.db, workspace.id);
  const stamp = await historyStamp(deps.db, workspace.id);
  const asked = await readAsked(deps.db, workspace.id, from, 'visibility');
  const brands = (await listBrands(deps.db, workspace.id)).map(({ key }) => key);
  const history = historyOf(asked, brands);
  const options = watchOptions(watch);
  const name = stamp === null ? null : JSON.stringify([stamp, workspace.countedParserVersion, options, from]);
  const audit = name === null ? null : await remembered(workspace.id, name, () => auditBeside({ history, watch: options }));
  const missing = measureMissing(history);
  return {
    from,
    at: new Date(now),
    falseAlarms: audit && { ...audit.falseAlarms, verdict: judgeAlarms(audit.falseAlarms), sentence: sayAlarms(audit.falseAlarms) },
    coverage: audit && { ...audit.coverage, verdict: judgeCoverage(audit.coverage), sentence: sayCoverage(audit.coverage) },
    languages: await readDetection(deps, workspace, { from, to: new Date(now) }),
    missing: { ...missing, sentence: sayMissing(missing) },
    lastSweep: sweepOf(history, now),
  };
}

function sweepOf(history: History, now: number): AuditReport['lastSweep'] {
  const end = lastCompleteSweep(history);
  // A clock that jumped ahead must not make a sweep end in the future.
  const ageHours = end === null ? null : Math.max(0, now - end) / hourMs;
  return { at: end === null ? null : new Date(Math.min(now, end)), ageHours, sentence: saySweep(ageHours) };
}

const latest = new Map<string, { name: string; audit: Promise<HistoryAudit> }>();

/** One audit a workspace is kept, by what it rests on; who asks while it is made waits for the same one. */
function remembered(workspaceId: string, name: string, make: () => Promise<HistoryAudit>): Promise<HistoryAudit> {
  const known = latest.get(workspaceId);
  if (known?.name === name) return known.audit;
  const audit = make();
  const entry = { name, audit };
  latest.set(workspaceId, entry);
  audit.catch(() => latest.get(workspaceId) === entry && latest.delete(workspaceId));
  return audit;
}
