import { createHash } from 'node:crypto';
import { beginIdempotent, endIdempotent, forgetIdempotent } from '../db/idempotency.ts';
import type { Deps } from '../deps.ts';
import { AppError, ConflictError } from '../errors.ts';
import type { Actor } from './access.ts';

/** What is not done in a workspace, such as making one. */
const noWorkspace = '00000000-0000-0000-0000-000000000000';

export type Attempt = { actor: Actor; workspaceId: string | null; operation: string; key: string; request: string };
export type StoredAnswer = { status: number; body: string };

/** `done` keeps the answer for a day, `failed` lets the same key try again. */
export type Begun = { answer: StoredAnswer } | { answer: null; done: (answer: StoredAnswer) => Promise<void>; failed: () => Promise<void> };

/**
 * Does what was asked with an idempotency key at most once.
 * @throws {AppError} `idempotency_mismatch` where the key stood for another request, `conflict` while the first is under way
 */
export async function once(deps: Deps, attempt: Attempt): Promise<Begun> {
  const { actor, operation } = attempt;
  const workspaceId = attempt.workspaceId ?? noWorkspace;
  const id = { workspaceId, key: digest([actor.kind, actor.id ?? '', operation, attempt.key]) };
  const context = `idempotency ${workspaceId} ${Buffer.from(id.key).toString('hex')}`;
  const request = digest([attempt.request]);
  const earlier = await beginIdempotent(deps.db, { ...id, request });
  if (earlier === null)
    return {
      answer: null,
      done: async ({ status, body }) => endIdempotent(deps.db, id, status, await deps.secrets.seal(body, context)),
      failed: () => forgetIdempotent(deps.db, id),
    };
  if (!Buffer.from(earlier.request).equals(request))
    throw new AppError('idempotency_mismatch', 'This idempotency key was sent with another request. Use a new key for a new request.');
  if (earlier.status === null || earlier.answer === null)
    throw new ConflictError('conflict', 'The first request with this idempotency key is still under way. Ask again in a moment.');
  return { answer: { status: earlier.status, body: await deps.secrets.open(earlier.answer, context) } };
}

const digest = (parts: readonly string[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(createHash('sha256').update(JSON.stringify(parts)).digest());
