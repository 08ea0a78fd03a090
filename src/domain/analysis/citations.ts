import { canonicalizeUrl } from './canonical-url.ts';
import type { Panel } from './panel.ts';

/** A link or an engine's citation as it came. Offsets are UTF-16 into the answer's text, null where it has no place there. */
export type CitationInput = { url: string; title: string | null; start: number | null; end: number | null };
/** `from`: the engine's own list, or a link in the text. `position` counts the pages of the answer from 1. */
export type Citation = {
  url: string;
  domain: string;
  brand: string | null;
  title: string | null;
  position: number;
  start: number | null;
  end: number | null;
  from: 'engine' | 'text';
};
export type DomainOwners = ReadonlyMap<string, string>;

/** Brand by owned domain. Where two brands list one domain, the smaller id has it, whatever the order of the panel. */
export function domainOwners(panel: Panel): DomainOwners {
  const owners = new Map<string, string>();
  for (const brand of panel.brands) {
    for (const domain of brand.domains) {
      const owner = owners.get(domain);
      if (owner === undefined || brand.id < owner) owners.set(domain, brand.id);
    }
  }
  return owners;
}

/** Canonical pages in order of first appearance, each once. */
export function readCitations(inputs: readonly CitationInput[], from: 'engine' | 'text', owners: DomainOwners): Citation[] {
  const seen = new Set<string>();
  const citations: Citation[] = [];
  for (const input of inputs) {
    const page = canonicalizeUrl(input.url, input.title);
    if (page === null || seen.has(page.key)) continue;
    seen.add(page.key);
    citations.push({
      url: page.url,
      domain: page.domain,
      brand: ownerOf(page.host, owners),
      title: input.title,
      position: citations.length + 1,
      start: input.start,
      end: input.end,
      from,
    });
  }
  return citations;
}

/** The most specific owned domain that the host is, or lies under. */
function ownerOf(host: string, owners: DomainOwners): string | null {
  for (let at = 0; at < host.length;) {
    const owner = owners.get(at === 0 ? host : host.slice(at));
    if (owner !== undefined) return owner;
    const dot = host.indexOf('.', at);
    if (dot === -1) return null;
    at = dot + 1;
  }
  return null;
}
