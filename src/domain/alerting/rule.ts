import type { Floor, WatchOptions, WatchResult } from '../alerts/alert.ts';
import { watchHistory } from '../alerts/watch.ts';
import type { Asked, Base } from './asked.ts';
import { historyOf } from './asked.ts';

/** Where a rule looks; null: everywhere. */
export type Scope = { stage: string | null; engine: string | null };

/** What a user wants to be told besides. `points` in 0..1. */
export type Rule =
  | (Scope & { kind: 'change'; metric: RuleMetric; brand: string; direction: 'down' | 'up'; points: number })
  | (Scope & { kind: 'overtaken'; brand: string; rival: string | null })
  | { kind: 'page_gone'; brand: string }
  | { kind: 'new_competitor' };

export type ChangeRule = Extract<Rule, { kind: 'change' }>;

/** What each metric's hits are a share of. */
export const baseOf = {
  visibility: 'answers',
  firstMention: 'answers',
  citationRate: 'answers',
  recommendationRate: 'answers',
  shareOfVoice: 'named',
  negativeShare: 'naming',
} as const satisfies Record<string, Base>;
export type RuleMetric = keyof typeof baseOf;

export const inScope = ({ stage, engine }: Scope, place: { stage: string; engine: string; canary?: boolean }): boolean =>
  place.canary !== true && (stage ?? place.stage) === place.stage && (engine ?? place.engine) === place.engine;

/** The same change detection as for all brands, over this rule's series alone, with the rule's own floor. */
export function watchRule(rule: ChangeRule, asked: readonly Asked[], options: WatchOptions): WatchResult {
  const rows = asked.filter((one) => inScope(rule, one));
  const history = historyOf(rows, [rule.brand], { base: baseOf[rule.metric], only: rule.brand });
  const result = watchHistory(history, { ...options, floor: floorOf(rule) });
  return { ...result, alerts: result.alerts.filter(({ direction }) => direction === rule.direction) };
}

/** Half a point is the least: a rule on any change at all would be a rule on noise. */
const leastPoints = 0.005;
export const floorOf = ({ points }: ChangeRule): Floor => ({ points: Math.max(leastPoints, points), relative: 0 });
