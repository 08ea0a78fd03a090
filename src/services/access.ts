import { createHash, timingSafeEqual } from 'node:crypto';
import { findApiKey, touchApiKey } from '../db/api-keys.ts';
import { findPerson, readMemberships } from '../db/people.ts';
import { listWorkspaces, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { includesRole, type Role } from '../domain/roles.ts';
import { AppError, InputError, NotFoundError } from '../errors.ts';
import { readToken, sameHash } from './token.ts';

/** Who calls. The machine and the server's own key may do everything. */
export type Actor =
  | { kind: 'machine' | 'server-key'; id: null; name: string }
  | { kind: 'key'; id: string; name: string; workspaceId: string; role: Role }
  | { kind: 'person'; id: string; name: string; email: string; administrator: boolean };

/**
 * What a call may ask of its caller: nothing (the address is the key), to come from where callers may come from, to be
 * known at all, to look after the whole server, or a role in the workspace.
 */
export type Needed = Role | 'public' | 'open' | 'member' | 'server';

export const theMachine: Actor = { kind: 'machine', id: null, name: 'this machine' };

/** Whose key it is. @throws {AppError} `unauthorized` */
export async function actorOfKey(deps: Deps, given: string): Promise<Actor> {
  if (deps.config.apiKey !== null && equal(given, deps.config.apiKey)) return { kind: 'server-key', id: null, name: 'the server’s key' };
  const token = readToken('key', given);
  const key = token && (await findApiKey(deps.db, token.workspaceId, token.id, new Date(deps.now())));
  if (!token || !key || !sameHash(key.hash, token.hash)) throw new AppError('unauthorized', 'The key is not valid, or no longer.');
  await touchApiKey(deps.db, token.workspaceId, key.id);
  return { kind: 'key', id: key.id, name: key.name, workspaceId: token.workspaceId, role: key.role };
}

/** Who is signed in with the cookies sent, and the cookies to send back. */
export async function actorOfCookies(deps: Deps, headers: Headers): Promise<{ actor: Actor; cookies: string[] } | null> {
  const session = await deps.auth.signedIn(headers);
  const person = session && (await findPerson(deps.db, session.id));
  if (!session || !person) return null;
  const { id, name, email, administrator } = person;
  return { actor: { kind: 'person', id, name, email, administrator }, cookies: session.cookies };
}

export const looksAfterServer = (actor: Actor): boolean =>
  actor.kind === 'machine' || actor.kind === 'server-key' || (actor.kind === 'person' && actor.administrator);

export type Place = { workspace: Workspace; role: Role };

/** The workspaces that the actor may see; nobody is told of others. */
export async function placesOf(deps: Deps, actor: Actor): Promise<Place[]> {
  const all = await listWorkspaces(deps.db);
  if (looksAfterServer(actor)) return all.map((workspace) => ({ workspace, role: 'admin' }));
  const roleIn = actor.kind === 'person' ? await readMemberships(deps.db, actor.id) : keyRole(actor);
  return all.flatMap((workspace) => {
    const role = roleIn.get(workspace.id);
    return role === undefined ? [] : [{ workspace, role }];
  });
}

const keyRole = (actor: Actor): Map<string, Role> => new Map(actor.kind === 'key' ? [[actor.workspaceId, actor.role]] : []);

/** The place that a request means, by slug or id; without a name the only one. @throws where the role does not do */
export async function enter(deps: Deps, actor: Actor, name: string | undefined, needed: Role): Promise<Place> {
  const place = choose(await placesOf(deps, actor), name);
  if (!includesRole(place.role, needed))
    throw new AppError('forbidden', `This needs the role ${needed} in the workspace; yours is ${place.role}.`);
  return place;
}

function choose(places: Place[], name: string | undefined): Place {
  if (name !== undefined) {
    const found = places.find(({ workspace }) => workspace.slug === name || workspace.id === name);
    if (!found) throw new NotFoundError(`The workspace "${name}"`);
    return found;
  }
  const [only, another] = places;
  if (!only) throw new NotFoundError('A workspace');
  if (!another) return only;
  const slugs = places.map(({ workspace }) => workspace.slug).join(', ');
  throw new InputError('There are several workspaces.', [{ path: 'workspace', message: `Say which one: ${slugs}.` }]);
}

/** Compares digests: neither content nor length of the key shows in the time it takes. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
