import type { Stage } from '../domain/journey.ts';

/** `aliases`: those that were proposed and taken. */
export type BrandDraft = { name: string; domain: string; aliases?: string[] };
export type Draft = { name: string; own: BrandDraft; competitors: BrandDraft[]; industry: string; stages: Stage[]; languages: string[] };

/** The request that the form makes, or the first thing in it that is to be put right. */
export function toNewWorkspace(draft: Draft, engines: string[]) {
  const competitors = draft.competitors.filter(({ name }) => name.trim() !== '');
  if (draft.name.trim() === '' || draft.own.name.trim() === '') return 'required' as const;
  const brands = [draft.own, ...competitors].map(({ name, domain, aliases = [] }, index) => ({
    id: brandId(name, index),
    name: name.trim(),
    own: index === 0,
    aliases,
    domains: domain.trim() === '' ? [] : [hostOf(domain)],
  }));
  const names = brands.map(({ name }) => name.toLocaleLowerCase());
  if (new Set(names).size < names.length) return 'sameName' as const;
  if (draft.stages.length === 0) return 'noStage' as const;
  if (draft.industry !== '' && draft.languages.length === 0) return 'noLanguage' as const;
  return {
    name: draft.name.trim(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    stages: draft.stages,
    panel: { brands },
    packs: draft.industry === '' ? [] : [{ industry: draft.industry, locales: draft.languages }],
    engines,
  };
}

/** Whether the brand is among them, however its letters are cased. */
export const isListed = (brands: readonly BrandDraft[], name: string): boolean =>
  brands.some((brand) => brand.name.trim().toLocaleLowerCase() === name.toLocaleLowerCase());

/** Names without Latin letters have no readable id; their place makes one. */
function brandId(name: string, index: number): string {
  const readable = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return readable === '' ? `brand-${index + 1}` : readable;
}

/** People paste addresses: `https://www.brand.com/shop` is the domain `brand.com`. */
function hostOf(text: string): string {
  const address = text.includes('://') ? text.trim() : `https://${text.trim()}`;
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : text.trim();
}
