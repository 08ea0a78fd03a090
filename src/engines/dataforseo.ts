import { z } from 'zod';
import type { EngineErrorCode } from '../errors.ts';
import { onlyPlace } from './citation-spans.ts';
import type { EngineCitation, EngineDeps, Question } from './engine.ts';
import { baseAddress } from './environment.ts';
import { locationOf } from './dataforseo-location.ts';
import { failureOfCode } from './failures.ts';
import { amount, list, text } from './fields.ts';
import type { SerpSurface } from './google-serp.ts';
import { finishOf, itemsOf, nothingUsed, parseBody, responseOf } from './run-ask.ts';
import type { Reading } from './run-ask.ts';
import { hostLanguage } from './serpapi.ts';
import type { Wire } from './wire.ts';

const task = z.object({
  id: text,
  status_code: z.number(),
  status_message: text,
  cost: amount,
  result: z
    .array(z.object({ items: list }))
    .nullish()
    .catch(null),
});
/** DataForSEO's envelope: errors come as HTTP 200 with other codes than 20000, for the call or for its task. */
const envelope = z.object({ status_code: z.number(), status_message: text, tasks: z.array(task).nullish() });

const reference = z.object({ url: z.string().min(1), title: text, source: text, domain: text, text });
const element = z.object({ title: text, text, markdown: text, references: list });
const overview = z.object({ markdown: text, items: list, references: list });
type Overview = z.infer<typeof overview>;

const paths: Record<SerpSurface, string> = {
  ai_overview: '/v3/serp/google/organic/live/advanced',
  ai_mode: '/v3/serp/google/ai_mode/live/advanced',
};

/** Asks DataForSEO's live endpoint, which answers within the call. */
export async function askDataForSeo(
  wire: Wire,
  surface: SerpSurface,
  question: Question,
  basic: string,
  env: EngineDeps['env'],
): Promise<Reading> {
  const base = baseAddress(env, 'DATAFORSEO_BASE_URL', 'https://api.dataforseo.com');
  const request = {
    keyword: question.text,
    ...locationOf(question.country),
    language_code: question.language ? hostLanguage(question.language) : 'en',
    device: 'desktop',
    // Without it an overview that Google loads late comes empty.
    ...(surface === 'ai_overview' && { load_async_ai_overview: true }),
  };
  const call = wire.fetch(`${base}${paths[surface]}`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}`, 'content-type': 'application/json' },
    body: JSON.stringify([request]),
  });
  const body = parseBody(envelope, wire, await responseOf(wire, call));
  const done = body.tasks?.[0];
  const failed = [body, ...(done ? [done] : [])].find((one) => one.status_code < 20_000 || one.status_code > 20_099);
  if (failed && failed.status_code !== noSearchResults) {
    throw failureOfCode(wire, codeOfStatus(failed.status_code), `${failed.status_code} ${failed.status_message ?? ''}`.trim());
  }
  return readingOf(done ?? null);
}

const noSearchResults = 40_102;

/** docs.dataforseo.com/v3/appendix/errors; 401xx and 402xx mix several kinds. */
function codeOfStatus(status: number): EngineErrorCode {
  if ([40_100, 40_104, 40_201, 40_204, 40_207].includes(status)) return 'unauthorized';
  if ([40_200, 40_203, 40_210].includes(status)) return 'quota_exhausted';
  if ([40_202, 40_205, 40_206, 40_209].includes(status)) return 'rate_limited';
  if (status >= 40_400 && status < 40_500) return 'not_found';
  if (status === 50_401 || status === 50_402) return 'timeout';
  // 40101 and 40103: Google or the task failed on their side.
  if (status === 40_101 || status === 40_103 || status >= 50_000) return 'unavailable';
  return status >= 40_000 ? 'bad_request' : 'bad_response';
}

function readingOf(done: z.infer<typeof task> | null): Reading {
  const items = done?.result?.flatMap((result) => result.items ?? []) ?? [];
  const shown = itemsOf(items, 'ai_overview', overview)[0];
  const answer = shown ? textOf(shown) : '';
  return {
    model: null,
    text: answer,
    citations: shown ? citationsOf(answer, shown) : [],
    retrieved: null,
    searchQueries: [],
    usage: nothingUsed,
    cost: typeof done?.cost === 'number' ? { usd: done.cost, source: 'reported' } : null,
    finish: finishOf(answer, 'complete'),
    requestId: done?.id ?? null,
  };
}

function elementsOf(shown: Overview): z.infer<typeof element>[] {
  return (shown.items ?? []).flatMap((item) => element.safeParse(item).data ?? []);
}

function textOf(shown: Overview): string {
  if (shown.markdown) return shown.markdown;
  return elementsOf(shown)
    .map((one) => one.markdown || [one.title, one.text].filter(Boolean).join('\n'))
    .filter(Boolean)
    .join('\n\n');
}

/** The overview's own list and those of its sections are not subsets of each other; a section gives its citations a place. */
function citationsOf(answer: string, shown: Overview): EngineCitation[] {
  const placed = elementsOf(shown).flatMap((one) => {
    const span = onlyPlace(answer, one.markdown || one.text || '');
    return citedIn(one.references ?? [], span);
  });
  const seen = new Set(placed.map((one) => one.url));
  return [...placed, ...citedIn(shown.references ?? [], null).filter((one) => !seen.has(one.url))];
}

function citedIn(references: readonly unknown[], span: { start: number; end: number } | null): EngineCitation[] {
  return references.flatMap((raw) => {
    const parsed = reference.safeParse(raw);
    if (!parsed.success) return [];
    const { url, title, source, domain, text: citedText } = parsed.data;
    return [
      {
        url,
        title: title || source || domain || null,
        start: span?.start ?? null,
        end: span?.end ?? null,
        citedText: citedText || null,
      },
    ];
  });
}
