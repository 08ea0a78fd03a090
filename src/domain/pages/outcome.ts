import { dayMs, hourMs, weekMs } from '../durations.ts';

/** What a look at a cited page ended in. All but `read` leave what was read before as it is. */
export const pageOutcomes = [
  'read',
  'gone',
  'login',
  'refused',
  'robots',
  'not_html',
  'too_large',
  'redirects',
  'failing',
  'unreachable',
  'blocked',
] as const;
export type PageOutcome = (typeof pageOutcomes)[number];

/** Passing: another try may mend it, so it says nothing about the page yet. */
export const isPassing = (outcome: PageOutcome): boolean => outcome === 'failing' || outcome === 'unreachable';

/**
 * When to look again, in ms from now: weekly, what is gone or closed to us monthly, and what fails for a while after 1, 4, 16
 * and 64 hours, then weekly.
 * @param failures in a row, this one counted
 */
export function nextLookMs(outcome: PageOutcome, failures: number): number {
  if (isPassing(outcome)) return Math.min(weekMs, hourMs * 4 ** (failures - 1));
  return outcome === 'gone' || outcome === 'blocked' || outcome === 'not_html' ? 30 * dayMs : weekMs;
}

/** By the reply's status alone; null where the content decides. 304 is `read`: nothing has changed. */
export function outcomeOfStatus(status: number): PageOutcome | null {
  if (status === 304) return 'read';
  if (status === 404 || status === 410) return 'gone';
  if (status === 401 || status === 402 || status === 407) return 'login';
  if (status === 408 || status === 429 || status >= 500) return 'failing';
  return status >= 200 && status < 300 ? null : 'refused';
}

/** Whether a redirect has led to a place to sign in, which the page asked for was not. */
export const leadsToLogin = (asked: string, reached: string): boolean => loginPath.test(pathOf(reached)) && !loginPath.test(pathOf(asked));

const loginPath = /(^|[/.])(log-?in|sign-?in|sso|oauth2?|authorize|authwall|account\/login|users\/sign_in)([/.?]|$)/i;
const pathOf = (url: string): string => {
  const address = URL.parse(url);
  return address ? `${address.hostname}${address.pathname}` : '';
};
