import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerMeasure } from '../../src/commands/measure.ts';
import { failure, file, lines, observation, panel, run, folder } from './measure-harness.ts';

describe('a line', () => {
  test('has the brand, the keys of --by in their order, and the four main figures first', async () => {
    const [line] = await run(lines([observation()]), { by: 'stage,engine,week' });
    expect(Object.keys(line ?? {}).slice(0, 8)).toEqual([
      'brand',
      'stage',
      'engine',
      'week',
      'visibility',
      'firstMention',
      'shareOfVoice',
      'citationRate',
    ]);
    expect(line).toMatchObject({ brand: 'hubspot', stage: 'consideration', engine: 'openai', week: '2026-W37' });
    expect(Object.keys(line?.visibility ?? {})).toEqual([
      'value',
      'numerator',
      'denominator',
      'prompts',
      'intents',
      'runs',
      'missing',
      'panel',
      'market',
    ]);
  });

  test('has no key besides the brand without --by, which is one group', async () => {
    const result = await run(lines([observation(), observation({ stage: 'awareness', engine: 'gemini' })]));
    expect(result.map(({ brand }) => brand)).toEqual(['hubspot', 'zoho']);
    expect(Object.keys(result[0] ?? {})[1]).toBe('visibility');
  });

  test('comes for each group and brand in a fixed order, whatever the order of observations', async () => {
    const all = ['gemini', 'openai'].flatMap((engine) =>
      ['b', 'a'].map((brand, i) => observation({ engine, brands: [brand], prompt: `p${i}` })),
    );
    const result = await run(lines(all), { by: 'engine' });
    expect(result.map(({ engine, brand }) => `${String(engine)} ${brand}`)).toEqual(['gemini a', 'gemini b', 'openai a', 'openai b']);
    expect(await run(lines(all.toReversed()), { by: 'engine' })).toEqual(result);
  });

  test.each([
    ['2026-01-01T00:00:00Z', '2026-W01'],
    ['2027-01-03T23:59:59Z', '2026-W53'],
    ['2027-01-04T00:00:00Z', '2027-W01'],
    ['2024-12-30T00:00:00Z', '2025-W01'],
    ['2026-09-07T01:00:00+02:00', '2026-W36'],
  ])('%s falls into ISO week %s, by UTC', async (askedAt, week) => {
    const [line] = await run(lines([observation({ askedAt })]), { by: 'week' });
    expect(line?.['week']).toBe(week);
  });

  test('may be by day, month, language, country, model and others, null where not given', async () => {
    const [line] = await run(lines([observation({ language: 'de' })]), { by: 'day, month,language,country,brand' });
    expect(line).toMatchObject({ day: '2026-09-07', month: '2026-09', language: 'de', country: null });
  });
});

describe('figures', () => {
  test('count one answer once, by the order of mention', async () => {
    const all = [
      observation(),
      observation({ brands: ['zoho', 'hubspot', 'zoho'] }),
      observation({ brands: [] }),
      observation({ brands: ['zoho'] }),
    ];
    const [hubspot, zoho] = await run(lines(all));
    expect(hubspot?.visibility).toMatchObject({
      value: 0.5,
      numerator: 2,
      denominator: 4,
      prompts: 1,
      intents: 1,
      runs: 4,
      missing: 0,
      market: null,
    });
    expect(hubspot?.firstMention.value).toBe(0.25);
    expect(hubspot?.shareOfVoice).toMatchObject({ value: 0.4, numerator: 2, denominator: 5 });
    expect(zoho?.visibility.value).toBe(0.75);
  });

  test('leave out refused, unanswered and failed observations, and count the failed as missing', async () => {
    const all = [observation(), ...['no_answer', 'refused', 'error'].map((state) => observation({ state, brands: [] }))];
    const [line] = await run(lines(all));
    expect(line?.visibility).toMatchObject({ value: 1, runs: 1, missing: 1, flagged: true });
    expect(line?.['noAnswerRate']).toMatchObject({ numerator: 1, denominator: 3 });
  });

  test('are of unbranded prompts only, without canaries, branded ones apart when asked for', async () => {
    const canary = observation({ canary: true, prompt: 'weather' });
    const all = [observation({ brands: ['zoho'] }), observation({ branded: true, prompt: 'is hubspot good' }), canary];
    const [headline] = await run(lines(all));
    expect(headline).toMatchObject({ brand: 'hubspot', visibility: { value: 0, runs: 1 } });
    const apart = (await run(lines(all), { by: 'branded' })).filter(({ brand }) => brand === 'hubspot');
    expect(apart.map(({ branded, visibility }) => [branded, visibility.value])).toEqual([
      [false, 0],
      [true, 1],
    ]);
  });

  test('of citations are not measured without the brand’s domains', async () => {
    const [line] = await run(lines([observation()]));
    expect(line?.citationRate).toMatchObject({ value: null, runs: 1, panel: null });
  });
});

