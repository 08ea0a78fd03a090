import { z } from 'zod';
import { listPageVersions, readPageSetting, savePageSetting, type PageVersion } from '../db/cited-pages.ts';
import { readGapDetails, type GapDetail } from '../db/gap-details.ts';
import { countPages, listGapPages, type GapKind, type GapPage, type ReadingState } from '../db/gap-pages.ts';
import { findGapTask, findPageUrl, listGapTasks, promptsOfPage, saveGapTask, type GapTask } from '../db/gap-tasks.ts';
import { listBrands } from '../db/panels.ts';
import { readTrend } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Cell } from '../domain/metrics/cell.ts';
import { effectOn, type Effect } from '../domain/pages/effect.ts';
import { classifyPage, type SiteClass } from '../domain/sites/site-class.ts';
import { AppError, NotFoundError } from '../errors.ts';
import { classification } from './cited-sites.ts';
import { basisOf, type GapBasis } from './gap-basis.ts';
import { pageOf, readCursor, writeCursor } from './paging.ts';
import { readsPages } from './read-pages.ts';
import { dayMs } from '../domain/durations.ts';

export type GapQuery = {
  kind: GapKind;
  from: string;
  to: string;
  stages?: string[] | undefined;
  engines?: string[] | undefined;
  limit: number;
  cursor?: string | undefined;
};
export type Gap = Omit<GapPage, 'brands'> &
  GapBasis &
  Pick<GapDetail, 'promptIds' | 'stages' | 'touchpoints'> & { class: SiteClass; task: GapTask | null };
export type Gaps = { total: number; reading: ReadingState & { enabled: boolean }; gaps: Gap[]; next: string | null };

/** Of a list whose most used pages come first: in how many answers the last page was used, and its address. */
const storedPlace = z.tuple([z.int(), z.string()]);
/** Visibility before a page was done is that of so many days. */
const beforeDays = 28;
const promptDays = 91;

/** Pages to be named on, or pages that name us and are cited no more; the most used first. @throws {InputError} for an unknown cursor */
export async function readGaps(deps: Deps, workspace: Workspace, { kind, cursor, ...filter }: GapQuery): Promise<Gaps> {
  const own = await ownBrands(deps, workspace, kind === 'done');
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const { from, to, ...places } = filter;
  const days = { from, to };
  const before = { from: dayOf(2 * Date.parse(from) - Date.parse(to)), to: from };
  const used = { ...places, own, days, before };
  const { pages, total, due } = await listGapPages(deps.db, workspace.id, kind, { ...used, limit: filter.limit + 1, after });
  const { shown, next } = pageOf(pages, filter.limit, ({ answers, url }) => writeCursor([answers, url]));
  const behind = kind === 'lost' ? before : days;
  const detailOf = await readGapDetails(deps.db, workspace.id, { ...used, days: behind, due, urls: shown.map(({ url }) => url) });
  const { corrections } = await classification(deps, workspace);
  const taskOf = new Map((await listGapTasks(deps.db, workspace.id)).map((task) => [task.pageId, task]));
  return {
    total,
    reading: { enabled: await readsPages(deps, workspace), ...(await countPages(deps.db, workspace.id)) },
    gaps: shown.map(({ brands, ...page }): Gap => {
      const task = taskOf.get(page.id) ?? null;
      const { promptIds = [], stages = [], touchpoints = [] } = detailOf.get(page.url) ?? {};
      const named = brands?.filter(({ brand }) => kind !== 'missing' || !own.includes(brand)) ?? null;
      const place = { class: classifyPage(page.url, null, corrections).class, promptIds, stages, touchpoints };
      return { ...page, ...place, ...basisOf(named, detailOf.get(page.url)), task };
    }),
    next,
  };
}

function placeOf(cursor: string): { answers: number; url: string } {
  const [answers, url] = readCursor(cursor, storedPlace);
  return { answers, url };
}

