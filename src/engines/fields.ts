import { z } from 'zod';

/** Fields of vendors' JSON that may be absent, null or of a new type without spoiling the answer. */
export const text = z.string().nullish().catch(null);
/** Tokens, searches, places: never less than none, never more than a column holds. */
export const count = z
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .nullish()
  .catch(null);
/** Money, in whatever the vendor counts it. */
export const amount = z.number().min(0).max(1e16).nullish().catch(null);
export const list = z.array(z.unknown()).nullish().catch(null);
export const texts = z.array(z.string()).nullish().catch(null);
