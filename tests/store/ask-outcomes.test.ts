import { readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askEngine } from '../../src/services/ask-engine.ts';
import { askContext, createTestDeps, makeWorkspace, never, observationOf, openTestStore, planNow, type TestStore } from './harness.ts';
import { engineKey, openaiAnswer, openaiServer } from './engine-server.ts';

let store: TestStore;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());

type Reply = { status: number; headers?: Record<string, string>; body: unknown };

/** Asks one observation of an engine that replies so; several times where it is to be asked again. */
async function askOnce(reply: Reply) {
  await using server = await openaiServer(() => reply);
  const deps = createTestDeps(store, { env: server.env });
  try {
    const workspace = await makeWorkspace(deps);
    const { job } = await planNow(deps, store, workspace);
    const again = await askEngine(deps, askContext(deps), job, never);
    const answers = await store.rows<{
      raw: Buffer;
      text: string;
      finish: string;
      cost_usd: string | null;
      citations: unknown;
      model: string | null;
      input_tokens: number | null;
    }>('SELECT * FROM answer WHERE observation_id = $1', [job.observationId]);
    const pending = await store.rows<{ charge: boolean }>('SELECT charge, cost_usd FROM rollup_pending WHERE observation_id = $1', [
      job.observationId,
    ]);
    return {
      again,
      answers,
      pending,
      observation: await observationOf(store, job.observationId),
      asked: server.asked(),
      received: server.received,
      logged: deps.logged,
    };
  } finally {
    await deps.close();
  }
}

const fixture = (name: string) => {
  const file = new URL(`../fixtures/openai/${name}.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { responses: [Reply] }).responses[0];
};

test.each([
  ['searched-and-cited', 'answered', 'complete'],
  ['truncated', 'answered', 'truncated'],
  ['refusal', 'refused', 'refused'],
  ['filtered', 'refused', 'filtered'],
  ['empty', 'no_answer', 'no_answer'],
])('an answer that is %s ends as %s (%s), stored once and charged once', async (name, state, finish) => {
  const { again, observation, answers, pending, asked } = await askOnce(fixture(name));
  expect(again).toBeNull();
  expect(observation).toMatchObject({ state, finish, attempts: 0, error_code: null });
  expect(answers).toMatchObject([{ finish }]);
  expect(pending).toMatchObject([{ charge: true }]);
  expect(asked).toBe(1);
});

test('a question the engine cannot take fails at once, with its words, and is not paid', async () => {
  const body = { error: { message: 'The prompt is too long.', type: 'invalid_request_error', code: 'string_above_max_length' } };
  const { observation, answers, pending, asked } = await askOnce({ status: 400, body });
  expect(observation).toMatchObject({
    state: 'error',
    error_code: 'bad_request',
    error_message: expect.stringContaining('The prompt is too long.'),
  });
  expect(answers).toEqual([]);
  expect(pending).toEqual([{ charge: false, cost_usd: null }]);
  expect(asked).toBe(1);
});

test('request and response are kept whole, word for word, without the key', async () => {
  const reply = fixture('searched-and-cited');
  const { answers, received, logged } = await askOnce(reply);
  const exchanges: unknown = JSON.parse(zstdDecompressSync(answers[0]?.raw ?? Buffer.alloc(0)).toString());
  expect(exchanges).toMatchObject([
    { status: 200, body: JSON.stringify(reply.body), request: { method: 'POST', body: received[0]?.body } },
  ]);
  expect(JSON.stringify(exchanges) + logged.join('')).not.toContain(engineKey);
  expect(received[0]?.headers.authorization).toContain(engineKey);
});

test('what PostgreSQL cannot hold as text is replaced in the text and kept in the raw body', async () => {
  const text = 'Acme \0 is good, \ud83d\udc4d half \ud83d done';
  const { answers, observation } = await askOnce({ status: 200, body: JSON.stringify(openaiAnswer(text, { model: 'gpt\0-odd' }).body) });
  expect(observation?.state).toBe('answered');
  expect(answers[0]?.text).toBe('Acme \ufffd is good, 👍 half \ufffd done');
  expect(zstdDecompressSync(answers[0]?.raw ?? Buffer.alloc(0)).toString()).toContain('\\\\u0000');
});

test('figures beyond all bounds do not keep a paid answer from being stored', async () => {
  const usage = { input_tokens: 3_000_000_000_000, output_tokens: 5_000_000_000, total_tokens: 1 };
  const { answers, observation } = await askOnce(openaiAnswer('Acme.', { usage }));
  expect(observation?.state).toBe('answered');
  expect(answers).toMatchObject([{ input_tokens: null, cost_usd: null }]);
});

test('an error message that no text column can hold ends the observation all the same', async () => {
  const { observation } = await askOnce({ status: 400, body: { error: { message: 'bad \0 thing \ud83d', type: 'x', code: null } } });
  expect(observation).toMatchObject({ state: 'error', error_code: 'bad_request' });
});
