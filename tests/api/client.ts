import { createApi } from '../../src/api/app.ts';
import type { Deps } from '../../src/deps.ts';

export type Reply<T> = { status: number; headers: Headers; body: T };
export type ErrorBody = {
  error: { code: string; message: string; requestId: string; issues?: { path: string; message: string; code?: string }[] };
};

/** Calls the API as a program on this machine would. */
export function apiClient(deps: Deps, base: Record<string, string> = {}) {
  const app = createApi(deps);
  return async <T = ErrorBody>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> => {
    const text = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const response = await app.request(path, {
      method,
      body: text,
      headers: { host: '127.0.0.1:3000', ...(text !== undefined && { 'content-type': 'application/json' }), ...base, ...headers },
    });
    const received = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (response.headers.get('content-type')?.includes('json') ? JSON.parse(received) : received) as T,
    };
  };
}
export type ApiClient = ReturnType<typeof apiClient>;
