import Anthropic from '@anthropic-ai/sdk';
import { GoogleGenAI } from '@google/genai';
import Perplexity from '@perplexity-ai/perplexity_ai';
import OpenAI from 'openai';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSimulator } from '../../src/engines/simulator/server.ts';
import type { RunningSimulator } from '../../src/engines/simulator/server.ts';
import { createSimulator } from '../../src/engines/simulator/simulator.ts';
import { english, market, proseOf, prompts, traditional, week } from './fixtures.ts';

let running: RunningSimulator;
beforeAll(async () => void (running = await startSimulator({ market, prompts })));
afterAll(() => running.close());

const simulator = createSimulator({ market, prompts });
const at = week(4);
const headersOf = (sample: number) => ({ 'x-wayseen-simulated-at': at.toISOString(), 'x-wayseen-sample': String(sample) });
const expected = (engine: string, text: string, sample: number) => simulator.answer({ engine, text, at, sample: String(sample) });
const asks = [english, traditional].flatMap((text) => Array.from({ length: 12 }, (_, sample) => ({ text, sample })));

describe('openai', () => {
  it.each(asks)('is read by its SDK, and its citations stand where it says: $text $sample', async ({ text, sample }) => {
    const client = new OpenAI({ apiKey: 'k', baseURL: running.env.OPENAI_BASE_URL, maxRetries: 0 });
    const body = {
      model: 'gpt-5.6-luna',
      input: text,
      store: false,
      tools: [{ type: 'web_search' }],
      include: ['web_search_call.action.sources'],
    } satisfies OpenAI.Responses.ResponseCreateParamsNonStreaming;
    const { data, response } = await client.responses.create(body, { headers: headersOf(sample) }).withResponse();
    const wanted = expected('openai', text, sample);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    expect(response.headers.get('x-ratelimit-reset-requests')).toMatch(/^[\d.]+(ms|s)$/);
    const part = data.output.find((item) => item.type === 'message')?.content[0];
    if (part?.type !== 'output_text') throw new Error('no text');
    expect(data.output_text).toBe(part.text);
    const cites = wanted.pieces.flatMap((piece) => piece.cites);
    expect(part.annotations).toHaveLength(cites.length);
    let bare = part.text;
    for (const annotation of part.annotations.toReversed()) {
      if (annotation.type !== 'url_citation') throw new Error('no citation');
      const label = part.text.slice(annotation.start_index, annotation.end_index);
      expect(label).toBe(`([${new URL(annotation.url).hostname.replace(/^www\./, '')}](${annotation.url}))`);
      bare = bare.slice(0, annotation.start_index - 1) + bare.slice(annotation.end_index);
    }
    expect(bare).toBe(proseOf(wanted));
    const calls = data.output.filter((item) => item.type === 'web_search_call');
    const [first] = calls;
    if (first?.action?.type !== 'search') throw new Error('no search');
    const urls = first.action.sources?.map((source) => ('url' in source ? source.url : '')) ?? [];
    expect(new Set(urls.map((url) => url.replace('?utm_source=openai', '')))).toEqual(new Set(wanted.sources.map(({ url }) => url)));
    expect(data.tool_usage?.web_search.num_requests).toBe(calls.length);
  });
});

describe('anthropic', () => {
  it.each(asks)('is read by its SDK, split around the citations: $text $sample', async ({ text, sample }) => {
    const client = new Anthropic({ apiKey: 'k', baseURL: running.env.ANTHROPIC_BASE_URL, maxRetries: 0 });
    const message = await client.messages.create(
      {
        model: 'claude-sonnet-5-5',
        max_tokens: 4096,
        messages: [{ role: 'user', content: text }],
        tools: [{ type: 'web_search_20250305', name: 'web_search', max_uses: 5 }],
      },
      { headers: headersOf(sample) },
    );
    const wanted = expected('anthropic', text, sample);
    expect(message._request_id).toMatch(/^req_/);
    const blocks = message.content.filter((block) => block.type === 'text');
    expect(blocks.map((block) => block.text).join('')).toBe(proseOf(wanted));
    const cited = blocks.flatMap((block) =>
      (block.citations ?? []).map((citation) => (citation.type === 'web_search_result_location' ? citation.url : '')),
    );
    expect(cited).toEqual(wanted.pieces.flatMap((piece) => piece.cites.map((index) => wanted.sources[index]?.url)));
    const results = message.content.filter((block) => block.type === 'web_search_tool_result');
    const retrieved = results.flatMap((block) => (Array.isArray(block.content) ? block.content.map(({ url }) => url) : []));
    expect(new Set(retrieved)).toEqual(new Set(wanted.sources.map(({ url }) => url)));
    expect(message.usage.server_tool_use?.web_search_requests).toBe(
      message.content.filter((block) => block.type === 'server_tool_use').length,
    );
  });
});

