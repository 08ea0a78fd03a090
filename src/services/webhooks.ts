import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { newId } from '../db/new-id.ts';
import { replayDeliveries, writeEvent, type ReplayRange } from '../db/outbox.ts';
import {
  addEndpoint,
  changeEndpoint,
  deleteEndpoint,
  disableEndpoint,
  enableEndpoint,
  findEndpoint,
  listDeliveries,
  listEndpoints,
  type DeliveryRow,
  type EndpointRow,
} from '../db/webhooks.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { AppError, ConflictError, InputError, NotFoundError } from '../errors.ts';
import type { Channel } from '../webhooks/deliver.ts';
import { secretOf } from '../webhooks/sign.ts';
import { pageOf } from './paging.ts';
import { ringDeliveries } from './ring-deliveries.ts';
import { hourMs } from '../domain/durations.ts';

export { eventTypes } from '../webhooks/events.ts';
export { channels } from '../webhooks/deliver.ts';
export { languages } from '../webhooks/message.ts';

export type EndpointInput = { name: string; channel: Channel; target: string; events: string[]; language: string; enabled: boolean };
export type EndpointView = Omit<EndpointRow, 'sealed' | 'workspaceId'>;
/** The signing secret, shown this once; null where the channel has none. */
export type WithSecret = EndpointView & { secret: string | null };

const sealedSchema = z.object({ target: z.string(), secret: z.string().nullable(), previousSecret: z.string().nullable() });
type Sealed = z.infer<typeof sealedSchema>;

const contextOf = ({ workspaceId, id }: { workspaceId: string; id: string }) => `webhook/${workspaceId}/${id}`;

/** @throws {AppError} `sealed` where another server's key is needed */
export const openSealed = async (deps: Deps, row: { workspaceId: string; id: string }, sealed: Uint8Array): Promise<Sealed> =>
  sealedSchema.parse(JSON.parse(await deps.secrets.open(sealed, contextOf(row))));

export const seal = (deps: Deps, row: { workspaceId: string; id: string }, content: Sealed) =>
  deps.secrets.seal(JSON.stringify(content), contextOf(row));

const freshSecret = () => secretOf(randomBytes(32));

const toView = ({ sealed: _sealed, workspaceId: _workspace, ...view }: EndpointRow): EndpointView => view;

export const readEndpoints = async (deps: Deps, workspace: Workspace): Promise<EndpointView[]> =>
  // Recipients of reports have a list of their own.
  (await listEndpoints(deps.db, workspace.id)).filter(({ channel }) => channel !== 'report').map(toView);

export async function createEndpoint(deps: Deps, workspace: Workspace, input: EndpointInput): Promise<WithSecret> {
  const { target, ...rest } = input;
  await checkTarget(deps, input.channel, target);
  const id = newId();
  const secret = input.channel === 'webhook' ? freshSecret() : null;
  const sealed = await seal(deps, { workspaceId: workspace.id, id }, { target, secret, previousSecret: null });
  const row = await addEndpoint(deps.db, workspace.id, { ...rest, id, target: shownTarget(input.channel, target), sealed });
  return { ...toView(row), secret };
}

export type EndpointChanges = Partial<Omit<EndpointInput, 'channel'>>;

export async function updateEndpoint(deps: Deps, workspace: Workspace, id: string, changes: EndpointChanges): Promise<EndpointView> {
  const key = { workspaceId: workspace.id, endpointId: id };
  const row = await endpointOf(deps, workspace, id);
  const { target, enabled, ...rest } = changes;
  if (target !== undefined) {
    const channel = row.channel as Channel;
    await checkTarget(deps, channel, target);
    const sealed = await seal(deps, row, { ...(await openSealed(deps, row, row.sealed)), target });
    await changeEndpoint(deps.db, key, { ...rest, sealed, target: shownTarget(channel, target) });
  } else await changeEndpoint(deps.db, key, rest);
  if (enabled === false) await disableEndpoint(deps.db, key);
  if (enabled === true && !row.enabled) await startEndpoint(deps, workspace, id);
  return toView(await endpointOf(deps, workspace, id));
}

export async function removeEndpoint(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await deleteEndpoint(deps.db, { workspaceId: workspace.id, endpointId: id }))) throw new NotFoundError('The endpoint');
}

