import { listAnswers, readRawAnswer, type AnswerFilter, type AnswerRow } from '../db/answers.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { InputError, NotFoundError } from '../errors.ts';

export type AnswerPage = { answers: AnswerRow[]; next: string | null };

/** A cursor is the time and id of the last answer of a page. */
export async function readAnswers(
  deps: Deps,
  workspace: Workspace,
  filter: Omit<AnswerFilter, 'before' | 'id'> & { cursor?: string },
): Promise<AnswerPage> {
  const { cursor, ...rest } = filter;
  const rows = await listAnswers(deps.db, workspace.id, {
    ...rest,
    limit: filter.limit + 1,
    before: cursor === undefined ? undefined : parseCursor(cursor),
  });
  const answers = rows.slice(0, filter.limit);
  const last = answers.at(-1);
  return { answers, next: rows.length > filter.limit && last?.askedAt ? `${last.askedAt.toISOString()}_${last.id}` : null };
}

function parseCursor(cursor: string): NonNullable<AnswerFilter['before']> {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const askedAt = new Date(match?.[1] ?? Number.NaN);
  if (!match || Number.isNaN(askedAt.getTime()))
    throw new InputError('The page is not known.', [{ path: 'cursor', message: 'take it from `next` of the page before.' }]);
  return { askedAt, id: match[2] ?? '' };
}

export async function readAnswer(deps: Deps, workspace: Workspace, id: string): Promise<AnswerRow> {
  const [answer] = await listAnswers(deps.db, workspace.id, { id, limit: 1 });
  if (!answer) throw new NotFoundError('The answer');
  return answer;
}

/** Requests and responses as they went over the wire, for whoever doubts a figure. */
export async function readRaw(deps: Deps, workspace: Workspace, id: string): Promise<unknown> {
  const raw = await readRawAnswer(deps.db, workspace.id, id);
  if (raw === null) throw new NotFoundError('The answer');
  return raw;
}
