import { writeEvent } from '../../src/db/outbox.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { createEndpoint, readDeliveries, type EndpointInput } from '../../src/services/webhooks.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { createTestDeps, makeWorkspace, never, openTestStore } from './harness.ts';

/** Lets webhooks reach this machine. */
export const webhookEnv = { WEBHOOK_ALLOW_PRIVATE: '127.0.0.0/8', WAYSEEN_SECRET_KEY: 'k'.repeat(32) };

export const endpointInput = (url: string, more: Partial<EndpointInput> = {}): EndpointInput => ({
  name: 'mine',
  channel: 'webhook',
  events: [],
  language: 'en',
  enabled: true,
  target: url,
  ...more,
});

export const keyOf = (workspace: Workspace, { id }: { id: string }) => ({ workspaceId: workspace.id, endpointId: id });

/** A store with what tests of webhooks do again and again. */
export async function openWebhookStore(env: Record<string, string> = {}) {
  const store = await openTestStore();
  const deps = createTestDeps(store, { env: { ...webhookEnv, ...env } });
  return {
    store,
    deps,
    /** A workspace with one endpoint. */
    prepare: async (url: string, more: Partial<EndpointInput> = {}) => {
      const workspace = await makeWorkspace(deps);
      return { workspace, endpoint: await createEndpoint(deps, workspace, endpointInput(url, more)) };
    },
    /** Something happens. @returns the event's id */
    pause: (workspace: Workspace, engine: string, message = 'The key was refused.') =>
      deps.db.$transaction((tx) => writeEvent(tx, workspace.id, 'engine.paused', { engine, code: 'unauthorized', message })),
    send: (workspace: Workspace, endpoint: { id: string }) => deliverWebhooks(deps, keyOf(workspace, endpoint), never),
    deliveriesOf: async (workspace: Workspace, { id }: { id: string }) =>
      (await readDeliveries(deps, workspace, id, { limit: 100 })).deliveries,
    /** Makes what waits due, as time would. */
    letTimePass: () => store.rows(`UPDATE webhook_delivery SET due_at = now() WHERE state = 'waiting'`),
    close: async () => {
      await deps.close();
      await store.close();
    },
  };
}
export type WebhookStore = Awaited<ReturnType<typeof openWebhookStore>>;
