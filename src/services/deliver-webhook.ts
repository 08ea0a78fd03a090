import { createRequire } from 'node:module';
import {
  claimDelivery,
  markDelivered,
  markFailed,
  nextDeliveryMs,
  renewDelivery,
  type DeliveryClaim,
  type EndpointKey,
} from '../db/outbox.ts';
import { listBrands } from '../db/panels.ts';
import { getWorkspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { engines } from '../engines/registry.ts';
import { AppError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';
import { channels, deliver, type Outcome, type Parcel } from '../webhooks/deliver.ts';
import { languages, type Names } from '../webhooks/message.ts';
import { disableAfterMs, retryDelayMs } from '../webhooks/retry.ts';
import { reportChannel, writeReportMail } from './report-mail.ts';
import { openSealed } from './webhooks.ts';

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string };

/** How many messages an endpoint gets at once, from all workers together. */
const atOnce = 4;
const timeoutMs = 15_000;
/** A wait that is longer is the tick's. */
const soonMs = 60_000;

/** Sends what is due to one endpoint, until nothing is; the first that waits of each subject, and in any case each once more than never. */
export async function deliverWebhooks(deps: Deps, key: EndpointKey, signal: AbortSignal): Promise<void> {
  const lane = async () => {
    while (!signal.aborted) {
      const claim = await claimDelivery(deps.db, key, { holder: deps.holder, leaseMs: deps.config.leaseMs, atOnce });
      if (!claim) return;
      await attempt(deps, claim);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const waitMs = await nextDeliveryMs(deps.db, key);
  if (waitMs !== null && waitMs < soonMs) await deps.queues.deliver(key, waitMs);
}

async function attempt(deps: Deps, claim: DeliveryClaim): Promise<void> {
  const outcome = await holding(deps, claim, () => send(deps, claim));
  const { delivered, gone, holdMs, final, ...end } = outcome;
  if (delivered) return markDelivered(deps.db, claim, end);
  const retryMs = final ? null : retryDelayMs(claim.attempt, claim.ageMs, deps.random(), holdMs);
  const disabled = await markFailed(deps.db, claim, { ...end, retryMs, holdMs, gone, disableAfterMs });
  const { workspaceId, endpointId, eventId } = claim;
  if (disabled)
    deps.log.warn({ workspaceId, endpoint: endpointId, reason: disabled }, 'An endpoint of webhooks is disabled; a person must act.');
  else if (retryMs === null)
    deps.log.warn({ workspaceId, endpoint: endpointId, event: eventId }, 'An event could not be delivered; it is given up.');
}

async function send(deps: Deps, claim: DeliveryClaim): Promise<Outcome> {
  try {
    const parcel = await parcelOf(deps, claim);
    return await deliver(parcel, { guard: deps.guard, mail: deps.mail, now: deps.now, timeoutMs, userAgent: `Wayseen/${version}` });
  } catch (error) {
    // A defect, or a key of another server: kept with the attempt, so that it is seen where it is looked for.
    if (!(error instanceof AppError))
      deps.log.error({ endpoint: claim.endpointId, event: claim.eventId, err: error }, 'Sending failed in our own code.');
    const message = error instanceof AppError ? error.message : 'Wayseen could not send it; the log says why.';
    const final = error instanceof AppError && error.code === 'unsubscribed';
    return { delivered: false, status: null, latencyMs: 0, reply: null, error: message, holdMs: null, gone: false, final };
  }
}

async function parcelOf(deps: Deps, claim: DeliveryClaim): Promise<Parcel> {
  const { target, secret, previousSecret } = await openSealed(deps, { workspaceId: claim.workspaceId, id: claim.endpointId }, claim.sealed);
  const secrets = [secret, claim.previousValid ? previousSecret : null].filter((one) => one !== null);
  const isReport = claim.channel === reportChannel;
  const channel = isReport ? 'email' : channels.find((one) => one === claim.channel);
  if (!channel) throw new Error(`There is no channel ${claim.channel}.`);
  return {
    eventId: claim.eventId,
    body: claim.body,
    channel,
    target,
    secrets,
    language: languages.find((one) => one === claim.language) ?? 'en',
    names: await namesOf(deps, claim.workspaceId),
    publicUrl: deps.config.publicUrl,
    ...(isReport && { mail: await writeReportMail(deps, claim) }),
  };
}

async function namesOf(deps: Deps, workspaceId: string): Promise<Names> {
  const [{ name }, brands] = await Promise.all([getWorkspace(deps.db, workspaceId), listBrands(deps.db, workspaceId)]);
  return {
    workspace: name,
    brands: Object.fromEntries(brands.map((brand) => [brand.key, brand.name])),
    engines: Object.fromEntries(Object.values(engines).map(({ id, label }) => [id, label])),
  };
}

/** Keeps the delivery while it is being sent. */
async function holding<T>(deps: Deps, claim: DeliveryClaim, run: () => Promise<T>): Promise<T> {
  const done = new AbortController();
  const renew = async () => {
    for (;;) {
      await sleep(deps.config.leaseMs / 3, done.signal);
      if (done.signal.aborted) return;
      await renewDelivery(deps.db, claim, deps.config.leaseMs);
    }
  };
  const renewing = renew().catch((error: unknown) => deps.log.warn({ err: error }, 'A lease of a webhook could not be renewed.'));
  try {
    return await run();
  } finally {
    done.abort();
    await renewing;
  }
}
