import { readAsked } from '../db/alert-history.ts';
import {
  addAlertRule,
  changeAlertRule,
  deleteAlertRule,
  findAlertRule,
  listAlertRules,
  type AlertRuleDraft,
  type AlertRuleRow,
} from '../db/alert-rules.ts';
import { openThresholds, readAlertWatch } from '../db/alert-watch.ts';
import { acceptedLevels } from '../db/alerts.ts';
import { newId } from '../db/new-id.ts';
import { listBrands, type BrandRow } from '../db/panels.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { Figure } from '../domain/metrics/cell.ts';
import { historyOf } from '../domain/alerting/asked.ts';
import { foundIn, type Found } from '../domain/alerting/found.ts';
import { pairWeeks } from '../domain/alerting/overtaken.ts';
import { rehearseByLimit, rehearseChange, rehearseOvertaken, type Rehearsal, type RuleWord } from '../domain/alerting/rehearse.ts';
import { inScope, type Rule } from '../domain/alerting/rule.ts';
import { watchHistory } from '../domain/alerts/watch.ts';
import { InputError, NotFoundError } from '../errors.ts';
import { acceptedOf, historyStart, watchOptions } from './alert-window.ts';
import { applyRule, type RuleContext } from './apply-alert-rules.ts';

const seed = 1;

/** A rule with what keeps it from telling anything. */
export type RuleView = AlertRuleRow & { words: RuleWord[] };

export async function readRules(deps: Deps, workspace: Workspace): Promise<RuleView[]> {
  const panel = await listBrands(deps.db, workspace.id);
  return (await listAlertRules(deps.db, workspace.id)).map((row) => view(row, panel));
}

const view = (row: AlertRuleRow, panel: readonly BrandRow[]): RuleView => ({
  ...row,
  words: missingBrands(row.rule, panel).length > 0 ? ['brand_deleted'] : [],
});

function missingBrands(rule: Rule, panel: readonly BrandRow[]): { path: string; message: string }[] {
  const named = { brand: 'brand' in rule ? rule.brand : null, rival: 'rival' in rule ? rule.rival : null };
  return Object.entries(named).flatMap(([path, key]) =>
    key === null || panel.some((brand) => brand.key === key)
      ? []
      : [{ path: `rule.${path}`, message: `There is no brand ${key} on the panel.` }],
  );
}

async function check(deps: Deps, workspace: Workspace, rule: Rule): Promise<BrandRow[]> {
  const panel = await listBrands(deps.db, workspace.id);
  const issues = missingBrands(rule, panel);
  if (rule.kind === 'overtaken' && rule.rival === rule.brand) issues.push({ path: 'rule.rival', message: 'must be another brand.' });
  if (issues.length > 0) throw new InputError('The rule is not usable.', issues);
  return panel;
}

/** @throws {InputError} where it names a brand that is not on the panel */
export async function createRule(deps: Deps, workspace: Workspace, draft: AlertRuleDraft): Promise<RuleView> {
  const panel = await check(deps, workspace, draft.rule);
  const row = await addAlertRule(deps.db, workspace.id, newId(), draft);
  await deps.queues.ring('alerts', workspace.id);
  return view(row, panel);
}

export async function updateRule(deps: Deps, workspace: Workspace, id: string, change: Partial<AlertRuleDraft>): Promise<RuleView> {
  if (change.rule) await check(deps, workspace, change.rule);
  if (!(await changeAlertRule(deps.db, workspace.id, id, change, new Date(deps.now())))) throw new NotFoundError('The rule');
  await deps.queues.ring('alerts', workspace.id);
  return readRule(deps, workspace, id);
}

export async function readRule(deps: Deps, workspace: Workspace, id: string): Promise<RuleView> {
  const row = await findAlertRule(deps.db, workspace.id, id);
  if (!row) throw new NotFoundError('The rule');
  return view(row, await listBrands(deps.db, workspace.id));
}

/** What it had opened is closed by the next evaluation. */
export async function removeRule(deps: Deps, workspace: Workspace, id: string): Promise<void> {
  if (!(await deleteAlertRule(deps.db, workspace.id, id))) throw new NotFoundError('The rule');
  await deps.queues.ring('alerts', workspace.id);
}

export type Fired = Pick<Found, 'brand' | 'stage' | 'engine' | 'direction' | 'since' | 'openedAt' | 'week'> & {
  before: Figure;
  after: Figure;
};
export type Preview = { expectedFalseAlarmsPerYear: number | null; wouldHaveFired: Fired[]; words: RuleWord[] };

/** What the rule would do, from the workspace's own history: how often by chance, and when it would have fired. */
export async function previewRule(deps: Deps, workspace: Workspace, rule: Rule): Promise<Preview> {
  const panel = await listBrands(deps.db, workspace.id);
  if (missingBrands(rule, panel).length > 0) return { expectedFalseAlarmsPerYear: null, wouldHaveFired: [], words: ['brand_deleted'] };
  const context = await contextFor(deps, workspace, rule, panel);
  const fired = await applyRule(deps.db, workspace.id, 'preview', rule, context);
  const { expected, words } = rehearse(rule, context);
  const wouldHaveFired = fired.map(({ brand, stage, engine, direction, since, openedAt, week, before, after }) => ({
    brand,
    stage,
    engine,
    direction,
    since,
    openedAt,
    week,
    before,
    after,
  }));
  return { expectedFalseAlarmsPerYear: expected, wouldHaveFired, words };
}

async function contextFor(deps: Deps, { id }: Workspace, rule: Rule, panel: BrandRow[]): Promise<RuleContext> {
  const now = deps.now();
  const watch = await readAlertWatch(deps.db, id);
  const asked = await readAsked(deps.db, id, historyStart(now), rule.kind === 'change' ? rule.metric : 'visibility');
  const { map: thresholds } = await openThresholds(deps.db, id);
  const accepted = await acceptedLevels(deps.db, id);
  const context = { now, watch, asked, panel, found: [], thresholds, accepted };
  if (rule.kind !== 'new_competitor') return context;
  const brands = panel.map(({ key }) => key);
  const result = watchHistory(historyOf(asked, brands), watchOptions(watch, { thresholds, accepted: acceptedOf(accepted, null) }));
  return { ...context, found: foundIn(result, { ruleId: null, metric: 'visibility' }) };
}

function rehearse(rule: Rule, { asked, watch, panel }: RuleContext): Rehearsal {
  switch (rule.kind) {
    case 'change':
      return rehearseChange(rule, asked, watchOptions(watch), seed);
    case 'overtaken': {
      const rows = asked.filter((one) => inScope(rule, one));
      const rivals = panel.filter(({ key }) => key !== rule.brand && (rule.rival ?? key) === key);
      return rehearseOvertaken(
        rivals.map(({ key }) => pairWeeks(rows, rule.brand, key)),
        seed,
      );
    }
    case 'page_gone':
    case 'new_competitor':
      return asked.length === 0 ? { expected: null, words: ['no_answers'] } : rehearseByLimit(watch.falseAlarmWeeks);
  }
}
