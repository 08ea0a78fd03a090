import { setTimeout as wait } from 'node:timers/promises';
import type { Counter } from './counts.ts';
import { faultsOf } from './faults.ts';
import type { FaultPlan, Faults } from './faults.ts';
import { createLimiter } from './limits.ts';
import type { Limiter } from './limits.ts';
import { between, chance, createRandom } from './random.ts';
import type { Random } from './random.ts';
import type { Simulator } from './simulator.ts';
import { anthropic } from './vendors/anthropic.ts';
import { gemini } from './vendors/gemini.ts';
import { openai } from './vendors/openai.ts';
import { perplexity } from './vendors/perplexity.ts';
import { serpapi } from './vendors/serpapi.ts';
import { header } from './vendors/vendor.ts';
import type { Outcome, SimulatedEngine, Vendor, VendorAsk, VendorId, VendorReply, VendorRequest } from './vendors/vendor.ts';

export type ExchangeOptions = {
  simulator: Simulator;
  counter: Counter;
  now: () => number;
  latencyMs?: number | readonly [number, number];
  slowMs?: number;
  faults?: FaultPlan;
  requestsPerMinute?: Partial<Record<SimulatedEngine, number>>;
  tokensPerMinute?: Partial<Record<SimulatedEngine, number>>;
  apiKeys?: Partial<Record<VendorId, string>>;
};

export type Exchange = {
  /** `request.path` begins with the vendor's prefix. */
  answer(request: VendorRequest): Promise<VendorReply>;
  /** Ends all waiting. */
  stop(): void;
};

const notThere: VendorReply = {
  status: 404,
  body: { error: 'No such engine. The paths begin with /openai/v1, /anthropic, /gemini, /perplexity or /serpapi.' },
};

/** What the steps of one reply share. */
type Context = ExchangeOptions & { limiterOf: (engine: SimulatedEngine) => Limiter; nextNumber: () => number; stopped: AbortSignal };

/** From a request to a reply: key, form, limits, faults, answer, delay. */
export function createExchange(options: ExchangeOptions): Exchange {
  const limiters = new Map<SimulatedEngine, Limiter>();
  const stopping = new AbortController();
  let requests = 0;

  function limiterOf(engine: SimulatedEngine): Limiter {
    const known = limiters.get(engine);
    if (known) return known;
    const limits = { requestsPerMinute: options.requestsPerMinute?.[engine], tokensPerMinute: options.tokensPerMinute?.[engine] };
    const limiter = createLimiter(limits, options.now());
    limiters.set(engine, limiter);
    return limiter;
  }

  const context: Context = { ...options, limiterOf, nextNumber: () => ++requests, stopped: stopping.signal };
  return { answer: (request) => route(context, request), stop: () => stopping.abort() };
}

async function route(context: Context, request: VendorRequest): Promise<VendorReply> {
  const prefix = /^\/([a-z]+)(\/.*)$/.exec(request.path);
  const rest = { ...request, path: prefix?.[2]?.replace(/\/+$/, '') ?? '' };
  switch (prefix?.[1]) {
    case 'openai':
      return reply(context, openai, rest);
    case 'anthropic':
      return reply(context, anthropic, rest);
    case 'gemini':
      return reply(context, gemini, rest);
    case 'perplexity':
      return reply(context, perplexity, rest);
    case 'serpapi':
      return reply(context, serpapi, rest);
    default:
      return notThere;
  }
}

async function reply<D>(context: Context, vendor: Vendor<D>, request: VendorRequest): Promise<VendorReply> {
  const { counter, now, apiKeys, limiterOf } = context;
  const read = vendor.read(request);
  if (read === null) return vendor.fail({ kind: 'not_found' });
  const key = vendor.keyOf(request) ?? '';
  const wanted = apiKeys?.[vendor.id];
  if (key === '' || (wanted !== undefined && key !== wanted)) return vendor.fail({ kind: 'unauthorized', key });
  if ('wrong' in read) return read.wrong;
  counter.request(read.engine);
  const result = await serve(context, vendor, read, request);
  if (result.status >= 400) counter.failed(read.engine);
  return { ...result, headers: { ...vendor.limitHeaders(limiterOf(read.engine).state(now()), now()), ...result.headers } };
}

async function serve<D>(context: Context, vendor: Vendor<D>, ask: VendorAsk<D>, request: VendorRequest): Promise<VendorReply> {
  const { simulator, counter, now } = context;
  const { seed } = simulator.market;
  const number = context.nextNumber();
  const limiter = context.limiterOf(ask.engine);
  const waitMs = limiter.take(now());
  if (waitMs > 0) return vendor.fail({ kind: 'rate_limited', retryAfterMs: waitMs });
  // Failures belong to the attempt, not to the question: asked again, it may pass.
  const attempt = createRandom(`${seed}|attempt|${number}`);
  const faults = faultsOf(context.faults ?? {}, ask.engine);
  if (chance(attempt, faults.http429 ?? 0)) return vendor.fail({ kind: 'rate_limited', retryAfterMs: 1000 });
  if (chance(attempt, faults.http529 ?? 0)) return vendor.fail({ kind: 'overloaded' });
  const sampleHeader = header(request, 'x-wayseen-sample');
  const sample = ask.sample ?? sampleHeader ?? `request-${number}`;
  const at = ask.at ?? simulatedTime(request, now());
  const answer = simulator.answer({ engine: ask.engine, text: ask.question, at, sample, earlier: ask.earlier ?? [] });
  const outcome = outcomeOf(seed, ask, at, sample, faults);
  const rendered = vendor.render(ask, answer, outcome);
  limiter.spend(rendered.tokens, now());
  // Counted before it is sent: a vendor charges also for what the client no longer hears.
  if (rendered.paid) counter.paid({ engine: ask.engine, sample: sampleHeader, at: at.toISOString(), outcome });
  await delay(context, attempt, faults);
  return rendered.reply;
}

async function delay(context: Context, random: Random, faults: Faults): Promise<void> {
  const { latencyMs = 0, slowMs = 5000 } = context;
  const base = typeof latencyMs === 'number' ? latencyMs : between(random, latencyMs[0], latencyMs[1]);
  const total = base + (chance(random, faults.slow ?? 0) ? slowMs : 0);
  if (total > 0) await wait(total, undefined, { signal: context.stopped });
}

/** Refusals and empty answers belong to the ask: the same one gives the same. */
function outcomeOf(seed: number, ask: VendorAsk, at: Date, sample: string, faults: Faults): Outcome {
  const random = createRandom([seed, 'outcome', ask.engine, at.getTime(), sample, ask.question].join('|'));
  if (chance(random, faults.refusal ?? 0)) return 'refused';
  return chance(random, faults.empty ?? 0) ? 'empty' : 'answered';
}

function simulatedTime(request: VendorRequest, now: number): Date {
  const told = new Date(header(request, 'x-wayseen-simulated-at') ?? '');
  return Number.isNaN(told.getTime()) ? new Date(now) : told;
}
