import { Readable } from 'node:stream';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerWatch, watch, type WatchCommandOptions } from '../../src/commands/watch.ts';
import { InputError } from '../../src/errors.ts';
import { simulateCounts, standardWorld, type Story } from '../bench/alert-worlds.ts';

const world = { ...standardWorld, brands: 2, stages: 1, engines: 1, weeks: 12 };
const falling: Story = { factor: ({ brand, week }) => (brand === 0 && week >= 8 ? 0.4 : 1) };

/** As JSON lines, in the order in which they were asked. */
function observations(story: Story): string[] {
  const counts = [...simulateCounts(world, 4, story)].toSorted((a, b) => a.at - b.at);
  return counts.map(({ at, sweep, engine, stage, intent, prompt, visible, model }) =>
    JSON.stringify({
      askedAt: new Date(at).toISOString(),
      sweep,
      engine,
      stage,
      intent,
      prompt,
      promptVersion: 1,
      model,
      state: 'answered',
      brands: [...visible.keys()],
      citations: [],
    }),
  );
}

async function run(lines: readonly string[], options: WatchCommandOptions = {}) {
  let [out, errors] = ['', ''];
  const io = { stdin: Readable.from([Buffer.from(lines.join('\n'))]), writeOut: (text: string) => void (out += text), writeError: (text: string) => void (errors += text) };
  await watch(undefined, { falseAlarmWeeks: '520', ...options }, io);
  return { alerts: out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as Record<string, unknown>), out, errors };
} // prettier-ignore

describe('wayseen watch', () => {
  test('prints an alert with the keys of the contract', async () => {
    const { alerts } = await run(observations(falling));
    const keys = ['id', 'status', 'at', 'week', 'brand', 'stage', 'engine', 'direction', 'tier', 'before', 'after', 'cause', 'series'];
    expect(alerts).toHaveLength(1);
    expect(Object.keys(alerts[0] ?? {}).slice(0, keys.length)).toEqual(keys);
    expect(alerts[0]).toMatchObject({
      status: 'opened',
      brand: 'brand0',
      direction: 'down',
      cause: 'brand',
      week: expect.stringMatching(/^2026-W\d\d$/),
    });
  });

  test('says the same whatever the order of the lines', async () => {
    const lines = observations(falling);
    const { out, errors } = await run(lines);
    expect(await run(lines.toReversed())).toMatchObject({ out, errors });
  });

  test('counts lines of the same id once', async () => {
    const lines = observations(falling).map((line, i) => JSON.stringify({ id: `o${i}`, ...(JSON.parse(line) as object) }));
    const { out, errors } = await run(lines);
    expect(await run(lines.flatMap((line) => [line, line]))).toMatchObject({ out, errors });
  });

  test('begins with the same alerts when less was seen', async () => {
    const lines = observations(falling);
    const [whole, part] = [await run(lines), await run(lines.slice(0, -100))];
    expect(part.alerts).toEqual(whole.alerts.slice(0, part.alerts.length));
    expect(part.alerts).toHaveLength(1);
  });

  test('keeps quiet about what stays as it is, and says on standard error what could be told', async () => {
    const { out, errors } = await run(observations({}));
    expect(out).toBe('');
    expect(errors).toContain('2 series');
  });

  test('says what it would take while too little is known', async () => {
    const { out, errors } = await run(observations({}).slice(0, 300));
    expect(out).toBe('');
    expect(errors).toMatch(/learning: 3 of 6 weeks learned; about 4 week\(s\) more/);
    expect((await run([])).errors).toContain('No observation to watch.');
  });

  test.each([
    ['--false-alarm-weeks', { falseAlarmWeeks: 'often' }],
    ['--baseline-weeks', { baselineWeeks: '0' }],
    ['--floor-points', { floorPoints: '-1' }],
  ])('refuses a wrong %s by name', async (name, options) => {
    await expect(run([], options)).rejects.toThrow(`${name}: must be a number`);
    await expect(run([], options)).rejects.toBeInstanceOf(InputError);
  });

  test('is registered with its options', () => {
    const program = new Command();
    registerWatch(program);
    expect(program.commands[0]?.name()).toBe('watch');
    expect(program.commands[0]?.options.map(({ long }) => long)).toEqual([
      '--false-alarm-weeks',
      '--baseline-weeks',
      '--floor-points',
      '--floor-percent',
      '--panel',
    ]);
  });
});
