import {
  editPanelAlone,
  findProposal,
  listProposals,
  proposalExamples,
  setProposalStatus,
  type ExampleRow,
  type Proposal,
  type ProposalFilter,
  type ProposalStatus,
} from '../db/proposals.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { fold } from '../domain/analysis/fold.ts';
import type { Brand, Panel } from '../domain/analysis/panel.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { pageOf, unknownPage } from './paging.ts';
import { changePanel, currentPanel } from './workspaces.ts';

const examplesEach = 3;

export type Example = { answerId: string; engine: string; stage: string; sentence: string };
export type ProposalWithExamples = Proposal & { examples: Example[] };
export type ProposalPage = { proposals: ProposalWithExamples[]; next: string | null };
export type ProposalQuery = Pick<ProposalFilter, 'status' | 'minAnswers' | 'limit'> & { cursor?: string };

/** Names that stand beside the panel's brands, the most often seen first, with sentences that have them. */
export async function readProposals(deps: Deps, workspace: Workspace, { cursor, ...filter }: ProposalQuery): Promise<ProposalPage> {
  const after = cursor === undefined ? undefined : parseCursor(cursor);
  const rows = await listProposals(deps.db, workspace.id, { ...filter, limit: filter.limit + 1, after });
  const { shown, next } = pageOf(rows, filter.limit, ({ answers, id }) => `${answers}_${id}`);
  const heads = shown.map(({ head }) => head);
  const examples = Map.groupBy(await proposalExamples(deps.db, workspace.id, heads, examplesEach), ({ head }) => head);
  return {
    proposals: shown.map((proposal) => ({ ...proposal, examples: (examples.get(proposal.head) ?? []).map(toExample) })),
    next,
  };
}

const toExample = ({ answerId, engine, stage, text, start, end }: ExampleRow): Example => ({
  answerId,
  engine,
  stage,
  sentence: text.slice(start, end).trim(),
});

function parseCursor(cursor: string): { answers: number; id: string } {
  const match = /^(\d{1,9})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (!match) throw unknownPage();
  return { answers: Number(match[1]), id: match[2] ?? '' };
}

export type Acceptance = { name?: string | undefined; domain?: string | null | undefined };
export type Accepted = { brand: string; panelVersion: number; answersToReadAgain: number };

/** Makes the name a competitor, from the start of history: the panel is saved with it, and the past is read again. Twice changes nothing. */
export async function acceptProposal(deps: Deps, workspaceId: string, id: string, given: Acceptance): Promise<Accepted> {
  return editPanelAlone(deps.db, workspaceId, async () => {
    const proposal = await getProposal(deps, workspaceId, id);
    if (proposal.status === 'dismissed') throw new ConflictError('conflict', 'The name was dismissed. Bring it back first.');
    const workspace = await getWorkspace(deps.db, workspaceId);
    const panel = await currentPanel(deps, workspace);
    if (!panel) throw new ConflictError('conflict', 'The workspace has no brands yet. Save its own brand first.');
    const name = given.name ?? proposal.name;
    const known = ownerOf(panel, name);
    const brand = known ?? newBrand(panel, name, given.domain === undefined ? proposal.domain : given.domain);
    const saved = known ? null : await changePanel(deps, workspace, { brands: [...panel.brands, brand] });
    await setProposalStatus(deps.db, workspaceId, id, 'accepted', ['open']);
    return { brand: brand.id, panelVersion: saved?.version ?? workspace.panelVersion, answersToReadAgain: saved?.analysedAgain ?? 0 };
  });
}

const ownerOf = (panel: Panel, name: string): Brand | undefined =>
  panel.brands.find((brand) => brand.aliases.some((alias) => fold(alias.text) === fold(name)));

function newBrand(panel: Panel, name: string, domain: string | null): Brand {
  const isOwned = panel.brands.some((brand) => domain !== null && brand.domains.includes(domain));
  const alias = { text: name, caseSensitive: false, near: [], notNear: [], notIn: [] };
  return { id: freeId(panel, name), name, own: false, aliases: [alias], domains: domain === null || isOwned ? [] : [domain] };
}

/** An id for a new brand, readable where its name is. */
export function freeId(panel: Panel, name: string): string {
  const taken = new Set(panel.brands.map((brand) => brand.id));
  const base =
    fold(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || 'brand';
  let id = base;
  for (let number = 2; taken.has(id); number++) id = `${base}-${number}`;
  return id;
}

/** A dismissed name is proposed no more, however often it is seen. */
export const dismissProposal = (deps: Deps, workspaceId: string, id: string) => decide(deps, workspaceId, id, 'dismissed', 'open');

/** Takes a dismissal back. */
export const reopenProposal = (deps: Deps, workspaceId: string, id: string) => decide(deps, workspaceId, id, 'open', 'dismissed');

async function decide(deps: Deps, workspaceId: string, id: string, status: ProposalStatus, from: ProposalStatus): Promise<ProposalStatus> {
  await setProposalStatus(deps.db, workspaceId, id, status, [from]);
  const proposal = await getProposal(deps, workspaceId, id);
  if (proposal.status !== status)
    throw new ConflictError('conflict', 'The name is a competitor already. Take it out of the brands instead.');
  return proposal.status;
}

async function getProposal(deps: Deps, workspaceId: string, id: string): Promise<Proposal> {
  const proposal = await findProposal(deps.db, workspaceId, id);
  if (!proposal) throw new NotFoundError('The proposal');
  return proposal;
}
