import { z } from 'zod';
import type { RecountChanges } from '../db/recount-changes.ts';
import { sentenceAround } from '../domain/analysis/sentence-around.ts';

const visibility = z.object({ visible: z.number(), answered: z.number() });

/** What a recount changed: kept with it for good. */
export const recountReport = z.object({
  changed: z.number().meta({ description: 'Answers in which anything reads differently than before.' }),
  brands: z
    .array(
      z.object({
        stage: z.string(),
        brand: z.string(),
        gained: z.number(),
        lost: z.number(),
        citedGained: z.number(),
        citedLost: z.number(),
        before: visibility,
        after: visibility,
      }),
    )
    .meta({ description: 'By stage and brand: answers that name (or cite) it now and did not, or did and do not.' }),
  examples: z.array(
    z.object({ answerId: z.string(), stage: z.string(), brand: z.string(), change: z.enum(['gained', 'lost']), sentence: z.string() }),
  ),
});
export type RecountReport = z.infer<typeof recountReport>;

const longest = 300;

export function reportOf({ changed, brands, examples }: RecountChanges): RecountReport {
  return {
    changed,
    brands: brands.map(({ visibleBefore, answered, ...change }) => ({
      ...change,
      before: { visible: visibleBefore, answered },
      after: { visible: visibleBefore + change.gained - change.lost, answered },
    })),
    examples: examples.map(({ observationId, stage, brand, gained, text, start, end }) => ({
      answerId: observationId,
      stage,
      brand,
      change: gained ? 'gained' : 'lost',
      sentence: start === null || end === null ? '' : shorten(sentenceAround(text, start), text.slice(start, end)),
    })),
  };
}

/** A long sentence is cut around the name. */
function shorten(sentence: string, name: string): string {
  if (sentence.length <= longest) return sentence;
  const from = Math.max(0, Math.min(sentence.indexOf(name) - longest / 2, sentence.length - longest));
  const cut = sentence.slice(from, from + longest);
  return `${from > 0 ? '…' : ''}${cut.trim()}${from + longest < sentence.length ? '…' : ''}`.toWellFormed();
}
