import { earlierTurns } from '../db/conversations.ts';
import {
  claimObservations,
  failObservation,
  heldForMs,
  releaseObservation,
  storeAnswers,
  type Claim,
  type ObservationKey,
  type PaidAnswer,
} from '../db/observations.ts';
import { engineDeps, type Deps } from '../deps.ts';
import type { EngineAnswer } from '../engines/engine.ts';
import { engines, isEngineId } from '../engines/registry.ts';
import { EngineError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';
import { batched } from './batched.ts';
import { envOf } from './engine-keys.ts';
import { boundedWait, createEngineGate, type EngineGate } from './engine-gate.ts';

/** What asking needs besides deps; one a process. */
export type AskContext = {
  gate: EngineGate;
  inFlight: Set<ObservationKey>;
  claim: (key: ObservationKey) => Promise<Claim | null>;
  store: (paid: PaidAnswer) => Promise<boolean>;
};

/** An engine takes seconds to answer: nobody notices the wait, and a busy process saves most of its writes. */
const together = { lingerMs: 50, most: 100 };

export const createAskContext = (deps: Deps): AskContext => ({
  gate: createEngineGate(deps),
  inFlight: new Set(),
  claim: batched((keys) => claimObservations(deps.db, keys, deps.holder, deps.config.leaseMs), together),
  store: batched((paid) => storeAnswers(deps.db, paid), together),
});

/** `again`: look at this observation again at that time. null: it has ended, or something else will bring it back. */
export type AskResult = { again: number } | null;

const maxAttempts = 3;

/**
 * Asks one observation's question and stores the one outcome that it ends in. May run twice, at once or after a kill:
 * only the holder asks, and only the first answer is stored.
 */
export async function askEngine(
  deps: Deps,
  context: AskContext,
  job: ObservationKey & { engine: string },
  signal: AbortSignal,
): Promise<AskResult> {
  const key = { workspaceId: job.workspaceId, observationId: job.observationId };
  const place = { workspaceId: job.workspaceId, engine: job.engine };
  if (!isEngineId(job.engine)) throw new Error(`There is no engine ${job.engine}.`);
  const engine = engines[job.engine];

  const setting = await context.gate.enter(place, engine.expectedTokens, signal);
  if (!setting) return signal.aborted ? { again: deps.now() } : null;
  const claim = await context.claim(key);
  if (!claim) {
    const heldMs = await heldForMs(deps.db, key);
    return heldMs === null ? null : { again: deps.now() + heldMs + 100 };
  }
  if (claim.ageMs > setting.maxAgeMinutes * 60_000) {
    await giveUp(deps, key, claim, { code: 'expired', message: `No answer for ${setting.maxAgeMinutes} minutes; given up.` });
    return null;
  }

  if (claim.simulated && deps.simulatorEnv === null) {
    // This process started before the first simulated workspace was made; another one, or its next start, has the engines.
    await releaseObservation(deps.db, key, deps.holder, {
      attempted: false,
      code: 'unavailable',
      message: 'No simulated engines in this process.',
    });
    return { again: deps.now() + 5000 };
  }

  context.inFlight.add(key);
  try {
    const answer = await ask(deps, claim, key, setting.model);
    await store(deps, context, { key, claim, answer, search: answer.engine !== 'openai-compatible' }, signal);
    await context.gate.leave(place, engine.expectedTokens, answer);
    return null;
  } catch (error) {
    return await handleFailure(deps, context, key, claim, error);
  } finally {
    context.inFlight.delete(key);
  }
}

async function ask(deps: Deps, claim: Claim, key: ObservationKey, model: string | null): Promise<EngineAnswer> {
  if (!isEngineId(claim.engine)) throw new Error(`There is no engine ${claim.engine}.`);
  // The simulated engines live in the time that is asked about, and answer the same observation the same way.
  const headers: Record<string, string> = claim.simulated
    ? { 'x-wayseen-sample': key.observationId, ...(claim.runKind === 'demo' && { 'x-wayseen-simulated-at': claim.dueAt.toISOString() }) }
    : {};
  const question = {
    text: claim.text,
    country: claim.country || null,
    language: claim.language || null,
    ...(claim.conversationId && { earlier: await earlierTurns(deps.db, key.workspaceId, claim.conversationId, claim.repeat) }),
  };
  return engines[claim.engine].ask(
    question,
    { model },
    {
      ...engineDeps(deps, { simulated: claim.simulated, headers }),
      env: await envOf(deps, { id: key.workspaceId, simulated: claim.simulated }, claim.engine),
    },
  );
}

/** The answer is paid: it is held until the database takes it, however long that is away. */
async function store(deps: Deps, context: AskContext, paid: PaidAnswer, signal: AbortSignal): Promise<void> {
  const { key, claim, answer } = paid;
  for (let delayMs = 100; ; delayMs = Math.min(delayMs * 2, 5000)) {
    try {
      if (!(await context.store(paid)))
        deps.log.warn({ ...key, engine: claim.engine }, 'A second answer came for an observation that had ended; it is dropped.');
      const next = answer.finish === 'complete' || answer.finish === 'truncated' ? 'analyze' : 'rollup';
      // The tick finds what waits.
      await deps.queues.ring(next, key.workspaceId).catch(() => undefined);
      if (claim.conversationId) await deps.queues.ring('converse', key.workspaceId).catch(() => undefined);
      return;
    } catch (error) {
      if (signal.aborted && delayMs >= 5000) throw error;
      deps.log.warn({ ...key, reason: messageOf(error) }, 'An answer cannot be stored yet; it is held.');
      await sleep(delayMs);
    }
  }
}

async function handleFailure(deps: Deps, context: AskContext, key: ObservationKey, claim: Claim, error: unknown): Promise<AskResult> {
  if (!(error instanceof EngineError)) deps.log.error({ ...key, engine: claim.engine, err: error }, 'Asking failed in our own code.');
  const failure =
    error instanceof EngineError ? error : new EngineError('bad_response', 'Wayseen could not read the answer; the log says why.');
  const place = { workspaceId: key.workspaceId, engine: claim.engine };
  const detail = { code: failure.code, message: failure.message };
  const release = (attempted: boolean) => releaseObservation(deps.db, key, deps.holder, { attempted, ...detail });

  switch (failure.code) {
    case 'unauthorized':
    case 'quota_exhausted':
    case 'not_found':
      await release(false);
      await context.gate.stop(place, failure);
      return null;
    case 'rate_limited':
    case 'overloaded': {
      await release(false);
      return { again: await context.gate.hold(place, failure, claim.attempts) };
    }
    case 'bad_request':
      break;
    default:
      if (claim.attempts + 1 >= maxAttempts) break;
      await release(true);
      return { again: deps.now() + boundedWait(failure.retryAfterMs ?? 2000 * 2 ** claim.attempts * (0.5 + deps.random())) };
  }
  await giveUp(deps, key, claim, detail);
  return null;
}

async function giveUp(deps: Deps, key: ObservationKey, claim: Claim, failure: { code: string; message: string }): Promise<void> {
  await failObservation(deps.db, key, failure);
  await deps.queues.ring('rollup', key.workspaceId);
  if (claim.conversationId) await deps.queues.ring('converse', key.workspaceId);
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
