/** Words that carry a judgement, by kind; `|` separates, a trailing `*` takes any ending, `_` alone is nothing. Compared folded. */
export type CueWords = {
  positive: string;
  negative: string;
  /** Says that what follows is missing: counts against, and turns what follows round ("lacks flexibility"). */
  lack: string;
  /** Turn a judgement round: in front of it, or behind it (良くない). */
  negation: string;
  negationAfter: string;
  /** A new clause, whose judgement is another one ("cheap but slow"). */
  contrast: string;
  /** Endorses as a choice, and advises against. */
  recommend: string;
  warn: string;
  /** What a list of recommended options is introduced by. */
  best: string;
  /** Words for first, second … that may rank what follows. */
  ordinal: string;
  /** Openings of a sentence that goes on about the same brand. */
  pronouns: string;
  /** A comparison may be near; a statement that nothing is known may be near. */
  compare: string;
  absent: string;
  /** Not a judgement though a shorter cue is in it ("not only", "best practices"). */
  ignore: string;
  /** Tells what a brand is, sells or costs: a sentence with nothing else is neutral, not misunderstood. */
  fact: string;
  /** Says that something was so once ("used to be", früher, 以前). */
  past?: string;
  /** Leaves open who is better: what its clause says judges nobody. */
  open?: string;
  /** Labels over what speaks for a brand and against it. */
  pro: string;
  con: string;
};
