import type { BrandResult, Comparison } from './analyze.ts';
import type { FoundMention } from './mentions.ts';
import type { Workspace } from './workspace.ts';

/** What the sentences say of the brands. `absent` and `echo` hold one flag a mention. */
export type Reading = { absent: Uint8Array; echo: Uint8Array; brands: BrandResult[]; comparisons: Comparison[] };

export function readAnswer(_workspace: Workspace, mentions: readonly FoundMention[], _language: string, _prompt: string | null): Reading {
  const absent = new Uint8Array(mentions.length);
  const brands = new Map<string, BrandResult>();
  for (const [index, mention] of mentions.entries()) {
    const known = brands.get(mention.pattern.brand);
    const visible = absent[index] === 0;
    if (known === undefined) {
      brands.set(mention.pattern.brand, { brand: mention.pattern.brand, visible, mentions: 1, rank: brands.size + 1, listRank: null, recommended: null, sentiment: null });
    } else {
      known.mentions++;
      known.visible ||= visible;
    }
  }
  return { absent, echo: new Uint8Array(mentions.length), brands: [...brands.values()], comparisons: [] };
}
