import type { GapEffect } from './gap-queries.ts';

/**
 * What may be said of a page that is done. `soon`: one side has no answers yet; `unsure`: the 95 % interval holds 0, so
 * chance alone may have done it; else visibility on its prompts moved against that on the others.
 */
export type EffectVerdict = 'soon' | 'unsure' | 'rose' | 'fell';

export function verdictOf({ interval }: Pick<GapEffect, 'interval'>): EffectVerdict {
  if (interval === null) return 'soon';
  const [low, high] = interval;
  return low > 0 ? 'rose' : high < 0 ? 'fell' : 'unsure';
}
