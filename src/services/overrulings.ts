import { addOverrule, listOverrules, undoOverrule, type NewOverrule, type OverruleRow } from '../db/overrulings.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { fold } from '../domain/analysis/fold.ts';
import type { Panel } from '../domain/analysis/panel.ts';
import { compilePanel } from '../domain/analysis/patterns.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { readAnswer } from './answers.ts';
import { idOf, pageOf } from './paging.ts';
import { countAgain } from './recounts.ts';
import { currentPanel } from './workspaces.ts';

export type OverruleRequest = { brand: string; counts: boolean; note?: string | null; by?: string | null } & (
  | { scope: 'mention'; answerId: string; start: number; end: number }
  | { scope: 'rule'; alias: string; rule?: string | null; near?: string | null; within?: string | null }
);
export type Overruled = { overruling: OverruleRow; recount: string | null };

/**
 * Keeps a person's word against the analysis: it holds for what is read from now on, and the past is counted again with it.
 * @throws {InputError} where brand, name or place are not what they would have to be
 */
export async function overrule(deps: Deps, workspace: Workspace, request: OverruleRequest): Promise<Overruled> {
  const panel = await currentPanel(deps, workspace);
  if (!panel?.brands.some((brand) => brand.id === request.brand)) fail('brand', 'is not a brand of the panel.');
  const checked = request.scope === 'mention' ? await checkPlace(deps, workspace, request) : checkName(panel, request);
  const { scope, brand, counts, note = null, by = null } = request;
  const overruling = await addOverrule(deps.db, workspace.id, { scope, brand, counts, note, madeBy: by, ...checked });
  return { overruling, recount: (await countAgain(deps, workspace.id))?.id ?? null };
}

/** Takes a word back, for the future and the past. @throws {NotFoundError} */
export async function undoOverruling(deps: Deps, workspace: Workspace, id: string): Promise<Overruled> {
  const overruling = await undoOverrule(deps.db, workspace.id, id);
  if (!overruling) throw new NotFoundError('The overruling');
  return { overruling, recount: (await countAgain(deps, workspace.id))?.id ?? null };
}

/** The newest first; `cursor` is the last one of the page before. */
export async function readOverrules(
  deps: Deps,
  workspace: Workspace,
  { cursor, limit, ...filter }: { answer?: string; undone: boolean; limit: number; cursor?: string },
) {
  const rows = await listOverrules(deps.db, workspace.id, { ...filter, before: cursor, limit: limit + 1 });
  const { shown, next } = pageOf(rows, limit, idOf);
  return { overrulings: shown, next };
}

async function checkPlace(
  deps: Deps,
  workspace: Workspace,
  { answerId, brand, counts, start, end }: OverruleRequest & { scope: 'mention' },
): Promise<Pick<NewOverrule, 'text' | 'observationId' | 'startOffset' | 'endOffset'>> {
  const { text, mentions } = await readAnswer(deps, workspace, answerId);
  const words = text?.slice(start, end) ?? '';
  if (text === null || end > text.length || words.trim() === '' || !words.isWellFormed())
    fail('start', 'and end are no place in the text of the answer.');
  const named = mentions.some((mention) => mention.brand === brand && mention.start < end && start < mention.end);
  if (!counts && !named) fail('start', 'and end hold no mention of the brand.');
  return { text: words, observationId: answerId, startOffset: start, endOffset: end };
}

/** A spelling variant stands for the alias that it is a variant of. */
function checkName(
  panel: Panel,
  { brand, alias, counts, rule = null, near = null, within = null }: OverruleRequest & { scope: 'rule' },
): Pick<NewOverrule, 'text' | 'rule' | 'near' | 'within'> {
  const name = fold(alias);
  const known = compilePanel(panel).patterns.find((pattern) => pattern.brand === brand && pattern.folded === name);
  if (!known) fail('alias', 'is not a name of the brand; add it as an alias first.');
  if (counts && rule !== null) fail('rule', 'narrows what is never to count; leave it out where the name is always to count.');
  if (within !== null && !fold(within).includes(fold(known.alias.text))) fail('within', 'must contain the name.');
  if (near !== null && fold(near) === '') fail('near', 'needs at least one letter or digit.');
  return { text: known.alias.text, rule, near, within };
}

function fail(path: string, message: string): never {
  throw new InputError('The overruling is not usable.', [{ path, message }]);
}
