/** A stream of numbers in [0, 1). The same key always gives the same stream. */
export type Random = () => number;

/** Four 32-bit words of a text (cyrb128 by bryc, public domain). */
function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  return [(a ^ b ^ c ^ d) >>> 0, b >>> 0, c >>> 0, d >>> 0];
}

/** sfc32 (PractRand, public domain) seeded from the text. */
export function createRandom(key: string): Random {
  let [a, b, c, d] = hashWords(key);
  const next = () => {
    const t = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + t) | 0;
    return (t >>> 0) / 4294967296;
  };
  // The first outputs still resemble the seed.
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** One number in [0, 1) that belongs to the key. */
export const hashUnit = (key: string): number => createRandom(key)();

export const hashHex = (key: string): string =>
  hashWords(key)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');

export const chance = (random: Random, probability: number): boolean => random() < probability;

export const between = (random: Random, low: number, high: number): number => low + Math.floor(random() * (high - low + 1));

export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** `count` different items (fewer when there are fewer), in random order. */
export function sample<T>(random: Random, items: readonly T[], count: number): T[] {
  const rest = [...items];
  const taken: T[] = [];
  while (taken.length < count && rest.length > 0) {
    taken.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return taken;
}

export function hexId(random: Random, length: number): string {
  let id = '';
  while (id.length < length) {
    id += Math.floor(random() * 4294967296)
      .toString(16)
      .padStart(8, '0');
  }
  return id.slice(0, length);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** An id in the letters that Anthropic's and Google's ids use. */
export function letterId(random: Random, length: number): string {
  let id = '';
  for (let i = 0; i < length; i++) id += alphabet[Math.floor(random() * alphabet.length)];
  return id;
}
