import { z } from 'zod';
import type { EngineDeps, Question } from './engine.ts';
import { EngineError } from '../errors.ts';
import { baseAddress } from './environment.ts';
import { codeOfWords, factsOf, failureOfCode, failureOfResponse } from './failures.ts';
import { list, text } from './fields.ts';
import type { SerpSurface } from './google-serp.ts';
import { finishOf, nothingUsed, parseBody } from './run-ask.ts';
import type { Reading } from './run-ask.ts';
import { readTextBlocks } from './serp-blocks.ts';
import type { Wire } from './wire.ts';

const content = { text_blocks: list, references: list, reconstructed_markdown: text };
const overview = z.object({ ...content, page_token: text, error: text });
/** A SerpApi result; only the fields that are read. AI Mode has its blocks at the top, an overview in `ai_overview`. */
const searchBody = z
  .object({
    search_metadata: z.object({ id: text, status: text }).nullish(),
    error: text,
    ai_overview: overview.nullish(),
    ...content,
  })
  .refine((body) => body.search_metadata || body.ai_overview || body.text_blocks, 'no search_metadata');
type SearchBody = z.infer<typeof searchBody>;
type Shown = { text_blocks?: unknown[] | null; references?: unknown[] | null; reconstructed_markdown?: string | null };

const noResults = /hasn['’]t returned any results|no results? found|didn['’]t return any/i;

/**
 * SerpApi by plain fetch: its client takes neither a base address nor a fetch. An overview that Google loads late comes
 * as a `page_token` only, and is fetched at once within the same ask, as the token expires in minutes.
 */
export async function askSerpApi(
  wire: Wire,
  surface: SerpSurface,
  question: Question,
  key: string,
  env: EngineDeps['env'],
): Promise<Reading> {
  const base = baseAddress(env, 'SERPAPI_BASE_URL', 'https://serpapi.com');
  const place = {
    gl: question.country?.toLowerCase(),
    hl: question.language ? hostLanguage(question.language).toLowerCase() : undefined,
  };
  const engine = surface === 'ai_mode' ? 'google_ai_mode' : 'google';
  const first = await search(wire, base, key, { engine, q: question.text, ...place });
  if (surface === 'ai_mode') return readingOf(first, first);
  const token = first.ai_overview?.page_token;
  if (first.ai_overview?.text_blocks?.length || !token) return readingOf(first, first.ai_overview);
  const second = await search(wire, base, key, { engine: 'google_ai_overview', page_token: token });
  return readingOf(second, second.ai_overview);
}

async function search(wire: Wire, base: string, key: string, params: Record<string, string | undefined>): Promise<SearchBody> {
  const url = new URL(`${base}/search`);
  for (const [name, value] of Object.entries(params)) if (value) url.searchParams.set(name, value);
  url.searchParams.set('output', 'json');
  // A cached page would make repeated asks one and the same observation.
  url.searchParams.set('no_cache', 'true');
  url.searchParams.set('api_key', key);
  await wire.fetch(url.href, { headers: { accept: 'application/json' } });
  const response = wire.last();
  if (!response) throw new EngineError('unavailable', `${wire.label} gave no response.`);
  const said = factsOf(response.body).message;
  if (said && noResults.test(said)) return { search_metadata: null, error: said };
  if (response.status < 200 || response.status > 299) throw failureOfResponse(wire, response);
  const body = parseBody(searchBody, wire, response);
  if (body.error) throw failureOfCode(wire, codeOfWords({ words: [], message: body.error }) ?? 'unavailable', body.error);
  if (body.search_metadata?.status === 'Error') throw failureOfCode(wire, 'unavailable', 'the search ended with an error');
  return body;
}

function readingOf(body: SearchBody, shown: Shown | null | undefined): Reading {
  const answer = readTextBlocks(shown?.text_blocks ?? [], shown?.references ?? []);
  const whole = answer.text || (shown?.reconstructed_markdown ?? '');
  return {
    model: null,
    text: whole,
    citations: answer.citations,
    // Google shows what it cites and nothing of what else it read.
    retrieved: null,
    searchQueries: [],
    usage: nothingUsed,
    cost: null,
    finish: finishOf(whole, 'complete'),
    requestId: body.search_metadata?.id ?? null,
  };
}

/** Google's `hl`: the bare language, but for Chinese by script and Portuguese by country. */
export function hostLanguage(language: string): string {
  const { language: code, script, region } = new Intl.Locale(language).maximize();
  if (code === 'zh') return script === 'Hant' ? 'zh-TW' : 'zh-CN';
  if (code === 'pt') return region === 'PT' ? 'pt-PT' : 'pt-BR';
  return code;
}
