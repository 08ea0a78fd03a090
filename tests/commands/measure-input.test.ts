import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/commands/measure.ts';
import { failure, file, lines, observation, run, folder } from './measure-harness.ts';

describe('input', () => {
  test('may have Windows line ends, a byte order mark, blank lines, no last line end, and line separators in strings', async () => {
    const one = JSON.stringify(observation({ intent: 'a\u2028b' }));
    expect(one).toContain('\u2028');
    const [line] = await run(`\uFEFF${one}\r\n\r\n${one}\r\n${one}`);
    expect(line?.visibility.runs).toBe(3);
  });

  test('may come from standard input, cut anywhere', async () => {
    const bytes = Buffer.from(lines([observation({ prompt: 'größe 小米' }), observation({ prompt: 'größe 小米' })]));
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, i) => bytes.subarray(7 * i, 7 * i + 7));
    let out = '';
    await measure(undefined, {}, { stdin: Readable.from(chunks), writeOut: (part) => (out += part), writeError: () => {} });
    expect(JSON.parse(out.split('\n')[0] ?? '')).toMatchObject({ visibility: { prompts: 1, runs: 2 } });
  });

  test('that holds nothing is said to hold nothing', async () => {
    let errors = '';
    const io = { stdin: Readable.from([]), writeOut: () => {}, writeError: (part: string) => (errors += part) };
    await measure(file('\n'), {}, io);
    expect(errors).toBe('No observation to measure.\n');
  });

  test('may be asked for from standard input by name', async () => {
    expect(await run(lines([observation()]), {}, '-')).toHaveLength(2);
  });

  test('without brands or citations is an answer that names and cites none', async () => {
    const { brands: _, citations: __, ...bare } = observation();
    const [line] = await run(lines([observation(), bare]));
    expect(line?.visibility.value).toBe(0.5);
  });

  test.each([
    ['state', { state: 'maybe' }],
    ['askedAt', { askedAt: 'yesterday' }],
    ['askedAt', { askedAt: '2026-02-30T00:00:00Z' }],
    ['brands.1', { brands: ['a', 3] }],
    ['citations', { citations: 'hubspot.com' }],
    ['prompt', { prompt: undefined }],
  ])('that is wrong in %s is refused by file, line and field, and nothing is printed', async (field, wrong) => {
    const path = file(lines([observation(), observation(wrong)]));
    let out = '';
    const io = { stdin: Readable.from([]), writeOut: (part: string) => (out += part), writeError: () => {} };
    await expect(measure(path, {}, io)).rejects.toThrow(`${path}: line 2: ${field}: `);
    expect(out).toBe('');
  });

  test('that is no JSON is refused by line, every bad line in one go', async () => {
    const { issues } = await failure(`${lines([observation()])}\n{oops\n[]\n`);
    expect(issues.map(({ path }) => path.replace(/^.*: line/, 'line'))).toEqual(['line 2', 'line 3']);
  });

  test('with a name that is empty is refused by line and field', async () => {
    const { message } = await failure(lines([observation(), observation({ brands: ['hubspot', ''] }), observation({ engine: '' })]));
    expect(message).toMatch(/line 2: brands\.1: must not be empty\n.*line 3: engine: must not be empty$/);
  });

  test('that is not there is refused', async () => {
    await expect(run('', {}, join(folder, 'nowhere.jsonl'))).rejects.toThrow(/nowhere\.jsonl: cannot be read \(ENOENT\)/);
  });

  test('--by something unknown is refused by name', async () => {
    expect((await failure('', { by: 'stage,colour' })).message).toContain('"colour" is not one of stage, engine');
  });
});
