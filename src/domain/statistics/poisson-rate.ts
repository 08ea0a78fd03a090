import { z95 } from './normal.ts';
import type { Bounds } from './wilson.ts';

/**
 * 95 % score interval of a rate, from `events` counted over an `exposure` > 0 (the result is in events a unit of it):
 * k + z²/2 ± z √(k + z²/4), which Rao's score test of a Poisson mean inverts to; holds at 0 events too. With a
 * `dispersion` φ > 1 (variance over mean) the events carry as much as k/φ independent ones.
 */
export function poissonRate(events: number, exposure: number, dispersion = 1): Bounds {
  const spread = Math.max(1, dispersion);
  const worth = events / spread;
  const square = z95 * z95;
  const half = z95 * Math.sqrt(worth + square / 4);
  const bound = (value: number) => (spread * value) / exposure;
  return [events === 0 ? 0 : Math.max(0, bound(worth + square / 2 - half)), bound(worth + square / 2 + half)];
}
