import { loopback, type Handler } from '../engines/loopback.ts';

export const engineKey = 'sk-test-0123456789abcdef0123456789';

type Reply = { status: number; headers?: Record<string, string>; body: unknown };

/** What OpenAI's Responses API sends for this text. */
export function openaiAnswer(text: string, more: Record<string, unknown> = {}): Reply {
  return {
    status: 200,
    body: {
      id: 'resp_1',
      object: 'response',
      status: 'completed',
      model: 'gpt-5.6-luna-2026-08-01',
      output: [
        {
          id: 'msg_1',
          type: 'message',
          role: 'assistant',
          status: 'completed',
          content: [{ type: 'output_text', text, annotations: [], logprobs: [] }],
        },
      ],
      error: null,
      incomplete_details: null,
      usage: {
        input_tokens: 12_000,
        input_tokens_details: { cached_tokens: 2000 },
        output_tokens: 400,
        output_tokens_details: { reasoning_tokens: 100 },
        total_tokens: 12_400,
      },
      tool_usage: { web_search: { num_requests: 2 } },
      ...more,
    },
  };
}

export const rateLimited = (waitMs: number): Reply => ({
  status: 429,
  headers: { 'retry-after-ms': String(waitMs) },
  body: { error: { message: 'Rate limit reached', type: 'tokens', code: 'rate_limit_exceeded' } },
});
export const overloaded: Reply = {
  status: 503,
  headers: { 'retry-after-ms': '60' },
  body: { error: { message: 'overloaded', type: 'server_error', code: null } },
};
export const wrongKey: Reply = {
  status: 401,
  body: {
    error: {
      message: `Incorrect API key provided: ${engineKey}. You can find your key at https://x.`,
      type: 'invalid_request_error',
      param: null,
      code: 'invalid_api_key',
    },
  },
};

/** An OpenAI on loopback: `reply` decides by the number of the request, from 1. Silence where it gives nothing. */
export async function openaiServer(reply: (request: number) => Reply | null | Promise<Reply | null>) {
  let count = 0;
  const handle: Handler = (_request, response) => {
    void Promise.resolve(reply(++count)).then((one) => {
      if (one === null) return;
      response.writeHead(one.status, { 'content-type': 'application/json', ...one.headers });
      response.end(typeof one.body === 'string' ? one.body : JSON.stringify(one.body));
    });
  };
  const server = await loopback(handle);
  return Object.assign(server, { env: { OPENAI_API_KEY: engineKey, OPENAI_BASE_URL: server.url, OPENAI_MODEL: '' }, asked: () => count });
}
