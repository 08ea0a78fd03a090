import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { httpFetch } from '../../src/engines/http-fetch.ts';
import { engines } from '../../src/engines/registry.ts';
import { startSimulator } from '../../src/engines/simulator/server.ts';
import type { RunningSimulator } from '../../src/engines/simulator/server.ts';
import { createSimulator } from '../../src/engines/simulator/simulator.ts';
import { english, market, proseOf, prompts, week } from './fixtures.ts';

let running: RunningSimulator;
beforeAll(async () => void (running = await startSimulator({ market, prompts })));
afterAll(() => running.close());

const simulator = createSimulator({ market, prompts });
const first = 'How do I stop losing leads between marketing and sales?';

describe.each(['openai', 'anthropic', 'gemini'] as const)('%s, simulated', (id) => {
  it('answers the last question of a conversation, knowing what it said before', async () => {
    const said = simulator.answer({ engine: id, text: first, at: week(3), sample: '1' });
    const answered = { question: first, answer: proseOf(said) };
    const headers = { 'x-wayseen-simulated-at': week(3).toISOString(), 'x-wayseen-sample': '2' };
    const deps = {
      fetch: ((input: string | URL | Request, init: RequestInit = {}) => {
        const sent = new Headers(init.headers);
        for (const [name, value] of Object.entries(headers)) sent.set(name, value);
        return httpFetch(input, { ...init, headers: sent });
      }) as typeof fetch,
      now: () => week(3).getTime(),
      env: running.env,
      timeoutMs: 5000,
    };
    const question = { text: english, country: null, language: null, earlier: [answered] };
    const { text } = await engines[id].ask(question, { model: null }, deps);
    const wanted = simulator.answer({ engine: id, text: english, at: week(3), sample: '2', earlier: [answered.answer] });
    expect(wanted.visible.length).toBeGreaterThan(0);
    for (const name of wanted.visible.map((brand) => market.brands.find((one) => one.id === brand)?.name.split(' ')[0] ?? ''))
      expect(text).toContain(name);
  });
});

describe('the simulated market in a conversation', () => {
  const brand = market.brands[0] ?? { id: '', name: '' };
  const share = (earlier: string[]) => {
    const samples = Array.from({ length: 400 }, (_, sample) => `${sample}`);
    const named = samples.filter((sample) =>
      simulator.answer({ engine: 'openai', text: english, at: week(3), sample, earlier }).visible.includes(brand.id),
    );
    return named.length / samples.length;
  };

  it('mostly stays with the brands it named last, and seldom brings in others', () => {
    const alone = share([]);
    expect(share([`Take ${brand.name}.`])).toBeGreaterThan(alone + 0.1);
    expect(share(['Take your time.'])).toBeLessThan(alone - 0.1);
  });
});
