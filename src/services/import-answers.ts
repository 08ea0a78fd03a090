import { createReadStream } from 'node:fs';
import { z } from 'zod';
import { importBatch, type ImportedAnswer } from '../db/imports.ts';
import { addRun } from '../db/runs.ts';
import { storableText } from '../db/storable-text.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { isStage } from '../domain/journey.ts';
import { InputError, type InputIssue } from '../errors.ts';
import { createPrompts, readPrompts } from './prompts.ts';
import { readLines } from './read-lines.ts';
import { dayMs } from '../domain/durations.ts';

const batchSize = 500;
const mostIssues = 50;

const citation = z.object({
  url: z.string().min(1),
  title: z.string().nullish(),
  start: z.number().int().nullish(),
  end: z.number().int().nullish(),
});
const line = z.object({
  id: z.union([z.string().min(1).max(200), z.number()]).transform(String),
  prompt: z.string().trim().min(1).max(4000),
  stage: z.string().refine(isStage, 'must be awareness, consideration, decision, retention or advocacy'),
  engine: z.string().trim().min(1).max(100),
  surface: z.enum(['api', 'app', 'import']).default('import'),
  askedAt: z.iso.datetime({ offset: true, error: 'must be an ISO 8601 time such as 2026-09-07T08:00:00Z' }),
  text: z.string(),
  citations: z.array(citation).nullish(),
  language: z.string().trim().min(2).max(20).nullish(),
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'must be two letters, ISO 3166-1')
    .nullish(),
  run: z
    .union([z.string().trim().min(1).max(200), z.number()])
    .transform(String)
    .nullish(),
  intent: z.string().trim().min(1).max(120).nullish(),
  model: z.string().max(200).nullish(),
});
/** `raw` is the line word for word. */
type Line = z.infer<typeof line> & { raw: string };

const earliest = Date.UTC(2000, 0, 1);

export type ImportReport = { added: number; known: number; bad: InputIssue[] };

/**
 * Makes answers that were collected elsewhere part of the history. The same line again changes nothing.
 * @param options.skipBad leave out lines that are not usable; otherwise one such line stops the import before anything is written
 * @throws {InputError} naming line and field
 */
export async function importAnswers(deps: Deps, workspace: Workspace, file: string, options: { skipBad: boolean }): Promise<ImportReport> {
  const bad: InputIssue[] = [];
  if (!options.skipBad) {
    for await (const read of readAnswers(file, deps.now())) if ('issues' in read && bad.length < mostIssues) bad.push(...read.issues);
    if (bad.length > 0) throw new InputError(`${file} is not usable; nothing was imported.`, bad);
  }
  const report: ImportReport = { added: 0, known: 0, bad };
  let batch: Line[] = [];
  const flush = async () => {
    const added = await writeBatch(deps, workspace, batch);
    report.added += added;
    report.known += batch.length - added;
    batch = [];
  };
  for await (const read of readAnswers(file, deps.now())) {
    if ('issues' in read) {
      if (bad.length < mostIssues) bad.push(...read.issues);
      continue;
    }
    batch.push(read.line);
    if (batch.length === batchSize) await flush();
  }
  if (batch.length > 0) await flush();
  await deps.queues.ring('analyze', workspace.id);
  return report;
}

async function* readAnswers(file: string, nowMs: number): AsyncGenerator<{ line: Line } | { issues: InputIssue[] }> {
  let number = 0;
  for await (const text of readLines(createReadStream(file))) {
    number++;
    if (text.trim() !== '') yield readLine(text, number, nowMs);
  }
}

function readLine(text: string, number: number, nowMs: number): { line: Line } | { issues: InputIssue[] } {
  let value: unknown;
  try {
    value = JSON.parse(text, (_key, item: unknown) => (typeof item === 'string' ? storableText(item) : item));
  } catch {
    return { issues: [{ path: `line ${number}`, message: 'is not JSON; every line holds one JSON object.' }] };
  }
  const parsed = line.safeParse(value);
  if (parsed.success) {
    const time = Date.parse(parsed.data.askedAt);
    if (time >= earliest && time <= nowMs + dayMs) return { line: { ...parsed.data, raw: text } };
    const message = time < earliest ? 'must not be before the year 2000' : 'lies in the future';
    return { issues: [{ path: `line ${number}: askedAt`, message }] };
  }
  return {
    issues: parsed.error.issues.map((issue) => ({ path: `line ${number}: ${issue.path.join('.') || 'object'}`, message: issue.message })),
  };
}

async function writeBatch(deps: Deps, workspace: Workspace, lines: Line[]): Promise<number> {
  const promptOf = await ensurePrompts(deps, workspace, lines);
  const runOf = new Map<string, string>();
  for (const name of new Set(lines.map((one) => one.run ?? ''))) runOf.set(name, await ensureRun(deps, workspace, name, lines));
  const answers = lines.map((one): ImportedAnswer => {
    const prompt = promptOf(one);
    return {
      id: one.id,
      runId: runOf.get(one.run ?? '') ?? '',
      promptId: prompt.id,
      promptVersionId: prompt.versionId,
      stage: one.stage,
      engine: one.engine,
      surface: one.surface,
      country: one.country?.toUpperCase() ?? '',
      language: one.language ?? '',
      model: one.model ?? null,
      askedAt: new Date(one.askedAt).toISOString(),
      text: one.text,
      citations: (one.citations ?? []).map(({ url, title = null, start = null, end = null }) => ({
        url,
        title,
        start,
        end,
        citedText: null,
      })),
      raw: one.raw,
    };
  });
  return importBatch(deps.db, workspace.id, answers);
}

/** A question that is not tracked yet becomes a prompt; questions of one `intent` belong together. */
async function ensurePrompts(deps: Deps, workspace: Workspace, lines: Line[]) {
  const key = (stage: string, language: string, text: string) => JSON.stringify([stage, language, text]);
  const index = async () =>
    new Map((await readPrompts(deps, workspace)).map((prompt) => [key(prompt.stage, prompt.language, prompt.text), prompt]));
  let known = await index();
  const missing = lines.filter((one) => !known.has(key(one.stage, one.language ?? '', one.prompt)));
  if (missing.length > 0) {
    await createPrompts(
      deps,
      workspace,
      missing.map((one) => ({
        stage: one.stage,
        intent: one.intent ?? one.prompt.slice(0, 120),
        language: one.language ?? '',
        text: one.prompt,
        touchpoint: null,
        persona: null,
      })),
    );
    known = await index();
  }
  return (one: Line) => {
    const prompt = known.get(key(one.stage, one.language ?? '', one.prompt));
    if (!prompt) throw new Error(`The prompt of answer ${one.id} was not made.`);
    return prompt;
  };
}

async function ensureRun(deps: Deps, workspace: Workspace, name: string, lines: Line[]): Promise<string> {
  const first =
    lines
      .filter((one) => (one.run ?? '') === name)
      .map((one) => one.askedAt)
      .toSorted()[0] ?? new Date(deps.now()).toISOString();
  const { id } = await addRun(deps.db, workspace.id, {
    key: `import/${name}`,
    kind: 'import',
    plan: { stages: [], promptIds: [], engines: [], countries: [], languages: [], repeats: 1, spreadMs: 0 },
    startsAt: new Date(first),
    simulated: workspace.simulated,
    panelVersion: workspace.panelVersion,
  });
  return id;
}
