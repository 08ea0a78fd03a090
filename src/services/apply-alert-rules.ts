import { readAsked } from '../db/alert-history.ts';
import { listAlertRules, readNewcomers, readPages } from '../db/alert-rules.ts';
import type { AlertWatch } from '../db/alert-watch.ts';
import type { AcceptedLevel } from '../db/alerts.ts';
import type { BrandRow } from '../db/panels.ts';
import type { Asked } from '../domain/alerting/asked.ts';
import { foundIn, type Found } from '../domain/alerting/found.ts';
import { findGonePages } from '../domain/alerting/gone-pages.ts';
import { findNewCompetitors } from '../domain/alerting/new-competitors.ts';
import { findOvertakings, pairWeeks, type Overtaking } from '../domain/alerting/overtaken.ts';
import { inScope, watchRule, type Rule } from '../domain/alerting/rule.ts';
import { startOfWeek } from '../domain/period.ts';
import { proposalThreshold } from './discover-competitors.ts';
import { acceptedOf, historyStart, watchOptions, type AlertsTx } from './alert-window.ts';

export type RuleContext = {
  now: number;
  watch: AlertWatch;
  /** The history, with the visible brands as hits. */
  asked: Asked[];
  panel: BrandRow[];
  /** What the watch over all brands found. */
  found: Found[];
  thresholds: Map<string, number>;
  accepted: AcceptedLevel[];
};

/** What the user's rules find in the same history; a rule on a brand that is gone finds nothing. */
export async function applyRules(tx: AlertsTx, workspaceId: string, context: RuleContext): Promise<Found[]> {
  const found: Found[] = [];
  for (const { id, rule, enabled } of await listAlertRules(tx, workspaceId)) {
    if (enabled) found.push(...(await applyRule(tx, workspaceId, id, rule, context)));
  }
  return found;
}

export async function applyRule(tx: AlertsTx, workspaceId: string, ruleId: string, rule: Rule, context: RuleContext): Promise<Found[]> {
  const { now, watch, asked, panel } = context;
  if ('brand' in rule && !panel.some(({ key }) => key === rule.brand)) return [];
  switch (rule.kind) {
    case 'change': {
      const { metric } = rule;
      const rows = metric === 'visibility' ? asked : await readAsked(tx, workspaceId, historyStart(now), metric);
      const options = watchOptions(watch, { thresholds: context.thresholds, accepted: acceptedOf(context.accepted, ruleId) });
      return foundIn(watchRule(rule, rows, options), { ruleId, metric });
    }
    case 'overtaken': {
      const rivals = panel.filter(({ key }) => key !== rule.brand && (rule.rival ?? key) === key);
      const rows = asked.filter((one) => inScope(rule, one));
      return rivals.flatMap(({ key }) =>
        findOvertakings(pairWeeks(rows, rule.brand, key)).map((one) => overtakenBy(ruleId, rule, key, one)),
      );
    }
    case 'page_gone': {
      const to = new Date(`${startOfWeek(new Date(now).toISOString().slice(0, 10))}T00:00:00Z`);
      const pages = await readPages(tx, workspaceId, rule.brand, historyStart(now), to);
      return findGonePages(pages, watch.falseAlarmWeeks).map(({ url, chance, ...gone }) => ({
        ...foundBy(ruleId, gone),
        key: `${ruleId}/${encodeURIComponent(url)}/${dayOf(gone.since)}`,
        metric: 'pageCitations',
        brand: rule.brand,
        evidence: { page: url, chance, falseAlarmWeeks: watch.falseAlarmWeeks },
      }));
    }
    case 'new_competitor': {
      const own = new Set(panel.filter((brand) => brand.own).map(({ key }) => key));
      const newcomers = await readNewcomers(tx, workspaceId, proposalThreshold.answers);
      return findNewCompetitors(ruleId, newcomers, context.found, own, watch.falseAlarmWeeks);
    }
  }
}

const dayOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

type Event = Pick<Overtaking, 'since' | 'at' | 'week' | 'recoveredAt' | 'before' | 'after'>;

const foundBy = (ruleId: string, { since, at, week, recoveredAt, before, after }: Event) => ({
  ruleId,
  stage: null,
  engine: null,
  direction: 'down' as const,
  tier: 'rule',
  cause: null,
  before,
  after,
  series: [],
  since: new Date(since).toISOString(),
  openedAt: new Date(at).toISOString(),
  week,
  recoveredAt: recoveredAt === null ? null : new Date(recoveredAt).toISOString(),
});

function overtakenBy(ruleId: string, rule: Extract<Rule, { kind: 'overtaken' }>, rival: string, one: Overtaking): Found {
  const { brand, stage, engine } = rule;
  const key = `${ruleId}/${encodeURIComponent(rival)}/${dayOf(one.since)}`;
  return { ...foundBy(ruleId, one), key, metric: 'lead', brand, stage, engine, evidence: { rival } };
}
