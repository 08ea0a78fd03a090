import { listWordings } from '../db/prompts.ts';
import { keepReread, readAnswersBehind, readListedAnswers, type Cursor, type KnownAnswer, type Reread } from '../db/recount-answers.ts';
import { claimRecount, dropRecount, findRecount, releaseRecount, type RecountRow } from '../db/recounts.ts';
import { swapRecount } from '../db/swap-recount.ts';
import type { Deps } from '../deps.ts';
import { parserVersion } from '../domain/analysis/analyze.ts';
import { readInstructions } from './answer-reader.ts';
import { panelChangeKinds } from '../domain/analysis/panel-changes.ts';
import { readPanel } from '../db/panels.ts';
import { brandedTest } from './branded.ts';
import { openReaders, type Readers } from './reading-threads.ts';
import { reportOf } from './recount-report.ts';

const batchSize = 1000;

/**
 * Goes on with the workspace's open recount until it is complete, stopped, or `signal` says that it is enough; what is done
 * is kept. @returns how many answers were read
 */
export async function runRecount(deps: Deps, workspaceId: string, signal: AbortSignal): Promise<number> {
  const holder = `${deps.holder}/${deps.random().toString(36).slice(2, 10)}`;
  const claim = { holder, leaseMs: deps.config.leaseMs, parserVersion };
  let total = 0;
  for (let recount = await claimRecount(deps.db, workspaceId, claim); recount; recount = await stillHeld(deps, recount)) {
    if (signal.aborted) {
      await releaseRecount(deps.db, workspaceId, recount.id, holder);
      break;
    }
    total += await goOnOrRelease(deps, recount, signal);
  }
  return total;
}

/** After a failure of ours, such as a database away, any worker may try again at once. */
async function goOnOrRelease(deps: Deps, recount: RecountRow, signal: AbortSignal): Promise<number> {
  const { workspaceId, id, toPanelVersion, heldBy } = recount;
  const instructions = await readInstructions(deps, workspaceId, toPanelVersion);
  if (!instructions) throw new Error(`Panel ${toPanelVersion} of workspace ${workspaceId} is missing.`);
  const before = isOfPanelOnly(recount) ? await readPanel(deps.db, workspaceId, recount.fromPanelVersion) : null;
  const readers = openReaders({ ...instructions, before }, recount.total - recount.done);
  try {
    return await goOn(deps, recount, readers, signal);
  } catch (error) {
    await releaseRecount(deps.db, workspaceId, id, heldBy ?? '').catch(() => undefined);
    throw error;
  } finally {
    await readers.close();
  }
}

/** Only the panel is another one: what people overruled, the parser and a person's wish to read everything change all answers. */
const isOfPanelOnly = ({ scope, causes, fromParserVersion, toParserVersion }: RecountRow): boolean => {
  const changes: readonly string[] = panelChangeKinds;
  return scope !== 'all' && fromParserVersion === toParserVersion && causes.every((cause) => changes.includes(cause));
};

/** The recount as it is by now; null where it has ended or somebody else holds it. */
async function stillHeld(deps: Deps, { workspaceId, id, heldBy }: RecountRow): Promise<RecountRow | null> {
  const now = await findRecount(deps.db, workspaceId, id);
  return now?.state === 'running' && now.heldBy === heldBy ? now : null;
}

/** Reads, and swaps in at the end, for as long as the recount is what it was. @returns how many answers were read */
async function goOn(deps: Deps, recount: RecountRow, readers: Readers, signal: AbortSignal): Promise<number> {
  const scanned = recount.scanned ? { read: 0, whole: true } : await scan(deps, recount, readers, signal);
  if (!scanned.whole) return scanned.read;
  const listed = recount.listed.length === 0 ? [] : await readListedAnswers(deps.db, recount);
  const reread = await compare(deps, recount, readers, listed);
  if (!reread || !(await keep(deps, recount, reread, null, listed.length))) return scanned.read;
  await swapIn(deps, recount);
  return scanned.read + listed.length;
}

/** While some answers are read, those before are kept and those behind are on their way; `whole` where the end was reached. */
async function scan(deps: Deps, recount: RecountRow, readers: Readers, signal: AbortSignal): Promise<{ read: number; whole: boolean }> {
  const { cursorDueAt, cursorId } = recount;
  let cursor: Cursor | null = cursorDueAt && cursorId ? { dueAt: cursorDueAt, id: cursorId } : null;
  let total = 0;
  let kept = Promise.resolve(true);
  let next = readAnswersBehind(deps.db, recount, cursor, batchSize);
  for (;;) {
    const page = await next;
    const last = page.at(-1);
    if (!last || signal.aborted) return { read: total, whole: (await kept) && !signal.aborted };
    cursor = { dueAt: last.dueAt, id: last.observationId };
    next = page.length === batchSize ? readAnswersBehind(deps.db, recount, cursor, batchSize) : Promise.resolve([]);
    next.catch(() => undefined); // it is awaited in the next round, or not needed any more
    const due = page.filter((answer) => answer.due);
    const [reread, isKept] = await Promise.all([compare(deps, recount, readers, due), kept]);
    if (!reread || !isKept || signal.aborted) return { read: total, whole: false };
    kept = keep(deps, recount, reread, cursor, due.length);
    kept.catch(() => undefined);
    total += due.length;
  }
}

const keep = ({ db, config }: Deps, recount: RecountRow, reread: Reread, cursor: Cursor | null, done: number) =>
  keepReread(db, recount, reread, { cursor, done, leaseMs: config.leaseMs });

/** Reads the answers and tells those apart that read differently than before. @returns null where one could not be read: the recount has failed */
async function compare(deps: Deps, recount: RecountRow, readers: Readers, answers: KnownAnswer[]): Promise<Reread | null> {
  if (answers.length === 0) return { changed: [], unchanged: [], digests: new Map() };
  const { failed, ...found } = await readers.read(answers);
  if (failed) await fail(deps, recount, failed);
  return failed ? null : { ...found, digests: new Map(answers.map((answer) => [answer.observationId, answer.digest])) };
}

async function fail(deps: Deps, { workspaceId, id, heldBy }: RecountRow, failed: { answer: string; reason: string }): Promise<void> {
  deps.log.error(
    { workspaceId, recount: id, ...failed },
    'An answer cannot be read; the recount has failed, and the figures stay as they are.',
  );
  await dropRecount(deps.db, workspaceId, id, {
    state: 'failed',
    failure: `Answer ${failed.answer}: ${failed.reason}`,
    holder: heldBy ?? '',
  });
}

async function swapIn(deps: Deps, recount: RecountRow): Promise<void> {
  const branded = await rebrand(deps, recount);
  if (!(await swapRecount(deps.db, recount, { report: reportOf, branded }))) return;
  deps.log.info({ workspaceId: recount.workspaceId, recount: recount.id, answers: recount.total }, 'Counted again.');
}

/** Prompts that name a brand of the new panel leave the headline figures; those that no longer do come back. */
async function rebrand(deps: Deps, { workspaceId, toPanelVersion }: RecountRow): Promise<{ named: string[]; unnamed: string[] }> {
  const isBranded = await brandedTest(deps, workspaceId, toPanelVersion);
  const changed = (await listWordings(deps.db, workspaceId)).filter(({ text, branded }) => branded !== isBranded(text));
  const ids = (branded: boolean) => changed.filter((wording) => wording.branded !== branded).map((wording) => wording.id);
  return { named: ids(true), unnamed: ids(false) };
}
