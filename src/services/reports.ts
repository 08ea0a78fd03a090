import type { Queries } from '../db/client.ts';
import { newId } from '../db/new-id.ts';
import { writeEvent } from '../db/outbox.ts';
import {
  addReport,
  changeReportSettings,
  findReport,
  firstAsked,
  listReports,
  readReportSettings,
  recountsSince,
  reportKeys,
  unfinishedBefore,
  type ReportHead,
  type ReportSettings,
} from '../db/reports.ts';
import { readTrend } from '../db/trends.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { figures } from '../domain/metrics/index.ts';
import type { Corrections } from '../domain/report/document-sources.ts';
import { dueAt, duePeriods, periodBetween, periodKey, type Days, type ReportPeriod } from '../domain/report/period.ts';
import { isMeasured, type Report } from '../domain/report/report.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { makeReport } from './make-report.ts';
import { idOf, pageOf } from './paging.ts';
import { mailReport } from './report-mail.ts';
import { rewordReport } from './reword-report.ts';
import { ringDeliveries } from './ring-deliveries.ts';
import { dayMs, hourMs } from '../domain/durations.ts';

export { reportSchema, type Report } from '../domain/report/report.ts';
export type { ReportHead, ReportSettings } from '../db/reports.ts';
export type KeptReport = ReportHead & { report: Report };

const longestDays = 400;
/** How long a report of the schedule waits for what is still being asked or read. */
const patienceMs = 6 * hourMs;

/** Makes a report of any whole days, now; it is kept like those of the schedule. @throws {InputError} */
export async function createReport(deps: Deps, workspace: Workspace, days: Days): Promise<KeptReport> {
  checkDays(deps, days);
  const id = newId();
  await keepReport(deps, workspace, periodBetween(days), { id, key: `asked/${id}`, origin: 'user' });
  return readKept(deps, workspace, id);
}

/** The same without keeping it. @throws {InputError} */
export async function previewReport(deps: Deps, workspace: Workspace, days: Days): Promise<Report> {
  checkDays(deps, days);
  return makeReport(deps, workspace, periodBetween(days));
}

function checkDays(deps: Deps, days: Days): void {
  const length = (Date.parse(days.to) - Date.parse(days.from)) / dayMs;
  const today = new Date(deps.now()).toISOString().slice(0, 10);
  const issues = [];
  if (!(length > 0)) issues.push({ path: 'to', message: 'must be after from; the period ends before this day.' });
  else if (length > longestDays) issues.push({ path: 'from', message: `a report covers at most ${longestDays} days.` });
  if (days.from < '1970-01-01' || days.from > today) issues.push({ path: 'from', message: 'must be a day from 1970 to today.' });
  if (issues.length > 0) throw new InputError('The period is not usable.', issues);
}

type Making = { id: string; key: string; origin: 'schedule' | 'user' };

/** @returns whether it is new: the schedule's reports are made once, however many try; not while another worker has its paragraph reworded */
async function keepReport(deps: Deps, workspace: Workspace, period: ReportPeriod, making: Making, also?: Told): Promise<boolean> {
  const content = await rewordReport(deps, workspace.id, await makeReport(deps, workspace, period), making.key);
  if (content === 'held') return false;
  const { kind, label, from, to } = period;
  const measured = isMeasured(content);
  const added = await deps.db.$transaction(async (tx) => {
    const report = { ...making, kind, label, from, to, measured, content, createdAt: new Date(deps.now()) };
    if (!(await addReport(tx, workspace.id, report))) return false;
    const name = content.brands.find(({ key }) => key === content.brand)?.name ?? workspace.name;
    const { answered } = content.certainty.observations;
    const told = { report: making.id, title: `${name} ${label}`, from, to, kind, origin: making.origin, answers: answered };
    await writeEvent(tx, workspace.id, 'report.ready', told);
    await also?.(tx, { id: making.id, measured });
    return true;
  });
  if (added) await ringDeliveries(deps, workspace.id);
  return added;
}

/** What is written in the transaction that keeps a report. */
type Told = (tx: Queries, report: { id: string; measured: boolean }) => Promise<void>;

const cadences = { week: 'weekly', month: 'monthly' } as const;

