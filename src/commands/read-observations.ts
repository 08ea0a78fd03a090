import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { parsePanel, type Panel } from '../domain/analysis/panel.ts';
import { observationFields, parseObservation, type Observation } from '../domain/metrics/observation.ts';
import { InputError, type InputIssue } from '../errors.ts';
import { readLines } from '../services/read-lines.ts';
import { notePanel, type IgnoredFields } from './ignored-fields.ts';

const mostIssues = 20;

/**
 * Observations of a file, or of standard input where none (or `-`) is named, one by one.
 * @throws InputError naming file, line and field, at the end of the input or after 20 bad lines
 */
export async function* readObservations(file: string | undefined, stdin: Readable, ignored: IgnoredFields): AsyncGenerator<Observation> {
  const isPiped = file === undefined || file === '-';
  const name = isPiped ? 'standard input' : file;
  const issues: InputIssue[] = [];
  let lineNumber = 0;
  for await (const line of linesOf(isPiped ? stdin : createReadStream(file), name)) {
    lineNumber++;
    if (line.trim() === '') continue;
    const result = parseObservation(line);
    ignored.note(result.json, observationFields, `${name}: line ${lineNumber}`);
    if ('observation' in result) {
      if (issues.length === 0) yield result.observation;
      continue;
    }
    for (const { field, message } of result.issues) {
      issues.push({ path: `${name}: line ${lineNumber}${field === '' ? '' : `: ${field}`}`, message });
    }
    if (issues.length >= mostIssues) break;
  }
  if (issues.length > 0) throw new InputError(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'), issues);
}

/** @throws InputError where the file is not to be read */
async function* linesOf(input: Readable, name: string): AsyncGenerator<string> {
  try {
    yield* readLines(input);
  } catch (error) {
    throw errorCode(error).startsWith('E') && !(error instanceof InputError) ? unreadable(name, error) : error;
  }
}

/** @throws InputError naming the file and what is wrong in it */
export async function readPanelFile(path: string, ignored: IgnoredFields): Promise<Panel> {
  try {
    const json: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    notePanel(ignored, json, path);
    return parsePanel(json);
  } catch (error) {
    if (error instanceof InputError) {
      throw new InputError(
        `${path}: ${error.message}`,
        error.issues.map((issue) => ({ ...issue, path: `${path}: ${issue.path}` })),
      );
    }
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): InputError {
  const message = error instanceof SyntaxError ? `is not JSON (${error.message})` : `cannot be read (${errorCode(error)})`;
  return new InputError(`${path}: ${message}`, [{ path, message }]);
}

const errorCode = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error));
