/**
 * Upper tail P(Z > z) of the standard normal, relative accuracy about 1e-14: the series of the error function near 0 (DLMF
 * 7.6.2), the continued fraction of its complement further out (DLMF 7.9.1).
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const size = Math.abs(z);
  const tail = size < 3 ? 0.5 - centralHalf(size) : farTail(size);
  return z < 0 ? 1 - tail : tail;
}

const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

/** P(0 < Z < z) = φ(z) Σ z^(2n+1) / (1·3·5···(2n+1)). */
function centralHalf(z: number): number {
  let term = z;
  let sum = z;
  for (let n = 3; term > 1e-17 * sum; n += 2) {
    term *= (z * z) / n;
    sum += term;
  }
  return density(z) * sum;
}

/** φ(z) / (z + 1/(z + 2/(z + 3/(z + …)))). */
function farTail(z: number): number {
  let fraction = z;
  for (let n = 120; n >= 1; n--) fraction = z + n / fraction;
  return density(z) / fraction;
}
