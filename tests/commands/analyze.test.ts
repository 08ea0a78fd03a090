import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/commands/analyze.ts';

const folder = mkdtempSync(join(tmpdir(), 'wayseen-analyze-'));
const panelPath = join(folder, 'panel.json');
writeFileSync(panelPath, '\ufeff{ "brands": [{ "id": "hubspot", "name": "HubSpot" }, { "id": "xiaomi", "name": "小米" }] }');

async function run(input: (string | Uint8Array)[], options: { panel?: string; file?: string; stdout?: Writable } = {}) {
  let out = '';
  let err = '';
  const stdout = options.stdout ?? new Writable({ write: (chunk, _encoding, done) => ((out += String(chunk)), done()) }); // prettier-ignore
  async function* stdin() {
    for (const chunk of input) yield typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
  }
  const code = await analyze(options.panel ?? panelPath, options.file ?? '-', {
    stdin: stdin(),
    stdout,
    writeError: (text) => (err += text),
  });
  return {
    code,
    err,
    results: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe('wayseen analyze', () => {
  test('prints one result a line in the same order, from any line ends, with a byte order mark and no last line feed', async () => {
    const { code, results } = await run(['\ufeff{"id":"a","text":"HubSpot"}\r\n\n{"id":"b","text":"小米手机"}']);
    expect(code).toBe(0);
    expect(results.map((result) => [result.id, result.mentions.length])).toEqual([['a', 1], ['b', 1]]); // prettier-ignore
  });

  test('reads characters that are split over chunks, and lines larger than a chunk', async () => {
    const bytes = new TextEncoder().encode(`{"id":"a","text":"${'小米 '.repeat(50_000)}"}\n`);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 1001) }, (_, i) => bytes.subarray(i * 1001, (i + 1) * 1001));
    const { results } = await run(chunks);
    expect(results[0].mentions).toHaveLength(50_000);
  });

  test.each([
    ['{"id":"b"}', /standard input:2: text/],
    ['{"text":"x"}', /standard input:2: id/],
    ['{"id":"b","text":"x","citations":[{"title":"t"}]}', /standard input:2: citations\.0\.url/],
    ['nonsense', /standard input:2: is not JSON/],
  ])('stops at a bad line %s with its number and field; earlier results stay printed', async (line, message) => {
    const { code, err, results } = await run([`{"id":"a","text":"HubSpot"}\n${line}\n{"id":"c","text":"x"}\n`]);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(results.map((result) => result.id)).toEqual(['a']);
  });

  test('takes lone surrogates, NULs and an answer without words', async () => {
    const { code, results } = await run(['{"id":"a","text":"\\ud800 HubSpot\\u0000"}\n{"id":"b","text":""}\n{"id":"c","text":null}\n']);
    expect(code).toBe(0);
    expect(results).toHaveLength(3);
  });

  test('names the panel file, brand and reason when the panel is wrong', async () => {
    const panel = join(folder, 'bad.json');
    writeFileSync(panel, '{ "brands": [{ "id": "x", "name": "X" }] }');
    const { code, err } = await run([], { panel });
    expect(code).toBe(2);
    expect(err).toMatch(/bad\.json: .*brand "x", alias "X"/);
  });

  test('says which file is missing', async () => {
    expect((await run([], { panel: join(folder, 'none.json') })).err).toMatch(/none\.json.*ENOENT/);
    const { code, err } = await run([], { file: join(folder, 'none.jsonl') });
    expect(code).toBe(2);
    expect(err).toMatch(/none\.jsonl.*ENOENT/);
  });

  test('ends quietly when the reader of its output goes away', async () => {
    const stdout = new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })) });
    const { code, err } = await run(
      Array.from({ length: 200 }, (_, i) => `{"id":"${i}","text":"HubSpot"}\n`),
      { stdout },
    );
    expect(code).toBe(0);
    expect(err).toBe('');
  });

  test('waits for a slow reader instead of gathering output', async () => {
    let largest = 0;
    const stdout: Writable = new Writable({
      highWaterMark: 1000,
      write: (_chunk, _encoding, done) => {
        largest = Math.max(largest, stdout.writableLength);
        setTimeout(done, 1);
      },
    });
    const line = `{"id":"a","text":"${'HubSpot '.repeat(200)}"}\n`;
    await run(
      Array.from({ length: 60 }, () => line),
      { stdout },
    );
    expect(largest).toBeLessThan(200_000);
  });
});
