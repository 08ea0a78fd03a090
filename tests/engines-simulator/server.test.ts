import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { demoEngines, demoStart, demoWorkspace } from '../../src/engines/simulator/demo.ts';
import { simulatorEnv, startSimulator } from '../../src/engines/simulator/server.ts';
import type { RunningSimulator, SimulatorOptions } from '../../src/engines/simulator/server.ts';
import { panelTruth } from '../../src/engines/simulator/truth-series.ts';
import { english, market, prompts, week } from './fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'wayseen-simulator-'));
afterAll(() => rmSync(folder, { recursive: true }));

let running: RunningSimulator | undefined;
afterEach(() => running?.close());
async function start(options: Partial<SimulatorOptions> = {}): Promise<RunningSimulator> {
  running = await startSimulator({ market, prompts, ...options });
  return running;
}

const askOpenai = (env: Record<string, string>, sample: string) =>
  fetch(`${env.OPENAI_BASE_URL}/responses`, {
    method: 'POST',
    headers: { authorization: 'Bearer k', 'x-wayseen-sample': sample },
    body: JSON.stringify({ model: 'm', input: english, tools: [{ type: 'web_search' }] }),
  });

describe('the counts', () => {
  it('show by sample what was paid twice, and outlive the process in a file', async () => {
    const logPath = join(folder, 'paid.jsonl');
    const { env, counts, url } = await start({ logPath });
    for (const sample of ['a', 'b', 'b']) await (await askOpenai(env, sample)).text();
    expect(counts().engines.openai).toEqual({ requests: 3, paid: 3, failed: 0 });
    expect(counts().samples).toEqual({ a: 1, b: 2 });
    expect(await (await fetch(`${url}/counts`)).json()).toEqual(counts());
    const lines = readFileSync(logPath, 'utf8')
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([{ engine: 'openai', sample: 'a' }, { sample: 'b' }, { sample: 'b', outcome: 'answered' }]);
  });

  it('include an answer that the client did not wait for', async () => {
    const { env, counts } = await start({ latencyMs: 2000 });
    const signal = AbortSignal.timeout(200);
    await expect(
      fetch(`${env.OPENAI_BASE_URL}/responses`, {
        method: 'POST',
        signal,
        headers: { authorization: 'Bearer k', 'x-wayseen-sample': 'lost' },
        body: JSON.stringify({ model: 'm', input: english }),
      }),
    ).rejects.toThrow(Error);
    expect(counts().samples).toEqual({ lost: 1 });
  });
});

describe('the server', () => {
  it('answers after the latency asked for, and later when slow', async () => {
    const timed = async (env: Record<string, string>) => {
      const startedAt = performance.now();
      await (await askOpenai(env, 'x')).text();
      return performance.now() - startedAt;
    };
    expect(await timed((await start({ latencyMs: [80, 120] })).env)).toBeGreaterThanOrEqual(78);
    await running?.close();
    expect(await timed((await start({ latencyMs: 10, slowMs: 300, faults: { openai: { slow: 1 } } })).env)).toBeGreaterThanOrEqual(305);
  });

  it('tells the truth', async () => {
    const { url } = await start();
    const at = week(3).toISOString();
    const body: unknown = await (await fetch(`${url}/truth?brand=veldrano&stage=consideration&engine=openai&at=${at}`)).json();
    const query = { brand: 'veldrano', stage: 'consideration', engine: 'openai', at: week(3) } as const;
    expect(body).toMatchObject({
      visibility: market.truth(query),
      citationRate: market.citationTruth(query),
      panelVisibility: panelTruth(market, { ...query, prompts }),
    });
    const intent: unknown = await (
      await fetch(`${url}/truth?brand=veldrano&stage=consideration&engine=openai&intent=agency-crm&at=${at}`)
    ).json();
    expect(intent).toMatchObject({ intent: 'agency-crm', visibility: market.truth({ ...query, intent: 'agency-crm' }) });
    expect((await fetch(`${url}/truth?brand=nobody&stage=consideration&engine=openai&at=${at}`)).status).toBe(400);
  });

  it('runs as a process of its own', async () => {
    const promptsPath = join(folder, 'prompts.json');
    writeFileSync(promptsPath, JSON.stringify(prompts));
    const child = spawn(process.execPath, [
      'src/engines/simulator/main.ts',
      '--seed',
      '11',
      '--starts-at',
      '2026-06-29T00:00:00Z',
      '--prompts',
      promptsPath,
      '--log',
      join(folder, 'own.jsonl'),
    ]);
    try {
      const [output] = (await once(child.stdout, 'data')) as [Buffer];
      const env = simulatorEnv(output.toString().trim());
      await start();
      const headers = { authorization: 'Bearer k', 'x-wayseen-sample': 's', 'x-wayseen-simulated-at': week(2).toISOString() };
      const body = JSON.stringify({ model: 'm', input: english, tools: [{ type: 'web_search' }] });
      const texts = await Promise.all(
        [env, running?.env ?? {}].map(async (one) =>
          (await fetch(`${one.OPENAI_BASE_URL}/responses`, { method: 'POST', headers, body })).text(),
        ),
      );
      expect(texts[0]).toBe(texts[1]);
      expect(readFileSync(join(folder, 'own.jsonl'), 'utf8')).toContain('"sample":"s"');
    } finally {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    expect(child.exitCode).toBe(0);
  });

  it('names the argument that is wrong and exits with 2', async () => {
    const child = spawn(process.execPath, ['src/engines/simulator/main.ts', '--fault', 'nonsense=1']);
    const [message] = (await once(child.stderr, 'data')) as [Buffer];
    await once(child, 'exit');
    expect([message.toString(), child.exitCode]).toMatchObject([expect.stringContaining('nonsense'), 2]);
  });
});

describe('the demo', () => {
  it('is a panel in the contract’s form with one own brand and Chinese names', () => {
    const { brands } = demoWorkspace.panel;
    expect(brands.filter((brand) => brand.own)).toHaveLength(1);
    expect(brands.length).toBeGreaterThanOrEqual(8);
    expect(brands.filter(({ aliases }) => aliases.some((alias) => /\p{Script=Han}/u.test(alias))).length).toBeGreaterThanOrEqual(3);
    expect(brands.every(({ domains }) => domains.length > 0 && domains.every((domain) => domain.endsWith('.example')))).toBe(true);
    expect(demoEngines).toEqual(['openai', 'anthropic', 'gemini', 'perplexity', 'google-ai-overview']);
  });

  it('starts on the Monday twelve weeks ago', () => {
    expect(demoStart(new Date('2026-09-23T15:00:00Z')).toISOString()).toBe('2026-06-29T00:00:00.000Z');
    expect(demoStart(new Date('2026-09-21T00:00:00Z')).toISOString()).toBe('2026-06-29T00:00:00.000Z');
    expect(demoStart(new Date('2026-09-20T23:59:59Z')).toISOString()).toBe('2026-06-22T00:00:00.000Z');
  });
});