/** Makes a new secret; for `graceHours` the former signs too, so that the receiver can change at its leisure. */
export async function rotateSecret(deps: Deps, workspace: Workspace, id: string, graceHours: number): Promise<WithSecret> {
  const row = await endpointOf(deps, workspace, id);
  const { target, secret: previousSecret } = await openSealed(deps, row, row.sealed);
  if (previousSecret === null) throw new ConflictError('conflict', 'Only endpoints of the channel "webhook" are signed.');
  const secret = freshSecret();
  const previousUntil = new Date(deps.now() + graceHours * hourMs);
  const sealed = await seal(deps, row, { target, secret, previousSecret });
  await changeEndpoint(deps.db, { workspaceId: workspace.id, endpointId: id }, { sealed, previousUntil });
  return { ...toView(await endpointOf(deps, workspace, id)), secret };
}

/** After a person has acted on what disabled it. */
export async function startEndpoint(deps: Deps, workspace: Workspace, id: string): Promise<EndpointView> {
  await endpointOf(deps, workspace, id);
  await enableEndpoint(deps.db, { workspaceId: workspace.id, endpointId: id });
  await ringDeliveries(deps, workspace.id);
  return toView(await endpointOf(deps, workspace, id));
}

/** Sends a test, the same way as a real event goes. @returns the event's id */
export async function sendTest(deps: Deps, workspace: Workspace, id: string): Promise<string> {
  if (!(await endpointOf(deps, workspace, id)).enabled) throw new ConflictError('conflict', 'The endpoint is disabled. Enable it first.');
  const event = await deps.db.$transaction((tx) => writeEvent(tx, workspace.id, 'webhook.test', { endpoint: id }, { onlyTo: id }));
  await ringDeliveries(deps, workspace.id);
  return event;
}

export type DeliveryPage = { deliveries: DeliveryRow[]; next: string | null };

export async function readDeliveries(
  deps: Deps,
  workspace: Workspace,
  id: string,
  page: { limit: number; cursor?: string; state?: string },
): Promise<DeliveryPage> {
  await endpointOf(deps, workspace, id);
  const { limit, cursor: before, state } = page;
  const rows = await listDeliveries(deps.db, { workspaceId: workspace.id, endpointId: id }, { limit: limit + 1, before, state });
  const { shown, next } = pageOf(rows, limit, ({ seq }) => seq);
  return { deliveries: shown, next };
}

/** @returns how many are sent again */
export async function replay(deps: Deps, workspace: Workspace, id: string, range: ReplayRange): Promise<number> {
  const { enabled } = await endpointOf(deps, workspace, id);
  if (!enabled) throw new ConflictError('conflict', 'The endpoint is disabled. Enable it first.');
  const key = { workspaceId: workspace.id, endpointId: id };
  if ('deliveryId' in range && (await listDeliveries(deps.db, key, { limit: 1, id: range.deliveryId })).length === 0)
    throw new NotFoundError('The delivery');
  const replayed = await replayDeliveries(deps.db, key, range);
  await ringDeliveries(deps, workspace.id);
  return replayed;
}

async function endpointOf(deps: Deps, workspace: Workspace, id: string): Promise<EndpointRow> {
  const row = await findEndpoint(deps.db, { workspaceId: workspace.id, endpointId: id });
  if (!row) throw new NotFoundError('The endpoint');
  return row;
}

/** Refused here, and again at each sending: a name may lead elsewhere by then. One that leads nowhere yet may be saved. */
async function checkTarget(deps: Deps, channel: Channel, target: string): Promise<void> {
  if (channel === 'email') {
    if (deps.mail === null) throw unusable('no mail server is set: SMTP_URL and MAIL_FROM are needed.');
    if (!z.email().safeParse(target).success) throw unusable('must be one mail address.');
    return;
  }
  try {
    await deps.guard.check(target);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'address_unknown') throw unusable(error.message);
  }
}

const unusable = (message: string) => new InputError('The endpoint is not usable.', [{ path: 'url', message }]);

/** The address of a channel is a secret: who knows it can write there. */
function shownTarget(channel: Channel, target: string): string {
  return channel === 'slack' || channel === 'teams' ? `${new URL(target).origin}/…` : target;
}
