import type { ApiError } from './api.ts';

/** Failures of which their name in the reader's language says all; the server's words, in English, would only repeat it. */
const saidByName: readonly string[] = ['offline', 'unauthorized', 'forbidden', 'not_found', 'internal', 'rate_limited', 'timeout'];

/** What the server says beyond the name of the failure, or null: to readers of another language only what they cannot do without. */
export function serverWords(error: Pick<ApiError, 'code' | 'message' | 'issues'>, language: string): string | null {
  if (error.message === '' || error.code === 'offline') return null;
  if (language.startsWith('en')) return error.message;
  const isSaid = saidByName.includes(error.code) || (error.code === 'invalid_input' && error.issues.length > 0);
  return isSaid ? null : error.message;
}
