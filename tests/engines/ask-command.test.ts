import { httpFetch } from '../../src/engines/http-fetch.ts';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, registerAsk, type AskOptions } from '../../src/commands/ask.ts';
import { safeText } from '../../src/commands/ask-output.ts';
import { environmentOf, fixturesOf, nowMs, serving, testKey, type Fixture } from './harness.ts';
import { loopback } from './loopback.ts';

const contractKeys = [
  'engine', 'surface', 'model', 'text', 'citations', 'retrieved', 'searchQueries', 'usage', 'costUsd', 'finish', 'requestId', 'latencyMs',
]; // prettier-ignore

const good: Fixture['responses'] = fixtureOf('searched-and-cited');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wayseen-ask-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('wayseen ask --json', () => {
  test('prints the contract’s object and nothing else', async () => {
    const { code, out, err } = await run({ json: true }, good);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(out.endsWith('\n')).toBe(true);
    const printed = JSON.parse(out);
    expect(Object.keys(printed)).toEqual(contractKeys);
    expect(Object.keys(printed.citations[0]).toSorted()).toEqual(['citedText', 'end', 'start', 'title', 'url']);
    expect(Object.keys(printed.usage).toSorted()).toEqual(['cachedTokens', 'inputTokens', 'outputTokens', 'reasoningTokens', 'searches']);
    expect(printed).toMatchObject({ engine: 'openai', surface: 'api', finish: 'complete' });
  });

  test('prints a failure as the contract’s error and exits 1', async () => {
    const { code, out } = await run({ json: true }, fixtureOf('rate-limited'));
    expect(code).toBe(1);
    const { error, ...rest } = JSON.parse(out);
    expect(rest).toEqual({});
    expect(Object.keys(error)).toEqual(['code', 'message', 'retryable', 'retryAfterMs']);
    expect(error).toMatchObject({ code: 'rate_limited', retryable: true, retryAfterMs: 1500 });
  });

  test('names the variable to set when there is no key', async () => {
    const { code, out } = await run({ json: true }, good, { OPENAI_API_KEY: '' });
    expect(code).toBe(1);
    expect(JSON.parse(out).error).toMatchObject({ code: 'unauthorized', message: expect.stringContaining('OPENAI_API_KEY') });
  });

  test('sends country, language and model on', async () => {
    const { sent } = await run({ json: true, country: 'de', language: 'DE', model: 'gpt-x' }, good);
    expect(sent[0]?.body).toMatchObject({ model: 'gpt-x', tools: [{ user_location: { country: 'DE' } }] });
  });
});

describe('wayseen ask', () => {
  test('shows the answer, its sources, searches and cost', async () => {
    const { code, out } = await run({}, good);
    expect(code).toBe(0);
    expect(out).toContain('OpenAI API · gpt-5.6-luna-2026-08-01 · complete');
    expect(out).toContain('$0.02');
    expect(out).toContain('HubSpot is a fair start');
    expect(out).toContain('1. HubSpot CRM: https://www.hubspot.com/crm');
    expect(out).toContain('Looked at 2 pages, cited 1.');
    expect(out).toContain('"crm agency price"');
  });

  test('prints a failure to standard error', async () => {
    const { code, out, err } = await run({}, fixtureOf('unauthorized'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^unauthorized: /);
    expect(err).not.toContain(testKey);
  });

  test('lets no answer steer the terminal', async () => {
    const text = 'safe\u001b[2J\u001b]0;title\u0007\u009b31m\u202Eevil\u0008\r\nnext';
    const { out } = await run({}, [
      {
        status: 200,
        headers: {},
        body: { status: 'completed', output: [{ type: 'message', content: [{ type: 'output_text', text }] }] },
      },
    ]);
    expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    expect(out).toContain('safe');
    expect(out).toContain('next');
    expect(safeText('zero\u200dwidth joiner stays 👩\u200d💻')).toBe('zero\u200dwidth joiner stays 👩\u200d💻');
  });
});

describe('a wrong call exits 2 and asks nobody', () => {
  test.each<[string, AskOptions, string]>([
    ['an unknown engine', { engine: 'altavista' }, '--engine: "altavista" is not an engine'],
    ['no engine', { engine: undefined }, '--engine: missing'],
    ['an empty prompt', { prompt: '  ' }, '--prompt: missing'],
    ['a country that is none', { country: 'Germany' }, '--country: "Germany"'],
    ['an unassigned country', { country: 'ZZ' }, '--country: "ZZ"'],
    ['a language that is none', { language: 'not a tag' }, '--language: "not a tag"'],
    ['a panel that is not there', { panel: '/nowhere/panel.json' }, '--panel: /nowhere/panel.json cannot be read (ENOENT)'],
  ])('%s', async (_, options, message) => {
    const { code, out, err, sent } = await run(options, good);
    expect([code, out, sent.length]).toEqual([2, '', 0]);
    expect(err).toContain(message);
  });

  test('everything wrong is named at once', async () => {
    const { err } = await run({ engine: 'x', prompt: '', country: 'QQQ', language: '-' }, good);
    for (const field of ['--engine', '--prompt', '--country', '--language']) expect(err).toContain(field);
  });

  test('a panel that is not JSON', async () => {
    const path = join(folder, 'broken.json');
    await writeFile(path, '{"brands":');
    const { code, err } = await run({ panel: path }, good);
    expect(code).toBe(2);
    expect(err).toContain(`${path} is not JSON`);
  });
});

test.skipIf(!existsSync(new URL('../../src/domain/analysis/analyze.ts', import.meta.url)))(
  '--panel shows the brands that are named',
  async () => {
    const path = join(folder, 'panel.json');
    await writeFile(
      path,
      JSON.stringify({
        brands: [
          { id: 'zoho', name: 'Zoho' },
          { id: 'hubspot', name: 'HubSpot' },
          { id: 'acme', name: 'Acme' },
        ],
      }),
    );
    const { code, out } = await run({ panel: path }, good);
    expect(code).toBe(0);
    expect(out).toMatch(/Brands named\n {2}1\. HubSpot.*\n {2}2\. Zoho/);
    expect(out).not.toContain('Acme');
  },
);

test('the command is registered with the contract’s options', () => {
  const program = new Command();
  registerAsk(program);
  const options = program.commands[0]?.options.map((option) => option.long);
  expect(program.commands[0]?.name()).toBe('ask');
  for (const option of ['--engine', '--prompt', '--country', '--language', '--panel', '--json']) expect(options).toContain(option);
});

async function run(options: AskOptions, responses: Fixture['responses'], env: Record<string, string> = {}) {
  await using server = await loopback(serving(responses));
  let out = '';
  let err = '';
  const code = await ask(
    { engine: 'openai', prompt: 'Which CRM?', ...options },
    {
      fetch: httpFetch,
      now: () => nowMs,
      env: { ...environmentOf('openai', server.url), ...env },
      timeoutMs: 5000,
      writeOut: (text) => (out += text),
      writeError: (text) => (err += text),
    },
  );
  return { code, out, err, sent: server.received };
}

function fixtureOf(name: string): Fixture['responses'] {
  return fixturesOf('openai').find((one) => one.name === name)?.fixture.responses ?? [];
}
