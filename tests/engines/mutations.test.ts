import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EngineAnswer } from '../../src/engines/engine.ts';
import { engineIds, engines, type EngineId } from '../../src/engines/registry.ts';
import { engineErrorCodes, EngineError } from '../../src/errors.ts';
import { environmentOf, fixturesOf, nowMs } from './harness.ts';

const odd = fc.constantFrom<unknown>(null, '', 'x', '\ud83d', -1, 0, 1.5, 1e300, true, [], {}, [null], [[]], { type: 'new_kind' });
/** One place of a body, as numbers that choose the way down, and what happens there. */
const change = fc.record({
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
  kind: fc.constantFrom('set', 'drop', 'twice', 'turn'),
  value: odd,
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

function mutated(body: unknown, { way, kind, value }: Change): unknown {
  const copy = { body: structuredClone(body) };
  let holder: Record<string, unknown> = copy;
  let key = 'body';
  for (const step of way) {
    const next = holder[key];
    if (typeof next !== 'object' || next === null || Object.keys(next).length === 0) break;
    holder = next as Record<string, unknown>;
    const keys = Object.keys(holder);
    key = keys[step % keys.length] ?? key;
  }
  const here = holder[key];
  if (kind === 'drop' && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === 'drop') delete holder[key];
  else if (kind === 'twice' && Array.isArray(here)) here.push(...structuredClone(here));
  else if (kind === 'turn' && Array.isArray(here)) here.reverse();
  else holder[key] = value;
  return copy.body;
}

async function ask(id: EngineId, bodies: readonly string[]): Promise<EngineAnswer | EngineError> {
  let sent = 0;
  const fetch = async () => {
    const body = bodies[Math.min(sent, bodies.length - 1)] ?? '';
    sent++;
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };
  const deps = { fetch, now: () => nowMs, env: environmentOf(id, 'http://127.0.0.1:9'), timeoutMs: 5000 };
  try {
    return await engines[id].ask({ text: 'Which CRM?', country: null, language: null }, { model: null }, deps);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
}

function expectWhole(answer: EngineAnswer): void {
  expect(['complete', 'truncated', 'filtered', 'refused', 'no_answer']).toContain(answer.finish);
  if (answer.finish === 'complete' || answer.finish === 'truncated') expect(answer.text.trim()).not.toBe('');
  if (answer.costUsd !== null) expect(answer.costUsd).toBeGreaterThanOrEqual(0);
  expect(answer.costUsd).not.toBe(Infinity);
  for (const count of Object.values(answer.usage)) if (count !== null) expect(Number.isSafeInteger(count) && count >= 0).toBe(true);
  for (const { url, start, end } of answer.citations) {
    expect(url).not.toBe('');
    expect(start === null).toBe(end === null);
    if (start !== null && end !== null) expect(0 <= start && start < end && end <= answer.text.length).toBe(true);
  }
}

test.each(engineIds)('whatever changes in an answer of %s, it is read or refused as one of its failures, never by a defect', async (id) => {
  const answered = fixturesOf(id)
    .map(({ fixture }) => fixture)
    .filter(({ responses }) => responses.every(({ status }) => status === 200));
  const property = fc.asyncProperty(
    fc.constantFrom(...answered),
    fc.array(change, { minLength: 1, maxLength: 3 }),
    async ({ responses }, changes) => {
      const bodies = responses.map(({ body }) => JSON.stringify(changes.reduce(mutated, body)) ?? '');
      const result = await ask(id, bodies);
      if (!(result instanceof EngineError)) return expectWhole(result);
      expect(engineErrorCodes).toContain(result.code);
      // A cause is what our own code threw on the way.
      expect(result.cause).toBeUndefined();
    },
  );
  await fc.assert(property, { numRuns: 60, seed: 20_260_901 });
});
