import type { CsvRow } from '../csv.ts';
import { isStage, type Stage } from '../journey.ts';

/** Of a stage and day: who came, and who of them went on to the next stage. */
export type DayCount = { stage: Stage; date: string; visitors: number; conversions: number };

export const columns = ['stage', 'date', 'visitors', 'conversions'] as const;
export type Column = (typeof columns)[number];
export type CellProblem = { column: Column; problem: 'missing' | 'unknown_stage' | 'no_date' | 'no_count' | 'too_many' | 'twice' };
export type RowStatus = 'new' | 'changed' | 'known' | 'bad';
/** `known`: counted so already, or on an earlier line; `count` is null on a bad line. */
export type SheetRow = {
  line: number;
  status: RowStatus;
  problems: CellProblem[];
  cells: Record<Column, string>;
  count: DayCount | null;
};

const mostPeople = 2_000_000_000;

/** The columns that the first line lacks. */
export const missingColumns = (head: CsvRow | undefined): Column[] => columns.filter((column) => !namesOf(head).includes(column));
const namesOf = (head: CsvRow | undefined): string[] => head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];

/** What each line after the first is, against what is counted already (`present`, by `keyOf`). */
export function judgeSheet([head, ...body]: readonly CsvRow[], present: ReadonlyMap<string, DayCount>): SheetRow[] {
  const names = namesOf(head);
  const seen = new Map<string, DayCount>();
  return body.map(({ line, cells: raw }) => {
    const cellOf = (column: Column) => raw[names.indexOf(column)]?.trim() ?? '';
    const cells = { stage: cellOf('stage'), date: cellOf('date'), visitors: cellOf('visitors'), conversions: cellOf('conversions') };
    const read = readCount(cells);
    if ('problems' in read) return { line, status: 'bad', problems: read.problems, cells, count: null };
    const { count } = read;
    const earlier = seen.get(keyOf(count));
    if (earlier && !isSame(earlier, count))
      return { line, status: 'bad', problems: [{ column: 'date', problem: 'twice' }], cells, count: null };
    seen.set(keyOf(count), count);
    const stored = earlier ?? present.get(keyOf(count));
    const status = stored === undefined ? 'new' : isSame(stored, count) ? 'known' : 'changed';
    return { line, status, problems: [], cells, count };
  });
}

export const keyOf = ({ stage, date }: Pick<DayCount, 'stage' | 'date'>): string => `${stage} ${date}`;
const isSame = (a: DayCount, b: DayCount): boolean => a.visitors === b.visitors && a.conversions === b.conversions;

function readCount(cells: Record<Column, string>): { count: DayCount } | { problems: CellProblem[] } {
  const stage = cells.stage.toLowerCase();
  const [visitors, conversions] = [readPeople(cells.visitors), readPeople(cells.conversions)];
  const problems: CellProblem[] = [];
  const check = (column: Column, problem: CellProblem['problem'], isGood: boolean) => {
    if (cells[column] === '') problems.push({ column, problem: 'missing' });
    else if (!isGood) problems.push({ column, problem });
  };
  check('stage', 'unknown_stage', isStage(stage));
  check('date', 'no_date', isDay(cells.date));
  check('visitors', 'no_count', visitors !== null);
  check('conversions', 'no_count', conversions !== null);
  if (visitors !== null && conversions !== null && conversions > visitors) problems.push({ column: 'conversions', problem: 'too_many' });
  if (problems.length > 0 || !isStage(stage) || visitors === null || conversions === null) return { problems };
  return { count: { stage, date: cells.date, visitors, conversions } };
}

/** Digits only: what "1,200" or "1.200" means depends on who wrote it. */
const readPeople = (text: string): number | null => (/^\d{1,10}$/.test(text) && Number(text) <= mostPeople ? Number(text) : null);

/** A day that exists, `2026-09-07`, from 1970 to 2199. */
function isDay(text: string): boolean {
  if (!/^(?:19[7-9]\d|2[01]\d\d)-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().slice(0, 10) === text;
}
