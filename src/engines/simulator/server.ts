import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isStage } from '../../domain/journey.ts';
import { createCounter } from './counts.ts';
import type { Counts } from './counts.ts';
import type { FaultPlan } from './faults.ts';
import { createExchange } from './exchange.ts';
import type { Exchange } from './exchange.ts';
import type { Market } from './market.ts';
import { createSimulator } from './simulator.ts';
import type { KnownPrompt, Simulator } from './simulator.ts';
import { panelTruth } from './truth-series.ts';
import type { SimulatedEngine, VendorId, VendorReply } from './vendors/vendor.ts';

export type SimulatorOptions = {
  market: Market;
  prompts?: readonly KnownPrompt[];
  /** 127.0.0.1 and a free port unless told otherwise. */
  host?: string;
  port?: number;
  /** Milliseconds before an answer, fixed or from a range; 0 by default. */
  latencyMs?: number | readonly [number, number];
  /** What the fault `slow` adds. */
  slowMs?: number;
  faults?: FaultPlan;
  requestsPerMinute?: Partial<Record<SimulatedEngine, number>>;
  tokensPerMinute?: Partial<Record<SimulatedEngine, number>>;
  /** Only this key is accepted; without it any that is not empty. */
  apiKeys?: Partial<Record<VendorId, string>>;
  /** Every paid call is appended here, one JSON line each. */
  logPath?: string | null;
  now?: () => number;
};

export type RunningSimulator = {
  url: string;
  /** Base addresses and keys by the contract's names. */
  env: Record<string, string>;
  counts: () => Counts;
  close: () => Promise<void>;
};

/** Starts the engines' stand-in on loopback. */
export async function startSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const now = options.now ?? Date.now;
  const simulator = createSimulator(options);
  const counter = createCounter(options.logPath ?? null);
  const exchange = createExchange({ ...options, simulator, counter, now });
  const server = createServer((request, response) => {
    answerHttp(request, response, { simulator, counts: counter.read, exchange, prompts: options.prompts ?? [] }).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  // Longer than the clients keep theirs, so that no pooled connection is closed under a request.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${options.host && options.host !== '0.0.0.0' ? options.host : '127.0.0.1'}:${port}`;
  return {
    url,
    env: simulatorEnv(url, options.apiKeys),
    counts: counter.read,
    close: () =>
      new Promise((resolve) => {
        exchange.stop();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The variables that point the real adapters at a simulator which runs at `url`. */
export function simulatorEnv(url: string, keys: Partial<Record<VendorId, string>> = {}): Record<string, string> {
  const key = (vendor: VendorId) => keys[vendor] ?? 'simulated';
  return {
    OPENAI_BASE_URL: `${url}/openai/v1`,
    OPENAI_API_KEY: key('openai'),
    ANTHROPIC_BASE_URL: `${url}/anthropic`,
    ANTHROPIC_API_KEY: key('anthropic'),
    GEMINI_BASE_URL: `${url}/gemini`,
    GEMINI_API_KEY: key('gemini'),
    PERPLEXITY_BASE_URL: `${url}/perplexity`,
    PERPLEXITY_API_KEY: key('perplexity'),
    SERPAPI_BASE_URL: `${url}/serpapi`,
    SERPAPI_API_KEY: key('serpapi'),
  };
}

type Parts = { simulator: Simulator; counts: () => Counts; exchange: Exchange; prompts: readonly KnownPrompt[] };

async function answerHttp(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const target = request.url ?? '/';
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  const body = request.method === 'POST' ? await readBody(request) : null;
  const own = ownEndpoint(path, query, parts);
  const reply = own ?? (await parts.exchange.answer({ method: request.method ?? 'GET', path, query, headers: request.headers, body }));
  send(response, reply);
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    return null;
  }
}

function send(response: ServerResponse, reply: VendorReply): void {
  const text = JSON.stringify(reply.body);
  response.writeHead(reply.status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'x-wayseen-simulated': 'true',
    ...reply.headers,
  });
  response.end(text);
}

/** What is the simulator's own: the truth, the counts, a sign of life. */
function ownEndpoint(path: string, query: URLSearchParams, parts: Parts): VendorReply | null {
  if (path === '/health') return { status: 200, body: { simulated: true } };
  if (path === '/counts') return { status: 200, body: parts.counts() };
  if (path !== '/truth') return null;
  const [brand, stage, engine] = [query.get('brand') ?? '', query.get('stage') ?? '', query.get('engine') ?? ''];
  const at = new Date(query.get('at') ?? '');
  const { market } = parts.simulator;
  if (!market.brands.some(({ id }) => id === brand) || !isStage(stage) || engine === '' || Number.isNaN(at.getTime()))
    return { status: 400, body: { error: 'brand (of the market), stage, engine and at (ISO 8601) are needed' } };
  const intent = query.get('intent') ?? undefined;
  const cell = { brand, stage, engine, at };
  const asked = intent === undefined ? cell : { ...cell, intent };
  const panel = intent === undefined ? panelTruth(market, { ...cell, prompts: parts.prompts }) : market.truth(asked);
  return {
    status: 200,
    body: {
      ...asked,
      at: at.toISOString(),
      visibility: market.truth(asked),
      panelVisibility: panel,
      citationRate: market.citationTruth(asked),
    },
  };
}
