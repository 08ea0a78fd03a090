/** A stream of numbers in [0, 1); always handed in, so that the domain has no randomness of its own. */
export type Random = () => number;

/** The same seed always gives the same stream: 32 bits of state, enough for a bootstrap. Mulberry32 (T. Ettinger 2017). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
