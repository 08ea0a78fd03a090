import { isDeepStrictEqual } from 'node:util';
import { readPanel } from '../db/panels.ts';
import { editPanelAlone } from '../db/proposals.ts';
import { getWorkspace, type Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { parsePanel, type AliasInput, type Brand, type Panel } from '../domain/analysis/panel.ts';
import { ConflictError, InputError, NotFoundError } from '../errors.ts';
import { freeId } from './competitors.ts';
import { changePanel, currentPanel } from './workspaces.ts';

/** What is left out stays. */
type BrandChange = {
  name?: string | undefined;
  own?: boolean | undefined;
  aliases?: AliasInput[] | undefined;
  domains?: string[] | undefined;
};
/** `position`: its place among the brands, from 0; at their end where it is left out. */
type NewBrand = BrandChange & { id?: string | undefined; name: string; position?: number | undefined };
type SavedBrand = { brand: string; panelVersion: number; answersToReadAgain: number; recount: string | null };

/** The panel as it is counted from now on, each alias with its conditions. */
export async function readPresentPanel(deps: Deps, workspaceId: string): Promise<{ panelVersion: number; panel: Panel }> {
  const workspace = await getWorkspace(deps.db, workspaceId);
  return { panelVersion: workspace.panelVersion, panel: (await currentPanel(deps, workspace)) ?? { brands: [] } };
}

/** The brand counts from the start of history. @throws {InputError} with an issue at each field that is wrong */
export const addBrand = (deps: Deps, workspaceId: string, { id, position, ...brand }: NewBrand): Promise<SavedBrand> =>
  editPanel(deps, workspaceId, (panel) => {
    const fresh = checked(panel.brands, { id: id ?? freeId(panel, brand.name), ...brand });
    return { brand: fresh.id, brands: panel.brands.toSpliced(position ?? panel.brands.length, 0, fresh) };
  });

/**
 * Changes one brand that was read at `seenVersion` of the panel; changes of other brands since do not matter.
 * @throws {ConflictError} where somebody else has changed this brand since
 */
export const changeBrand = (deps: Deps, workspaceId: string, key: string, seenVersion: number, change: BrandChange): Promise<SavedBrand> =>
  editPanel(deps, workspaceId, async (panel) => {
    const brand = await findUnchanged(deps, workspaceId, panel, key, seenVersion);
    const others = panel.brands.filter((one) => one !== brand);
    const { name = brand.name, own = brand.own, aliases = brand.aliases, domains = brand.domains } = change;
    return {
      brand: key,
      brands: panel.brands.with(panel.brands.indexOf(brand), checked(others, { id: key, name, own, aliases, domains })),
    };
  });

/** The brand is counted no more, in the past neither. @throws {ConflictError} as changeBrand, and for the last brand */
export const removeBrand = (deps: Deps, workspaceId: string, key: string, seenVersion: number): Promise<SavedBrand> =>
  editPanel(deps, workspaceId, async (panel) => {
    const brand = await findUnchanged(deps, workspaceId, panel, key, seenVersion);
    if (panel.brands.length === 1) throw new ConflictError('conflict', 'This is the only brand; a workspace needs one. Add another first.');
    return { brand: key, brands: panel.brands.filter((one) => one !== brand) };
  });

/** Replaces all brands at once. */
export const replacePanel = (deps: Deps, workspace: Workspace, panel: unknown) =>
  editPanelAlone(deps.db, workspace.id, () => changePanel(deps, workspace, panel));

type Edit = { brand: string; brands: Brand[] };

/** One edit at a time: each starts from what the one before has saved. */
function editPanel(deps: Deps, workspaceId: string, edit: (panel: Panel) => Edit | Promise<Edit>): Promise<SavedBrand> {
  return editPanelAlone(deps.db, workspaceId, async () => {
    const workspace = await getWorkspace(deps.db, workspaceId);
    const { brand, brands } = await edit((await currentPanel(deps, workspace)) ?? { brands: [] });
    const { version, analysedAgain, recount } = await changePanel(deps, workspace, { brands });
    return { brand, panelVersion: version, answersToReadAgain: analysedAgain, recount };
  });
}

async function findUnchanged(deps: Deps, workspaceId: string, panel: Panel, key: string, seenVersion: number): Promise<Brand> {
  const brand = panel.brands.find(({ id }) => id === key);
  if (!brand) throw new NotFoundError('The brand');
  const seen = (await readPanel(deps.db, workspaceId, seenVersion))?.brands.find(({ id }) => id === key);
  if (isDeepStrictEqual(seen, brand)) return brand;
  throw new ConflictError('conflict', `"${brand.name}" was changed by somebody else meanwhile. Load it again, then make your change.`);
}

/** Checks a brand beside the others; whatever is wrong is at a field of this one, the last to come. */
function checked(others: Brand[], brand: BrandChange & { id: string }): Brand {
  const prefix = `brands.${others.length}.`;
  try {
    const fresh = parsePanel({ brands: [...others, brand] }).brands.at(-1);
    if (fresh) return fresh;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const issues = error.issues.map((issue) => ({ ...issue, path: issue.path.replace(prefix, '') }));
    throw new InputError('The brand is not usable.', issues);
  }
  throw new NotFoundError('The brand');
}
