import type { Random } from '../statistics/random.ts';

/** All in random order, each order as likely (Fisher & Yates 1938). @returns a new array */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [shuffled[i], shuffled[j]] = [shuffled[j] as T, shuffled[i] as T];
  }
  return shuffled;
}

/**
 * Items in order of time, dealt out so that no trend is left: cut into `size` stretches of time, one of each stretch goes
 * into every `size` items in a row. A plain shuffle would leave it to chance how much of an early level meets how much of a
 * late one, and a level that drifted would look like one that jumps about. @returns a new array
 */
export function dealOut<T>(items: readonly T[], size: number, random: Random): T[] {
  const cut = (k: number) => Math.floor((k * items.length) / size);
  const stretches = Array.from({ length: size }, (_, k) => shuffle(items.slice(cut(k), cut(k + 1)), random));
  const rounds = Array.from({ length: Math.ceil(items.length / size) }, (_, round) =>
    shuffle(
      stretches.flatMap((stretch) => stretch.slice(round, round + 1)),
      random,
    ),
  );
  return shuffle(rounds, random).flat();
}
