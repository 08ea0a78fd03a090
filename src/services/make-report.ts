import { readAlertWatch } from '../db/alert-watch.ts';
import { listTalks } from '../db/talks.ts';
import { engines } from '../engines/registry.ts';
import { listAlerts } from '../db/alerts.ts';
import type { Queries } from '../db/client.ts';
import { readContests } from '../db/comparisons.ts';
import { readEngineSettings } from '../db/engine-settings.ts';
import { readGapDetails } from '../db/gap-details.ts';
import { listBrands } from '../db/panels.ts';
import { promptTexts } from '../db/prompts.ts';
import { readTogether } from '../db/read-together.ts';
import { readReportSources } from '../db/report-sources.ts';
import { readTrend, type TrendGroup } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { stages } from '../domain/journey.ts';
import type { Cell } from '../domain/metrics/cell.ts';
import { addSources, describeFigures, type ReportFacts, type SourceFacts } from '../domain/report/describe-report.ts';
import { rivalsOf } from '../domain/report/competitors.ts';
import type { Counted } from '../domain/report/figures.ts';
import type { Days, ReportPeriod } from '../domain/report/period.ts';
import { reportSchema, type Report } from '../domain/report/report.ts';
import { classifyPage } from '../domain/sites/site-class.ts';
import { classification, ownerOf, type Classification } from './cited-sites.ts';
import { basisOf } from './gap-basis.ts';
import { compare } from './read-comparisons.ts';
import { mostTalks, survivalOf } from './read-conversations.ts';

const shownPages = 30;

let making: Promise<unknown> = Promise.resolve();

/** The report of a period from what is stored now. One at a time: each takes two connections, and none may wait for the other's. */
export function makeReport(deps: Deps, workspace: Workspace, period: ReportPeriod): Promise<Report> {
  const mine = making.then(() => make(deps, workspace, period));
  making = mine.catch(() => undefined);
  return mine;
}

/** Reads one state of the database, so that no recount falls into it. */
async function make(deps: Deps, workspace: Workspace, period: ReportPeriod): Promise<Report> {
  const settings = await readEngineSettings(deps.db, workspace.id);
  const owners = await classification(deps, workspace);
  const brands = (await listBrands(deps.db, workspace.id)).map(({ key, name, own }) => ({ key, name, own }));
  const panel: Panel = { brands, own: brands.find((brand) => brand.own)?.key ?? null };
  const stopped = settings.filter(({ status }) => status !== 'active').map(({ engine, status }) => ({ engine, status }));
  const { slug, name, simulated, timeZone } = workspace;
  const engineNames = Object.fromEntries(Object.values(engines).map(({ id, label }) => [id, label]));
  const place = { workspace: { slug, name, simulated, timeZone }, period, ...panel, engineNames, stages };
  const [figures, sources] = await readTogether(
    deps.db,
    async (tx) => describeFigures({ ...place, ...(await readFigureFacts(tx, workspace, period, panel)), stopped }),
    (tx) => readSourceFacts(tx, workspace, period, ownBrands(panel), owners),
  );
  // Kept as the schema has it, and nothing that a query gave besides.
  return reportSchema.parse(addSources(figures, sources));
}

type Panel = { brands: Report['brands']; own: string | null };
const ownBrands = ({ brands }: Panel): string[] => brands.filter((brand) => brand.own).map(({ key }) => key);
type Tx = Queries & Parameters<typeof readAlertWatch>[0];
type FigureFacts = Pick<
  ReportFacts,
  'pooled' | 'each' | 'branded' | 'contests' | 'alerts' | 'floor' | 'outlooks' | 'notes' | 'conversations' | 'texts'
>;

async function readFigureFacts(tx: Tx, workspace: Workspace, period: ReportPeriod, { brands, own }: Panel): Promise<FigureFacts> {
  const keys = brands.map(({ key }) => key);
  const read = (days: Days, more: { byEngine: boolean; branded: boolean }) => readCounted(tx, workspace, period, days, more);
  const both = async (byEngine: boolean) => ({
    now: await read(period, { byEngine, branded: false }),
    before: await read(period.before, { byEngine, branded: false }),
  });
  const { floorPoints, outlooks, notes } = await readAlertWatch(tx, workspace.id);
  return {
    contests: await readContestFacts(tx, workspace, period, own, brands),
    pooled: await both(false),
    each: await both(true),
    branded: await read(period, { byEngine: false, branded: true }),
    alerts: await listAlerts(tx, workspace.id, { limit: 500 }),
    floor: floorPoints,
    outlooks,
    notes,
    conversations: await readConversationFacts(tx, workspace, period, keys),
    texts: await promptTexts(tx, workspace.id),
  };
}

