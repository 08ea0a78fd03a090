import { newId } from '../db/new-id.ts';
import { findPasswordReset, savePasswordReset, takePasswordReset } from '../db/password-resets.ts';
import { findPerson, listMembers, readMemberships, type Person } from '../db/people.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { AppError, NotFoundError } from '../errors.ts';
import { looksAfterServer, type Actor } from './access.ts';
import { signIn, type Caller } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import { makeToken, readToken, sameHash } from './token.ts';
import { dayMs } from '../domain/durations.ts';

const lifeMs = dayMs;

/**
 * A link by which a member sets a new password; it works once, within a day, and the link made before it no more.
 * @param origin the address of this server as the admin sees it
 */
export async function makeResetLink(
  deps: Deps,
  workspace: Workspace,
  actor: Actor,
  personId: string,
  origin: string,
): Promise<{ link: string; expiresAt: Date }> {
  const member = (await listMembers(deps.db, workspace.id)).find(({ id }) => id === personId);
  const person = member && (await findPerson(deps.db, personId));
  if (!person) throw new NotFoundError('The member');
  const byServer = looksAfterServer(actor);
  if (!byServer && !(await isOnlyHere(deps, workspace.id, person)))
    throw new AppError('forbidden', 'They belong to other workspaces too: only who looks after the server may make this link.');
  const token = makeToken('reset', workspace.id, personId);
  const expiresAt = new Date(deps.now() + lifeMs);
  await savePasswordReset(deps.db, { id: newId(deps.now()), personId, byServer, hash: token.hash, expiresAt });
  // Behind the #: no server and no log along the way sees the secret.
  return { link: `${origin}/reset#${token.text}`, expiresAt };
}

/** Whose password a link sets. @throws {NotFoundError} where it was used, replaced or is too old */
export async function readResetLink(deps: Deps, text: string): Promise<Person> {
  const token = readToken('reset', text);
  const reset = token && (await findPasswordReset(deps.db, token.id, new Date(deps.now())));
  if (!token || !reset || !sameHash(reset.hash, token.hash)) throw new NotFoundError('The link');
  const person = await findPerson(deps.db, token.id);
  // They may have joined another workspace since, which the admin of this one must not get into.
  if (!person || (!reset.byServer && !(await isOnlyHere(deps, token.workspaceId, person)))) throw new NotFoundError('The link');
  return person;
}

/** Sets the password; all sessions of the person end and a new one begins. @returns its cookies */
export async function resetPassword(
  deps: Deps,
  attempts: SignInAttempts,
  request: { token: string; password: string },
  from: Caller,
): Promise<string[]> {
  const person = await readResetLink(deps, request.token);
  const token = readToken('reset', request.token);
  if (!token || !(await takePasswordReset(deps.db, person.id, token.hash))) throw new NotFoundError('The link');
  await deps.auth.setPassword(person.id, request.password);
  // Who forgot it has tried some: that must not keep them out now.
  attempts.succeeded(person.email, from.address);
  return signIn(deps, attempts, { email: person.email, password: request.password }, from);
}

/** A password opens all workspaces of a person; so an admin may set it only where theirs is the only one. */
async function isOnlyHere(deps: Deps, workspaceId: string, person: Person): Promise<boolean> {
  const memberships = await readMemberships(deps.db, person.id);
  return !person.administrator && memberships.size === 1 && memberships.has(workspaceId);
}