describe('what the order of brands and the citations carry besides', () => {
  const many = (orders: string[][], rest: object = {}) =>
    Array.from({ length: 12 }, (_, i) => orders.map((brands) => observation({ brands, prompt: `p${i}`, intent: `i${i}`, ...rest }))).flat();

  test('head-to-head, win rate and strength, for each rival', async () => {
    const [hubspot, zoho] = await run(lines(many([['hubspot', 'zoho'], ['hubspot'], ['zoho', 'hubspot'], []])));
    expect(hubspot?.['headToHead']).toMatchObject({
      zoho: { before: 12, only: 12, behind: 12, onlyRival: 0, preferred: 0, winRate: { value: 2 / 3, denominator: 36 } },
    });
    expect(hubspot?.['winRate']).toMatchObject({ value: 2 / 3 });
    expect(zoho?.['winRate']).toMatchObject({ value: 1 / 3 });
    expect(hubspot?.['strength']).toMatchObject({ value: expect.closeTo(0, 9), rank: [1, 2], contests: 24, won: 12 });
  });

  test('stated preferences and retrieved pages, where a line tells them', async () => {
    const all = many([['hubspot']], {
      comparisons: [{ winner: 'zoho', loser: 'hubspot' }],
      retrieved: ['hubspot.com', 'g2.com'],
      citations: ['g2.com'],
    });
    const [hubspot] = await run(lines(all), { panel: file(panel) });
    expect(hubspot?.['headToHead']).toMatchObject({ zoho: { rivalPreferred: 12, preferred: 0 }, pipedrive: { rivalPreferred: 0 } });
    expect(hubspot?.['retrievedNotCited']).toMatchObject({ value: 1, numerator: 12 });
  });

  test('stability between runs of a prompt', async () => {
    const [line] = await run(lines(many([['hubspot', 'zoho'], ['hubspot', 'zoho'], ['hubspot']])));
    expect(line?.['stability']).toMatchObject({ value: expect.closeTo(2 / 3, 12), prompts: 12 });
  });

  test('drop-off from a stage to the next one that was asked about, whatever the groups', async () => {
    const all = [...many([['hubspot'], ['hubspot']], { stage: 'awareness' }), ...many([['hubspot'], []], { stage: 'decision' })];
    const [whole] = await run(lines(all));
    const expected = [{ from: 'awareness', to: 'decision', value: 0.5, interval: [0.5, 0.5] }];
    expect(whole?.['dropOff']).toEqual(expected);
    const split = await run(lines(all), { by: 'stage' });
    expect(split.map(({ stage, dropOff }) => [stage, dropOff])).toEqual([
      ['awareness', expected],
      ['decision', []],
    ]);
  });

  test('visibility linked over an edited prompt, the level beside it', async () => {
    const week = (askedAt: string, promptVersion: number, edited: string[]) => [
      observation({ askedAt, prompt: 'edited', promptVersion, brands: edited }),
      observation({ askedAt, prompt: 'kept', promptVersion: 1, brands: ['zoho'] }),
    ];
    const all = [...week('2026-09-07T08:00:00Z', 1, ['zoho']), ...week('2026-09-14T08:00:00Z', 2, ['hubspot'])];
    const hubspot = (await run(lines(all), { by: 'week' })).filter(({ brand }) => brand === 'hubspot');
    expect(hubspot.map(({ visibility, linkedVisibility }) => [visibility.value, linkedVisibility])).toEqual([
      [0, 0.5],
      [0.5, 0.5],
    ]);
    expect((await run(lines(all)))[0]).not.toHaveProperty('linkedVisibility');
  });

  test('and lines of the same id are one observation', async () => {
    const [line] = await run(lines([observation({ id: 'a' }), observation({ id: 'a' }), observation({ id: 'b' })]));
    expect(line?.visibility.runs).toBe(2);
  });
});

describe('with a panel', () => {
  const options = () => ({ panel: file(panel) });

  test('its brands count, others do not, and those never seen have their zero', async () => {
    const result = await run(lines([observation({ brands: ['stranger', 'hubspot'] })]), options());
    expect(result.map(({ brand }) => brand)).toEqual(['hubspot', 'pipedrive', 'zoho']);
    expect(result[0]).toMatchObject({ firstMention: { value: 1 }, shareOfVoice: { value: 1, denominator: 1 } });
    expect(result[1]).toMatchObject({ visibility: { value: 0, runs: 1 }, shareOfVoice: { value: 0 } });
  });

  test('citations are of the brand that owns the domain or one above it', async () => {
    const citations = ['blog.hubspot.com', 'HubSpot.com', 'g2.com', 'nothubspot.com', 'not a domain'];
    const [hubspot, pipedrive, zoho] = await run(lines([observation({ citations }), observation({ citations: [] })]), options());
    expect(hubspot?.citationRate).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(hubspot?.['citationShare']).toMatchObject({ value: 0.4, numerator: 2, denominator: 5 });
    expect(pipedrive?.citationRate.value).toBe(0);
    expect(zoho?.citationRate.value).toBeNull();
  });

  test('and no observations nothing was measured', async () => {
    const result = await run('', options());
    expect(result).toHaveLength(3);
    expect(result[0]?.visibility).toEqual({
      value: null,
      numerator: 0,
      denominator: 0,
      prompts: 0,
      intents: 0,
      runs: 0,
      missing: 0,
      panel: null,
      market: null,
    });
  });

  test('that cannot be used the message names the panel’s file and what is wrong', async () => {
    for (const text of ['{', '{"brands":[{"id":"a"}]}']) {
      const path = file(text);
      expect((await failure(lines([observation()]), { panel: path })).message).toContain(path);
    }
    expect((await failure('', { panel: join(folder, 'none.json') })).message).toContain('none.json');
  });
});

test('the command is registered with its options', () => {
  const program = new Command();
  registerMeasure(program);
  expect(program.commands[0]?.name()).toBe('measure');
  expect(program.commands[0]?.options.map(({ long }) => long)).toEqual(['--by', '--panel']);
});
