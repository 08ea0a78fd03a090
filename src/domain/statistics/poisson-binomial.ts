import type { Random } from './random.ts';

/** Chances of 0, 1, … n hits of n independent trials with chances of their own, by convolution. Poisson 1837. */
export function poissonBinomial(chances: ArrayLike<number>): Float64Array {
  const result = new Float64Array(chances.length + 1);
  result[0] = 1;
  for (let i = 0; i < chances.length; i++) {
    const chance = chances[i] ?? 0;
    for (let k = i + 1; k > 0; k--) result[k] = (result[k] ?? 0) * (1 - chance) + (result[k - 1] ?? 0) * chance;
    result[0] = (result[0] ?? 0) * (1 - chance);
  }
  return result;
}

/** Draws 0, 1, … by their chances: Walker's alias method (1977), one look-up a draw. */
export function discreteSampler(chances: Float64Array): (random: Random) => number {
  const size = chances.length;
  const keep = chances.map((chance) => chance * size);
  const alias = Int32Array.from({ length: size }, (_, i) => i);
  const small: number[] = [];
  const large: number[] = [];
  keep.forEach((share, i) => (share < 1 ? small : large).push(i));
  for (let low = small.pop(), high = large.pop(); low !== undefined && high !== undefined; low = small.pop()) {
    alias[low] = high;
    keep[high] = (keep[high] ?? 0) - (1 - (keep[low] ?? 0));
    if ((keep[high] ?? 0) < 1) {
      small.push(high);
      high = large.pop();
    }
  }
  return (random) => {
    const at = random() * size;
    const slot = Math.min(size - 1, Math.floor(at));
    return at - slot < (keep[slot] ?? 1) ? slot : (alias[slot] ?? slot);
  };
}
