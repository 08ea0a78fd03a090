import type { Brand } from './api.ts';

const colours = 10;
/** Stands where a name will be, for the moment until the names are there. */
export const nameToCome = '…';

export type BrandStyle = { name: string; own: boolean; colour: string; dash: string | undefined };

/** A brand looks the same on every page: the own one first, then by the panel's order; with more brands than colours the lines are dashed. */
export function styleBrands(brands: readonly Brand[]): Map<string, BrandStyle> {
  const order = [...brands.filter(({ own }) => own), ...brands.filter(({ own }) => !own)];
  const dashes = [undefined, '7 4', '2 4', '10 3 2 3'];
  return new Map(
    order.map(({ key, name, own }, index) => [
      key,
      { name, own, colour: `var(--brand-${index % colours})`, dash: dashes[Math.floor(index / colours) % dashes.length] },
    ]),
  );
}

/** A brand that has left the panel since is still shown by its key; a panel is never empty, only not there yet. */
export const styleOf = (styles: ReadonlyMap<string, BrandStyle>, key: string): BrandStyle =>
  styles.get(key) ?? { name: styles.size === 0 ? nameToCome : key, own: false, colour: 'var(--brand-7)', dash: '2 4' };
