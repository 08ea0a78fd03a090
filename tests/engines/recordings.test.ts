import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EngineAnswer } from '../../src/engines/engine.ts';
import { engines, type EngineId } from '../../src/engines/registry.ts';
import { askServer } from './harness.ts';

/** Real answers and errors of the engines, kept beside the repository; without them this file has nothing to say. */
const root = new URL('../../../shared/data/recordings/', import.meta.url);

type Meta = {
  request: { url: string; body: { model?: string } | null };
  response: { status: number; headers: Record<string, string> };
};
type Recording = { file: string; id: EngineId; meta: Meta; body: unknown; text: string };

const recordings = existsSync(root) ? readdirSync(root).flatMap(recordingsIn) : [];
const answers = recordings.filter(({ meta }) => meta.response.status === 200);
const failures = recordings.filter(({ meta }) => meta.response.status !== 200);

describe.skipIf(recordings.length === 0)('recorded answers', () => {
  test.each(answers.map((one) => [one.file, one] as const))('%s reads', async (_, recording) => {
    const { answer, error } = await replay(recording);
    expect(error).toBeNull();
    if (!answer) return;
    expect(answer.text.trim()).not.toBe('');
    expect(answer.finish).toBe('complete');
    expect(answer.model).toBeTruthy();
    for (const { url, start, end } of answer.citations) {
      expect(URL.canParse(url)).toBe(true);
      if (start !== null && end !== null) expect(answer.text.slice(start, end).trim()).not.toBe('');
    }
    for (const url of answer.retrieved ?? []) expect(URL.canParse(url)).toBe(true);
    expect(new Set(answer.retrieved).size).toBe(answer.retrieved?.length ?? 0);
    expect(answer.exchanges[0]?.body).toBe(recording.text);
    expect(answer.usage.inputTokens).toBeGreaterThan(0);
    expectOwnInvariants(recording, answer);
  });

  test('most have a cost, by report or by table', async () => {
    const all = await Promise.all(answers.map(replay));
    const unpriced = all.flatMap(({ answer }) =>
      answer && answer.costUsd === null && answer.engine !== 'openai-compatible' ? [answer.model] : [],
    );
    expect(unpriced).toEqual([]);
    for (const { answer } of all) if (answer?.costUsd) expect(answer.costUsd).toBeLessThan(0.5);
  });
});

describe.skipIf(failures.length === 0)('recorded failures', () => {
  const codes: Record<number, string> = { 400: 'bad_request', 401: 'unauthorized', 429: 'rate_limited' };

  test.each(failures.map((one) => [one.file, one] as const))('%s has its code', async (_, recording) => {
    const { error } = await replay(recording);
    expect(error).toMatchObject({ code: codes[recording.meta.response.status], status: recording.meta.response.status });
    if (recording.file.includes('retry-info')) expect(error?.retryAfterMs).toBe(34_400);
  });
});

function expectOwnInvariants({ id, text }: Recording, answer: EngineAnswer) {
  const placed = answer.citations.filter(({ start }) => start !== null);
  if (id === 'openai') {
    const annotations = text.match(/"type":\s*"url_citation"/g)?.length ?? 0;
    expect(placed).toHaveLength(annotations);
    for (const { url, start, end } of placed) expect(answer.text.slice(start ?? 0, end ?? 0)).toContain(url);
  }
  if (id === 'anthropic') {
    for (const { citedText } of answer.citations) expect(citedText).toBeTruthy();
    for (const { url } of answer.citations) expect(answer.retrieved).toContain(url);
  }
  if (id === 'gemini') {
    const segments = [...text.matchAll(/"groundingChunkIndices"/g)].length;
    if (segments > 0) expect(placed.length).toBeGreaterThanOrEqual(segments);
    for (const { title } of answer.citations) expect(title).toBeTruthy();
  }
}

async function replay({ id, meta, text }: Recording) {
  const model = id === 'openai-compatible' ? {} : { model: meta.request.body?.model ?? 'x' };
  return askServer(
    engines[id],
    id,
    (_, response) => {
      const { 'content-encoding': __, 'content-length': ___, ...headers } = meta.response.headers;
      response.writeHead(meta.response.status, { ...headers, 'content-type': 'application/json' });
      response.end(text);
    },
    model,
  );
}

function recordingsIn(vendor: string): Recording[] {
  const folder = new URL(`${vendor}/`, root);
  return readdirSync(folder).flatMap((name) => {
    if (!name.endsWith('.json') || name.endsWith('.meta.json')) return [];
    const meta = JSON.parse(readFileSync(new URL(name.replace('.json', '.meta.json'), folder), 'utf8')) as Meta;
    const raw = readFileSync(new URL(name, folder), 'utf8');
    const parsed: unknown = JSON.parse(raw);
    // Gemini's streams are lists of chunks; whoever asks without streaming gets them as one.
    const body = Array.isArray(parsed) ? mergeGeminiChunks(parsed) : parsed;
    return [
      {
        file: `${vendor}/${name}`,
        id: engineOf(vendor, meta.request.url),
        meta,
        body,
        text: Array.isArray(parsed) ? JSON.stringify(body) : raw,
      },
    ];
  });
}

function engineOf(vendor: string, url: string): EngineId {
  // Chat completions of any vendor have the shape that OpenAI-compatible servers speak.
  if (url.includes('/chat/completions')) return 'openai-compatible';
  if (vendor === 'openai' || vendor === 'anthropic' || vendor === 'gemini' || vendor === 'perplexity' || vendor === 'xai') return vendor;
  return 'openai-compatible';
}

type Chunk = { candidates?: { content?: { parts?: { text?: string }[] }; finishReason?: string; groundingMetadata?: unknown }[] };

function mergeGeminiChunks(chunks: Chunk[]): unknown {
  const candidates = chunks.flatMap((chunk) => chunk.candidates?.[0] ?? []);
  const words = candidates.flatMap((one) => one.content?.parts ?? []).map((part) => part.text ?? '');
  const metadata = candidates.findLast((one) => one.groundingMetadata)?.groundingMetadata;
  return {
    ...chunks.at(-1),
    candidates: [
      {
        content: { role: 'model', parts: [{ text: words.join('') }] },
        finishReason: candidates.at(-1)?.finishReason,
        ...(metadata !== undefined && { groundingMetadata: metadata }),
      },
    ],
  };
}
