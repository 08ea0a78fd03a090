import type { QueryClient } from '@tanstack/react-query';
import { overviewRequest, weeksOf } from './overview-request.ts';
import { brandsQuery, enginesQuery, overviewQuery, statusQuery, workspacesQuery } from './queries.ts';
import { lastWorkspace } from './workspace.ts';

/** Asks for what the page at this address is going to show, while its script and its words are still being loaded. */
export function askEarly(client: QueryClient, address: URL): void {
  if (/^\/(shared|join|reset|sign-in)\b/.test(address.pathname)) return;
  void client.prefetchQuery(workspacesQuery);
  const workspace = address.searchParams.get('workspace') ?? lastWorkspace();
  if (workspace === null) return;
  void client.prefetchQuery(brandsQuery(workspace));
  void client.prefetchQuery(enginesQuery(workspace));
  if (address.pathname !== '/' || address.searchParams.has('brand')) return;
  void client.prefetchQuery(statusQuery);
  const request = overviewRequest(weeksOf(address.searchParams.get('weeks')), undefined, new Date());
  void client.prefetchQuery(overviewQuery(workspace, request));
}
