import { TooManyError } from '../errors.ts';

const windowMs = 15 * 60_000;
const most = { email: 10, address: 30 };
const mostKept = 10_000;

/** Failed attempts to sign in of the last quarter of an hour: by whose name, and from where. */
export type SignInAttempts = {
  /** @throws {TooManyError} */
  check: (email: string, address: string) => void;
  failed: (email: string, address: string) => void;
  succeeded: (email: string) => void;
};

export function createSignInAttempts(now: () => number): SignInAttempts {
  const failures = new Map<string, number[]>();
  const recent = (key: string): number[] => (failures.get(key) ?? []).filter((at) => at > now() - windowMs);
  const add = (key: string) => {
    const times = [...recent(key), now()];
    failures.delete(key); // put last: the oldest leave first
    failures.set(key, times);
    const oldest = failures.keys().next();
    if (failures.size > mostKept && !oldest.done) failures.delete(oldest.value);
  };
  return {
    check: (email, address) => {
      for (const [key, limit] of [
        [`email ${email}`, most.email],
        [`address ${address}`, most.address],
      ] as const) {
        const times = recent(key);
        const first = times[times.length - limit];
        if (first === undefined) continue;
        const seconds = Math.ceil((first + windowMs - now()) / 1000);
        throw new TooManyError('Too many attempts to sign in failed. Wait a while and try again.', seconds);
      }
    },
    failed: (email, address) => {
      add(`email ${email}`);
      add(`address ${address}`);
    },
    succeeded: (email) => void failures.delete(`email ${email}`),
  };
}
