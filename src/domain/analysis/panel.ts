import { parse } from 'tldts';
import { z } from 'zod';
import { InputError, type InputIssue } from '../../errors.ts';
import { normalizeHost } from './canonical-url.ts';
import { fold } from './fold.ts';

/** A way of writing a brand's name. `notIn` lists longer words that contain it and are something else (小米粥 for 小米). */
export type Alias = { text: string; caseSensitive: boolean; near: string[]; notNear: string[]; notIn: string[] };
export type Brand = { id: string; name: string; own: boolean; aliases: Alias[]; domains: string[] };
/** The brands that are counted, checked: every name is listed among its brand's aliases, none belongs to two brands. */
export type Panel = { brands: Brand[] };

const terms = z.array(z.string().trim().min(1)).nullish();
const aliasObject = z.object({ text: z.string(), caseSensitive: z.boolean().nullish(), near: terms, notNear: terms, notIn: terms });
const aliasSchema = z.union([z.string(), aliasObject], { error: 'must be a string or { text, caseSensitive?, near?, notNear?, notIn? }' });
const brandSchema = z.object({
  id: z.string().trim().min(1),
  name: z.string(),
  own: z.boolean().nullish(),
  aliases: z.array(aliasSchema).nullish(),
  domains: z.array(z.string()).nullish(),
});
export const brandFields: readonly string[] = Object.keys(brandSchema.shape);
export const aliasFields: readonly string[] = Object.keys(aliasObject.shape);
const panelSchema = z.object({ brands: z.array(brandSchema).min(1, { error: 'must name at least one brand' }) });

type BrandInput = z.infer<typeof brandSchema>;
export type AliasInput = z.infer<typeof aliasSchema>;
/** Where in the input each alias stands. */
type Places = Map<Alias, string>;

/** Checks a panel as people write it. @throws InputError with one issue for each thing wrong, naming brand, alias and reason */
export function parsePanel(json: unknown): Panel {
  const parsed = panelSchema.safeParse(json);
  if (!parsed.success) {
    fail(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message })));
  }
  const issues: InputIssue[] = [];
  const places: Places = new Map();
  const brands = parsed.data.brands.map((brand, index) => readBrand(brand, index, places, issues));
  checkIds(brands, issues);
  checkSharedAliases(brands, places, issues);
  if (issues.length > 0) fail(issues);
  return { brands };
}

function fail(issues: InputIssue[]): never {
  const lines = issues.map((issue) => `${issue.path || 'panel'}: ${issue.message}`);
  throw new InputError(`The panel is not usable. ${lines.join('; ')}`, issues);
}

function readBrand(input: BrandInput, index: number, places: Places, issues: InputIssue[]): Brand {
  const path = `brands.${index}`;
  const aliases = readAliases(input, path, places, issues);
  const domains = (input.domains ?? []).map((domain, at) => readDomain(domain, input.id, `${path}.domains.${at}`, issues));
  return { id: input.id, name: input.name, own: input.own ?? false, aliases, domains: [...new Set(domains)] };
}

function readAliases(input: BrandInput, path: string, places: Places, issues: InputIssue[]): Alias[] {
  const given = (input.aliases ?? []).map((alias, at) => ({ alias: toAlias(alias), path: `${path}.aliases.${at}` }));
  // An alias object with the name's own text sets the conditions for the name too.
  const nameIsConditioned = given.some(({ alias }) => fold(alias.text) === fold(input.name));
  const all = nameIsConditioned ? given : [{ alias: toAlias(input.name), path: `${path}.name` }, ...given];
  for (const { alias, path: at } of all) {
    places.set(alias, at);
    checkAlias(alias, input.id, at, issues);
  }
  return all.flatMap(({ alias, path: at }) => {
    const bare = withoutSigns(alias);
    if (bare === null || all.some((other) => fold(other.alias.text) === fold(bare.text))) return [alias];
    places.set(bare, at);
    return [alias, bare];
  });
}

/** "Acme®" is written "Acme" by nearly everybody. @returns null where there is no such sign, or too little beside it to look for */
function withoutSigns(alias: Alias): Alias | null {
  const text = alias.text
    .replaceAll(/[℠\p{Extended_Pictographic}\u{fe0f}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text === alias.text || !/[\p{L}\p{N}]/u.test(text)) return null;
  return isSingleSpacedLetter(fold(text)) && !alias.caseSensitive && alias.near.length === 0 ? null : { ...alias, text };
}

function toAlias(input: AliasInput): Alias {
  if (typeof input === 'string') return { text: input.trim(), caseSensitive: false, near: [], notNear: [], notIn: [] };
  return {
    text: input.text.trim(),
    caseSensitive: input.caseSensitive ?? false,
    near: input.near ?? [],
    notNear: input.notNear ?? [],
    notIn: input.notIn ?? [],
  };
}

function checkAlias(alias: Alias, brand: string, path: string, issues: InputIssue[]): void {
  const folded = fold(alias.text);
  const quoted = `brand "${brand}", alias "${alias.text}"`;
  if (!/[\p{L}\p{N}]/u.test(folded)) {
    issues.push({ path, code: 'empty', message: `${quoted}: is empty, it needs at least one letter or digit` });
  } else if (isSingleSpacedLetter(folded) && !alias.caseSensitive && alias.near.length === 0) {
    const message = `${quoted}: a single letter or digit needs "near" or "caseSensitive", it would be found everywhere`;
    issues.push({ path, code: 'single_letter', message });
  }
}

function isSingleSpacedLetter(folded: string): boolean {
  return [...folded].length === 1 && /[\p{L}\p{N}]/u.test(folded);
}

function readDomain(domain: string, brand: string, path: string, issues: InputIssue[]): string {
  const host = normalizeHost(domain.trim());
  const known = host === null ? null : parse(host, { allowPrivateDomains: true, extractHostname: false });
  if (known === null || known.isIp === true || known.domain === null) {
    issues.push({ path, code: 'not_a_domain', message: `brand "${brand}", domain "${domain}": is not a domain name such as example.com` });
  }
  return (host ?? domain).replace(/^www\./, '');
}

function checkIds(brands: Brand[], issues: InputIssue[]): void {
  const seen = new Set<string>();
  for (const [index, brand] of brands.entries()) {
    if (seen.has(brand.id)) issues.push({ path: `brands.${index}.id`, message: `brand "${brand.id}" is listed twice` });
    seen.add(brand.id);
  }
}

function checkSharedAliases(brands: Brand[], places: Places, issues: InputIssue[]): void {
  const owners = new Map<string, string>();
  for (const [index, brand] of brands.entries()) {
    for (const alias of brand.aliases) {
      const folded = fold(alias.text);
      const owner = owners.get(folded);
      if (owner !== undefined && owner !== brand.id && folded !== '') {
        const message = `brand "${brand.id}", alias "${alias.text}": is an alias of brand "${owner}" too`;
        issues.push({ path: places.get(alias) ?? `brands.${index}.aliases`, code: 'shared', message });
      }
      owners.set(folded, brand.id);
    }
  }
}
