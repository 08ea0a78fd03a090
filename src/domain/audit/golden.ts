import { z } from 'zod';
import type { Answer } from '../analysis/analyze.ts';

/**
 * An answer with what a careful reader takes from it. In `text`, `[[brand:surface]]` marks a mention, `[[brand!:surface]]` one that is
 * only said to be unknown, `[[brand~:surface]]` one that only repeats the question. What a case does not label is not scored, but for
 * mentions, which are all marked. `null` as a label: a reader cannot tell either.
 */
const goldenSchema = z.strictObject({
  id: z.string().min(1),
  language: z.string().min(2),
  category: z.string().min(1),
  text: z.string(),
  /** Why the labels are right, where it does not go without saying. */
  why: z.string().optional(),
  prompt: z.string().optional(),
  /** The engine's own citations, and those that a reader counts: addresses, or addresses with the brand that owns them. */
  given: z.array(z.object({ url: z.string(), title: z.string().optional() })).optional(),
  citations: z.array(z.union([z.string(), z.tuple([z.string(), z.string().nullable()])])).optional(),
  lists: z.record(z.string(), z.number().nullable()).optional(),
  recommended: z.record(z.string(), z.boolean()).optional(),
  sentiment: z.record(z.string(), z.enum(['positive', 'neutral', 'negative', 'mixed'])).optional(),
  comparisons: z.array(z.tuple([z.string(), z.string()])).optional(),
});
export type GoldenCase = z.infer<typeof goldenSchema>;

/** A mention by its place, as a string to compare: `hubspot@0-7`. */
export type MarkedMention = { key: string; absent: boolean; echo: boolean };

const marker = /\[\[([a-z0-9-]+)([!~]?):([^\]]*)\]\]/g;

/** @throws ZodError if a line is not a case */
export function parseGoldenCase(json: unknown, language: string): GoldenCase {
  return goldenSchema.parse({ language, ...(json as object) });
}

export const mentionKey = (brand: string, start: number, end: number): string => `${brand}@${start}-${end}`;

/** The answer as the analyser gets it, and the mentions that its marks say. */
export function readMarks(item: GoldenCase): { answer: Answer; mentions: MarkedMention[] } {
  const mentions: MarkedMention[] = [];
  let text = '';
  let from = 0;
  for (const match of item.text.matchAll(marker)) {
    const [whole, brand = '', sign = '', surface = ''] = match;
    text += item.text.slice(from, match.index);
    mentions.push({ key: mentionKey(brand, text.length, text.length + surface.length), absent: sign === '!', echo: sign === '~' });
    text += surface;
    from = match.index + whole.length;
  }
  text += item.text.slice(from);
  return { answer: { id: item.id, text, prompt: item.prompt ?? null, citations: item.given ?? null }, mentions };
}
