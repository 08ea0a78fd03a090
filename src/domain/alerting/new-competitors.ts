import { chanceOfNone, share } from './gone-pages.ts';
import type { Found } from './found.ts';
import { isoWeek } from '../period.ts';

/** A name that is not on the panel, in answers: before it first came up, and since. */
export type Newcomer = {
  head: string;
  name: string;
  firstAt: Date;
  /** When it had enough answers to be proposed. */
  enoughAt: Date;
  answersBefore: number;
  answersSince: number;
  naming: number;
};

/** A brand of the panel below this was as good as absent. */
const absent = 0.05;

/** Names whose coming up chance does not explain, and rivals on the panel that became visible from nowhere. */
export function findNewCompetitors(
  ruleId: string,
  newcomers: readonly Newcomer[],
  changes: readonly Found[],
  own: ReadonlySet<string>,
  falseAlarmWeeks: number,
): Found[] {
  const limit = 1 / falseAlarmWeeks / Math.max(1, newcomers.length);
  const names = newcomers
    .filter(({ naming, answersBefore, answersSince }) => chanceOfNone(naming, answersBefore, answersBefore + answersSince) <= limit)
    .map((one) => foundName(ruleId, one));
  const risen = changes
    .filter(({ direction, brand, before }) => direction === 'up' && brand !== null && !own.has(brand) && (before.value ?? 1) < absent)
    .map((found) => ({ ...found, key: `${ruleId}/${found.key}`, ruleId, metric: 'newCompetitor' }));
  return [...names, ...risen];
}

function foundName(ruleId: string, { head, name, firstAt, enoughAt, answersBefore, answersSince, naming }: Newcomer): Found {
  return {
    key: `${ruleId}/name/${encodeURIComponent(head)}`,
    ruleId,
    metric: 'newCompetitor',
    brand: null,
    stage: null,
    engine: null,
    direction: 'up',
    tier: 'discovered',
    cause: null,
    before: share(0, answersBefore),
    after: share(naming, answersSince),
    series: [],
    since: firstAt.toISOString(),
    openedAt: enoughAt.toISOString(),
    week: isoWeek(enoughAt),
    recoveredAt: null,
    evidence: { name, chance: chanceOfNone(naming, answersBefore, answersBefore + answersSince) },
  };
}
