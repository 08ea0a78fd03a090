import { toMarkdown } from '../blocks.ts';
import type { Block, Span } from '../blocks.ts';
import type { SimulatedAnswer } from '../answer.ts';
import { textOf } from '../blocks.ts';
import { between, chance, hexId } from '../random.ts';
import { phrasesOf } from '../writer.ts';
import { bearerKey } from './vendor.ts';
import type { Failure, Outcome, Rendered, Vendor, VendorAsk, VendorReply } from './vendor.ts';

// Google shows no overview for part of all questions, and for part of them only after a second request.
const absentOverviews = 0.06;
const deferredOverviews = 0.2;
const nothing = "Google hasn't returned any results for this query.";

type Details = { serpEngine: 'google' | 'google_ai_overview' | 'google_ai_mode'; parameters: Record<string, string> };

const error = (status: number, message: string, headers: Record<string, string> = {}): VendorReply => ({
  status,
  headers,
  body: { error: message },
});

/** What a page token stands for; the real one is as opaque, and short-lived. */
type Token = { q: string; at: string; sample: string };

const writeToken = (token: Token) => Buffer.from(JSON.stringify(token)).toString('base64url');

function readToken(text: string): Token | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (typeof value !== 'object' || value === null || !('q' in value) || !('at' in value) || !('sample' in value)) return null;
    return { q: String(value.q), at: String(value.at), sample: String(value.sample) };
  } catch {
    return null;
  }
}

/** Positions of the cited sources, 0-based, in the order of the sources: the others are not shown as references. */
function citedIndexes(answer: SimulatedAnswer): Map<number, number> {
  const cited = new Set(answer.pieces.flatMap((piece) => piece.cites));
  return new Map(answer.sources.flatMap((_, index) => (cited.has(index) ? [index] : [])).map((source, position) => [source, position]));
}

function textBlocks(answer: SimulatedAnswer, cited: ReadonlyMap<number, number>): unknown[] {
  const gap = phrasesOf(answer.ask.language).sentenceGap;
  const join = (spans: readonly Span[]) => spans.map(({ text }) => text).join(gap);
  const indexes = (spans: readonly Span[]) => {
    const found = [...new Set(spans.flatMap(({ cites }) => cites))].flatMap((source) => cited.get(source) ?? []);
    return found.length > 0 ? { reference_indexes: found.toSorted((a, b) => a - b) } : {};
  };
  return answer.blocks.map((block: Block) => {
    if (block.type === 'heading') return { type: 'heading', snippet: block.text };
    if (block.type === 'paragraph') return { type: 'paragraph', snippet: join(block.spans), ...indexes(block.spans) };
    if (block.type === 'table') return tableBlock(block.rows);
    const list = block.items.map((item) => ({
      ...(item.title === null ? {} : { title: `${item.title}${block.colon.trim()}` }),
      snippet: join(item.spans),
      ...indexes(item.spans),
    }));
    return { type: 'list', list };
  });
}

function tableBlock(rows: readonly string[][]) {
  const [head = [], ...body] = rows;
  const key = (title: string) => title.toLowerCase().replace(/\s+/g, '_');
  const formatted = body.map((row) => Object.fromEntries(head.map((title, column) => [key(title), row[column] ?? ''])));
  return { type: 'table', table: rows, formatted };
}

function references(answer: SimulatedAnswer, cited: ReadonlyMap<number, number>): unknown[] {
  return [...cited].flatMap(([source, index]) => {
    const page = answer.sources[source];
    if (!page) return [];
    const { url, title, snippet, site } = page;
    // Many of Google's links jump to the passage.
    const link = chance(answer.random, 0.4) ? `${url}#:~:text=${encodeURIComponent(snippet.slice(0, 24))}` : url;
    return [{ title, link, snippet, source: site, index }];
  });
}

const overviewOf = (answer: SimulatedAnswer) => {
  const cited = citedIndexes(answer);
  return { text_blocks: textBlocks(answer, cited), references: references(answer, cited) };
};

function frame(details: Details, answer: SimulatedAnswer) {
  const id = hexId(answer.random, 24);
  const stamp = answer.ask.at
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, ' UTC');
  const { api_key: _, ...parameters } = details.parameters;
  return {
    search_metadata: {
      id,
      status: 'Success',
      json_endpoint: `https://serpapi.com/searches/${hexId(answer.random, 16)}/${id}.json`,
      created_at: stamp,
      processed_at: stamp,
      raw_html_file: `https://serpapi.com/searches/${hexId(answer.random, 16)}/${id}.html`,
      total_time_taken: between(answer.random, 120, 480) / 100,
    },
    search_parameters: { engine: details.serpEngine, ...parameters },
  };
}

