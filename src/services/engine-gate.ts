import {
  blockEngine,
  correctTokens,
  readEngineSettings,
  rememberLimits,
  reservePlace,
  setEngineStatus,
  type EngineSetting,
} from '../db/engine-settings.ts';
import type { Deps } from '../deps.ts';
import type { EngineAnswer } from '../engines/engine.ts';
import type { EngineError } from '../errors.ts';
import { sleep } from '../lifecycle.ts';
import { dayMs } from '../domain/durations.ts';

type Place = { workspaceId: string; engine: string };

/**
 * Decides whether and when an engine may be asked: status, budget, limits. One a process; what it remembers of the
 * settings is at most a second old.
 */
export type EngineGate = {
  /** Waits for a free place. @returns the settings to ask under, null where the engine is not to be asked now */
  enter: (place: Place, expectedTokens: number, signal: AbortSignal) => Promise<EngineSetting | null>;
  /** After an answer: what it cost and took, and what the engine told of its limits. */
  leave: (place: Place, expectedTokens: number, answer: EngineAnswer) => Promise<void>;
  /** The engine asked for less: nobody asks it for a while. @returns when it may be asked again, in ms since 1970 */
  hold: (place: Place, error: EngineError, earlierAttempts: number) => Promise<number>;
  /** A person has to act. */
  stop: (place: Place, error: EngineError) => Promise<void>;
};

/** As told, in ms, but a second for "at once" or a time that has passed, which would be a loop, and no silence for years. */
export const boundedWait = (toldMs: number): number => (toldMs < 10 ? 1000 : Math.min(toldMs, dayMs));

type Entry = { setting: EngineSetting; spentHere: number };

const freshMs = 1000;

export function createEngineGate(deps: Deps): EngineGate {
  const { recall, remembered, forget } = rememberSettings(deps);
  return {
    enter: async (place, expectedTokens, signal) => {
      const entry = await recall(place);
      if (!entry?.setting.enabled || entry.setting.status !== 'active') return null;
      const { setting } = entry;
      if (setting.monthlyBudgetUsd !== null && setting.spentUsd + entry.spentHere >= setting.monthlyBudgetUsd) {
        await spendOut(deps, place, setting, setting.spentUsd + entry.spentHere);
        forget(place);
        return null;
      }
      if (isLimited(setting, deps.now())) {
        await sleep(await reservePlace(deps.db, place.workspaceId, place.engine, expectedTokens), signal);
        if (signal.aborted) return null;
      }
      return setting;
    },
    leave: async (place, expectedTokens, answer) => {
      // What is read anew holds this answer's cost already.
      const entry = await remembered(place)?.catch(() => null);
      if (entry) entry.spentHere += answer.costUsd ?? 0;
      if (entry && tellsNewLimits(entry.setting, answer)) {
        await rememberLimits(deps.db, place.workspaceId, place.engine, answer.rateLimits ?? {});
        forget(place);
      }
      const used = (answer.usage.inputTokens ?? 0) + (answer.usage.outputTokens ?? 0);
      if (entry && isLimited(entry.setting, deps.now()) && used > 0)
        await correctTokens(deps.db, place.workspaceId, place.engine, used - expectedTokens);
    },
    hold: async (place, error, earlierAttempts) => {
      const waitMs = boundedWait(error.retryAfterMs ?? Math.min(2000 * 2 ** earlierAttempts, 120_000));
      const until = await blockEngine(deps.db, place.workspaceId, place.engine, waitMs);
      forget(place);
      // Not all at the same moment when the wait is over.
      return until.getTime() + deps.random() * Math.min(2000, waitMs / 4 + 100);
    },
    stop: async (place, error) => {
      const changed = await setEngineStatus(deps.db, place.workspaceId, place.engine, 'stopped', {
        code: error.code,
        message: error.message,
      });
      forget(place);
      if (changed)
        deps.log.warn(
          { ...place, code: error.code, reason: error.message },
          'Engine stopped; its questions wait until a person has acted.',
        );
    },
  };
}

/** The settings as they were read within the last second. */
function rememberSettings(deps: Deps) {
  const known = new Map<string, { readAt: number; entry: Promise<Entry | null> }>();
  const keyOf = ({ workspaceId, engine }: Place) => `${workspaceId}/${engine}`;
  const read = async ({ workspaceId, engine }: Place): Promise<Entry | null> => {
    const [setting] = await readEngineSettings(deps.db, workspaceId, engine);
    return setting ? { setting, spentHere: 0 } : null;
  };
  return {
    /** Of the many that ask at once, one reads. */
    recall: (place: Place): Promise<Entry | null> => {
      const key = keyOf(place);
      const last = known.get(key);
      if (last && deps.now() - last.readAt < freshMs) return last.entry;
      const entry = read(place);
      known.set(key, { readAt: deps.now(), entry });
      entry.catch(() => known.get(key)?.entry === entry && known.delete(key));
      return entry;
    },
    remembered: (place: Place) => known.get(keyOf(place))?.entry,
    forget: (place: Place) => known.delete(keyOf(place)),
  };
}

/** Told limits that no set of workers comes near are none: each reservation costs a write. */
const outOfReach = { requestsPerMinute: 60_000, tokensPerMinute: 500_000_000 };

const isLimited = (setting: EngineSetting, nowMs: number) =>
  setting.requestsPerMinute !== null ||
  setting.tokensPerMinute !== null ||
  (setting.toldRequestsPerMinute ?? Infinity) < outOfReach.requestsPerMinute ||
  (setting.toldTokensPerMinute ?? Infinity) < outOfReach.tokensPerMinute ||
  (setting.blockedUntil !== null && setting.blockedUntil.getTime() > nowMs - freshMs);

function tellsNewLimits(setting: EngineSetting, { rateLimits }: EngineAnswer): boolean {
  if (!rateLimits) return false;
  const { requestsPerMinute = null, tokensPerMinute = null } = rateLimits;
  return (
    (requestsPerMinute !== null && requestsPerMinute !== setting.toldRequestsPerMinute) ||
    (tokensPerMinute !== null && tokensPerMinute !== setting.toldTokensPerMinute)
  );
}

async function spendOut(deps: Deps, place: Place, setting: EngineSetting, spentUsd: number): Promise<void> {
  const message = `The budget of ${setting.monthlyBudgetUsd} USD for this month is spent. Nothing is lost: the rest is asked when the month ends or the budget is raised.`;
  const reason = { code: 'budget_spent', message, spentUsd };
  const changed = await setEngineStatus(deps.db, place.workspaceId, place.engine, 'budget_spent', reason);
  if (changed) deps.log.warn({ ...place, budgetUsd: setting.monthlyBudgetUsd, spentUsd }, 'Budget spent; the engine pauses.');
}
