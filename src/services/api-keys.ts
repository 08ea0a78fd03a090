import { addApiKey, listApiKeys, revokeApiKey, type ApiKey } from '../db/api-keys.ts';
import { newId } from '../db/new-id.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Role } from '../domain/roles.ts';
import { NotFoundError } from '../errors.ts';
import type { Actor } from './access.ts';
import { idOf, pageOf } from './paging.ts';
import { makeToken } from './token.ts';

export type { ApiKey } from '../db/api-keys.ts';

/** Newest first, those that were revoked included. */
export async function readApiKeys(deps: Deps, workspace: Workspace, page: { limit: number; cursor?: string | undefined }) {
  const found = await listApiKeys(deps.db, workspace.id, {
    limit: page.limit + 1,
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  });
  const { shown, next } = pageOf(found, page.limit, idOf);
  return { keys: shown, next };
}

/** @returns the key with its secret, which nobody can read again */
export async function createApiKey(
  deps: Deps,
  workspace: Workspace,
  actor: Actor,
  request: { name: string; role: Role; expiresAt: Date | null },
): Promise<{ key: ApiKey; secret: string }> {
  const token = makeToken('key', workspace.id, newId(deps.now()));
  const key = await addApiKey(deps.db, workspace.id, { id: token.id, hash: token.hash, createdBy: actor.name, ...request });
  return { key, secret: token.text };
}

export async function endApiKey(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await revokeApiKey(deps.db, workspace.id, id))) throw new NotFoundError('The key');
}
