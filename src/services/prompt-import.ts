import { listPrompts } from '../db/prompts.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { parseCsv, writeCsv } from '../domain/csv.ts';
import { isStage } from '../domain/journey.ts';
import { canonicalLanguage } from '../domain/language-tag.ts';
import { InputError } from '../errors.ts';
import { createPrompts, readPrompts, type PromptRequest } from './prompts.ts';

const columns = ['stage', 'intent', 'language', 'text', 'touchpoint', 'persona', 'tags'] as const;
type Column = (typeof columns)[number];
const needed: readonly Column[] = ['stage', 'intent', 'language', 'text'];
const most: Record<Column, number> = { stage: 40, intent: 120, language: 20, text: 2000, touchpoint: 120, persona: 120, tags: 500 };
export const mostRows = 5000;

export type RowProblem = { column: Column; problem: 'missing' | 'unknown_stage' | 'unknown_language' | 'too_short' | 'too_long' };
/** `known`: the workspace has it, or an earlier line of the file. */
export type ImportRow = { line: number; status: 'new' | 'known' | 'bad'; problems: RowProblem[]; prompt: Record<Column, string> };
export type PromptImport = { rows: ImportRow[]; added: number };

/** Prompts as a spreadsheet; `importPrompts` reads the same. */
export async function exportPrompts(deps: Deps, workspace: Workspace): Promise<string> {
  const prompts = await readPrompts(deps, workspace);
  const rows = prompts.map((one) => columns.map((column) => (column === 'tags' ? one.tags.join('; ') : (one[column] ?? ''))));
  return writeCsv([columns, ...rows]);
}

/** Reads a spreadsheet of prompts. Dry, it only says what each line is; otherwise it adds the new ones, if no line is bad or bad ones may be skipped. @throws {InputError} */
export async function importPrompts(
  deps: Deps,
  workspace: Workspace,
  { csv, dry, skipBad }: { csv: string; dry: boolean; skipBad: boolean },
): Promise<PromptImport> {
  const rows = judgeRows(readRows(csv), await listPrompts(deps.db, workspace.id));
  if (dry) return { rows, added: 0 };
  const bad = rows.filter(({ status }) => status === 'bad');
  if (bad.length > 0 && !skipBad) {
    const issues = bad.flatMap(({ line, problems }) =>
      problems.map(({ column, problem }) => ({ path: `line ${line}, ${column}`, message: problem })),
    );
    throw new InputError('The file is not usable; nothing was added.', issues);
  }
  const fresh = rows.filter(({ status }) => status === 'new').map(({ prompt }) => toRequest(prompt));
  return { rows, added: fresh.length === 0 ? 0 : (await createPrompts(deps, workspace, fresh)).length };
}

function readRows(csv: string): { line: number; prompt: Record<Column, string> }[] {
  const [head, ...body] = parseCsv(csv);
  const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
  const absent = needed.filter((column) => !names.includes(column));
  if (absent.length > 0)
    throw new InputError('The file is not usable.', [
      { path: 'line 1', message: `needs the columns ${needed.join(', ')}; ${absent.join(', ')} is missing` },
    ]);
  if (body.length > mostRows) throw new InputError('The file is not usable.', [{ path: 'csv', message: `has more than ${mostRows} rows` }]);
  return body.map(({ line, cells }) => {
    const cell = (column: Column) => {
      const value = cells[names.indexOf(column)]?.trim() ?? '';
      return column === 'language' ? (canonicalLanguage(value) ?? value) : value;
    };
    return { line, prompt: Object.fromEntries(columns.map((column) => [column, cell(column)])) as Record<Column, string> };
  });
}

type Known = { stage: string; intent: string; language: string; text: string };

function judgeRows(rows: readonly { line: number; prompt: Record<Column, string> }[], present: readonly Known[]): ImportRow[] {
  const seen = new Set(present.map(identity));
  return rows.map(({ line, prompt }) => {
    const problems = columns.flatMap((column) => problemOf(column, prompt[column]) ?? []);
    if (problems.length > 0) return { line, status: 'bad', problems, prompt };
    const key = identity(prompt);
    const status = seen.has(key) ? 'known' : 'new';
    seen.add(key);
    return { line, status, problems, prompt };
  });
}

const identity = ({ stage, intent, language, text }: Known): string => JSON.stringify([stage, intent, language, text]);

function problemOf(column: Column, value: string): RowProblem | null {
  if (value === '') return needed.includes(column) ? { column, problem: 'missing' } : null;
  if (column === 'stage' && !isStage(value)) return { column, problem: 'unknown_stage' };
  if (column === 'language' && canonicalLanguage(value) === null) return { column, problem: 'unknown_language' };
  if (column === 'text' && value.length < 3) return { column, problem: 'too_short' };
  return value.length > most[column] ? { column, problem: 'too_long' } : null;
}

function toRequest({ stage, intent, language, text, touchpoint, persona, tags }: Record<Column, string>): PromptRequest {
  if (!isStage(stage)) throw new TypeError(`${stage} is no stage.`);
  const list = tags
    .split(/[;,]/)
    .map((tag) => tag.trim())
    .filter(Boolean);
  return { stage, intent, language, text, touchpoint: touchpoint || null, persona: persona || null, tags: [...new Set(list)] };
}
