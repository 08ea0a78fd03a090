import type { RateLimits } from './engine.ts';

/** As much as is kept: the database's integer. */
const mostTold = 2 ** 31 - 1;

/**
 * What the headers say of the engine's limits: OpenAI's `x-ratelimit-*-{requests,tokens}` (durations such as `6m0s`),
 * Anthropic's `anthropic-ratelimit-*` (RFC 3339 times), Perplexity's plain `x-ratelimit-*` (requests a second, unix time).
 */
export function rateLimitsOf(headers: Headers, nowMs: number): RateLimits | null {
  const limits: RateLimits = {
    requestsPerMinute: allowanceOf(headers, 'x-ratelimit-limit-requests', 'anthropic-ratelimit-requests-limit'),
    remainingRequests: numberOf(
      headers,
      'x-ratelimit-remaining-requests',
      'anthropic-ratelimit-requests-remaining',
      'x-ratelimit-remaining',
    ),
    requestsResetMs: resetOf(headers, nowMs, 'x-ratelimit-reset-requests', 'anthropic-ratelimit-requests-reset', 'x-ratelimit-reset'),
    tokensPerMinute: allowanceOf(
      headers,
      'x-ratelimit-limit-tokens',
      'anthropic-ratelimit-tokens-limit',
      'anthropic-ratelimit-input-tokens-limit',
    ),
    remainingTokens: numberOf(
      headers,
      'x-ratelimit-remaining-tokens',
      'anthropic-ratelimit-tokens-remaining',
      'anthropic-ratelimit-input-tokens-remaining',
    ),
    tokensResetMs: resetOf(
      headers,
      nowMs,
      'x-ratelimit-reset-tokens',
      'anthropic-ratelimit-tokens-reset',
      'anthropic-ratelimit-input-tokens-reset',
    ),
  };
  const perSecond = allowanceOf(headers, 'x-ratelimit-limit');
  if (limits.requestsPerMinute === undefined && perSecond !== undefined && perSecond * 60 <= mostTold)
    limits.requestsPerMinute = perSecond * 60;
  const told = Object.entries(limits).filter(([, value]) => value !== undefined);
  return told.length === 0 ? null : Object.fromEntries(told);
}

/** How long the engine asks to wait; for failures only, since Claude sends `retry-after` with successes too. */
export function retryAfterMsOf(headers: Headers, nowMs: number): number | null {
  const exact = Number.parseFloat(headers.get('retry-after-ms') ?? '');
  if (exact >= 0) return Math.round(exact);
  const after = headers.get('retry-after')?.trim();
  if (after) {
    const waitMs = /^\d+(\.\d+)?$/.test(after) ? Number(after) * 1000 : (parseDurationMs(after) ?? Date.parse(after) - nowMs);
    if (Number.isFinite(waitMs)) return Math.max(0, Math.round(waitMs));
  }
  const limits = rateLimitsOf(headers, nowMs);
  if (!limits) return null;
  const waits = [
    limits.remainingRequests === 0 ? limits.requestsResetMs : undefined,
    limits.remainingTokens === 0 ? limits.tokensResetMs : undefined,
  ].filter((wait) => wait !== undefined);
  return waits.length === 0 ? null : Math.max(...waits);
}

/** `6m0s`, `34.07s`, `120ms`, `1h2m` in milliseconds; null for anything else. */
export function parseDurationMs(text: string): number | null {
  const unitMs: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  if (!/^(\d+(\.\d+)?(ms|h|m|s))+$/.test(text)) return null;
  let totalMs = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)) totalMs += Number(amount) * (unitMs[unit ?? ''] ?? 0);
  return Math.round(totalMs);
}

function numberOf(headers: Headers, ...names: string[]): number | undefined {
  for (const name of names) {
    const text = headers.get(name);
    if (text !== null && /^\d+(\.\d+)?$/.test(text.trim())) return Number(text);
  }
  return undefined;
}

/** Proxies write 0 or a huge number for "no limit": neither is one to keep to. */
function allowanceOf(headers: Headers, ...names: string[]): number | undefined {
  const allowance = Math.floor(numberOf(headers, ...names) ?? 0);
  return allowance >= 1 && allowance <= mostTold ? allowance : undefined;
}

function resetOf(headers: Headers, nowMs: number, ...names: string[]): number | undefined {
  for (const name of names) {
    const text = headers.get(name)?.trim();
    const resetMs = text ? resetMsOf(text, nowMs) : null;
    if (resetMs !== null) return Math.max(0, Math.round(resetMs));
  }
  return undefined;
}

function resetMsOf(text: string, nowMs: number): number | null {
  const duration = parseDurationMs(text);
  if (duration !== null) return duration;
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text);
    if (number > 1e12) return number - nowMs; // unix milliseconds (OpenRouter)
    return number > 1e9 ? number * 1000 - nowMs : number * 1000; // unix seconds (Perplexity), or seconds to wait
  }
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time - nowMs;
}