async function readCounted(
  tx: Queries,
  workspace: Workspace,
  { kind }: ReportPeriod,
  { from, to }: Days,
  more: { byEngine: boolean; branded: boolean },
): Promise<(Counted & Basis)[]> {
  const grain = kind === 'month' ? 'month' : 'week';
  const groups = await readTrend(tx, workspace.id, { from: new Date(from), to: new Date(to), grain, brands: [], ...more });
  return [...Map.groupBy(groups, ({ stage, engine: of }) => JSON.stringify([stage, of])).values()].map(toCounted);
}

type Basis = { panels: number[]; parsers: number[]; models: string[]; promptVersions: string[] };

/** Weeks and days of one stage and engine are one period. */
function toCounted(together: readonly TrendGroup[]): Counted & Basis {
  const [first] = together;
  const groups = together.map(({ open }) => open());
  // Several sections ask for the same.
  const cells = new Map<string, Cell[]>();
  return {
    stage: first?.stage ?? '',
    engine: first?.engine ?? null,
    cellsOf: (brand) => {
      const known = cells.get(brand) ?? groups.flatMap((group) => group.cellsOf(brand));
      cells.set(brand, known);
      return known;
    },
    panels: groups.flatMap(({ panels }) => panels),
    parsers: groups.flatMap(({ parsers }) => parsers),
    models: groups.flatMap(({ models }) => models),
    promptVersions: groups.flatMap(({ promptVersions }) => promptVersions),
  };
}

async function readContestFacts(tx: Queries, workspace: Workspace, { from, to }: Days, own: string | null, brands: Panel['brands']) {
  const contests = await readContests(tx, workspace.id, { from: new Date(from), to: new Date(to), branded: false });
  const cells = contests.map(({ cell }) => cell);
  const rivals = rivalsOf(brands, own);
  const panel = brands.filter((brand) => brand.key === own || rivals.includes(brand)).map(({ key }) => key);
  const compared = compare(cells, own ?? '', panel);
  // How strong each brand is needs nobody to stand against.
  return own === null ? { cells, ...compare([], '', []), strengths: compared.strengths } : { cells, ...compared };
}

async function readConversationFacts(
  tx: Queries,
  workspace: Workspace,
  { from, to }: Days,
  panel: string[],
): Promise<Report['conversations']> {
  const talks = await listTalks(tx, workspace.id, { from: new Date(from), to: new Date(to), limit: mostTalks });
  const { conversations: ended, lost, customers, brands } = survivalOf(talks, panel);
  if (ended === 0) return null;
  return { ended, lost: lost.reduce((sum, { count }) => sum + count, 0), customers, brands };
}

async function readSourceFacts(
  tx: Queries,
  workspace: Workspace,
  { from, to, before }: ReportPeriod,
  own: readonly string[],
  owners: Classification,
): Promise<SourceFacts> {
  const days = { from, to };
  const { due, ...rows } = await readReportSources(tx, workspace.id, { days, before, own, limit: shownPages });
  const urls = rows.gaps.pages.map(({ url }) => url);
  const detailOf = await readGapDetails(tx, workspace.id, { days, due, own, urls });
  const classOf = (page: { url: string; brand: string | null }) =>
    classifyPage(page.url, ownerOf(page, owners.owners), owners.corrections).class;
  const used = ({ total, pages }: typeof rows.gained) => ({
    total,
    pages: pages.map(({ named, ...page }) => ({
      ...page,
      class: classOf(page),
      namesUs: own.length === 0 || named === null ? null : named.some(({ brand }) => own.includes(brand)),
    })),
  });
  const gaps = rows.gaps.pages.map(({ named, ...page }) => {
    const detail = detailOf.get(page.url);
    const { brands, ...basis } = basisOf(named, detail);
    const answersOf = (brand: string) => detail?.brands.find((one) => one.brand === brand)?.answers ?? 0;
    return {
      ...page,
      ...basis,
      class: classOf(page),
      brands: brands.map((brand) => ({ brand, answers: answersOf(brand) })),
      stages: detail?.stages ?? [],
      touchpoints: detail?.touchpoints ?? [],
    };
  });
  return { ...rows, gained: used(rows.gained), lost: used(rows.lost), gaps: { total: rows.gaps.total, pages: gaps } };
}
