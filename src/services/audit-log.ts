import { addAuditEntry, listAuditEntries, type NewAuditEntry } from '../db/audit-log.ts';
import { listMembers } from '../db/people.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Actor } from './access.ts';
import { readRules } from './alert-rules.ts';
import { readAlertSettings } from './alerts.ts';
import { readCustomers } from './conversations.ts';
import { readEngines, type EngineView } from './engines.ts';
import { idOf, pageOf } from './paging.ts';
import { readPrompts } from './prompts.ts';
import { readSchedules } from './schedules.ts';
import { readEndpoints } from './webhooks.ts';
import { readPresentPanel } from './brands.ts';

type Rows = readonly { [field: string]: unknown }[];
const byId = (rows: Rows, id: string | null): unknown => rows.find((row) => row['id'] === id) ?? null;

/** Without what changes by itself. */
const settingsOf = (view: EngineView | undefined): unknown =>
  view && {
    enabled: view.enabled,
    model: view.model,
    requestsPerMinute: view.requestsPerMinute,
    tokensPerMinute: view.tokensPerMinute,
    concurrency: view.concurrency,
    monthlyBudgetUsd: view.monthlyBudgetUsd,
    maxAgeMinutes: view.maxAgeMinutes,
    status: view.status,
    keysFrom: view.keys,
  };

/** What can be changed, as it is now. What is not here is told by what was sent. */
const readers: Record<string, (deps: Deps, workspace: Workspace, id: string | null) => Promise<unknown>> = {
  prompts: async (deps, workspace, id) =>
    byId([...(await readPrompts(deps, workspace)), ...(await readPrompts(deps, workspace, true))], id),
  brands: async (deps, workspace, id) => {
    const { panel } = await readPresentPanel(deps, workspace.id);
    return id === null ? panel : byId(panel.brands, id);
  },
  schedules: async (deps, workspace, id) => byId(await readSchedules(deps, workspace), id),
  engines: async (deps, workspace, id) => settingsOf((await readEngines(deps, workspace)).find(({ engine }) => engine === id)),
  people: async (deps, workspace, id) => byId(await listMembers(deps.db, workspace.id), id),
  webhooks: async (deps, workspace, id) => byId(await readEndpoints(deps, workspace), id),
  customers: async (deps, workspace, id) => byId(await readCustomers(deps, workspace), id),
  'alert-rules': async (deps, workspace, id) => byId(await readRules(deps, workspace), id),
  alerts: async (deps, workspace, id) => (id === null ? readAlertSettings(deps, workspace) : null),
};

/** The object that a request is about; null for one that is only just made. */
export const readObject = async (deps: Deps, workspace: Workspace, object: string, id: string | null): Promise<unknown> =>
  readers[object]?.(deps, workspace, id) ?? null;

export type Deed = {
  actor: Actor;
  action: string;
  object: string;
  objectId: string | null;
  requestId: string;
  before: unknown;
  after: unknown;
};

/** Writes down who did what, with the fields that have changed. */
export async function writeDown(deps: Deps, workspace: Workspace, deed: Deed): Promise<void> {
  const { actor, before, after, ...rest } = deed;
  const [was, is] = changed(plain(before), plain(after));
  await addAuditEntry(deps.db, workspace.id, {
    ...rest,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    before: was,
    after: is,
  });
}

/** Newest first. */
export async function readAuditLog(deps: Deps, workspace: Workspace, page: { limit: number; cursor?: string | undefined }) {
  const found = await listAuditEntries(deps.db, workspace.id, {
    limit: page.limit + 1,
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  });
  const { shown, next } = pageOf(found, page.limit, idOf);
  return { entries: shown, next };
}

type State = NewAuditEntry['before'];
const secret = /secret|password|token|^link$|^keys$/i;

/** As JSON, without what nobody should read again. */
function plain(value: unknown): Record<string, NonNullable<State>[string]> | null {
  if (value === null || value === undefined) return null;
  const json: unknown = JSON.parse(JSON.stringify(value, (key, one: unknown) => (secret.test(key) ? '[secret]' : storable(one))));
  return json !== null && typeof json === 'object' && !Array.isArray(json) ? (json as Record<string, NonNullable<State>[string]>) : null;
}

/** No JSON of the database can hold half a character. */
const storable = (one: unknown): unknown => (typeof one === 'string' ? one.toWellFormed() : one);

function changed(before: ReturnType<typeof plain>, after: ReturnType<typeof plain>): [State, State] {
  if (!before || !after) return [before, after];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (state: NonNullable<ReturnType<typeof plain>>) => Object.fromEntries(names.map((name) => [name, state[name] ?? null]));
  return [pick(before), pick(after)];
}
