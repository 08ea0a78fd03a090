import { newId } from '../db/new-id.ts';
import { acceptInvitation, addInvitation, findInvitation, listInvitations, removeInvitation, type Invitation } from '../db/invitations.ts';
import { changeMember, ensurePerson, findPerson, findPersonByEmail, listMembers, removeMember, type Member } from '../db/people.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Role } from '../domain/roles.ts';
import { AppError, ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { Actor } from './access.ts';
import { invitationMail } from './invitation-mail.ts';
import { signIn, type Caller } from './sessions.ts';
import type { SignInAttempts } from './sign-in-attempts.ts';
import { makeToken, readToken, sameHash } from './token.ts';
import { dayMs } from '../domain/durations.ts';

export type { Invitation } from '../db/invitations.ts';
export type { Member } from '../db/people.ts';

const mailTimeoutMs = 15_000;

export const readMembers = (deps: Deps, workspace: Workspace): Promise<Member[]> => listMembers(deps.db, workspace.id);

export async function changeRole(deps: Deps, workspace: Workspace, personId: string, role: Role): Promise<void> {
  if (role !== 'admin') await keepAnAdmin(deps, workspace, personId);
  if (!(await changeMember(deps.db, workspace.id, personId, role))) throw new NotFoundError('The member');
}

export async function removePerson(deps: Deps, workspace: Workspace, personId: string): Promise<void> {
  await keepAnAdmin(deps, workspace, personId);
  if (!(await removeMember(deps.db, workspace.id, personId))) throw new NotFoundError('The member');
}

async function keepAnAdmin(deps: Deps, workspace: Workspace, personId: string): Promise<void> {
  const admins = (await listMembers(deps.db, workspace.id)).filter(({ role }) => role === 'admin');
  if (admins.length === 1 && admins[0]?.id === personId)
    throw new ConflictError('conflict', 'This is the workspace’s only admin. Make somebody else one first.');
}

export const readInvitations = (deps: Deps, workspace: Workspace): Promise<Invitation[]> =>
  listInvitations(deps.db, workspace.id, new Date(deps.now()));

export type InviteRequest = { role: Role; email: string | null; days: number; language: string };

/** @param origin the address of this server as the inviter sees it. @returns the link, which is shown only now */
export async function invite(
  deps: Deps,
  workspace: Workspace,
  actor: Actor,
  request: InviteRequest,
  origin: string,
): Promise<{ invitation: Invitation; link: string; mailed: boolean }> {
  const { role, days } = request;
  const email = request.email?.toLowerCase() ?? null;
  const token = makeToken('invite', workspace.id, newId(deps.now()));
  const expiresAt = new Date(deps.now() + days * dayMs);
  const invitation = await addInvitation(deps.db, workspace.id, {
    id: token.id,
    hash: token.hash,
    email,
    role,
    invitedBy: actor.name,
    expiresAt,
  });
  // Behind the #: no server and no log along the way sees the secret.
  const link = `${origin}/join#${token.text}`;
  if (email === null || deps.mail === null) return { invitation, link, mailed: false };
  const mail = invitationMail({ to: email, workspace: workspace.name, by: actor.name, link }, request.language);
  // The link is shown too: a mail that does not get through stops nobody.
  const mailed = await deps.mail(mail, mailTimeoutMs).then(
    () => true,
    (error: unknown) => {
      deps.log.warn({ err: error }, 'An invitation could not be mailed.');
      return false;
    },
  );
  return { invitation, link, mailed };
}

export async function withdrawInvitation(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await removeInvitation(deps.db, workspace.id, id))) throw new NotFoundError('The invitation');
}

/** What a link invites to. @throws {NotFoundError} where it was used, withdrawn or is too old */
export async function readInvitation(deps: Deps, text: string): Promise<{ workspace: Workspace; invitation: Invitation }> {
  const token = readToken('invite', text);
  const invitation = token && (await findInvitation(deps.db, token.workspaceId, token.id, new Date(deps.now())));
  if (!token || !invitation || !sameHash(invitation.hash, token.hash)) throw new NotFoundError('The invitation');
  return { workspace: await getWorkspace(deps.db, token.workspaceId), invitation };
}

export type JoinRequest = { token: string; email?: string | undefined; name?: string | undefined; password?: string | undefined };

/**
 * Makes a member of whoever has the link: who is signed in, who can sign in, or somebody new.
 * @returns the cookies of the session that began, if one did
 */
export async function join(
  deps: Deps,
  attempts: SignInAttempts,
  actor: Actor | null,
  request: JoinRequest,
  from: Caller,
): Promise<{ workspace: Workspace; cookies: string[] }> {
  const { workspace, invitation } = await readInvitation(deps, request.token);
  const email = actor?.kind === 'person' ? actor.email : request.email?.toLowerCase();
  if (email === undefined)
    throw new InputError('The request is not usable.', [{ path: 'email', message: 'is needed to sign in with later.' }]);
  if (invitation.email !== null && invitation.email !== email)
    throw new AppError('forbidden', 'This invitation is for another e-mail address.');
  const known = await findPersonByEmail(deps.db, email);
  if (actor?.kind === 'person') {
    await accept(deps, workspace, invitation, actor.id);
    return { workspace, cookies: [] };
  }
  const { password } = request;
  if (password === undefined)
    throw new InputError('The request is not usable.', [{ path: 'password', message: 'is needed to sign in with.' }]);
  if (known) {
    const cookies = await signIn(deps, attempts, { email, password }, from);
    await accept(deps, workspace, invitation, known.id);
    return { workspace, cookies };
  }
  const person = await ensurePerson(deps.db, { email, name: request.name ?? email });
  if (await deps.auth.hasPassword(person.id))
    throw new ConflictError('conflict', 'Somebody just joined with this address. Sign in instead.');
  await accept(deps, workspace, invitation, person.id);
  await deps.auth.setPassword(person.id, password);
  return { workspace, cookies: await signIn(deps, attempts, { email, password }, from) };
}

async function accept(deps: Deps, workspace: Workspace, invitation: Invitation, personId: string): Promise<void> {
  if (!(await findPerson(deps.db, personId))) throw new NotFoundError('The person');
  if (!(await acceptInvitation(deps.db, workspace.id, invitation, personId))) throw new NotFoundError('The invitation');
}