/** The periods whose report is due and not there yet. */
async function dueOf(deps: Deps, workspace: Workspace): Promise<ReportPeriod[]> {
  const settings = await readReportSettings(deps.db, workspace.id);
  const asked = await firstAsked(deps.db, workspace.id);
  if (asked === null) return [];
  const due: ReportPeriod[] = [];
  for (const kind of ['week', 'month'] as const) {
    if (!settings[cadences[kind]]) continue;
    const made = await reportKeys(deps.db, workspace.id, kind);
    due.push(...duePeriods(kind, workspace.timeZone, new Date(deps.now()), made));
  }
  return due.filter(({ to }) => new Date(to) > asked);
}

export const hasDueReports = async (deps: Deps, workspace: Workspace): Promise<boolean> => (await dueOf(deps, workspace)).length > 0;

/** Makes what is due, each once, and mails the latest of a kind; waits some hours for what of the period is still being asked or read. @returns how many are new */
export async function makeDueReports(deps: Deps, workspaceId: string): Promise<number> {
  const workspace = await getWorkspace(deps.db, workspaceId);
  let made = 0;
  const due = await dueOf(deps, workspace);
  for (const period of due) {
    const { open, begun } = await unfinishedBefore(deps.db, workspace.id, period.to);
    // A history that is filled late, as by an import, has its own hours.
    const since = Math.max(dueAt(period, workspace.timeZone).getTime(), begun?.getTime() ?? 0);
    if (open && deps.now() - since < patienceMs) continue;
    const isLatest = due.findLast(({ kind }) => kind === period.kind) === period;
    const also: Told | undefined = isLatest ? (tx, report) => mailReport(tx, workspace.id, period, report) : undefined;
    if (await keepReport(deps, workspace, period, { id: newId(), key: periodKey(period), origin: 'schedule' }, also)) made++;
  }
  if (made > 0) deps.log.info({ workspaceId, reports: made }, 'Reports were made.');
  return made;
}

/** @throws {NotFoundError} */
export async function readKept(deps: Deps, workspace: Pick<Workspace, 'id'>, id: string): Promise<KeptReport> {
  const kept = await findReport(deps.db, workspace.id, id);
  if (!kept) throw new NotFoundError('The report');
  return kept;
}

/** The newest first; `cursor` is the last one of the page before. */
export async function readReports(deps: Deps, workspace: Workspace, page: { limit: number; cursor?: string | undefined }) {
  const rows = await listReports(deps.db, workspace.id, { limit: page.limit + 1, before: page.cursor ?? null });
  const { shown, next } = pageOf(rows, page.limit, idOf);
  return { reports: shown, next };
}

/** What was corrected since a report was made: it stays as it is, and this stands beside it. */
export async function readCorrections(deps: Deps, workspace: Workspace, kept: KeptReport): Promise<Corrections> {
  const recounts = await recountsSince(deps.db, workspace.id, kept.createdAt);
  const grain = kept.kind === 'month' ? 'month' : 'week';
  const period = { from: new Date(kept.from), to: new Date(kept.to), grain, brands: [], branded: false, byEngine: false } as const;
  const groups = (await readTrend(deps.db, workspace.id, { ...period, brands: [] })).map(({ stage, open }) => ({ stage, ...open() }));
  const differing = kept.report.stages.flatMap(({ stage, brands }) =>
    brands.flatMap(({ brand, visibility: was }) => {
      const cells = groups.filter((group) => group.stage === stage).flatMap((group) => group.cellsOf(brand));
      const is = figures(cells, ['visibility']).visibility;
      const same = is.numerator === was.numerator && is.denominator === was.denominator && is.value === was.value;
      return same ? [] : [{ brand, stage, was: was.value, is: is.value }];
    }),
  );
  return { recounts: recounts.map(({ at, ...rest }) => ({ at: at.toISOString(), ...rest })), figures: differing };
}

export const readSettings = (deps: Deps, workspace: Workspace): Promise<ReportSettings> => readReportSettings(deps.db, workspace.id);

export async function changeSettings(deps: Deps, workspace: Workspace, change: Partial<ReportSettings>): Promise<ReportSettings> {
  await changeReportSettings(deps.db, workspace.id, change);
  return readSettings(deps, workspace);
}
