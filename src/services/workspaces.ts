import { listBrands, readPanel, savePanel, savePanelIn } from '../db/panels.ts';
import { addPromptsIn, type PageQuery } from '../db/prompts.ts';
import { ensureEngineSettings } from '../db/engine-settings.ts';
import { ensureWorkspace, findWorkspace, listWorkspaces, type NewWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { parsePanel, type Panel } from '../domain/analysis/panel.ts';
import { stages, type Stage } from '../domain/journey.ts';
import { checkTimeZone } from '../domain/schedule.ts';
import { AppError, InputError, NotFoundError } from '../errors.ts';
import { pageOf, unknownPage } from './paging.ts';
import { loadPromptPack, type PackPrompt } from './prompt-packs.ts';
import { countAgain } from './recounts.ts';

export type { Workspace } from '../db/workspaces.ts';

export type WorkspaceRequest = {
  name: string;
  slug?: string;
  timeZone: string;
  stages: Stage[];
  panel: unknown;
  packs: { industry: string; locales: string[] }[];
  engines: string[];
};

/** The workspace that a request means, by slug or id; without a name the only one there is. */
export async function resolveWorkspace(deps: Deps, name: string | undefined): Promise<Workspace> {
  const all = await listWorkspaces(deps.db);
  if (name !== undefined) {
    const found = all.find((workspace) => workspace.slug === name || workspace.id === name);
    if (!found) throw new NotFoundError(`The workspace "${name}"`);
    return found;
  }
  const [only, another] = all;
  if (!only) throw new NotFoundError('A workspace');
  if (another) {
    const slugs = all.map((workspace) => workspace.slug).join(', ');
    throw new InputError('There are several workspaces.', [{ path: 'workspace', message: `Say which one: ${slugs}.` }]);
  }
  return only;
}

/** Makes a workspace with its panel, prompts and engines. @throws {AppError} `conflict` where the slug is taken */
export async function createWorkspace(deps: Deps, request: WorkspaceRequest): Promise<Workspace> {
  const slug = request.slug ?? (await freeSlug(deps, request.name));
  checkTimeZone(request.timeZone);
  const panel = parsePanel(request.panel);
  if (await findWorkspace(deps.db, slug)) throw new AppError('conflict', `The workspace "${slug}" exists already. Choose another slug.`);
  const prompts = request.packs.flatMap((pack) => loadPromptPack({ ...pack, stages: request.stages, brand: ownBrand(panel) }));
  return fillWorkspace(
    deps,
    { slug, name: request.name, timeZone: request.timeZone, stages: request.stages, simulated: false },
    { panel, prompts, engines: request.engines },
  );
}

/** The same for a workspace that may exist: then nothing that was changed in it since is undone. All of it is there at once, or nothing. */
export async function fillWorkspace(
  deps: Deps,
  workspace: NewWorkspace,
  content: { panel: Panel; prompts: PackPrompt[]; engines: string[] },
): Promise<Workspace> {
  const { id } = await deps.db.$transaction(async (tx) => {
    const made = await ensureWorkspace(tx, workspace);
    await ensureEngineSettings(tx, made.id, content.engines);
    if (made.panelVersion > 0) return made;
    await addPromptsIn(tx, made.id, content.prompts);
    await savePanelIn(tx, made.id, content.panel);
    return made;
  });
  return resolveWorkspace(deps, id);
}

const ownBrand = (panel: Panel): string => (panel.brands.find((brand) => brand.own) ?? panel.brands[0])?.name ?? '';

/** Names that give the same letters, or none as Chinese ones, are told apart by a number. */
async function freeSlug(deps: Deps, name: string): Promise<string> {
  const plain = slugOf(name);
  for (let number = 1; ; number++) {
    const slug = number === 1 ? plain : `${plain}-${number}`;
    if (!(await findWorkspace(deps.db, slug))) return slug;
  }
}

function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return slug || 'workspace';
}

/** The workspace that answers are imported into; with a panel it is made where it does not exist. */
export async function ensureImportWorkspace(deps: Deps, name: string | undefined, panel: unknown): Promise<Workspace> {
  if (name === undefined) return resolveWorkspace(deps, name);
  const slug = (await findWorkspace(deps.db, name))?.slug ?? slugOf(name);
  if ((await findWorkspace(deps.db, slug)) !== null) return resolveWorkspace(deps, slug);
  if (panel === undefined) return resolveWorkspace(deps, name);
  return createWorkspace(deps, { name, slug, timeZone: 'UTC', stages: [...stages], panel, packs: [], engines: [] });
}

/** A new panel counts from now on, and the past is counted again. */
export async function changePanel(
  deps: Deps,
  workspace: Workspace,
  panel: unknown,
): Promise<{ version: number; analysedAgain: number; recount: string | null }> {
  const version = await savePanel(deps.db, workspace.id, parsePanel(panel));
  const recount = await countAgain(deps, workspace.id);
  await deps.queues.ring('analyze', workspace.id);
  return { version, analysedAgain: recount?.total ?? 0, recount: recount?.id ?? null };
}

export const readBrands = (deps: Deps, workspace: Workspace) => listBrands(deps.db, workspace.id);

/** A page in the panel's order; `next` is the cursor of the one behind it. @throws {InputError} where the cursor is no brand */
export async function readBrandPage(deps: Deps, workspace: Workspace, { limit, cursor }: PageQuery) {
  const all = await readBrands(deps, workspace);
  const start = cursor === undefined ? 0 : all.findIndex(({ key }) => key === cursor) + 1;
  if (cursor !== undefined && start === 0) throw unknownPage();
  const { shown, next } = pageOf(all.slice(start), limit, ({ key }) => key);
  return { brands: shown, next };
}

export const currentPanel = (deps: Deps, workspace: Workspace): Promise<Panel | null> =>
  readPanel(deps.db, workspace.id, workspace.panelVersion);
