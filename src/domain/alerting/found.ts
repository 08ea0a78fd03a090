import type { Alert, SeriesName, WatchResult } from '../alerts/alert.ts';
import type { Figure } from '../metrics/cell.ts';

/** A change as one evaluation of the whole history sees it; the same change has the same key in each. */
export type Found = {
  key: string;
  /** null: found without a user's rule. */
  ruleId: string | null;
  metric: string;
  brand: string | null;
  stage: string | null;
  engine: string | null;
  direction: 'down' | 'up';
  tier: string;
  cause: string | null;
  before: Figure;
  after: Figure;
  series: SeriesName[];
  since: string;
  openedAt: string;
  week: string;
  recoveredAt: string | null;
  evidence: Record<string, unknown>;
};

export type Told = { ruleId: string | null; metric: string };

/** One entry for each alert of a watch, with the end where it has one. */
export function foundIn({ alerts, open }: WatchResult, { ruleId, metric }: Told): Found[] {
  const found = new Map<string, Found>();
  for (const alert of alerts) {
    const known = found.get(alert.id);
    if (known === undefined) found.set(alert.id, toFound(alert, ruleId, metric));
    else if (alert.status === 'closed') Object.assign(known, { recoveredAt: alert.at, series: alert.series });
  }
  // An open alert may have come to hold more series since it opened.
  for (const { id, series } of open) Object.assign(found.get(id) ?? {}, { series });
  return [...found.values()];
}

function toFound(alert: Alert, ruleId: string | null, metric: string): Found {
  const { id, brand, stage, engine, direction, tier, before, after, series, since, at, week, evidence } = alert;
  const key = ruleId === null ? id : `${ruleId}/${id}`;
  // A rule looks at its brand alone, so nobody was there to compare it with.
  const cause = ruleId === null ? alert.cause : null;
  return {
    key,
    ruleId,
    metric,
    brand,
    stage,
    engine,
    direction,
    tier,
    cause,
    before,
    after,
    series,
    since,
    openedAt: at,
    week,
    recoveredAt: null,
    evidence,
  };
}
