import { z } from 'zod';
import { analysePending, markForAnalysis, type AnalysedAnswer, type ObservationResult, type PendingAnswer } from '../db/analyses.ts';
import { readPanel } from '../db/panels.ts';
import { getWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { createDetailedAnalyzer, parserVersion, type DetailedAnalysis } from '../domain/analysis/analyze.ts';
import { domainOwners, readCitations, type DomainOwners } from '../domain/analysis/citations.ts';

const batchSize = 200;
const storedCitations = z.array(
  z.object({ url: z.string(), title: z.string().nullish(), start: z.number().nullish(), end: z.number().nullish() }),
);

/** Analysers are costly to build and used thousands of times; a panel version never changes. */
type Reader = { analyze: ReturnType<typeof createDetailedAnalyzer>; owners: DomainOwners };
const readers = new Map<string, Reader>();

/** Analyses all answers of the workspace that wait for it, a batch a transaction. @returns how many */
export async function analyzeAnswers(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  let total = 0;
  while (!signal.aborted) {
    const { panelVersion } = await getWorkspace(deps.db, workspaceId);
    const reader = await readerFor(deps, workspaceId, panelVersion);
    if (!reader) break; // without a panel there is nothing to look for; saving one starts this again
    const taken = await analysePending(deps.db, workspaceId, batchSize, { parserVersion, panelVersion }, (answer) =>
      toStored(answer, reader),
    );
    if (taken === null) continue; // another panel was saved just now
    if (taken > 0) await deps.queues.ring('rollup', workspaceId);
    total += taken;
    if (taken < batchSize) break;
  }
  return total;
}

/** Answers read with another parser or panel are read again, in the background. @returns how many */
export async function analyzeAgain(deps: Deps, workspaceId: string): Promise<number> {
  const { panelVersion } = await getWorkspace(deps.db, workspaceId);
  const marked = await markForAnalysis(deps.db, workspaceId, { parserVersion, panelVersion });
  await deps.queues.ring('analyze', workspaceId);
  return marked;
}

async function readerFor(deps: Deps, workspaceId: string, panelVersion: number): Promise<Reader | null> {
  const key = `${workspaceId}/${panelVersion}`;
  const known = readers.get(key);
  if (known) return known;
  const panel = await readPanel(deps.db, workspaceId, panelVersion);
  if (!panel) return null;
  const reader = { analyze: createDetailedAnalyzer(panel), owners: domainOwners(panel) };
  if (readers.size > 50) readers.clear();
  readers.set(key, reader);
  return reader;
}

function toStored(answer: PendingAnswer, { analyze, owners }: Reader): AnalysedAnswer {
  const given = storedCitations.parse(answer.citations);
  const looked = z.array(z.string()).nullable().parse(answer.retrieved) ?? [];
  const analysis = analyze({ id: answer.observationId, text: answer.text, citations: given, language: answer.language || undefined });
  const cited = new Set(analysis.citations.map((citation) => citation.url));
  const retrieved = readCitations(
    looked.map((url) => ({ url, title: null, start: null, end: null })),
    'engine',
    owners,
  );
  return {
    dueAt: answer.dueAt,
    observationId: answer.observationId,
    result: toResult(analysis),
    mentions: analysis.mentions,
    citations: [
      ...analysis.citations.map(({ url, domain, brand, title }) => ({ kind: 'cited' as const, url, domain, brand, title })),
      ...retrieved
        .filter((page) => !cited.has(page.url))
        .map(({ url, domain, brand }) => ({ kind: 'retrieved' as const, url, domain, brand, title: null })),
    ],
    comparisons: analysis.comparisons,
  };
}

/** The brands that the answer names or cites, with what each counts for. */
function toResult(analysis: DetailedAnalysis): ObservationResult {
  const cited = new Map<string, number>();
  for (const { brand } of analysis.citations) if (brand !== null) cited.set(brand, (cited.get(brand) ?? 0) + 1);
  const visible = analysis.brands.filter((brand) => brand.visible).map((brand) => brand.brand);
  const named = analysis.brands.map((brand) => ({
    ...brand,
    position: brand.visible ? visible.indexOf(brand.brand) + 1 : null,
    cited: cited.get(brand.brand) ?? 0,
  }));
  const silent = { visible: false, position: null, mentions: 0, rank: null, listRank: null, recommended: null, sentiment: null };
  const onlyCited = [...cited]
    .filter(([brand]) => !analysis.brands.some((one) => one.brand === brand))
    .map(([brand, count]) => ({ brand, ...silent, cited: count }));
  return { citations: analysis.citations.length, brands: [...named, ...onlyCited] };
}
