import type { Stage } from '../../../domain/journey.ts';

/** A step, criterion or cause: a short title and the sentence that explains it. */
export type Point = { title: string; body: string };

/**
 * The wording of one language. Slots: `{b}` a brand, `{a}` and `{c}` the better and the other brand of a comparison,
 * `{list}` brand names joined, `{feature}`, `{audience}`, `{n}` a number. Every sentence is whole, with its full stop.
 */
export type Phrases = {
  /** Between two sentences, between the names of a list, and before the last name. */
  sentenceGap: string;
  listComma: string;
  listAnd: string;
  /** `1. **Name**` and what follows the name. */
  nameColon: string;
  openings: Record<Stage, readonly string[]>;
  background: readonly string[];
  causes: readonly Point[];
  steps: readonly Point[];
  criteria: readonly Point[];
  headings: {
    steps: readonly string[];
    criteria: readonly string[];
    causes: readonly string[];
    tools: readonly string[];
    options: readonly string[];
  };
  listLeads: readonly string[];
  toolLeads: readonly string[];
  toolSentences: readonly string[];
  bodies: readonly string[];
  praise: readonly string[];
  critique: readonly string[];
  neutral: readonly string[];
  comparisons: readonly string[];
  recommendations: readonly string[];
  alsoRan: readonly string[];
  bestFor: readonly string[];
  tableHead: readonly [string, string, string];
  fits: readonly string[];
  prices: readonly string[];
  caveats: readonly string[];
  closings: readonly string[];
  features: readonly string[];
  audiences: readonly string[];
};
