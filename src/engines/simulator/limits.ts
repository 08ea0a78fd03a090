import type { LimitState } from './vendors/vendor.ts';

/** Requests and tokens a minute that one engine takes; each is a bucket that fills evenly, as the vendors' do. */
export type Limiter = {
  /** 0 when the request may pass (it is then counted), else the milliseconds until one may. */
  take(now: number): number;
  /** Tokens are known only afterwards, and may go below zero. */
  spend(tokens: number, now: number): void;
  state(now: number): LimitState;
};

// Where no limit is set the headers still tell one, far above what anybody reaches here.
const plenty = { requests: 1_000_000, tokens: 2_000_000_000 };

type Bucket = { limit: number; left: number; at: number };

function refill(bucket: Bucket, now: number): void {
  const gained = ((now - bucket.at) * bucket.limit) / 60_000;
  bucket.left = Math.min(bucket.limit, bucket.left + Math.max(0, gained));
  bucket.at = now;
}

/** Milliseconds until the bucket holds this much. */
const waitFor = (bucket: Bucket, amount: number): number => (bucket.left >= amount ? 0 : ((amount - bucket.left) * 60_000) / bucket.limit);

export function createLimiter(options: { requestsPerMinute?: number; tokensPerMinute?: number }, now: number): Limiter {
  const requests: Bucket = {
    limit: options.requestsPerMinute ?? plenty.requests,
    left: options.requestsPerMinute ?? plenty.requests,
    at: now,
  };
  const tokens: Bucket = { limit: options.tokensPerMinute ?? plenty.tokens, left: options.tokensPerMinute ?? plenty.tokens, at: now };

  return {
    take(at) {
      refill(requests, at);
      refill(tokens, at);
      const wait = Math.max(waitFor(requests, 1), waitFor(tokens, 1));
      if (wait === 0) requests.left -= 1;
      return wait;
    },
    spend(amount, at) {
      refill(tokens, at);
      tokens.left -= amount;
    },
    state(at) {
      refill(requests, at);
      refill(tokens, at);
      return {
        requestLimit: requests.limit,
        requestsLeft: Math.floor(requests.left),
        requestsResetMs: waitFor(requests, requests.limit),
        tokenLimit: tokens.limit,
        tokensLeft: Math.max(0, Math.floor(tokens.left)),
        tokensResetMs: waitFor(tokens, tokens.limit),
      };
    },
  };
}
