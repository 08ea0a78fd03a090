import type { QueryClient } from '@tanstack/react-query';
import { alertRulesQuery, alertsQuery } from './alert-queries.ts';
import { openStates } from './alert-states.ts';
import { forgetAsked } from './asked-first.ts';
import type { FirstSight } from './first-sight.ts';
import { brandsQuery, enginesQuery, overviewQuery, sessionQuery, statusQuery, workspacesQuery } from './queries.ts';

/** Takes in what `start.ts` asked for. @returns when all of it has come, or failed */
export async function askEarly(client: QueryClient, { workspace, overview }: FirstSight): Promise<void> {
  const asked: Promise<unknown>[] = [client.query(workspacesQuery), client.query(sessionQuery)];
  if (workspace !== null) asked.push(client.query(brandsQuery(workspace)), client.query(enginesQuery(workspace)));
  if (workspace !== null && overview !== null) {
    asked.push(
      client.query(statusQuery),
      client.query(overviewQuery(workspace, overview)),
      client.query(alertRulesQuery(workspace)),
      client.infiniteQuery(alertsQuery(workspace, openStates)),
    );
  }
  await Promise.allSettled(asked); // what failed is told where it is shown
  forgetAsked();
}
