import type { QueryClient } from '@tanstack/react-query';
import { alertRulesQuery, alertsQuery, openStates } from './alert-queries.ts';
import { overviewRequest, weeksOf } from './overview-request.ts';
import { brandsQuery, enginesQuery, overviewQuery, sessionQuery, statusQuery, workspacesQuery } from './queries.ts';
import { lastWorkspace } from './workspace.ts';

/** Asks for what the page at this address is going to show, while its words are still being loaded. @returns when all of it has come, or failed */
export async function askEarly(client: QueryClient, address: URL): Promise<void> {
  if (/^\/(shared|join|reset|sign-in)\b/.test(address.pathname)) return;
  const asked: Promise<unknown>[] = [client.query(workspacesQuery), client.query(sessionQuery)];
  const workspace = address.searchParams.get('workspace') ?? lastWorkspace();
  if (workspace !== null) asked.push(client.query(brandsQuery(workspace)), client.query(enginesQuery(workspace)));
  if (workspace !== null && address.pathname === '/' && !address.searchParams.has('brand')) {
    const request = overviewRequest(weeksOf(address.searchParams.get('weeks')), undefined, new Date());
    asked.push(
      client.query(statusQuery),
      client.query(overviewQuery(workspace, request)),
      client.query(alertRulesQuery(workspace)),
      client.infiniteQuery(alertsQuery(workspace, openStates)),
    );
  }
  await Promise.allSettled(asked); // what failed is told where it is shown
}
