import { TooManyError } from '../errors.ts';

const windowMs = 15 * 60_000;
const most = { email: 10, address: 30 };
const mostKept = 10_000;

/** Attempts to sign in of the last quarter of an hour that did not succeed: by whose name, and from where. */
export type SignInAttempts = {
  /**
   * Counts an attempt before its end is known: many at once get no further than one after another. A link has no e-mail.
   * @throws {TooManyError}
   */
  begin: (email: string | null, address: string) => void;
  succeeded: (email: string | null, address: string) => void;
};

export function createSignInAttempts(now: () => number): SignInAttempts {
  const attempts = new Map<string, number[]>();
  const recent = (key: string): number[] => (attempts.get(key) ?? []).filter((at) => at > now() - windowMs);
  const keep = (key: string, times: number[]) => {
    attempts.delete(key); // put last: the oldest leave first
    if (times.length > 0) attempts.set(key, times);
    const oldest = attempts.keys().next();
    if (attempts.size > mostKept && !oldest.done) attempts.delete(oldest.value);
  };
  const keysOf = (email: string | null, address: string) => [
    ...(email === null ? [] : [{ key: `email ${email}`, limit: most.email }]),
    { key: `address ${address}`, limit: most.address },
  ];
  return {
    begin: (email, address) => {
      for (const { key, limit } of keysOf(email, address)) {
        const first = recent(key).at(-limit);
        if (first === undefined) continue;
        const seconds = Math.ceil((first + windowMs - now()) / 1000);
        const minutes = Math.ceil(seconds / 60);
        throw new TooManyError(`Too many attempts to sign in failed. Try again in ${minutes} min.`, seconds);
      }
      for (const { key } of keysOf(email, address)) keep(key, [...recent(key), now()]);
    },
    succeeded: (email, address) => {
      if (email !== null) attempts.delete(`email ${email}`);
      keep(`address ${address}`, recent(`address ${address}`).slice(0, -1));
    },
  };
}
