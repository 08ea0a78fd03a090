import { registrableDomain } from '../domain/analysis/canonical-url.ts';
import { fold } from '../domain/analysis/fold.ts';
import { proposeAliases } from '../domain/propose-aliases.ts';
import { industryBrands } from '../domain/sites/data/industry-brands.ts';
import { readHomePage, type HomePage } from '../domain/sites/read-home-page.ts';
import type { Deps } from '../deps.ts';
import { AppError } from '../errors.ts';
import { readHtml } from '../network/read-html.ts';

export type BrandQuestion = { name: string; domain: string | null; industry: string | null; locales: string[] };
export type BrandProposal = {
  aliases: string[];
  competitors: { name: string; domain: string }[];
  site: HomePage | null;
  /** Why the site could not be read. */
  problem: { code: string; message: string } | null;
};

/**
 * What a new workspace may want besides a brand's name: from rules, from the brand's own site, and from the industry's
 * well-known brands. Nothing comes from other workspaces.
 */
export async function proposeBrand(deps: Pick<Deps, 'guard'>, { name, domain, industry, locales }: BrandQuestion): Promise<BrandProposal> {
  const address = domain === null ? null : addressOf(domain);
  const { site, problem } = address === null ? { site: null, problem: null } : await trySite(deps, address);
  const registrable = address !== null && URL.canParse(address) ? registrableDomain(new URL(address).hostname) : null;
  const known = industry !== null && Object.hasOwn(industryBrands, industry) ? (industryBrands[industry] ?? []) : [];
  const competitors = known
    .filter((brand) => brand.locale === '*' || locales.includes(brand.locale))
    .filter((brand) => fold(brand.name) !== fold(name) && brand.domain !== registrable)
    .map((brand) => ({ name: brand.name, domain: brand.domain }));
  return {
    aliases: proposeAliases({ name, domain: registrable, siteName: site?.name ?? null, title: site?.title ?? null }),
    competitors,
    site,
    problem,
  };
}

/** A site that is away is no reason to propose nothing. */
async function trySite(deps: Pick<Deps, 'guard'>, address: string): Promise<Pick<BrandProposal, 'site' | 'problem'>> {
  try {
    return { site: readHomePage(await readHtml(deps.guard, address)), problem: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { site: null, problem: { code: error.code, message: error.message } };
  }
}

/** Of the site's first page: people paste the address of any. */
function addressOf(text: string): string {
  const address = text.includes('://') ? text : `https://${text}`;
  return URL.canParse(address) ? new URL('/', address).href : address;
}
