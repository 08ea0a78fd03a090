const secondMs = 1000;
const hourMs = 3600 * secondMs;
const firstDelayMs = secondMs;
const longestDelayMs = 8 * hourMs;
/** How long a delivery is tried, from its first attempt on. */
export const giveUpAfterMs = 72 * hourMs;
/** How long an endpoint may fail before it is disabled. */
export const disableAfterMs = 5 * 24 * hourMs;
/** No endpoint can hold us up longer by `Retry-After`. */
const longestHoldMs = 24 * hourMs;

/**
 * When to try again: 1 s after the first failure, doubled each time up to 8 hours, half less or more by chance; the last
 * time is exactly at the end of the three days.
 * @param failures so far, from 1
 * @param ageMs since the first attempt
 * @param chance 0..1
 * @param holdMs what the endpoint asked us to wait
 * @returns ms from now; null where it is to be given up
 */
export function retryDelayMs(failures: number, ageMs: number, chance: number, holdMs: number | null): number | null {
  const leftMs = giveUpAfterMs - ageMs;
  if (leftMs <= 0) return null;
  const backoffMs = Math.round(Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs) * (0.5 + chance));
  return Math.min(Math.max(backoffMs, holdMs ?? 0), leftMs);
}

/** `Retry-After` in ms (RFC 9110, 10.2.3: seconds or a date), null where there is none or it makes no sense. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | null {
  if (header === undefined) return null;
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * secondMs : Date.parse(header) - nowMs;
  return Number.isNaN(waitMs) || waitMs < 0 ? null : Math.min(waitMs, longestHoldMs);
}
