import { knownSites } from './data/known-sites.ts';

/** What a cited site is to the brand. `own` and `competitor` follow from the panel's domains and cannot be set by hand. */
export const siteClasses = ['own', 'competitor', 'review', 'news', 'social', 'marketplace', 'reference', 'other'] as const;
export type SiteClass = (typeof siteClasses)[number];
export const settableClasses = ['review', 'news', 'social', 'marketplace', 'reference', 'other'] as const;
export type SettableClass = (typeof settableClasses)[number];
/** Why a site has its class: the panel's domain, a person's correction, the shipped list, a rule over addresses, or nothing. */
export type ClassSource = 'panel' | 'user' | 'list' | 'rule' | 'none';
export type Classified = { class: SiteClass; source: ClassSource };

/** A person's classes, by domain or host. */
export type Corrections = ReadonlyMap<string, SettableClass>;
/** Whose page it is by the panel; null where nobody's. */
export type SiteOwner = 'own' | 'competitor' | null;

/**
 * Rules over addresses of sites that no list has. Their syntax means the same in PostgreSQL, without regard to case, as the counting of
 * pages happens there.
 */
export const addressRules: readonly { class: SettableClass; pattern: string }[] = [
  {
    class: 'social',
    pattern: '^https?://((www|m)[.])?([a-z0-9-]+[.])*(forums?|community|communities|discuss|discourse|discussions|answers|bbs|ask)[.]|/(forums?|community|threads?|topic|discussions?|bbs)/',
  },
  {
    class: 'review',
    pattern: '^https?://([a-z0-9-]+[.])*(reviews?|compare|vergleich)[.]|/([a-z0-9-]*-)?(reviews?|comparisons?|compare|versus|vergleich|testbericht|comparatif|comparativa|alternatives?|buying-guides?|pingce|hikaku)(-[a-z0-9-]*)?([/.?]|$)|/[a-z0-9-]+-vs[.]?-[a-z0-9-]+|/(the-)?(best|top)-[a-z0-9-]+|/top-?[0-9]+-|/beste-[a-z0-9-]+|/mejores-[a-z0-9-]+|/meilleur',
  },
  { class: 'news', pattern: '^https?://([a-z0-9-]+[.])*(news|nachrichten|noticias|actu)[.]|^https?://[^/]*(news|times|herald|tribune|gazette|zeitung|shimbun)[a-z]*[.](com|org|net|co|de|cn|jp|tw|hk|uk)' },
  { class: 'marketplace', pattern: '^https?://([a-z0-9-]+[.])*(shop|store|mall|marketplace)[.]' },
  { class: 'reference', pattern: '^https?://([a-z0-9-]+[.])*(wiki|docs|dictionary|baike)[.]|^https?://[^/]+[.](gov|edu|mil)([.][a-z]{2})?(/|$)|^https?://[^/]+[.](ac|go|gob|gouv)[.][a-z]{2}(/|$)|/wiki/' },
]; // prettier-ignore

const compiled = addressRules.map((rule) => ({ class: rule.class, pattern: new RegExp(rule.pattern, 'i') }));
const listed = new Map<string, SettableClass>();
for (const name of settableClasses) {
  if (name === 'other') continue;
  for (const site of knownSites[name].split(' ')) listed.set(site, name);
}

/** The class of one page. What the panel owns wins, then a person's word, then the list, then the rules. */
export function classifyPage(url: string, owner: SiteOwner, corrections: Corrections): Classified {
  const address = URL.parse(url);
  const certain = certainClass(address?.hostname ?? '', address?.pathname ?? '', owner, corrections);
  if (certain) return certain;
  const rule = compiled.find(({ pattern }) => pattern.test(url));
  return rule ? { class: rule.class, source: 'rule' } : { class: 'other', source: 'none' };
}

/**
 * The class of a whole domain. `matches` counts its pages by the rule that they follow: at least half of `pages` must follow one.
 */
export function classifyDomain(
  domain: string,
  owner: SiteOwner,
  corrections: Corrections,
  pages: { total: number; matches: Partial<Record<SettableClass, number>> },
): Classified {
  const certain = certainClass(domain, '', owner, corrections);
  if (certain) return certain;
  const rule = addressRules.find((one) => (pages.matches[one.class] ?? 0) * 2 >= Math.max(1, pages.total));
  return rule ? { class: rule.class, source: 'rule' } : { class: 'other', source: 'none' };
}

function certainClass(host: string, path: string, owner: SiteOwner, corrections: Corrections): Classified | null {
  if (owner !== null) return { class: owner, source: 'panel' };
  const names = namesOf(host);
  for (const name of names) {
    const corrected = corrections.get(name);
    if (corrected !== undefined) return { class: corrected, source: 'user' };
  }
  const folder = path.split('/', 2)[1];
  const found = (folder ? listed.get(`${names[0]}/${folder}`) : undefined) ?? names.map(listedAs).find((one) => one !== undefined);
  return found === undefined ? null : { class: found, source: 'list' };
}

/** The host and the domains above it, the most specific first: a.b.com, b.com. */
function namesOf(host: string): string[] {
  const labels = host
    .toLowerCase()
    .replace(/^www\./, '')
    .split('.');
  return labels.slice(0, -1).map((_label, index) => labels.slice(index).join('.'));
}

/** `amazon.*` is amazon.de and amazon.co.uk, not amazon.example.com. */
function listedAs(name: string): SettableClass | undefined {
  const exact = listed.get(name);
  if (exact !== undefined) return exact;
  const dot = name.indexOf('.');
  return /^(?:com|net|org|io|[a-z]{2}|com?\.[a-z]{2})$/.test(name.slice(dot + 1)) ? listed.get(`${name.slice(0, dot)}.*`) : undefined;
}
