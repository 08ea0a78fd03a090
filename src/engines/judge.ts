import Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { messageBody, addMessage, noTurns, readTurns } from './anthropic-message.ts';
import type { EngineDeps, EngineUsage } from './engine.ts';
import { baseAddress, readEnv, requireKey } from './environment.ts';
import { badResponse, toEngineError } from './failures.ts';
import { openaiClient } from './openai.ts';
import { readResponses, responsesBody } from './openai-responses.ts';
import { tokenCost } from './prices.ts';
import { parseBody, responseOf } from './run-ask.ts';
import { openWire, type Wire } from './wire.ts';

export const judgeIds = ['openai', 'anthropic'] as const;
export type JudgeId = (typeof judgeIds)[number];
export const defaultJudgeModels: Record<JudgeId, string> = { openai: 'gpt-5.6-luna', anthropic: 'claude-haiku-5-5' };

export type JudgeQuestion = { model: string; instructions: string; message: string; schema: Record<string, unknown> };
export type JudgeReply = { reply: unknown; costUsd: number | null };

const maxOutputTokens = 2048;
type Reading = { text: string; finish: string; usage: EngineUsage };

/** Asks a model once for a reply of the schema's form; never retries. @throws {EngineError} */
export async function askJudge(id: JudgeId, question: JudgeQuestion, deps: EngineDeps, signal?: AbortSignal): Promise<JudgeReply> {
  const label = id === 'openai' ? 'OpenAI API' : 'Claude API';
  const apiKey = requireKey(deps.env, id === 'openai' ? 'OPENAI_API_KEY' : 'ANTHROPIC_API_KEY', label);
  const wire = openWire(deps, { label, secrets: [apiKey], signal });
  try {
    const reading = await (id === 'openai' ? askOpenai : askAnthropic)(question, apiKey, deps, wire);
    if (reading.finish !== 'complete') throw badResponse(wire, wire.last()?.status ?? null, `the reply is ${reading.finish}`);
    const { inputTokens, outputTokens, cachedTokens } = reading.usage;
    const used = { inputTokens, outputTokens, cachedTokens, cacheWriteTokens: null, searches: null };
    return { reply: parseReply(reading.text, wire), costUsd: tokenCost(id, question.model, used, new Date(deps.now())) };
  } catch (error) {
    throw toEngineError(error, wire);
  } finally {
    wire.close();
  }
}

/** The most that a question can cost, in USD: no more tokens than bytes. @returns null where the model's price is not known */
export function mostJudgeCost(id: JudgeId, { model, instructions, message, schema }: JudgeQuestion, atMs: number): number | null {
  const inputTokens = Buffer.byteLength(instructions) + Buffer.byteLength(message) + Buffer.byteLength(JSON.stringify(schema));
  const used = { inputTokens, outputTokens: maxOutputTokens, cachedTokens: null, cacheWriteTokens: null, searches: null };
  return tokenCost(id, model, used, new Date(atMs));
}

async function askOpenai(question: JudgeQuestion, apiKey: string, deps: EngineDeps, wire: Wire): Promise<Reading> {
  const baseURL = baseAddress(deps.env, 'OPENAI_BASE_URL', 'https://api.openai.com/v1');
  const organization = readEnv(deps.env, 'OPENAI_ORG_ID');
  const client = openaiClient({ apiKey, baseURL, wire, timeoutMs: deps.timeoutMs, organization });
  const call = client.responses.create({
    model: question.model,
    instructions: question.instructions,
    input: question.message,
    store: false,
    max_output_tokens: maxOutputTokens,
    text: { format: { type: 'json_schema', name: 'verdicts', schema: question.schema, strict: true } },
  });
  return readResponses(parseBody(responsesBody, wire, await responseOf(wire, call)), wire);
}

async function askAnthropic(question: JudgeQuestion, apiKey: string, deps: EngineDeps, wire: Wire): Promise<Reading> {
  const baseURL = baseAddress(deps.env, 'ANTHROPIC_BASE_URL', 'https://api.anthropic.com');
  const timeout = deps.timeoutMs + 10_000;
  const client = new Anthropic({ apiKey, baseURL, fetch: wire.fetch, maxRetries: 0, timeout, logLevel: 'off', openTelemetry: false });
  const call = client.messages.create({
    model: question.model,
    max_tokens: maxOutputTokens,
    system: question.instructions,
    messages: [{ role: 'user', content: question.message }],
    output_config: { format: { type: 'json_schema', schema: question.schema } },
  });
  const response = await responseOf(wire, call);
  return readTurns(addMessage(noTurns, parseBody(messageBody, wire, response), response.headers.get('request-id')));
}

function parseReply(text: string, wire: Wire): unknown {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
  } catch {
    throw badResponse(wire, wire.last()?.status ?? null, 'the reply is not the JSON that was asked for');
  }
}
