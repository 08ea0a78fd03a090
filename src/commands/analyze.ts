import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import { createAnalyzer, type AnalysisResult } from '../domain/analysis/analyze.ts';
import { parsePanel, type Panel } from '../domain/analysis/panel.ts';
import { InputError } from '../errors.ts';
import { readLines } from '../services/read-lines.ts';
import { parseAnswerLine } from './analyze-lines.ts';
import { notePanel, tellIgnored, type IgnoredFields } from './ignored-fields.ts';

export type AnalyzeIo = { stdin: AsyncIterable<Uint8Array>; stdout: Writable; writeError: (text: string) => void };

/** Output is gathered to this many characters before it is written, and always before the next input is waited for. */
const batchLength = 1 << 16;

export function registerAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('mentions, citations, ranks and comparisons in answers; no database, network or key')
    .argument('[answers]', 'ANSWERS.jsonl, one answer a line; standard input where left out (or -)')
    .requiredOption('--panel <file>', 'PANEL.json: the brands to look for')
    .action(async (answers: string | undefined, options: { panel: string }) => {
      const io = { stdin: process.stdin, stdout: process.stdout, writeError: (text: string) => process.stderr.write(text) };
      process.exitCode = await analyze(options.panel, answers ?? '-', io);
    });
}

/** @returns the exit code: 0 done (also when the reader of the output went away), 1 reading or writing failed, 2 the call or its input is wrong */
export const analyze = (panelPath: string, answersPath: string, io: AnalyzeIo): Promise<0 | 1 | 2> =>
  tellIgnored(io.writeError, (ignored) => analyzeAll(panelPath, answersPath, io, ignored));

async function analyzeAll(panelPath: string, answersPath: string, io: AnalyzeIo, ignored: IgnoredFields): Promise<0 | 1 | 2> {
  const output = createOutput(io.stdout);
  try {
    const analyzer = createAnalyzer(await readPanel(panelPath, ignored));
    const chunks: AsyncIterable<Uint8Array> = answersPath === '-' ? io.stdin : createReadStream(answersPath, { highWaterMark: 1 << 17 });
    const read = (line: string, number: number) =>
      parseAnswerLine(line, answersPath === '-' ? 'standard input' : answersPath, number, ignored);
    await analyzeChunks(flushedBetween(chunks, output), (line, number) => analyzer(read(line, number)), output);
    await output.flush();
    return 0;
  } catch (error) {
    if (output.isClosed()) return 0;
    await output.flush().catch(() => undefined);
    return report(error, answersPath, io);
  }
}

async function analyzeChunks(
  chunks: AsyncIterable<Uint8Array>,
  analyzeLine: (line: string, number: number) => AnalysisResult,
  output: Output,
): Promise<void> {
  let number = 0;
  for await (const line of readLines(chunks)) {
    number++;
    if (line.trim() === '') continue;
    await output.write(`${JSON.stringify(analyzeLine(line, number))}\n`);
    if (output.isClosed()) return;
  }
}

/** Hands on what was printed before it waits for more input, so that a slow producer sees each result at once. */
async function* flushedBetween(chunks: AsyncIterable<Uint8Array>, output: Output): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    yield chunk;
    await output.flush();
    if (output.isClosed()) return;
  }
}

async function readPanel(path: string, ignored: IgnoredFields): Promise<Panel> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new InputError(`--panel ${path}: cannot be read (${codeOf(error) ?? 'unknown reason'})`);
  }
  try {
    const json: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    notePanel(ignored, json, path);
    return parsePanel(json);
  } catch (error) {
    if (error instanceof InputError)
      throw new InputError(error.issues.map((issue) => `${path}: ${issue.path || 'panel'}: ${issue.message}`).join('\n'), error.issues);
    if (error instanceof SyntaxError) throw new InputError(`${path}: is not JSON: ${error.message}`);
    throw error;
  }
}

function report(error: unknown, answersPath: string, io: AnalyzeIo): 1 | 2 {
  if (error instanceof InputError) {
    io.writeError(`${error.message}\n`);
    return 2;
  }
  const code = codeOf(error);
  if (code === undefined) throw error;
  const isInput = error instanceof Error && 'syscall' in error && error.syscall !== 'write';
  io.writeError(`${isInput ? `${answersPath}: cannot be read` : 'the results cannot be written'} (${code})\n`);
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' || code === 'ENOTDIR' ? 2 : 1;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

type Output = { write(text: string): Promise<void>; flush(): Promise<void>; isClosed(): boolean };

/** Waits while the reader is slow, and stops quietly when it went away (`| head`). Any other failure to write is thrown by the next flush. */
function createOutput(stream: Writable): Output {
  let parts: string[] = [];
  let length = 0;
  let failure: Error | null = null;
  const isGone = (): boolean => failure !== null && codeOf(failure) === 'EPIPE';
  const onError = (error: Error): void => {
    failure ??= error;
  };
  stream.on('error', onError);
  const flush = async (): Promise<void> => {
    if (isGone()) return;
    if (failure !== null) throw failure;
    if (parts.length === 0) return;
    const text = parts.join('');
    parts = [];
    length = 0;
    if (!stream.write(text)) await drained(stream);
  };
  return {
    async write(text) {
      parts.push(text);
      length += text.length;
      if (length >= batchLength) await flush();
    },
    flush,
    isClosed: isGone,
  };
}

function drained(stream: Writable): Promise<void> {
  if (stream.destroyed || stream.closed) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error'] as const) stream.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error'] as const) stream.on(event, done);
  });
}
