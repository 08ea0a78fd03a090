import { hash } from 'node:crypto';
import { z } from 'zod';
import type { AnalysedAnswer, ObservationResult, StoredAnswer } from '../db/analyses.ts';
import { createDetailedAnalyzer, type DetailedAnalysis } from '../domain/analysis/analyze.ts';
import { domainOwners, readCitations, type DomainOwners } from '../domain/analysis/citations.ts';
import type { Overruling } from '../domain/analysis/overrulings.ts';
import type { Panel } from '../domain/analysis/panel.ts';
import { createTouchedTest } from '../domain/analysis/touched.ts';
import { prominenceShares } from '../domain/metrics/prominence.ts';

const storedCitations = z.array(
  z.object({ url: z.string(), title: z.string().nullish(), start: z.number().nullish(), end: z.number().nullish() }),
);
const storedAddresses = z.array(z.string()).nullable();

/** What answers are read with. */
export type Instructions = { panel: Panel; overrulings: Overruling[] };
/** And the panel of readings that differ from it in nothing else; null where there is none. */
export type RereadInstructions = Instructions & { before: Panel | null };
/** Reads a stored answer with one version of the panel and of what people overruled. */
export type AnswerReader = (answer: StoredAnswer) => AnalysedAnswer;

export function createAnswerReader({ panel, overrulings }: Instructions): AnswerReader {
  const analyze = createDetailedAnalyzer(panel, overrulings);
  const owners = domainOwners(panel);
  return (answer) => toStored(answer, analyze, owners);
}

/** Whether a stored answer may read differently with another panel. */
export function createTouchedAnswerTest(before: Panel, after: Panel): (answer: StoredAnswer) => boolean {
  const isTouched = createTouchedTest(before, after);
  return ({ text, citations, retrieved }) =>
    isTouched({ text, citations: storedCitations.parse(citations), retrieved: storedAddresses.parse(retrieved) ?? [] });
}

function toStored(answer: StoredAnswer, analyze: ReturnType<typeof createDetailedAnalyzer>, owners: DomainOwners): AnalysedAnswer {
  const given = storedCitations.parse(answer.citations);
  const looked = storedAddresses.parse(answer.retrieved) ?? [];
  const analysis = analyze({ id: answer.observationId, text: answer.text, citations: given, language: answer.language || undefined });
  const cited = new Set(analysis.citations.map((citation) => citation.url));
  const retrieved = readCitations(
    looked.map((url) => ({ url, title: null, start: null, end: null })),
    'engine',
    owners,
  );
  const read = {
    result: toResult(analysis, new Set(retrieved.flatMap(({ brand }) => brand ?? []))),
    mentions: analysis.mentions.map(({ brand, start, end, text, status, rule }) => ({ brand, start, end, text, status, rule })),
    citations: [
      ...analysis.citations.map(({ url, domain, brand, title }) => ({ kind: 'cited' as const, url, domain, brand, title })),
      ...retrieved
        .filter((page) => !cited.has(page.url))
        .map(({ url, domain, brand }) => ({ kind: 'retrieved' as const, url, domain, brand, title: null })),
    ],
    comparisons: analysis.comparisons,
  };
  return { dueAt: answer.dueAt, observationId: answer.observationId, ...read, digest: digestOf(read) };
}

/** 48 bits for each part: two readings of one answer that differ show the same with a chance of 1 in 10^14. */
function digestOf({ result, mentions, citations, comparisons }: Omit<AnalysedAnswer, 'dueAt' | 'observationId' | 'digest'>): string {
  return [result, mentions, citations, comparisons].map((part) => hash('sha1', JSON.stringify(part), 'base64url').slice(0, 8)).join('');
}

const silent = { visible: false, position: null, mentions: 0, rank: null, listRank: null, recommended: null, sentiment: null };

/** The brands that the answer names or cites, or whose pages the engine looked at, with what each counts for. */
function toResult(analysis: DetailedAnalysis, looked: ReadonlySet<string>): ObservationResult {
  const cited = new Map<string, number>();
  for (const { brand } of analysis.citations) if (brand !== null) cited.set(brand, (cited.get(brand) ?? 0) + 1);
  const visible = analysis.brands.filter((brand) => brand.visible).map((brand) => brand.brand);
  const shares = prominenceShares(analysis.sentences);
  const pagesOf = (brand: string) => ({ cited: cited.get(brand) ?? 0, ...(looked.has(brand) && { retrieved: true as const }) });
  const named = analysis.brands.map((brand) => ({
    ...brand,
    position: brand.visible ? visible.indexOf(brand.brand) + 1 : null,
    ...pagesOf(brand.brand),
    ...(brand.visible && { prominence: Math.round((shares.get(brand.brand) ?? 0) * 1e6) / 1e6 }),
  }));
  const known = new Set(analysis.brands.map(({ brand }) => brand));
  const unnamed = [...new Set([...cited.keys(), ...looked])].filter((brand) => !known.has(brand));
  return { citations: analysis.citations.length, brands: [...named, ...unnamed.map((brand) => ({ brand, ...silent, ...pagesOf(brand) }))] };
}
