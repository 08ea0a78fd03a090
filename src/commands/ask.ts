import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { canonicalLanguage } from '../domain/language-tag.ts';
import { EngineError, InputError } from '../errors.ts';
import type { InputIssue } from '../errors.ts';
import type { Engine, EngineAnswer, EngineDeps, Question } from '../engines/engine.ts';
import { httpFetch } from '../engines/http-fetch.ts';
import { engineIds, engines, isEngineId } from '../engines/registry.ts';
import { answerLines, type NamedBrand } from './ask-output.ts';

export type AskOptions = {
  engine?: string;
  prompt?: string;
  country?: string;
  language?: string;
  panel?: string;
  model?: string;
  json?: boolean;
};

export type AskIo = EngineDeps & { writeOut: (text: string) => void; writeError: (text: string) => void; signal?: AbortSignal };

const defaultTimeoutMs = 240_000;

export function registerAsk(program: Command): void {
  program
    .command('ask')
    .description('Ask one engine once; needs no database')
    .option('--engine <id>', `one of: ${engineIds.join(', ')}`)
    .option('--prompt <text>', 'the question, as a person would ask it')
    .option('--country <code>', 'ISO 3166-1 alpha-2, e.g. DE')
    .option('--language <tag>', 'BCP 47, e.g. de or zh-TW')
    .option('--model <id>', "instead of the engine's usual model")
    .option('--panel <file>', 'PANEL.json: also show the brands that are named')
    .option('--json', 'print the result as one JSON object')
    .action(async (options: AskOptions) => {
      process.exitCode = await ask(options, {
        fetch: httpFetch,
        now: Date.now,
        env: process.env,
        timeoutMs: defaultTimeoutMs,
        writeOut: (text) => process.stdout.write(text),
        writeError: (text) => process.stderr.write(text),
      });
    });
}

/** @returns the exit code: 0 an answer, 1 the engine failed, 2 the call is wrong. */
export async function ask(options: AskOptions, io: AskIo): Promise<0 | 1 | 2> {
  try {
    const { engine, question, nameBrands } = await parseCall(options);
    const answer = await engine.ask(question, { model: options.model || null, signal: io.signal }, io);
    if (options.json) io.writeOut(`${JSON.stringify(contractAnswer(answer))}\n`);
    else io.writeOut(`${answerLines(engine.label, answer, nameBrands?.(answer) ?? null).join('\n')}\n`);
    return 0;
  } catch (error) {
    if (error instanceof InputError) {
      for (const { path, message } of error.issues) io.writeError(`${path}: ${message}\n`);
      if (error.issues.length === 0) io.writeError(`${error.message}\n`);
      return 2;
    }
    if (!(error instanceof EngineError)) throw error;
    const { code, message, retryable, retryAfterMs } = error;
    if (options.json) io.writeOut(`${JSON.stringify({ error: { code, message, retryable, retryAfterMs } })}\n`);
    else io.writeError(`${code}: ${message}\n`);
    return 1;
  }
}

/** Exactly the contract's keys. */
function contractAnswer(answer: EngineAnswer) {
  const { engine, surface, model, text, citations, retrieved, searchQueries, usage, costUsd, finish, requestId, latencyMs } = answer;
  return { engine, surface, model, text, citations, retrieved, searchQueries, usage, costUsd, finish, requestId, latencyMs };
}

type Call = { engine: Engine; question: Question; nameBrands: ((answer: EngineAnswer) => NamedBrand[]) | null };

/** @throws {InputError} with everything that is wrong at once */
async function parseCall(options: AskOptions): Promise<Call> {
  const issues: InputIssue[] = [];
  const id = options.engine ?? '';
  if (!isEngineId(id))
    issues.push({ path: '--engine', message: `${id ? `"${id}" is not an engine` : 'missing'}; one of ${engineIds.join(', ')}` });
  const text = options.prompt?.trim() ?? '';
  if (!text) issues.push({ path: '--prompt', message: 'missing; the question to ask' });
  const country = options.country?.trim().toUpperCase() ?? null;
  if (country !== null && !isCountry(country))
    issues.push({ path: '--country', message: `"${options.country}" is not an ISO 3166-1 alpha-2 code such as DE` });
  const language = options.language === undefined ? null : canonicalLanguage(options.language);
  if (options.language !== undefined && !language)
    issues.push({ path: '--language', message: `"${options.language}" is not a BCP 47 tag such as de or zh-TW` });
  const nameBrands = options.panel === undefined ? null : await brandsByPanel(options.panel, issues);
  if (issues.length > 0 || !isEngineId(id)) throw new InputError('The call is wrong.', issues);
  return { engine: engines[id], question: { text, country, language }, nameBrands };
}

function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || /^(X[A-Z]|ZZ|AA|Q[M-Z])$/.test(code)) return code === 'XK';
  return new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' }).of(code) !== undefined;
}

async function brandsByPanel(path: string, issues: InputIssue[]): Promise<Call['nameBrands']> {
  try {
    const json: unknown = JSON.parse((await readFile(path, 'utf8')).replace(/^\uFEFF/, ''));
    // Loaded only here: the analyser brings its dictionaries with it.
    const [{ createAnalyzer }, { parsePanel }] = await Promise.all([
      import('../domain/analysis/analyze.ts'),
      import('../domain/analysis/panel.ts'),
    ]);
    const panel = parsePanel(json);
    const analyze = createAnalyzer(panel);
    const names = new Map(panel.brands.map((brand) => [brand.id, brand.name]));
    return (answer) =>
      analyze({ id: 'ask', text: answer.text, citations: answer.citations }).brands.map((brand) => ({
        ...brand,
        name: names.get(brand.brand) ?? brand.brand,
      }));
  } catch (error) {
    if (error instanceof InputError) issues.push(...error.issues.map((issue) => ({ ...issue, path: `${path}: ${issue.path}` })));
    else if (error instanceof SyntaxError) issues.push({ path: '--panel', message: `${path} is not JSON: ${error.message}` });
    else if (error instanceof Error && 'code' in error && 'syscall' in error)
      issues.push({ path: '--panel', message: `${path} cannot be read (${String(error.code)})` });
    else throw error;
    return null;
  }
}
