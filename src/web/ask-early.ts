import type { QueryClient } from '@tanstack/react-query';
import { overviewRequest, weeksOf } from './overview-request.ts';
import { brandsQuery, enginesQuery, overviewQuery, statusQuery, workspacesQuery } from './queries.ts';
import { lastWorkspace } from './workspace.ts';

/** Asks for what the page at this address is going to show, while its script and its words are still being loaded. */
export function askEarly(client: QueryClient, address: URL): void {
  if (/^\/(shared|join|reset|sign-in)\b/.test(address.pathname)) return;
  const ask = (asked: Promise<unknown>) => void asked.catch(() => undefined); // told where it is shown
  ask(client.query(workspacesQuery));
  const workspace = address.searchParams.get('workspace') ?? lastWorkspace();
  if (workspace === null) return;
  ask(client.query(brandsQuery(workspace)));
  ask(client.query(enginesQuery(workspace)));
  if (address.pathname !== '/' || address.searchParams.has('brand')) return;
  ask(client.query(statusQuery));
  const request = overviewRequest(weeksOf(address.searchParams.get('weeks')), undefined, new Date());
  ask(client.query(overviewQuery(workspace, request)));
}