/** Their keys. @throws {AppError} `conflict` where there are none, unless there may be none */
async function ownBrands(deps: Deps, workspace: Workspace, mayBeNone = false): Promise<string[]> {
  const own = (await listBrands(deps.db, workspace.id)).filter((brand) => brand.own);
  if (own.length === 0 && !mayBeNone)
    throw new AppError(
      'conflict',
      'No brand of the panel is marked as your own, so nobody can say which pages leave you out. Set "own" on one.',
    );
  return own.map(({ key }) => key);
}

const mostVersions = 100;

/** How a cited page was each time that it was another one, the newest first; none for one that was not read. @throws {NotFoundError} */
export async function readPageVersions(deps: Deps, workspace: Workspace, pageId: string): Promise<PageVersion[]> {
  if ((await findPageUrl(deps.db, workspace.id, pageId)) === null) throw new NotFoundError('The page');
  return listPageVersions(deps.db, workspace.id, pageId, mostVersions);
}

export type GapChange = { assignee?: string | null | undefined; note?: string | null | undefined; done?: boolean | undefined };

/** Assigns a page, notes something on it, or marks it done; `done: false` takes that back. @throws {NotFoundError} */
export async function changeGap(deps: Deps, workspace: Workspace, pageId: string, change: GapChange): Promise<GapTask> {
  const url = await findPageUrl(deps.db, workspace.id, pageId);
  if (url === null) throw new NotFoundError('The page');
  const known = (await findGapTask(deps.db, workspace.id, pageId)) ?? {
    pageId,
    url,
    assignee: null,
    note: null,
    doneAt: null,
    prompts: [],
  };
  const { assignee = known.assignee, note = known.note, done = known.doneAt !== null } = change;
  const isNew = done && known.doneAt === null;
  const since = dayOf(deps.now() - promptDays * dayMs);
  const prompts = !done ? [] : isNew ? await promptsOfPage(deps.db, workspace.id, url, since) : known.prompts;
  const doneAt = !done ? null : (known.doneAt ?? new Date(deps.now()));
  return saveGapTask(deps.db, workspace.id, { pageId, url, assignee: assignee || null, note: note || null, doneAt, prompts });
}

/** Whether visibility on the prompts of a page that is done has moved since, against the other prompts. @throws {AppError} `conflict` where it is not done */
export async function readGapEffect(deps: Deps, workspace: Workspace, pageId: string): Promise<Effect & { doneAt: Date; prompts: number }> {
  const task = await findGapTask(deps.db, workspace.id, pageId);
  if (!task) throw new NotFoundError('The page');
  if (task.doneAt === null) throw new AppError('conflict', 'The page is not marked done, so there is no before and after yet.');
  const [own = ''] = await ownBrands(deps, workspace);
  const done = Date.parse(dayOf(task.doneAt.getTime()));
  const cells = async (from: number, to: number): Promise<Cell[]> => {
    const days = { from: new Date(from), to: new Date(to) };
    const groups = await readTrend(deps.db, workspace.id, { ...days, grain: 'day', brands: [], branded: false, byEngine: false });
    return groups.flatMap((group) => group.open().cellsOf(own));
  };
  // The day itself is neither before nor after.
  const before = await cells(done - beforeDays * dayMs, done);
  const after = await cells(done + dayMs, Date.parse(dayOf(deps.now())) + dayMs);
  return { ...effectOn(new Set(task.prompts), before, after), doneAt: task.doneAt, prompts: task.prompts.length };
}

const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** Whether the workspace's cited pages are to be read, and whether they are: never in a simulated one, nor where the server says no. */
export async function readReading(deps: Deps, workspace: Workspace): Promise<{ wanted: boolean; enabled: boolean }> {
  return { wanted: await readPageSetting(deps.db, workspace.id), enabled: await readsPages(deps, workspace) };
}

export async function changeReading(deps: Deps, workspace: Workspace, wanted: boolean): Promise<{ wanted: boolean; enabled: boolean }> {
  await savePageSetting(deps.db, workspace.id, wanted);
  return readReading(deps, workspace);
}
