import { z } from 'zod';
import type { SimulatedAnswer } from '../answer.ts';
import { textOf } from '../blocks.ts';
import { between, hashHex, letterId } from '../random.ts';
import { header, readMessages, tokenCount } from './vendor.ts';
import type { Failure, Outcome, Rendered, Vendor, VendorReply } from './vendor.ts';

const part = z.looseObject({ text: z.string().optional() });
const requestSchema = z.looseObject({
  contents: z.array(z.looseObject({ role: z.string().optional(), parts: z.array(part).min(1) })).min(1),
  tools: z.array(z.looseObject({ googleSearch: z.looseObject({}).nullish(), google_search: z.looseObject({}).nullish() })).nullish(),
});
type Details = { model: string };

const error = (code: number, status: string, message: string, details?: unknown[]): VendorReply => ({
  status: code,
  body: { error: { code, message, status, ...(details ? { details } : {}) } },
});

const encoder = new TextEncoder();

/** Segments are counted in UTF-8 bytes, end exclusive, and a start of 0 is left out. */
function grounding(answer: SimulatedAnswer) {
  const chunkOf = new Map<number, number>();
  const groundingChunks: unknown[] = [];
  const groundingSupports: unknown[] = [];
  let bytes = 0;
  for (const piece of answer.pieces) {
    const startIndex = bytes;
    bytes += encoder.encode(piece.text).length;
    if (piece.cites.length === 0) continue;
    const groundingChunkIndices = piece.cites.map((index) => {
      const known = chunkOf.get(index);
      if (known !== undefined) return known;
      const source = answer.sources[index];
      const token = letterId(answer.random, 100) + hashHex(source?.url ?? '').slice(0, 8);
      groundingChunks.push({
        web: { uri: `https://vertexaisearch.cloud.google.com/grounding-api-redirect/AUZIYQ${token}`, title: source?.domain ?? '' },
      });
      chunkOf.set(index, groundingChunks.length - 1);
      return groundingChunks.length - 1;
    });
    const segment = { ...(startIndex > 0 ? { startIndex } : {}), endIndex: bytes, text: piece.text };
    groundingSupports.push({ segment, groundingChunkIndices });
  }
  if (groundingChunks.length === 0) return null;
  const renderedContent = `<div class="container"><div class="carousel">${answer.queries.map((query) => `<a class="chip">${escapeHtml(query)}</a>`).join('')}</div></div>`;
  return { searchEntryPoint: { renderedContent }, groundingChunks, groundingSupports, webSearchQueries: answer.queries };
}

const escapeHtml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

function render(ask: { details: Details; search: boolean }, answer: SimulatedAnswer, outcome: Outcome): Rendered {
  const { random } = answer;
  const promptTokens = tokenCount(answer.ask.text, answer.ask.language);
  const text = textOf(answer.pieces);
  const outputTokens = outcome === 'answered' ? tokenCount(text, answer.ask.language) : 0;
  const thoughts = outcome === 'answered' ? between(random, 150, 700) : 0;
  const total = promptTokens + outputTokens + thoughts;
  const usageMetadata = {
    promptTokenCount: promptTokens,
    ...(outcome === 'answered' ? { candidatesTokenCount: outputTokens, thoughtsTokenCount: thoughts } : {}),
    totalTokenCount: total,
    promptTokensDetails: [{ modality: 'TEXT', tokenCount: promptTokens }],
    serviceTier: 'standard',
  };
  const tail = { usageMetadata, modelVersion: ask.details.model, responseId: letterId(random, 23) };
  const headers = { 'x-gemini-service-tier': 'standard', 'server-timing': `gfet4t7; dur=${between(random, 1500, 7000)}` };
  const reply = (body: unknown): Rendered => ({ reply: { status: 200, headers, body }, tokens: total, paid: true });
  // The Developer API has no refusal of its own: a prompt it will not answer is a blocked one.
  if (outcome === 'refused') return reply({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, ...tail });
  if (outcome === 'empty') return reply({ candidates: [{ content: { role: 'model' }, finishReason: 'STOP', index: 0 }], ...tail });
  const metadata = ask.search ? grounding(answer) : null;
  const content = { parts: [{ text, thoughtSignature: `Eqc${letterId(random, 80)}` }], role: 'model' };
  return reply({
    candidates: [{ content, finishReason: 'STOP', index: 0, ...(metadata ? { groundingMetadata: metadata } : {}) }],
    ...tail,
  });
}

function fail(failure: Failure): VendorReply {
  if (failure.kind === 'unauthorized') {
    if (failure.key === '')
      return error(
        403,
        'PERMISSION_DENIED',
        "Method doesn't allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.",
      );
    const reason = { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID', domain: 'googleapis.com' };
    return error(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [reason]);
  }
  if (failure.kind === 'not_found') return error(404, 'NOT_FOUND', 'Requested entity was not found.');
  if (failure.kind === 'overloaded') return error(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.');
  const quota = {
    '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
    violations: [{ quotaId: 'GenerateRequestsPerMinutePerProjectPerModel' }],
  };
  const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${Math.ceil(failure.retryAfterMs / 100) / 10}s` };
  return error(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota, please check your plan.', [quota, retry]);
}

export const gemini: Vendor<Details> = {
  id: 'gemini',
  keyOf: (request) => header(request, 'x-goog-api-key') ?? request.query.get('key'),
  read(request) {
    const model = /^\/v1(?:beta)?\/models\/([^/:]+):generateContent$/.exec(request.path)?.[1];
    if (request.method !== 'POST' || model === undefined) return null;
    if (request.body === null) return { wrong: error(400, 'INVALID_ARGUMENT', 'Invalid JSON payload received.') };
    const parsed = requestSchema.safeParse(request.body);
    if (!parsed.success)
      return {
        wrong: error(
          400,
          'INVALID_ARGUMENT',
          `* GenerateContentRequest.${parsed.error.issues[0]?.path.join('.') ?? ''}: is not specified or invalid`,
        ),
      };
    if (model.includes('does-not-exist'))
      return {
        wrong: error(404, 'NOT_FOUND', `models/${model} is not found for API version v1beta, or is not supported for generateContent.`),
      };
    const said = readMessages(parsed.data.contents.map(({ role, parts }) => ({ role, content: parts })));
    const search = parsed.data.tools?.some((tool) => tool.googleSearch != null || tool.google_search != null) ?? false;
    return { engine: 'gemini', ...said, search, details: { model } };
  },
  render,
  fail,
  // Google tells nothing of its limits in headers.
  limitHeaders: () => ({}),
};
