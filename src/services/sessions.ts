import { changePerson, countAdministrators, ensurePerson, findPerson, findPersonByEmail, type Person } from '../db/people.ts';
import type { Deps } from '../deps.ts';
import { isOpen } from '../config.ts';
import { AppError, InputError } from '../errors.ts';
import type { Actor } from './access.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';

export type { Person } from '../db/people.ts';

export type SignInRequest = { email: string; password: string } | { token: string };
/** Where a request comes from. */
export type Caller = { headers: Headers; address: string };

const refused = () => new AppError('unauthorized', 'E-mail and password do not go together.');

/** @returns the cookies of the session. @throws {AppError} `unauthorized`, {TooManyError} */
export async function signIn(deps: Deps, attempts: SignInAttempts, request: SignInRequest, from: Caller): Promise<string[]> {
  const email = 'email' in request ? request.email.toLowerCase() : null;
  attempts.begin(email, from.address);
  const cookies =
    'token' in request
      ? await deps.auth.signInByLink(request.token, from.headers)
      : await deps.auth.signIn(request.email.toLowerCase(), request.password, from.headers);
  if (cookies) {
    attempts.succeeded(email, from.address);
    return cookies;
  }
  throw 'token' in request ? new AppError('unauthorized', 'This link was used already, or is too old.') : refused();
}

/** What the signed-in person may change of themselves. */
export async function changeMe(deps: Deps, actor: Actor, change: Partial<Pick<Person, 'name' | 'language' | 'theme'>>): Promise<Person> {
  return changePerson(deps.db, personIdOf(actor), change);
}

export const readMe = (deps: Deps, actor: Actor): Promise<Person | null> =>
  actor.kind === 'person' ? findPerson(deps.db, actor.id) : Promise.resolve(null);

/** Sets the own password; who has one must know it. All sessions end, and a new one begins. @returns its cookies */
export async function changePassword(
  deps: Deps,
  attempts: SignInAttempts,
  actor: Actor,
  request: { present?: string | undefined; next: string },
  from: Caller,
): Promise<string[]> {
  const id = personIdOf(actor);
  const { email } = actor.kind === 'person' ? actor : { email: '' };
  if (await deps.auth.hasPassword(id)) {
    attempts.begin(email, from.address);
    if (!(await deps.auth.checkPassword(id, request.present ?? '')))
      throw new InputError('The request is not usable.', [{ path: 'present', message: 'is not your password.' }]);
    attempts.succeeded(email, from.address);
  }
  await deps.auth.setPassword(id, request.next);
  return signIn(deps, attempts, { email, password: request.next }, from);
}

function personIdOf(actor: Actor): string {
  if (actor.kind !== 'person') throw new AppError('forbidden', 'Only a person who is signed in has this.');
  return actor.id;
}

/**
 * Sees to it that somebody can look after the server. Doing it again changes nothing but the password, if that is set.
 * @returns a token that signs the administrator in once; null where they have a password
 */
export async function ensureAdministrator(deps: Deps): Promise<{ email: string; token: string | null }> {
  const { email, password } = deps.config.admin;
  const known = await findPersonByEmail(deps.db, email);
  // Another address was used before: that person looks after the server, and no second one is made by a start.
  if (!known && password === null && (await countAdministrators(deps.db)) > 0) return { email, token: null };
  const admin = known ?? (await ensurePerson(deps.db, { email, name: 'Administrator', administrator: true }));
  if (password !== null && !(await deps.auth.checkPassword(admin.id, password))) await deps.auth.setPassword(admin.id, password);
  const linked = isOpen(deps.config) && !(await deps.auth.hasPassword(admin.id));
  return { email, token: linked ? await deps.auth.makeLink(email) : null };
}