describe('gemini', () => {
  it.each(asks)('is read by its SDK, and its segments are bytes: $text $sample', async ({ text, sample }) => {
    const client = new GoogleGenAI({
      apiKey: 'k',
      httpOptions: {
        baseUrl: running.env.GEMINI_BASE_URL ?? '',
        headers: headersOf(sample),
        ...(sample % 2 ? { apiVersion: 'v1beta' } : {}),
      },
    });
    const response = await client.models.generateContent({
      model: 'gemini-3.8-flash',
      contents: text,
      config: { tools: [{ googleSearch: {} }] },
    });
    const wanted = expected('gemini', text, sample);
    expect(response.text).toBe(proseOf(wanted));
    const metadata = response.candidates?.[0]?.groundingMetadata;
    const cited = wanted.pieces.filter((piece) => piece.cites.length > 0);
    expect(metadata?.groundingSupports?.length ?? 0).toBe(cited.length);
    const bytes = Buffer.from(response.text ?? '');
    metadata?.groundingSupports?.forEach(({ segment, groundingChunkIndices }, position) => {
      expect(bytes.subarray(segment?.startIndex ?? 0, segment?.endIndex).toString()).toBe(segment?.text);
      expect(segment?.startIndex).not.toBe(0);
      const domains = groundingChunkIndices?.map((index) => metadata.groundingChunks?.[index]?.web?.title);
      expect(domains).toEqual(cited[position]?.cites.map((index) => wanted.sources[index]?.domain));
    });
    for (const chunk of metadata?.groundingChunks ?? [])
      expect(chunk.web?.uri).toMatch(/^https:\/\/vertexaisearch\.cloud\.google\.com\/grounding-api-redirect\//);
  });
});

describe('perplexity', () => {
  it.each(asks)('is read by its SDK, with [n] for its results: $text $sample', async ({ text, sample }) => {
    const client = new Perplexity({ apiKey: 'k', baseURL: running.env.PERPLEXITY_BASE_URL, maxRetries: 0 });
    const response = await client.responses.create({ preset: 'fast', input: text }, { headers: headersOf(sample) });
    const wanted = expected('perplexity', text, sample);
    const results = response.output.flatMap((item) => (item.type === 'search_results' ? item.results : []));
    expect(results.map(({ url }) => url)).toEqual(wanted.sources.map(({ url }) => url));
    expect(response.output_text.replace(/\[\d+\]/g, '')).toBe(proseOf(wanted));
    const marks = [...response.output_text.matchAll(/\[(\d+)\]/g)].map((match) => Number(match[1]));
    expect(marks).toEqual(wanted.pieces.flatMap((piece) => piece.cites.map((index) => index + 1)));
    const { cost } = response.usage ?? {};
    expect(cost?.total_cost).toBeCloseTo((cost?.input_cost ?? 0) + (cost?.output_cost ?? 0) + (cost?.tool_calls_cost ?? 0), 6);
  });

  it('answers on /v1/agent too', async () => {
    const response = await fetch(`${running.url}/perplexity/v1/agent`, {
      method: 'POST',
      headers: { authorization: 'Bearer k' },
      body: JSON.stringify({ preset: 'fast', input: english }),
    });
    expect(await response.json()).toMatchObject({ object: 'response', status: 'completed' });
  });
});

type SerpBlock = {
  type: string;
  snippet?: string;
  list?: { title?: string; snippet: string; reference_indexes?: number[] }[];
  table?: string[][];
  reference_indexes?: number[];
};
type Overview = { text_blocks?: SerpBlock[]; references?: { index: number; link: string }[]; page_token?: string };
type SerpBody = Overview & { search_metadata: { status: string }; ai_overview?: Overview };

describe('serpapi', () => {
  const get = async (params: Record<string, string>, sample: number) => {
    const response = await fetch(`${running.env.SERPAPI_BASE_URL}/search?${new URLSearchParams({ api_key: 'k', ...params }).toString()}`, {
      headers: headersOf(sample),
    });
    return (await response.json()) as SerpBody;
  };
  const checkReferences = (overview: Overview) => {
    const indexes = overview.references?.map(({ index }) => index) ?? [];
    expect(indexes).toEqual(indexes.map((_, position) => position));
    const used =
      overview.text_blocks?.flatMap((block) => [
        ...(block.reference_indexes ?? []),
        ...(block.list ?? []).flatMap((item) => item.reference_indexes ?? []),
      ]) ?? [];
    expect(new Set(used)).toEqual(new Set(indexes));
  };
  const textIn = (overview: Overview) => JSON.stringify(overview.text_blocks);

  it('shows an overview at once, by a token, or not at all', async () => {
    const seen = { inline: 0, token: 0, absent: 0 };
    for (let sample = 0; sample < 80; sample++) {
      const wanted = expected('google-ai-overview', english, sample);
      const { ai_overview: overview } = await get({ engine: 'google', q: english, gl: 'us' }, sample);
      if (!overview) {
        seen.absent += 1;
        continue;
      }
      seen[overview.page_token ? 'token' : 'inline'] += 1;
      const shown = overview.page_token
        ? ((await get({ engine: 'google_ai_overview', page_token: overview.page_token }, sample)).ai_overview ?? {})
        : overview;
      checkReferences(shown);
      for (const piece of wanted.pieces.filter((candidate) => candidate.cites.length > 0)) expect(textIn(shown)).toContain(piece.text);
    }
    expect(seen.inline).toBeGreaterThan(40);
    expect(seen.token).toBeGreaterThan(4);
    expect(seen.absent).toBeGreaterThan(0);
  });

  it('has AI Mode at the top of the body', async () => {
    for (let sample = 0; sample < 10; sample++) {
      const body = await get({ engine: 'google_ai_mode', q: traditional, hl: 'zh-tw' }, sample);
      expect(body.search_metadata.status).toBe('Success');
      checkReferences(body);
      expect(body.text_blocks?.length).toBeGreaterThan(2);
    }
  });
});
