import { scan } from './automaton.ts';
import { type Citation, type CitationInput, domainOwners, readCitations } from './citations.ts';
import { foldInto } from './fold.ts';
import { detectLanguage } from './language.ts';
import { findMentions, type FoundMention } from './mentions.ts';
import { namedSentences, type NamedSentence } from './named-sentences.ts';
import { compileOverrulings, type Overruling } from './overrulings.ts';
import type { Panel } from './panel.ts';
import { compilePanel } from './patterns.ts';
import { readAnswer } from './reading.ts';
import type { Reading } from './statements.ts';
import { scanText } from './scan-lines.ts';
import { findSentences } from './sentences.ts';
import { createWorkspace } from './workspace.ts';

/** Raised whenever the same answer and panel may give another result than before: stored answers are then analysed again. */
export const parserVersion = 18;

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
  /** How the brands share the text: its sentences, empty where no brand is named. */
  sentences: NamedSentence[];
};

/** The contract's analysis of one answer at a time for a fixed panel and what people overruled. Pure: the same answer gives the same result. */
export function createAnalyzer(panel: Panel, overrulings: readonly Overruling[] = []): (answer: Answer) => AnalysisResult {
  const read = createReader(panel, overrulings);
  return (answer) => {
    const { found, reading, citations } = read(answer);
    return {
      id: answer.id,
      mentions: found.map((mention, index) => describeMention(answer.text, mention, reading, index)),
      brands: reading.brands,
      citations: citations.map(({ url, domain, brand }) => ({ url, domain, brand })),
      comparisons: reading.comparisons,
    };
  };
}

/** Like createAnalyzer, with what the product stores for explanation. */
export function createDetailedAnalyzer(panel: Panel, overrulings: readonly Overruling[] = []): (answer: Answer) => DetailedAnalysis {
  const read = createReader(panel, overrulings);
  return (answer) => {
    const { language, found, reading, citations, sentences } = read(answer);
    const mentions = found.map((mention, index) => ({
      ...describeMention(answer.text, mention, reading, index),
      rule: mention.rule,
      echo: reading.echo[index] === 1,
    }));
    const { brands, comparisons } = reading;
    return { id: answer.id, language, mentions, brands, citations, comparisons, sentences: sentences() };
  };
}

/** `sentences` is to be asked before the next answer is read: the buffers are the same. */
type ReadAnswer = {
  language: string;
  found: FoundMention[];
  reading: Reading;
  citations: Citation[];
  sentences: () => NamedSentence[];
};

function createReader(panel: Panel, overrulings: readonly Overruling[]): (answer: Answer) => ReadAnswer {
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
      return { language: 'und', found: [], reading: nothingRead, citations, sentences: () => [] };
    findSentences(text, workspace.folded, workspace.structure.lines, workspace.sentences);
    const language = detectLanguage(text, workspace.folded, answer.language ?? null);
    const citedBrands = new Set(citations.flatMap((citation) => citation.brand ?? []));
    const found = findMentions(workspace, compiled.patterns, { language, citedBrands, rulings });
    const reading = readAnswer(workspace, found, language, answer.prompt ?? null);
    const sentences = () => (found.length === 0 ? [] : namedSentences(workspace, found, reading.absent));
    return { language, found, reading, citations, sentences };
  };
}

const nothingRead: Reading = { absent: new Uint8Array(0), echo: new Uint8Array(0), brands: [], comparisons: [] };

/** One answer, for callers that keep no analyzer. */
export function analyzeDetailed(panel: Panel, answer: Answer): DetailedAnalysis {
  return createDetailedAnalyzer(panel)(answer);
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

function describeMention(text: string, { pattern, start, end }: FoundMention, reading: Reading, index: number): Mention {
  return { brand: pattern.brand, start, end, text: text.slice(start, end), status: reading.absent[index] === 1 ? 'absent' : 'named' };
}
