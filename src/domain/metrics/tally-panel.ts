import { normalizeHost } from '../analysis/canonical-url.ts';
import { domainOwners } from '../analysis/citations.ts';
import type { Panel } from '../analysis/panel.ts';

/**
 * Whose mentions and citations count: `brandOf` gives the id of the panel's brand or null for any other name, `ownerOf` the
 * brand that owns a cited domain or null.
 */
export type TallyPanel = { brandOf(name: string): string | null; ownerOf(domain: string): string | null };

/** Without a panel all brands that occur are the locked panel, and whose a domain is cannot be known. */
export const countAnyBrand: TallyPanel = { brandOf: (name) => name, ownerOf: () => null };

/** The panel's brands by their ids; a cited host belongs to the most specific owned domain that it is or lies under. */
export function countPanelBrands(panel: Panel): TallyPanel {
  const ids = new Set(panel.brands.map(({ id }) => id));
  const owners = domainOwners(panel);
  return {
    brandOf: (name) => (ids.has(name) ? name : null),
    ownerOf(domain) {
      let host = normalizeHost(domain.trim()) ?? '';
      while (host !== '') {
        const owner = owners.get(host);
        if (owner !== undefined) return owner;
        host = host.includes('.') ? host.slice(host.indexOf('.') + 1) : '';
      }
      return null;
    },
  };
}
