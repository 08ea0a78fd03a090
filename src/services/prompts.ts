import { updatePrompts, type PromptsChange } from '../db/change-prompts.ts';
import {
  addPrompts,
  archivePrompt,
  editPrompt,
  hasPrompt,
  listPrompts,
  listPromptVersions,
  setCanary,
  type PageQuery,
  type PromptRow,
} from '../db/prompts.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Stage } from '../domain/journey.ts';
import { ConflictError, NotFoundError } from '../errors.ts';
import { brandedTest } from './branded.ts';
import { idOf, pageOf, unknownPage } from './paging.ts';

export const readPrompts = (deps: Deps, workspace: Workspace, archived = false): Promise<PromptRow[]> =>
  listPrompts(deps.db, workspace.id, archived);

/** A page by stage and intent; `next` is the cursor of the one behind it. @throws {InputError} where the cursor is no prompt */
export async function readPromptPage(
  deps: Deps,
  workspace: Workspace,
  { archived, limit, cursor }: PageQuery & { archived: boolean },
): Promise<{ prompts: PromptRow[]; next: string | null }> {
  if (cursor !== undefined && !(await hasPrompt(deps.db, workspace.id, cursor))) throw unknownPage();
  const rows = await listPrompts(deps.db, workspace.id, archived, { limit: limit + 1, cursor });
  const { shown, next } = pageOf(rows, limit, idOf);
  return { prompts: shown, next };
}

export type PromptRequest = {
  stage: Stage;
  intent: string;
  language: string;
  text: string;
  touchpoint: string | null;
  persona: string | null;
  tags?: string[];
  canary?: boolean;
};

/** Adds prompts; the same text for the same intent again is the one that is there. @returns the ids of those that are new */
export async function createPrompts(deps: Deps, workspace: Workspace, requests: PromptRequest[]): Promise<string[]> {
  const isBranded = await brandedTest(deps, workspace.id, workspace.panelVersion);
  const prompts = requests.map(({ language, ...prompt }) => ({ ...prompt, locale: language, branded: isBranded(prompt.text) }));
  return addPrompts(deps.db, workspace.id, prompts);
}

/**
 * An edit makes the prompt's next version, which is asked from now on. `readAt`: the version that it starts from.
 * @returns its number
 * @throws {ConflictError} where another was made since
 */
export async function changePrompt(
  deps: Deps,
  workspace: Workspace,
  promptId: string,
  text: string,
  { by = null, readAt }: { by?: string | null; readAt?: number | undefined } = {},
): Promise<number> {
  const isBranded = await brandedTest(deps, workspace.id, workspace.panelVersion);
  const version = await editPrompt(deps.db, workspace.id, promptId, { text, branded: isBranded(text), madeBy: by, readAt });
  if (version === 'unknown') throw new NotFoundError('The prompt');
  if (version === 'outdated')
    throw new ConflictError('conflict', 'The prompt was changed by somebody else meanwhile. Load it again, then make your change.');
  return version;
}

export async function setPromptArchived(deps: Deps, workspace: Workspace, promptId: string, archived: boolean): Promise<void> {
  if (!(await archivePrompt(deps.db, workspace.id, promptId, archived))) throw new NotFoundError('The prompt');
}

/** A canary is asked like any prompt, and left out of all figures: it shows whether an engine itself has changed. */
export async function setPromptCanary(deps: Deps, workspace: Workspace, promptId: string, canary: boolean): Promise<void> {
  if (!(await setCanary(deps.db, workspace.id, promptId, canary))) throw new NotFoundError('The prompt');
}

export async function readPromptVersions(deps: Deps, workspace: Workspace, promptId: string) {
  const versions = await listPromptVersions(deps.db, workspace.id, promptId);
  if (versions.length === 0) throw new NotFoundError('The prompt');
  return versions;
}

/** Moves, tags or archives many prompts at once. Their past stays in the stage that it was asked in. @returns how many there were */
export const changePrompts = (deps: Deps, workspace: Workspace, ids: readonly string[], change: PromptsChange): Promise<number> =>
  updatePrompts(deps.db, workspace.id, ids, change);
