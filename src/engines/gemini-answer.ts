import { z } from 'zod';
import { byteSpan, onlyPlace } from './citation-spans.ts';
import type { Span } from './citation-spans.ts';
import type { EngineCitation, EngineUsage, Finish } from './engine.ts';
import { count, list, text, texts } from './fields.ts';
import { finishOf } from './run-ask.ts';

const grounding = z.object({ webSearchQueries: texts, groundingChunks: list, groundingSupports: list });
const candidate = z.object({
  content: z.object({ parts: list }).nullish().catch(null),
  finishReason: text,
  groundingMetadata: grounding.nullish().catch(null),
});

/** A generateContent answer; only the fields that are read. */
export const geminiBody = z
  .object({
    candidates: z.array(candidate).nullish(),
    promptFeedback: z.object({ blockReason: text }).nullish(),
    modelVersion: text,
    responseId: text,
    usageMetadata: z
      .object({
        promptTokenCount: count,
        toolUsePromptTokenCount: count,
        candidatesTokenCount: count,
        thoughtsTokenCount: count,
        cachedContentTokenCount: count,
      })
      .nullish()
      .catch(null),
  })
  .refine((body) => body.candidates || body.promptFeedback || body.usageMetadata, 'neither candidates nor feedback');
type GeminiBody = z.infer<typeof geminiBody>;

const textPart = z.object({ text: z.string(), thought: z.boolean().nullish() });
const webChunk = z.object({ web: z.object({ uri: z.string().min(1), title: text, domain: text }) });
const support = z.object({
  segment: z.object({ startIndex: count, endIndex: z.number(), text, partIndex: count }),
  groundingChunkIndices: z.array(z.number()),
});

export function readGemini(body: GeminiBody) {
  const first = body.candidates?.[0];
  const parts = partsOf(first?.content?.parts ?? []);
  const answer = parts.map((part) => part?.shown ?? '').join('');
  const metadata = first?.groundingMetadata;
  return {
    text: answer,
    citations: metadata ? citationsOf(answer, parts, metadata) : [],
    // The chunks are what was cited; there is no list of what else was looked at.
    retrieved: null,
    searchQueries: metadata?.webSearchQueries ?? [],
    usage: usageOf(body, metadata?.webSearchQueries?.length ?? null),
    finish: finishOf(answer, statedFinish(body)),
  };
}

type Part = { shown: string; start: number; raw: string } | null;

/** By part index; a thought is not shown, other parts are no text. */
function partsOf(raw: readonly unknown[]): Part[] {
  let start = 0;
  return raw.map((one) => {
    const parsed = textPart.safeParse(one);
    if (!parsed.success) return null;
    const shown = parsed.data.thought ? '' : parsed.data.text;
    const part = { shown, start, raw: parsed.data.text };
    start += shown.length;
    return part;
  });
}

function citationsOf(answer: string, parts: Part[], metadata: z.infer<typeof grounding>): EngineCitation[] {
  const chunks = (metadata.groundingChunks ?? []).map((chunk) => webChunk.safeParse(chunk).data?.web ?? null);
  const supported = new Set<number>();
  const citations: EngineCitation[] = [];
  for (const one of metadata.groundingSupports ?? []) {
    const parsed = support.safeParse(one);
    if (!parsed.success) continue;
    const span = spanOf(answer, parts, parsed.data.segment);
    for (const index of parsed.data.groundingChunkIndices) {
      const chunk = chunks[index];
      if (!chunk) continue;
      supported.add(index);
      citations.push(citationOf(chunk, span));
    }
  }
  const unplaced = chunks.flatMap((chunk, index) => (chunk && !supported.has(index) ? [citationOf(chunk, null)] : []));
  return [...citations, ...unplaced];
}

/** The address is a redirect that expires; the title is the domain behind it and must stay with it. */
function citationOf(chunk: z.infer<typeof webChunk>['web'], span: Span | null): EngineCitation {
  return {
    url: chunk.uri,
    title: chunk.title || chunk.domain || null,
    start: span?.start ?? null,
    end: span?.end ?? null,
    citedText: null,
  };
}

/** Bytes into the segment's part, else into the whole answer; taken only where they give the segment's own text. */
function spanOf(answer: string, parts: Part[], segment: z.infer<typeof support>['segment']): Span | null {
  const startByte = segment.startIndex ?? 0;
  const part = parts[segment.partIndex ?? 0];
  const inPart = part?.shown ? byteSpan(part.shown, startByte, segment.endIndex) : null;
  const readings = [
    inPart && part ? { start: part.start + inPart.start, end: part.start + inPart.end } : null,
    byteSpan(answer, startByte, segment.endIndex),
  ];
  const said = segment.text;
  const fits = readings.find((span) => span && (!said || answer.slice(span.start, span.end) === said));
  return fits ?? (said ? onlyPlace(answer, said) : null);
}

function usageOf({ usageMetadata: used }: GeminiBody, searches: number | null): EngineUsage {
  const thoughts = used?.thoughtsTokenCount ?? null;
  const prompt = used?.promptTokenCount ?? null;
  const shown = used?.candidatesTokenCount ?? null;
  return {
    inputTokens: prompt === null ? null : prompt + (used?.toolUsePromptTokenCount ?? 0),
    // Thoughts are billed as output.
    outputTokens: shown === null && thoughts === null ? (prompt === null ? null : 0) : (shown ?? 0) + (thoughts ?? 0),
    cachedTokens: used?.cachedContentTokenCount ?? null,
    reasoningTokens: thoughts,
    searches,
  };
}

const filtering = new Set(['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII', 'MODEL_ARMOR', 'JAILBREAK']);

function statedFinish(body: GeminiBody): Finish {
  const first = body.candidates?.[0];
  if (!first) return body.promptFeedback?.blockReason ? 'filtered' : 'no_answer';
  const reason = first.finishReason ?? 'STOP';
  if (filtering.has(reason)) return 'filtered';
  return reason === 'STOP' || reason === 'FINISH_REASON_UNSPECIFIED' ? 'complete' : 'truncated';
}
