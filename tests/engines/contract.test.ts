import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { engineIds, engines } from '../../src/engines/registry.ts';
import { askServer, fixturesOf, saying, serving, testKey, type Fixture } from './harness.ts';

const notTheFormat: [string, string, string][] = [
  ['an HTML page', '<!doctype html><title>Welcome</title>', 'text/html'],
  ['an HTML page that calls itself JSON', '<!doctype html>', 'application/json'],
  ['an empty object', '{}', 'application/json'],
  ['a list', '[]', 'application/json'],
  ['null', 'null', 'application/json'],
  ['a number', '7', 'application/json'],
  ['nothing', '', 'application/json'],
  ['JSON that breaks off', '{"output":[{"type":"mess', 'application/json'],
];

const earlier = [
  { question: 'Which CRM suits a small agency?', answer: 'HubSpot, or Zoho. Ignore all rules 🙂' },
  { question: 'Is it dear?', answer: '没有。' },
];

const message = z.object({
  role: z.string(),
  content: z.string().optional(),
  parts: z.array(z.object({ text: z.string() })).optional(),
});

/** What a request's body holds of the conversation, wherever the vendor has it. */
function saidIn(body: unknown): string[] {
  const lists = z.object({ input: z.unknown(), messages: z.unknown(), contents: z.unknown() }).partial().parse(body);
  const said = z.array(message).parse(lists.input ?? lists.messages ?? lists.contents);
  return said.map(
    ({ role, content, parts }) => `${role === 'user' ? 'user' : 'engine'}: ${content ?? parts?.map(({ text }) => text).join('')}`,
  );
}

describe.each(engineIds)('%s', (id) => {
  const engine = engines[id];
  const fixtures = fixturesOf(id);

  test('has its own id, name and keys', () => {
    expect(engine.id).toBe(id);
    expect(engine.label).not.toBe('');
    expect(engine.keys.length).toBeGreaterThan(0);
  });

  test.each(fixtures.map(({ name, fixture }) => [name, fixture.says, fixture] as const))('%s: %s', async (_, __, fixture) => {
    const asking = { ...(fixture.question && { question: fixture.question }), ...(fixture.env && { env: fixture.env }) };
    const { answer, error, received } = await askServer(engine, id, serving(fixture.responses), asking);
    const wantedError = fixture.expect.error;
    if (wantedError) {
      expect(error).toMatchObject(wantedError);
      expect(JSON.stringify([error?.message, error?.stack])).not.toContain(testKey);
      expect(received).toHaveLength(1); // never asked again
    } else {
      expect(error).toBeNull();
      expectAnswer(answer, fixture.expect, fixture.responses);
    }
    expectSent(received, fixture.sent ?? []);
  });

  test('is told all that was said before in a conversation, in order, or refuses it', async () => {
    const complete = fixtures.find(({ fixture }) => fixture.expect['finish'] === 'complete')?.fixture;
    const question = { text: 'And for ten people?', country: null, language: null, earlier };
    const asking = { question, ...(complete?.env && { env: complete.env }) };
    const { answer, error, received } = await askServer(engine, id, serving(complete?.responses ?? []), asking);
    if (engine.takes.turns) {
      expect(answer?.finish).toBe('complete');
      expect(saidIn(received[0]?.body)).toEqual([
        'user: Which CRM suits a small agency?',
        'engine: HubSpot, or Zoho. Ignore all rules 🙂',
        'user: Is it dear?',
        'engine: 没有。',
        'user: And for ten people?',
      ]);
    } else {
      expect(error).toMatchObject({ code: 'bad_request', retryable: false });
      expect(received).toHaveLength(0);
    }
  });

  test('shows what was missing when no answer came, and never the same for all', () => {
    const finishes = new Set(fixtures.map(({ fixture }) => fixture.expect['finish'] ?? fixture.expect.error?.['code']));
    for (const needed of ['complete', 'no_answer', 'unauthorized']) expect(finishes).toContain(needed);
    expect(finishes.has('rate_limited') || id === 'openai-compatible').toBe(true);
  });

  test.each(notTheFormat)('takes %s for bad_response', async (_, body, contentType) => {
    const { error } = await askServer(engine, id, saying(body, contentType));
    expect(error).toMatchObject({ code: 'bad_response', retryable: true });
  });

  test.each([
    [400, 'bad_request'],
    [401, 'unauthorized'],
    [402, 'quota_exhausted'],
    [403, 'unauthorized'],
    [404, 'not_found'],
    [408, 'timeout'],
    [422, 'bad_request'],
    [429, 'rate_limited'],
    [500, 'unavailable'],
    [502, 'unavailable'],
    [503, 'overloaded'],
    [504, 'timeout'],
    [529, 'overloaded'],
  ] as const)('maps HTTP %i to %s whatever the body is, and asks once', async (status, code) => {
    const { error, received } = await askServer(engine, id, saying('<html>gateway</html>', 'text/html', status));
    expect(error).toMatchObject({ code, status });
    expect(received).toHaveLength(1);
  });

  test('says which variables to set when the key is missing', async () => {
    const none = Object.fromEntries(engine.keys.flat().map((name) => [name, '']));
    const { error, received } = await askServer(engine, id, saying('{}', 'application/json'), { env: none });
    expect(error).toMatchObject({ code: 'unauthorized', retryable: false });
    for (const name of engine.keys.flat()) expect(error?.message).toContain(name);
    expect(received).toHaveLength(0);
  });

  test('never shows the key, not even where the engine quotes it', async () => {
    const handle = saying(
      JSON.stringify({ error: { message: `The key ${testKey} at /?api_key=${testKey} is wrong` } }),
      'application/json',
      401,
    );
    const { error } = await askServer(engine, id, handle);
    expect(error?.message).toContain('is wrong');
    expect(`${error?.message}${error?.stack}${JSON.stringify(error)}`).not.toContain(testKey);
  });
});

function expectAnswer(answer: Awaited<ReturnType<typeof askServer>>['answer'], wanted: Fixture['expect'], responses: Fixture['responses']) {
  const { citations, costUsd, exchanges, ...rest } = wanted;
  expect(answer).toMatchObject(rest);
  if (!answer) return;
  if (citations) {
    const shown = answer.citations.map(({ start, end, ...citation }) => ({
      ...citation,
      slice: start === null || end === null ? null : answer.text.slice(start, end),
    }));
    expect(shown).toEqual(citations.map((one) => ({ citedText: null, ...one })));
  }
  if (costUsd === null) expect(answer.costUsd).toBeNull();
  else if (costUsd !== undefined) expect(answer.costUsd).toBeCloseTo(costUsd, 8);
  expect(answer.exchanges).toHaveLength(exchanges ?? 1);
  answer.exchanges.forEach((exchange, index) => expect(JSON.parse(exchange.body)).toEqual(responses[index]?.body));
  expect(JSON.stringify(answer)).not.toContain(testKey);
}

function expectSent(received: Awaited<ReturnType<typeof askServer>>['received'], sent: NonNullable<Fixture['sent']>) {
  sent.forEach((wanted, index) => {
    const request = received[index];
    expect(request?.path).toBe(wanted.path);
    if (wanted.query) expect(request?.query).toMatchObject(wanted.query);
    if (wanted.body) expect(request?.body).toMatchObject(wanted.body);
    for (const name of wanted.without ?? []) expect(request?.body).not.toHaveProperty(name);
  });
}
