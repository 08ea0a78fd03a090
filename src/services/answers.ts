import { endOfSearch, listAnswers, readRawAnswer, type AnswerFilter, type AnswerRow, type Place } from '../db/answers.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { NotFoundError } from '../errors.ts';
import { unknownPage } from './paging.ts';

/** `searchedTo`: a rare word was looked for up to here; `next` goes on from there. */
export type AnswerPage = { answers: AnswerRow[]; next: string | null; searchedTo: Date | null };
type Wanted = Omit<AnswerFilter, 'before' | 'id' | 'phrases'> & { cursor?: string; words?: string };

/** A cursor is the time and id of the last answer of a page, or of the last that was looked through. */
export async function readAnswers(deps: Deps, workspace: Workspace, { cursor, words = '', ...rest }: Wanted): Promise<AnswerPage> {
  const filter = {
    ...rest,
    phrases: phrasesOf(words),
    limit: rest.limit + 1,
    ...(cursor !== undefined && { before: parseCursor(cursor) }),
  };
  const rows = await listAnswers(deps.db, workspace.id, filter);
  const answers = rows.slice(0, rest.limit);
  const last = answers.at(-1);
  if (rows.length > rest.limit && last?.askedAt)
    return { answers, next: toCursor({ askedAt: last.askedAt, id: last.id }), searchedTo: null };
  const end = await endOfSearch(deps.db, workspace.id, filter);
  return { answers, next: end && toCursor(end), searchedTo: end && end.askedAt };
}

/** Words, and "phrases in quotes", all of which an answer must hold. */
const phrasesOf = (words: string): string[] =>
  [...words.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([all, quoted]) => quoted ?? all).filter((phrase) => phrase.trim() !== '');

const toCursor = ({ askedAt, id }: Place): string => `${askedAt.toISOString()}_${id}`;

function parseCursor(cursor: string): NonNullable<AnswerFilter['before']> {
  const match = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  const askedAt = new Date(match?.[1] ?? Number.NaN);
  if (!match || Number.isNaN(askedAt.getTime())) throw unknownPage();
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
