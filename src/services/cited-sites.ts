import { z } from 'zod';
import { listBrands } from '../db/panels.ts';
import {
  countSitesBy,
  deleteCorrection,
  listCitedPages,
  listCitedSites,
  listCorrections,
  saveCorrection,
  type CitationFilter,
  type PageRow,
  type SiteRow,
} from '../db/sites.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { normalizeHost } from '../domain/analysis/canonical-url.ts';
import {
  addressRules,
  classifyDomain,
  classifyPage,
  settableClasses,
  siteClasses,
  type Classified,
  type Corrections,
  type SettableClass,
  type SiteClass,
  type SiteOwner,
} from '../domain/sites/site-class.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { pageOf, readCursor, writeCursor } from './paging.ts';

export type CitedSite = Omit<SiteRow, 'matches'> & Classified & { stages: Record<string, number>; engines: Record<string, number> };
export type ClassTotal = { class: SiteClass; sites: number; cited: number; retrieved: number };
export type CitedSites = { answers: number; classes: ClassTotal[]; sites: CitedSite[]; next: string | null };
export type CitedPage = PageRow & Classified;
type Paging = { limit: number; cursor?: string | undefined };

/** Domains cited in a period with their class, which is derived now: a correction holds for the past as well. */
export async function readCitedSites(
  deps: Deps,
  workspace: Workspace,
  filter: CitationFilter & Paging & { classes?: SiteClass[] | undefined },
): Promise<CitedSites> {
  const { owners, corrections } = await classification(deps, workspace);
  const { answers, sites } = await listCitedSites(deps.db, workspace.id, filter, addressRules);
  const all = sites.map(({ matches, ...site }) => {
    const pages = { total: site.cited + site.retrieved, matches };
    return { ...site, ...classifyDomain(site.domain, ownerOf(site, owners), corrections, pages) };
  });
  const after = filter.cursor === undefined ? null : readCursor(filter.cursor, place);
  const wanted = all
    .filter((site) => filter.classes === undefined || filter.classes.includes(site.class))
    .toSorted((a, b) => comparePlaces(placeOf(a), placeOf(b)))
    .filter((site) => after === null || comparePlaces(placeOf(site), after) > 0);
  const { shown, next } = pageOf(wanted, filter.limit, (site) => writeCursor(placeOf(site)));
  const counted = await countSitesBy(deps.db, workspace.id, filter, [...new Set(shown.map(({ domain }) => domain))]);
  return {
    answers,
    classes: totals(all),
    sites: shown.map((site) => {
      const own = counted.filter(({ domain, brand }) => domain === site.domain && brand === site.brand);
      return { ...site, stages: sumBy(own, 'stage'), engines: sumBy(own, 'engine') };
    }),
    next,
  };
}

/** Pages cited in a period, of one domain or of all. */
export async function readCitedPages(
  deps: Deps,
  workspace: Workspace,
  filter: CitationFilter & Paging & { domain?: string | undefined },
): Promise<{ pages: CitedPage[]; next: string | null }> {
  const { owners, corrections } = await classification(deps, workspace);
  const from = filter.cursor === undefined ? undefined : readCursor(filter.cursor, place);
  const after = from && { answers: from[0], retrieved: from[1], url: from[2] };
  const rows = await listCitedPages(deps.db, workspace.id, filter, { domain: filter.domain, limit: filter.limit + 1, after });
  const { shown, next } = pageOf(rows, filter.limit, ({ answers, retrieved, url }) => writeCursor([answers, retrieved, url]));
  return {
    pages: shown.map((page) => ({ ...page, ...classifyPage(page.url, ownerOf(page, owners), corrections) })),
    next,
  };
}

export type Classification = { owners: Map<string, SiteOwner>; corrections: Corrections };

/** What the workspace knows of sites: whose they are, and what people said of them. */
export async function classification(deps: Deps, workspace: Workspace): Promise<Classification> {
  const owners = new Map<string, SiteOwner>();
  for (const { key, own } of await listBrands(deps.db, workspace.id)) owners.set(key, own ? 'own' : 'competitor');
  return { owners, corrections: new Map((await readCorrections(deps, workspace)).map((one) => [one.domain, one.class])) };
}

export const ownerOf = ({ brand }: { brand: string | null }, owners: ReadonlyMap<string, SiteOwner>): SiteOwner =>
  brand === null ? null : (owners.get(brand) ?? null);

function totals(sites: readonly (SiteRowCounts & Classified)[]): ClassTotal[] {
  return siteClasses.map((name) => {
    const own = sites.filter((site) => site.class === name);
    const sum = (field: 'cited' | 'retrieved') => own.reduce((total, site) => total + site[field], 0);
    return { class: name, sites: own.length, cited: sum('cited'), retrieved: sum('retrieved') };
  });
}
type SiteRowCounts = Pick<SiteRow, 'cited' | 'retrieved'>;

function sumBy(rows: readonly { stage: string; engine: string; answers: number }[], field: 'stage' | 'engine'): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const row of rows) sums[row[field]] = (sums[row[field]] ?? 0) + row.answers;
  return sums;
}

/** A place in the order of a list: answers, then pages looked at, both falling, then the name. */
type Place = [number, number, string];
const placeOf = (site: Pick<SiteRow, 'answers' | 'cited' | 'retrieved' | 'domain' | 'brand'>): Place => [
  site.answers,
  site.cited + site.retrieved,
  `${site.domain} ${site.brand ?? ''}`,
];
const comparePlaces = (a: Place, b: Place): number => b[0] - a[0] || b[1] - a[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
const place = z.tuple([z.int(), z.int(), z.string()]);

export type Correction = { domain: string; class: SettableClass };

/** What people of the workspace said that a site is. */
export async function readCorrections(deps: Deps, workspace: Workspace): Promise<Correction[]> {
  const rows = await listCorrections(deps.db, workspace.id);
  return rows.flatMap((row) => {
    const known = settableClasses.find((one) => one === row.class);
    return known === undefined ? [] : [{ domain: row.domain, class: known }];
  });
}

export async function correctSite(deps: Deps, workspace: Workspace, domain: string, wanted: SettableClass): Promise<Correction> {
  const correction = { domain: hostOf(domain), class: wanted };
  await saveCorrection(deps.db, workspace.id, correction);
  return correction;
}

export async function uncorrectSite(deps: Deps, workspace: Workspace, domain: string): Promise<void> {
  if (!(await deleteCorrection(deps.db, workspace.id, hostOf(domain)))) throw new NotFoundError('The correction');
}

function hostOf(domain: string): string {
  const host = normalizeHost(domain.trim());
  if (host === null)
    throw new InputError('The site is not usable.', [{ path: 'domain', message: 'must be a domain name such as example.com.' }]);
  return host.replace(/^www\./, '');
}
