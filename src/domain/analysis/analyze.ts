import { scan } from './automaton.ts';
import { type Citation, type CitationInput, domainOwners, readCitations } from './citations.ts';
import { foldInto } from './fold.ts';
import { detectLanguage } from './language.ts';
import { findMentions, type FoundMention } from './mentions.ts';
import { compileOverrulings, type Overruling } from './overrulings.ts';
import type { Panel } from './panel.ts';
import { compilePanel } from './patterns.ts';
import { readAnswer, type Reading } from './reading.ts';
import { scanText } from './scan-lines.ts';
import { findSentences } from './sentences.ts';
import { createWorkspace } from './workspace.ts';

/** Raised whenever the same answer and panel may give another result than before: stored answers are then analysed again. */
export const parserVersion = 3;

export type AnswerCitation = {
  url: string;
  title?: string | null | undefined;
  start?: number | null | undefined;
  end?: number | null | undefined;
};
/** `prompt`, where it is known, lets an answer that only repeats the question be told (`echo`). */
export type Answer = {
  id: string;
  text: string;
  citations?: AnswerCitation[] | null | undefined;
  language?: string | null | undefined;
  prompt?: string | null | undefined;
};

export type Mention = { brand: string; start: number; end: number; text: string; status: 'named' | 'absent' };
export type Sentiment = 'positive' | 'neutral' | 'negative' | 'mixed';
export type BrandResult = {
  brand: string;
  visible: boolean;
  mentions: number;
  rank: number;
  listRank: number | null;
  recommended: boolean | null;
  sentiment: Sentiment | null;
};
export type Comparison = { winner: string; loser: string; aspect: string | null; start: number; end: number };
/** The contract's result. */
export type AnalysisResult = {
  id: string;
  mentions: Mention[];
  brands: BrandResult[];
  citations: { url: string; domain: string; brand: string | null }[];
  comparisons: Comparison[];
};
export type DetailedMention = Mention & { rule: string; echo: boolean };
/** What the product stores besides: why each mention counts, where each citation stood, what language was read. */
export type DetailedAnalysis = {
  id: string;
  language: string;
  mentions: DetailedMention[];
  brands: BrandResult[];
  citations: Citation[];
  comparisons: Comparison[];
};

/** The contract's analysis of one answer at a time for a fixed panel and what people overruled. Pure: the same answer gives the same result. */
export function createAnalyzer(panel: Panel, overrulings: readonly Overruling[] = []): (answer: Answer) => AnalysisResult {
  const analyze = createDetailedAnalyzer(panel, overrulings);
  return (answer) => toResult(analyze(answer));
}

/** Like createAnalyzer, with what the product stores for explanation. */
export function createDetailedAnalyzer(panel: Panel, overrulings: readonly Overruling[] = []): (answer: Answer) => DetailedAnalysis {
  const compiled = compilePanel(panel);
  const rulingsOf = compileOverrulings(overrulings);
  const owners = domainOwners(panel);
  const workspace = createWorkspace();
  return (answer) => {
    const { text } = answer;
    workspace.text = text;
    foldInto(text, workspace.folded);
    scanText(text, workspace.folded, workspace.structure);
    scan(compiled.automaton, workspace.folded.chars, 0, workspace.folded.length, workspace.hits);
    const citations = citationsOf(answer, workspace.structure.links, owners);
    const rulings = rulingsOf(workspace, answer.id);
    if (workspace.hits.count === 0 && !rulings?.places.length)
      return { id: answer.id, language: 'und', mentions: [], brands: [], citations, comparisons: [] };
    findSentences(text, workspace.folded, workspace.structure.lines, workspace.sentences);
    const language = detectLanguage(text, workspace.folded, answer.language ?? null);
    const citedBrands = new Set(citations.flatMap((citation) => citation.brand ?? []));
    const found = findMentions(workspace, compiled.patterns, { language, citedBrands, rulings });
    const reading = readAnswer(workspace, found, language, answer.prompt ?? null);
    return {
      id: answer.id,
      language,
      mentions: describeMentions(text, found, reading),
      brands: reading.brands,
      citations,
      comparisons: reading.comparisons,
    };
  };
}

/** One answer, for callers that keep no analyzer. */
export function analyzeDetailed(panel: Panel, answer: Answer): DetailedAnalysis {
  return createDetailedAnalyzer(panel)(answer);
}

/** The contract's part of a detailed result. */
export function toResult(detailed: DetailedAnalysis): AnalysisResult {
  return {
    id: detailed.id,
    mentions: detailed.mentions.map(({ brand, start, end, text, status }) => ({ brand, start, end, text, status })),
    brands: detailed.brands,
    citations: detailed.citations.map(({ url, domain, brand }) => ({ url, domain, brand })),
    comparisons: detailed.comparisons,
  };
}

function citationsOf(answer: Answer, links: readonly CitationInput[], owners: ReadonlyMap<string, string>): Citation[] {
  if (!answer.citations?.length) return readCitations(links, 'text', owners);
  const given = answer.citations.map(({ url, title, start, end }) => ({
    url,
    title: title ?? null,
    start: start ?? null,
    end: end ?? null,
  }));
  return readCitations(given, 'engine', owners);
}

function describeMentions(text: string, found: FoundMention[], reading: Reading): DetailedMention[] {
  return found.map((mention, index) => ({
    brand: mention.pattern.brand,
    start: mention.start,
    end: mention.end,
    text: text.slice(mention.start, mention.end),
    status: reading.absent[index] === 1 ? 'absent' : 'named',
    rule: mention.rule,
    echo: reading.echo[index] === 1,
  }));
}
