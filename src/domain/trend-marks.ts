export type MarkKind = 'panel' | 'parser' | 'prompts' | 'model';
/** From the period that begins `at` on, figures rest on something that no period before did. */
export type TrendMark = { at: string; kind: MarkKind; from: string[]; to: string[] };
/** What the figures of one period rest on; `promptsName` names the set of `prompts`. */
export type TrendBasis = { start: string; panel: string[]; parser: string[]; model: string[]; prompts: string[]; promptsName: string };

const kinds = ['panel', 'parser', 'prompts', 'model'] as const;

/** Where panel, parser, prompts or models change in the course of a trend. `from` is what the period before rested on, `to` what is new. */
export function trendMarks(periods: readonly TrendBasis[]): TrendMark[] {
  const ordered = periods.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const marks: TrendMark[] = [];
  for (const kind of kinds) {
    const seen = new Set<string>();
    for (const [index, period] of ordered.entries()) {
      const fresh = period[kind].filter((value) => !seen.has(value));
      for (const value of fresh) seen.add(value);
      const before = ordered[index - 1];
      if (!before || fresh.length === 0) continue;
      const told = kind === 'prompts' ? { from: [before.promptsName], to: [period.promptsName] } : { from: before[kind], to: fresh };
      marks.push({ at: period.start, kind, ...told });
    }
  }
  return marks.toSorted((a, b) => (a.at === b.at ? kinds.indexOf(a.kind) - kinds.indexOf(b.kind) : a.at < b.at ? -1 : 1));
}
