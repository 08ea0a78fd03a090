import { readdirSync, readFileSync } from 'node:fs';
import { createAnalyzer, type AnalysisResult } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

/** A labelled answer. In `text`, `[[brand:surface]]` marks a mention and `[[brand!:surface]]` one that is only said to be unknown. */
export type GoldenCase = {
  id: string;
  language: string;
  category: string;
  text: string;
  why?: string;
  lists?: Record<string, number | null>;
  recommended?: Record<string, boolean>;
  sentiment?: Record<string, string>;
  comparisons?: [string, string][];
  citations?: string[];
};
export type Outcome = { case: GoldenCase; result: AnalysisResult; missed: string[]; extra: string[]; found: number; wrong: string[] };

const folder = new URL('../../fixtures/golden/', import.meta.url);
const marker = /\[\[([a-z0-9]+)(!?):([^\]]*)\]\]/g;

export function loadGolden(): GoldenCase[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  return files.flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line): GoldenCase => ({ language: name.replace('.jsonl', ''), ...JSON.parse(line) })),
  );
}

export function runGolden(cases: readonly GoldenCase[]): Outcome[] {
  const analyze = createAnalyzer(parsePanel(JSON.parse(readFileSync(new URL('panel.json', folder), 'utf8'))));
  return cases.map((item) => {
    const { text, expected } = readMarkup(item.text);
    const result = analyze({ id: item.id, text });
    const got = result.mentions.map(({ brand, start, end, status }) => `${brand}@${start}-${end}${status === 'absent' ? ' absent' : ''}`);
    const missed = expected.filter((mention) => !got.includes(mention));
    const extra = got.filter((mention) => !expected.includes(mention));
    return { case: item, result, missed, extra, found: expected.length - missed.length, wrong: judge(item, result) };
  });
}

function readMarkup(marked: string): { text: string; expected: string[] } {
  const expected: string[] = [];
  let text = '';
  let from = 0;
  for (const match of marked.matchAll(marker)) {
    const [whole, brand = '', absent = '', surface = ''] = match;
    text += marked.slice(from, match.index);
    expected.push(`${brand}@${text.length}-${text.length + surface.length}${absent === '!' ? ' absent' : ''}`);
    text += surface;
    from = match.index + whole.length;
  }
  return { text: text + marked.slice(from), expected };
}

function judge(item: GoldenCase, result: AnalysisResult): string[] {
  const wrong: string[] = [];
  const brandOf = (id: string) => result.brands.find((brand) => brand.brand === id);
  for (const [brand, rank] of Object.entries(item.lists ?? {}))
    if ((brandOf(brand)?.listRank ?? null) !== rank) wrong.push(`listRank ${brand}: ${brandOf(brand)?.listRank} not ${rank}`);
  for (const [brand, value] of Object.entries(item.recommended ?? {}))
    if (brandOf(brand)?.recommended !== value) wrong.push(`recommended ${brand}: ${brandOf(brand)?.recommended} not ${value}`);
  for (const [brand, value] of Object.entries(item.sentiment ?? {}))
    if (brandOf(brand)?.sentiment !== value) wrong.push(`sentiment ${brand}: ${brandOf(brand)?.sentiment} not ${value}`);
  if (item.comparisons !== undefined) {
    const said = result.comparisons
      .map(({ winner, loser }) => `${winner}>${loser}`)
      .toSorted()
      .join();
    const meant = item.comparisons
      .map(([winner, loser]) => `${winner}>${loser}`)
      .toSorted()
      .join();
    if (said !== meant) wrong.push(`comparisons: ${said || 'none'} not ${meant || 'none'}`);
  }
  if (item.citations !== undefined) {
    const said = result.citations.map((citation) => citation.url).join();
    if (said !== item.citations.join()) wrong.push(`citations: ${said || 'none'} not ${item.citations.join()}`);
  }
  return wrong;
}

/** F1 of mentions over outcomes; 1 where there was nothing to find and nothing was found. */
export function mentionF1(outcomes: readonly Outcome[]): number {
  const sum = (pick: (outcome: Outcome) => number): number => outcomes.reduce((total, outcome) => total + pick(outcome), 0);
  const found = sum((outcome) => outcome.found);
  const errors = sum((outcome) => outcome.missed.length + outcome.extra.length);
  return found + errors === 0 ? 1 : (2 * found) / (2 * found + errors);
}
