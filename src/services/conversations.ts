import { addCustomer, changeCustomer, findCustomer, listCustomers, type CustomerRow, type NewCustomer } from '../db/customers.ts';
import { newId } from '../db/new-id.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Script } from '../domain/conversations/script.ts';
import { stages } from '../domain/journey.ts';
import { engines as allEngines, isEngineId } from '../engines/registry.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { planEngines, planRun } from './plan-run.ts';
import { readyScript } from './ready-script.ts';

/** Without a script, the ready questions of its language are asked, one for each of the workspace's stages. */
export type WantedCustomer = Omit<NewCustomer, 'script'> & { script?: Script };

/** @throws {InputError} where there are no ready questions in the customer's language, or nobody has such an id */
export async function saveCustomer(deps: Deps, workspace: Workspace, wanted: WantedCustomer, madeBy: string | null): Promise<CustomerRow> {
  const script =
    wanted.script ??
    (await readyScript(
      wanted,
      stages.filter((stage) => workspace.stages.includes(stage)),
    ));
  if (!script || script.length === 0) {
    const message = `there are no ready questions in ${wanted.language}: give what is asked at each stage.`;
    throw new InputError('The customer has nothing to ask.', [{ path: 'script', message }]);
  }
  const id = await addCustomer(deps.db, workspace.id, { ...wanted, script }, madeBy);
  return readCustomer(deps, workspace, id);
}

export const readCustomers = (deps: Deps, workspace: Workspace): Promise<CustomerRow[]> => listCustomers(deps.db, workspace.id);

export async function readCustomer(deps: Deps, workspace: Workspace, id: string): Promise<CustomerRow> {
  const customer = await findCustomer(deps.db, workspace.id, id);
  if (!customer) throw new NotFoundError('The customer');
  return customer;
}

export async function editCustomer(
  deps: Deps,
  workspace: Workspace,
  id: string,
  change: Partial<NewCustomer> & { archived?: boolean },
): Promise<CustomerRow> {
  if (!(await changeCustomer(deps.db, workspace.id, id, change))) throw new NotFoundError('The customer');
  return readCustomer(deps, workspace, id);
}

export type WantedConversations = { customerIds: string[]; engines: string[]; repeats: number };

/** Lets customers talk with engines now, each `repeats` times; empty lists mean all. @returns the run's id. @throws {InputError} */
export async function startConversations(deps: Deps, workspace: Workspace, wanted: WantedConversations): Promise<string> {
  const { engines, customers } = await chooseTalks(deps, workspace, wanted);
  const key = `conversation/${newId()}`;
  return planConversations(deps, workspace, { key, customers, engines, repeats: wanted.repeats, startsAt: new Date(deps.now()) });
}

/** Who would talk with which engines. @throws {InputError} where nobody would */
export async function chooseTalks(deps: Deps, workspace: Workspace, wanted: WantedConversations) {
  const engines = await talkingEngines(deps, workspace.id, wanted.engines);
  const customers = (await readCustomers(deps, workspace)).filter(
    ({ id, archived }) => !archived && (wanted.customerIds.length === 0 || wanted.customerIds.includes(id)),
  );
  const issues = [];
  const mute = wanted.engines.filter((id) => !engines.some((engine) => engine.id === id));
  if (mute.length > 0)
    issues.push({ path: 'engines', message: `${mute.slice(0, 3).join(', ')}: not switched on here, or keeps no conversation.` });
  else if (engines.length === 0) issues.push({ path: 'engines', message: 'none that keeps a conversation is switched on.' });
  const absent = wanted.customerIds.filter((id) => !customers.some((customer) => customer.id === id));
  if (absent.length > 0) issues.push({ path: 'customerIds', message: `there is no customer ${absent.slice(0, 3).join(', ')}.` });
  else if (customers.length === 0) issues.push({ path: 'customerIds', message: 'there is no customer yet.' });
  if (issues.length > 0) throw new InputError('No conversation can be had.', issues);
  return { engines, customers };
}

export async function talkingEngines(deps: Deps, workspaceId: string, wanted: string[]) {
  const on = await planEngines(deps, workspaceId, wanted);
  return on.filter(({ id }) => isEngineId(id) && allEngines[id].takes.turns);
}

type PlannedTalk = {
  key: string;
  customers: readonly { id: string }[];
  engines: { id: string; surface: string }[];
  repeats: number;
  startsAt: Date;
};

/** The same key again is the same run. */
export async function planConversations(deps: Deps, workspace: Workspace, talk: PlannedTalk): Promise<string> {
  const { key, customers, engines, repeats, startsAt } = talk;
  const customerIds = customers.map(({ id }) => id);
  const { id } = await planRun(deps, workspace.id, {
    key,
    kind: 'conversation',
    plan: { stages: [], promptIds: [], engines, countries: [], languages: [], repeats, spreadMs: 0, customerIds },
    startsAt,
    simulated: workspace.simulated,
    panelVersion: workspace.panelVersion,
  });
  return id;
}
