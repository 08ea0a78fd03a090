import { stages, type Stage } from '../journey.ts';
import { wilson, type Bounds } from '../statistics/wilson.ts';

/** What one turn's answer said of one brand; `recommended` is null where nobody can tell. */
export type TalkTurn = { turn: number; stage: Stage; answered: boolean; named: boolean; recommended: boolean | null };
/** One conversation as it went for one brand: its turns in order, those that were planned. */
export type Talk = readonly TalkTurn[];

/** A share of conversations: `missing` are those that were to get this far and did not. The interval is of 95 %. */
export type Share = { value: number | null; numerator: number; denominator: number; missing: number; interval: Bounds | null };

export type StageSurvival = {
  stage: Stage;
  /** Of the conversations answered at this stage, those in which the brand is named there. */
  named: Share;
  recommended: Share;
  /** Of those that named it one stage before and were answered here, those that name it still. */
  kept: Share;
  /** The share in which a brand that has come in is still there after this stage (Kaplan–Meier); `denominator` is how many were at risk. */
  survival: Share;
  /** Conversations in which it comes in here for the first time, or is gone after it was there. */
  enters: number;
  dropsOut: number;
};

/**
 * How a brand comes through conversations, stage by stage. The unit is the conversation: its turns hang together, so each counts once a
 * stage. A stage with several turns names the brand where one of its answers does. A conversation that lost a turn is known up to there
 * (censored): it counts as missing afterwards, not as a brand that dropped out.
 */
export function survivalByStage(talks: readonly Talk[], planned: readonly Stage[]): StageSurvival[] {
  const paths = talks.map(pathOf);
  let left: Survivor = { value: 1, variance: 0, lost: 0 };
  return planned.map((stage, index) => {
    const before = planned.slice(0, index);
    const here = paths.flatMap((path) => path.get(stage) ?? []);
    const missing = talks.length - here.length;
    const past = paths.map((path) => before.flatMap((one) => path.get(one)?.named ?? []));
    const at = (position: number) => paths[position]?.get(stage);
    const wasLast = past.flatMap((named, position) => (named.at(-1) === true ? (at(position) ?? []) : []));
    // At risk: it was there at every stage since it came in.
    const atRisk = past.flatMap((named, position) => (hasStayed(named) ? (at(position) ?? []) : []));
    const gone = atRisk.filter(({ named }) => !named).length;
    left = surviving(left, atRisk.length, gone);
    return {
      stage,
      named: share(here.filter(({ named }) => named).length, here.length, missing),
      recommended: share(here.filter(({ recommended }) => recommended).length, here.length, missing),
      kept: share(wasLast.filter(({ named }) => named).length, wasLast.length, 0),
      survival: { ...shareLeft(left, atRisk.length - gone, atRisk.length), missing },
      enters: past.filter((named, position) => !named.includes(true) && at(position)?.named === true).length,
      dropsOut: wasLast.filter(({ named }) => !named).length,
    };
  });
}

type AtStage = { named: boolean; recommended: boolean };

function pathOf(talk: Talk): Map<Stage, AtStage> {
  const path = new Map<Stage, AtStage>();
  for (const { stage, answered, named, recommended } of talk) {
    if (!answered) continue;
    const known = path.get(stage);
    path.set(stage, { named: named || known?.named === true, recommended: recommended === true || known?.recommended === true });
  }
  return path;
}

const hasStayed = (named: readonly boolean[]): boolean => named.includes(true) && named.slice(named.indexOf(true)).every(Boolean);

function share(numerator: number, denominator: number, missing: number): Share {
  const value = denominator === 0 ? null : numerator / denominator;
  return { value, numerator, denominator, missing, interval: value === null ? null : wilson(value, denominator) };
}

/** The product-limit estimate so far, the sum of Greenwood's formula, and the fewest at risk, for an estimate without any loss. */
type Survivor = { value: number; variance: number; lost: number };

function surviving({ value, variance, lost }: Survivor, atRisk: number, gone: number): Survivor {
  if (atRisk === 0) return { value, variance, lost };
  const more = gone === atRisk ? 0 : gone / (atRisk * (atRisk - gone));
  return { value: value * (1 - gone / atRisk), variance: variance + more, lost: lost === 0 ? atRisk : Math.min(lost, atRisk) };
}

/** Wilson on the sample that has Greenwood's variance: the plain proportion's interval where nothing is censored, and one with width at 0 and 1. */
function shareLeft({ value, variance, lost }: Survivor, numerator: number, denominator: number): Omit<Share, 'missing'> {
  if (lost === 0) return { value: null, numerator, denominator, interval: null };
  const worth = value > 0 && value < 1 && variance > 0 ? (1 - value) / (value * variance) : lost;
  return { value, numerator, denominator, interval: wilson(value, worth) };
}

/** At which turn a brand is first named, first recommended, and first missing after it was named; null where it never is. */
export type Moments = { comesIn: number | null; recommended: number | null; dropsOut: number | null };

export function momentsOf(talk: Talk): Moments {
  const told = talk.filter(({ answered }) => answered);
  const comesIn = told.find(({ named }) => named)?.turn ?? null;
  return {
    comesIn,
    recommended: told.find(({ recommended }) => recommended === true)?.turn ?? null,
    dropsOut: comesIn === null ? null : (told.find(({ turn, named }) => turn > comesIn && !named)?.turn ?? null),
  };
}

export const inJourneyOrder = (given: Iterable<string>): Stage[] => {
  const present = new Set(given);
  return stages.filter((stage) => present.has(stage));
};
