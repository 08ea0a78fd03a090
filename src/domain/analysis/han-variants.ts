import shinjitai from 'opencc-js/dict/JPShinjitaiCharacters';
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

let variants: Map<number, number> | null = null;

/** Traditional and Japanese new forms to Simplified, one character each (樂, 楽 → 乐). Characters without a variant map to themselves. */
export function simplifyHan(codePoint: number): number {
  variants ??= buildVariants();
  return variants.get(codePoint) ?? codePoint;
}

function buildVariants(): Map<number, number> {
  const map = new Map<number, number>();
  addPairs(map, traditionalToSimplified, (code) => code);
  addPairs(map, shinjitai, (code) => map.get(code) ?? code);
  return map;
}

function addPairs(map: Map<number, number>, table: string, resolve: (code: number) => number): void {
  for (const pair of table.split('|')) {
    const [from, to] = pair.split(' ');
    const source = from?.codePointAt(0);
    const target = to?.codePointAt(0);
    if (source !== undefined && target !== undefined && !map.has(source)) map.set(source, resolve(target));
  }
}