function organicResults(answer: SimulatedAnswer) {
  return answer.sources.map(({ url, title, snippet, site }, index) => ({
    position: index + 1,
    title,
    link: url,
    displayed_link: url,
    snippet,
    source: site,
  }));
}

function aiMode(ask: VendorAsk<Details>, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  const base = frame(ask.details, answer);
  if (outcome !== 'answered') return ok({ ...base, error: nothing }, true);
  const reconstructed = textOf(toMarkdown(answer.blocks, phrasesOf(answer.ask.language).sentenceGap));
  return ok({ ...base, ...overviewOf(answer), reconstructed_markdown: reconstructed }, true);
}

/** The ordinary search: with an overview, with a token for one, or without. */
function googleSearch(ask: VendorAsk<Details>, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  // Drawn in this order in both calls, so that the second gets the same answer as the first promised.
  const absent = chance(answer.random, absentOverviews);
  const deferred = chance(answer.random, deferredOverviews);
  const base = {
    ...frame(ask.details, answer),
    search_information: {
      query_displayed: ask.question,
      total_results: between(answer.random, 100_000, 90_000_000),
      time_taken_displayed: 0.42,
      organic_results_state: 'Results for exact spelling',
    },
    organic_results: organicResults(answer),
  };
  if (absent || outcome !== 'answered') return ok(base, true);
  if (!deferred) return ok({ ...base, ai_overview: overviewOf(answer) }, true);
  const token = writeToken({ q: ask.question, at: answer.ask.at.toISOString(), sample: answer.ask.sample });
  const ai_overview = { page_token: token, serpapi_link: `https://serpapi.com/search.json?engine=google_ai_overview&page_token=${token}` };
  return ok({ ...base, ai_overview }, false);
}

function overviewByToken(ask: VendorAsk<Details>, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  const base = frame(ask.details, answer);
  if (outcome !== 'answered') return ok({ ...base, search_information: { ai_overview_state: 'Fully empty' }, error: nothing }, true);
  return ok({ ...base, ai_overview: overviewOf(answer) }, true);
}

const ok = (body: unknown, paid: boolean): Rendered => ({ reply: { status: 200, body }, tokens: 0, paid });

const renderers = { google: googleSearch, google_ai_mode: aiMode, google_ai_overview: overviewByToken };

function fail(failure: Failure): VendorReply {
  if (failure.kind === 'unauthorized')
    return error(401, 'Invalid API key. Your API key should be here: https://serpapi.com/manage-api-key');
  if (failure.kind === 'not_found') return error(404, 'Not found.');
  if (failure.kind === 'overloaded') return error(503, 'Server error. Please try again later.');
  return error(429, 'Your account exceeded its hourly throughput limit.', {
    'retry-after': String(Math.max(1, Math.ceil(failure.retryAfterMs / 1000))),
  });
}

export const serpapi: Vendor<Details> = {
  id: 'serpapi',
  keyOf: (request) => request.query.get('api_key') ?? bearerKey(request),
  read(request) {
    if (request.method !== 'GET' || !/^\/search(\.json)?$/.test(request.path)) return null;
    const parameters = Object.fromEntries(request.query);
    const serpEngine = parameters.engine ?? 'google';
    if (serpEngine === 'google_ai_overview') {
      const token = readToken(parameters.page_token ?? '');
      if (token === null) return { wrong: error(400, parameters.page_token ? 'Invalid `page_token`.' : 'Missing `page_token` parameter.') };
      const details = { serpEngine, parameters } as const;
      return { engine: 'google-ai-overview', question: token.q, search: true, at: new Date(token.at), sample: token.sample, details };
    }
    if (serpEngine !== 'google' && serpEngine !== 'google_ai_mode')
      return { wrong: error(400, `Unsupported \`${serpEngine}\` search engine.`) };
    if (!parameters.q) return { wrong: error(400, 'Missing query `q` parameter.') };
    const engine = serpEngine === 'google' ? 'google-ai-overview' : 'google-ai-mode';
    return { engine, question: parameters.q, search: true, details: { serpEngine, parameters } };
  },
  render: (ask, answer, outcome) => renderers[ask.details.serpEngine](ask, answer, outcome),
  fail,
  limitHeaders: () => ({}),
};
