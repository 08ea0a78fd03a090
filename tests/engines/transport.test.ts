import { describe, expect, test } from 'vitest';
import { engineIds, engines } from '../../src/engines/registry.ts';
import { askServer, saying, testKey } from './harness.ts';

describe.each(engineIds)('%s', (id) => {
  const engine = engines[id];

  test('gives up at the deadline when no answer comes', async () => {
    const { error } = await askServer(engine, id, () => undefined, { timeoutMs: 60 });
    expect(error).toMatchObject({ code: 'timeout', retryable: true });
  });

  test('gives up at the deadline when the answer stops in its middle', async () => {
    const { error } = await askServer(
      engine,
      id,
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"output":');
      },
      { timeoutMs: 80 },
    );
    expect(error).toMatchObject({ code: 'timeout' });
  });

  test('ends at once when the caller cancels', async () => {
    const controller = new AbortController();
    const { error } = await askServer(engine, id, () => controller.abort(), { signal: controller.signal });
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(error?.message).toContain('cancelled');
  });

  test('is a timeout when the caller’s signal timed out', async () => {
    const { error } = await askServer(engine, id, () => undefined, { signal: AbortSignal.timeout(50) });
    expect(error).toMatchObject({ code: 'timeout' });
  });

  test('does not ask at all when it was cancelled before', async () => {
    const { error, received } = await askServer(engine, id, () => undefined, { signal: AbortSignal.abort() });
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(received).toHaveLength(0);
  });

  test('is unavailable when the connection breaks', async () => {
    const { error, received } = await askServer(engine, id, (_, response) => response.destroy());
    expect(error).toMatchObject({ code: 'unavailable', retryable: true });
    expect(received).toHaveLength(1);
  });

  test('is unavailable when nobody listens', async () => {
    const refused: typeof globalThis.fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) }));
    const { error } = await askServer(engine, id, () => undefined, { fetch: refused });
    expect(error).toMatchObject({ code: 'unavailable' });
    expect(error?.message).toContain('ECONNREFUSED');
  });

  test('follows no redirect, so that the key stays where it was sent', async () => {
    const { error, received } = await askServer(engine, id, (_, response) => {
      response.writeHead(307, { location: '/elsewhere' });
      response.end();
    });
    expect(error).toMatchObject({ code: 'bad_response' });
    expect(received).toHaveLength(1);
  });

  test('refuses a key that would break the header, without quoting it', async () => {
    const keyName = engine.keys.flat().find((name) => name.endsWith('KEY'));
    if (!keyName) return;
    const { error } = await askServer(engine, id, () => undefined, { env: { [keyName]: `${testKey}\nü` } });
    expect(error).toMatchObject({ code: 'unauthorized' });
    expect(error?.message).not.toContain(testKey);
  });

  test('names the variable when the base address is none', async () => {
    const names = {
      openai: 'OPENAI_BASE_URL',
      anthropic: 'ANTHROPIC_BASE_URL',
      gemini: 'GEMINI_BASE_URL',
      perplexity: 'PERPLEXITY_BASE_URL',
    };
    const more = { xai: 'XAI_BASE_URL', 'google-ai-overview': 'SERPAPI_BASE_URL', 'google-ai-mode': 'SERPAPI_BASE_URL' };
    const name = { ...names, ...more, 'openai-compatible': 'OPENAI_COMPATIBLE_BASE_URL' }[id];
    const { error } = await askServer(engine, id, () => undefined, { env: { [name]: 'https://user:secret@example.com' } });
    expect(error).toMatchObject({ code: 'bad_request' });
    expect(error?.message).toContain(name);
    expect(error?.message).not.toContain('secret');
  });
});

test('an answer beyond 20 MB is not read to its end', async () => {
  let sentBytes = 0;
  const chunk = Buffer.alloc(1_000_000, 0x20);
  const { error } = await askServer(engines.openai, 'openai', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    const send = () => {
      while (sentBytes < 200e6 && !response.destroyed) {
        sentBytes += chunk.length;
        if (!response.write(chunk)) return void response.once('drain', send);
      }
    };
    send();
  });
  expect(error).toMatchObject({ code: 'bad_response' });
  expect(sentBytes).toBeLessThan(60e6);
});

test('a message of the engine is one clean line of bounded length', async () => {
  const nasty = `\u001b[31mred\u001b[0m\n${'x'.repeat(5000)}`;
  const { error } = await askServer(
    engines.openai,
    'openai',
    saying(JSON.stringify({ error: { message: nasty } }), 'application/json', 400),
  );
  expect(error?.message.length).toBeLessThan(400);
  expect(error?.message).not.toMatch(/\p{Cc}/u);
});
