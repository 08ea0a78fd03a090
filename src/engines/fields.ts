import { z } from 'zod';

/** Fields of vendors' JSON that may be absent, null or of a new type without spoiling the answer. */
export const text = z.string().nullish().catch(null);
export const count = z.number().nullish().catch(null);
export const list = z.array(z.unknown()).nullish().catch(null);
export const texts = z.array(z.string()).nullish().catch(null);
