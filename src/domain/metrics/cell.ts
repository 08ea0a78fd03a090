/**
 * What one prompt gave in a period (on one engine, or on several taken together), counted for one brand. Every field of
 * `counts` is a sum over answers, so cells of one prompt add up in any order: days to weeks, engines to a total.
 */
export type Cell = {
  prompt: string;
  intent: string;
  stage: string;
  /** Absent where engines were taken together; only the citation share, a mean of engines, looks at it. */
  engine?: string;
  /** The prompt's weight within its stage, > 0. */
  weight: number;
  counts: CellCounts;
  /** The version of the prompt's text, where linking a series over an edit needs it; versions of one prompt add up. */
  version?: string;
  /** Which brands the answers named, in order, and preferred; absent where only counts are kept. */
  orders?: readonly BrandOrders[];
  preferences?: readonly Preferences[];
};

/** `answers` answers of one engine that name these visible brands in this order of mention. */
export type BrandOrders = { engine: string; brands: readonly string[]; answers: number };

/** How often answers say that `winner` is to be preferred to `loser`. */
export type Preferences = { winner: string; loser: string; times: number };

export type CellCounts = {
  /** Observations by how they ended; only `answered` enters a mention metric's denominator, `failed` is missing. */
  answered: number;
  noAnswer: number;
  refused: number;
  failed: number;
  /** Answers that cite any page; pages cited in all. */
  withCitation: number;
  citations: number;
  /** Sum, and sum of squares, over answers of the number of panel brands visible. */
  brandsNamed: number;
  brandsNamedSq: number;
  /** Answers in which this brand is visible, visible first, among the first three. */
  visible: number;
  first: number;
  top3: number;
  /** Sum, and sum of squares, over answers of 1/position among the visible brands (0 where absent). */
  reciprocalRank: number;
  reciprocalRankSq: number;
  /** Sum, and sum of squares, of the position over the answers that name this brand; absent where it was not counted. */
  position?: number;
  positionSq?: number;
  /** Sum over the answers that name this brand of the number of brands visible (itself included). */
  besides: number;
  recommended: number;
  positive: number;
  neutral: number;
  negative: number;
  mixed: number;
  /** Answers that cite a page of this brand; such pages in all. */
  cited: number;
  brandCitations: number;
  /** Answers whose engine looked at a page of this brand, and those of them that cite none; absent where engines do not tell. */
  retrieved?: number;
  retrievedOnly?: number;
  /** Sum, and sum of squares, over answers of the brand's share of position-adjusted words; answers that name any brand. */
  prominence?: number;
  prominenceSq?: number;
  naming?: number;
};

/** 95 % interval, both bounds in the metric's own unit. */
export type Interval = readonly [low: number, high: number];

/** A figure as it leaves the program (contract.md): never a number without its counts. */
export type Figure = {
  /** null where nothing was measured; never 0 for that. */
  value: number | null;
  numerator: number;
  denominator: number;
  prompts: number;
  intents: number;
  /** Answered observations. */
  runs: number;
  missing: number;
  /** These exact prompts; null where it cannot be told. */
  panel: Interval | null;
  /** The questions the panel stands for; null under 10 intents. */
  market: Interval | null;
  /** Only there when over 5 % is missing: the intervals then reach from the worst to the best case. */
  flagged?: true;
};
