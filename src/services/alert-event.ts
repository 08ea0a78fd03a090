import type { AlertRow } from '../db/alerts.ts';
import type { SeriesName } from '../domain/alerts/alert.ts';
import type { EventData } from '../webhooks/events.ts';

const statusOf = { open: 'opened', historical: 'opened', acknowledged: 'acknowledged', recovered: 'recovered', closed: 'closed' } as const;

/** What an event tells of an alert; `at`: when it came to be so; `added`: series that it has newly reached. Which answers changed is left to the API. */
export function tellAlert(alert: AlertRow, at: Date, added: readonly SeriesName[] = []): EventData<'alert.opened'> {
  const { id, key, ruleId, metric, brand, stage, engine, direction, tier, cause, before, after, series, week } = alert;
  const { answers: _answers, ...evidence } = alert.evidence;
  return {
    id,
    status: statusOf[alert.state],
    at: at.toISOString(),
    metric,
    brand,
    stage,
    engine,
    direction,
    tier,
    before,
    after,
    cause,
    key,
    rule: ruleId,
    series,
    since: alert.since.toISOString(),
    week,
    acknowledgedBy: alert.acknowledgedBy,
    closedReason: alert.closedReason,
    evidence,
    ...(added.length > 0 && { added: [...added] }),
  };
}
