/** `wins[i][j]`: how often i beat j, ≥ 0, possibly weighted; the diagonal is not looked at. */
export type Wins = readonly ArrayLike<number>[];

export type BradleyTerryOptions = {
  /** As if each had won and lost this many times against one that is average; 0 is plain maximum likelihood. */
  prior?: number;
  /** Where to begin, log-odds; the result of nearly the same wins saves steps. */
  start?: ArrayLike<number>;
  /** Ends where no log-odds move by more in a step. */
  tolerance?: number;
};

const mostSteps = 100;
/** Farther than this a step leaves the part of the likelihood that is nearly a parabola. */
const longestStep = 1.5;

/**
 * Strengths in log-odds, mean 0: i beats j with probability 1/(1 + exp(−(s_i − s_j))). Bradley & Terry 1952; maximum
 * likelihood by Newton's method. The prior keeps one who never lost finite (Caron & Doucet 2012, with an average player).
 * @returns null where, without a prior, no finite strengths exist: some group never lost to, or never won against, the rest
 */
export function bradleyTerry(wins: Wins, { prior = 0, start, tolerance = 1e-9 }: BradleyTerryOptions = {}): number[] | null {
  const size = wins.length;
  if (prior <= 0 && !isConnected(wins)) return null;
  const strengths = Float64Array.from({ length: size }, (_, i) => start?.[i] ?? 0);
  const step = new Float64Array(size);
  const curvature = Array.from({ length: size }, () => new Float64Array(size));
  for (let steps = 0; steps < mostSteps; steps++) {
    slopes(wins, strengths, prior, step, curvature);
    solve(curvature, step);
    const longest = step.reduce((most, by) => Math.max(most, Math.abs(by)), 0);
    const shortened = Math.min(1, longestStep / longest);
    for (let i = 0; i < size; i++) strengths[i] = at(strengths, i) + (longest > 0 ? shortened : 0) * at(step, i);
    if (longest < tolerance) break;
  }
  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / Math.max(1, size);
  return Array.from(strengths, (strength) => strength - mean);
}

const at = (values: ArrayLike<number> | undefined, i: number): number => values?.[i] ?? 0;

/** First derivatives of the log-likelihood, and its negative second ones. */
function slopes(wins: Wins, strengths: Float64Array, prior: number, first: Float64Array, second: Float64Array[]): void {
  for (let i = 0; i < strengths.length; i++) {
    const alone = 1 / (1 + Math.exp(-at(strengths, i)));
    first[i] = prior * (1 - 2 * alone);
    // Strengths have no zero of their own: without a prior their sum is held.
    second[i]?.fill(prior > 0 ? 0 : 1);
    add(second[i], i, 2 * prior * alone * (1 - alone));
  }
  for (let i = 0; i < strengths.length; i++) {
    for (let j = i + 1; j < strengths.length; j++) {
      const [won, lost] = [at(wins[i], j), at(wins[j], i)];
      if (won + lost === 0) continue;
      const chance = 1 / (1 + Math.exp(at(strengths, j) - at(strengths, i)));
      const excess = won - (won + lost) * chance;
      add(first, i, excess);
      add(first, j, -excess);
      const weight = (won + lost) * chance * (1 - chance);
      add(second[i], i, weight);
      add(second[j], j, weight);
      add(second[i], j, -weight);
      add(second[j], i, -weight);
    }
  }
}

function add(values: Float64Array | undefined, i: number, by: number): void {
  if (values) values[i] = at(values, i) + by;
}

/** Solves a positive definite system in place, by elimination; both arguments are used up, `right` becomes the solution. */
function solve(matrix: Float64Array[], right: Float64Array): void {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    for (let row = i + 1; row < size; row++) {
      const factor = at(matrix[row], i) / at(matrix[i], i);
      if (factor === 0) continue;
      for (let column = i; column < size; column++) add(matrix[row], column, -factor * at(matrix[i], column));
      add(right, row, -factor * at(right, i));
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let column = i + 1; column < size; column++) add(right, i, -at(matrix[i], column) * at(right, column));
    right[i] = at(right, i) / at(matrix[i], i);
  }
}

/** Whether from everyone a chain of wins leads to everyone else (Ford 1957). */
function isConnected(wins: Wins): boolean {
  const reaches = (beats: (i: number, j: number) => number) => {
    const seen = new Set([0]);
    for (const i of seen) wins.forEach((_, j) => beats(i, j) > 0 && j !== i && seen.add(j));
    return seen.size === wins.length;
  };
  return wins.length > 0 && reaches((i, j) => at(wins[i], j)) && reaches((i, j) => at(wins[j], i));
}
