import { describe, expect, test } from 'vitest';
import { parseDurationMs, rateLimitsOf, retryAfterMsOf } from '../../src/engines/limits.ts';
import { nowMs } from './harness.ts';

test.each([
  ['6m0s', 360_000],
  ['34.07s', 34_070],
  ['120ms', 120],
  ['0s', 0],
  ['1h2m3.5s', 3_723_500],
  ['', null],
  ['soon', null],
  ['12', null],
])('the duration %j is %j ms', (text, ms) => {
  expect(parseDurationMs(text)).toBe(ms);
});

describe('rate limits', () => {
  test('are null where the headers say nothing', () => {
    expect(rateLimitsOf(new Headers({ 'content-type': 'x' }), nowMs)).toBeNull();
    expect(rateLimitsOf(new Headers({ 'x-ratelimit-limit-requests': 'many' }), nowMs)).toBeNull();
  });

  test('hold only what was told', () => {
    expect(rateLimitsOf(new Headers({ 'x-ratelimit-remaining-tokens': '0' }), nowMs)).toEqual({ remainingTokens: 0 });
  });

  test.each(['0', '0.4', '-1', '99999999999'])('a limit of %s a minute is none to keep to', (told) => {
    expect(rateLimitsOf(new Headers({ 'x-ratelimit-limit-requests': told, 'x-ratelimit-limit-tokens': told }), nowMs)).toBeNull();
    expect(rateLimitsOf(new Headers({ 'x-ratelimit-limit': told }), nowMs)).toBeNull();
  });

  test('of the past reset at once', () => {
    expect(rateLimitsOf(new Headers({ 'anthropic-ratelimit-requests-reset': '2020-01-01T00:00:00Z' }), nowMs)).toEqual({
      requestsResetMs: 0,
    });
  });

  test('take unix seconds, unix milliseconds and plain seconds', () => {
    const resetOf = (text: string) => rateLimitsOf(new Headers({ 'x-ratelimit-reset': text }), nowMs)?.requestsResetMs;
    expect(resetOf(String(nowMs / 1000 + 3))).toBe(3000);
    expect(resetOf(String(nowMs + 3000))).toBe(3000);
    expect(resetOf('3')).toBe(3000);
  });
});

describe('the wait that is asked for', () => {
  test.each([
    [{ 'retry-after': '12' }, 12_000],
    [{ 'retry-after': '0.5' }, 500],
    [{ 'retry-after': 'Thu, 01 Oct 2026 00:00:09 GMT' }, 9000],
    [{ 'retry-after': 'Thu, 01 Oct 2020 00:00:09 GMT' }, 0],
    [{ 'retry-after': '12', 'retry-after-ms': '11500' }, 11_500],
    [{ 'retry-after': '1m30s' }, 90_000],
    [{ 'retry-after': '250ms' }, 250],
    [{ 'retry-after': 'whenever' }, null],
    [{ 'x-ratelimit-remaining-requests': '5', 'x-ratelimit-reset-requests': '1m0s' }, null],
    [{}, null],
  ])('in %j is %j ms', (headers, ms) => {
    expect(retryAfterMsOf(new Headers(headers as Record<string, string>), nowMs)).toBe(ms);
  });
});
