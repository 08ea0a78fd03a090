import type { Alias, Panel } from './panel.ts';

export const panelChangeKinds = ['brand', 'alias', 'rule'] as const;
export type PanelChange = (typeof panelChangeKinds)[number];

/**
 * What of a panel changed that answers are read with: which brands there are, by which names and domains they are known,
 * or under which conditions a name counts. Whose brand is whose changes no reading.
 */
export function panelChanges(before: Panel, after: Panel): PanelChange[] {
  const changes = new Set<PanelChange>();
  const known = new Map(before.brands.map((brand) => [brand.id, brand]));
  if (known.size !== after.brands.length) changes.add('brand');
  for (const brand of after.brands) {
    const old = known.get(brand.id);
    if (!old) {
      changes.add('brand');
      continue;
    }
    const names = (aliases: Alias[]) => aliases.map((alias) => alias.text);
    if (differ(names(old.aliases), names(brand.aliases)) || differ(old.domains, brand.domains)) changes.add('alias');
    else if (differ(old.aliases.map(conditionsOf), brand.aliases.map(conditionsOf))) changes.add('rule');
  }
  return [...changes];
}

const conditionsOf = ({ text, caseSensitive, near, notNear, notIn }: Alias) =>
  JSON.stringify([text, caseSensitive, near.toSorted(), notNear.toSorted(), notIn.toSorted()]);

const differ = (before: readonly string[], after: readonly string[]) =>
  JSON.stringify(before.toSorted()) !== JSON.stringify(after.toSorted());
