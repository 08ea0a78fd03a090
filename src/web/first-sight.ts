import { openStates } from './alert-states.ts';
import { lastWorkspace } from './last-workspace.ts';
import { overviewRequest, weeksOf } from './overview-request.ts';

/** What is first seen of the page at an address, as far as the address and this browser's memory tell. */
export type FirstSight = { workspace: string | null; overview: { from: string; to: string } | null };

/** @returns null where the page shows nothing of a workspace */
export function firstSight(address: URL, now: Date): FirstSight | null {
  if (/^\/(shared|join|reset|sign-in)\b/.test(address.pathname)) return null;
  const workspace = address.searchParams.get('workspace') ?? lastWorkspace();
  const isOverview = workspace !== null && address.pathname === '/' && !address.searchParams.has('brand');
  return { workspace, overview: isOverview ? overviewRequest(weeksOf(address.searchParams.get('weeks')), undefined, now) : null };
}

/** Its addresses in the API, as the queries of `ask-early.ts` write them. */
export function firstAddresses({ workspace, overview }: FirstSight): string[] {
  const at = (path: string, query: Record<string, string>) => `/api/v1/${path}?${new URLSearchParams(query)}`;
  return [
    '/api/v1/workspaces',
    '/api/v1/session',
    ...(workspace === null ? [] : [at('brands', { workspace }), at('engines', { workspace })]),
    ...(workspace === null || overview === null
      ? []
      : [
          '/api/v1/status',
          at('overview', { workspace, ...overview }),
          at('alert-rules', { workspace }),
          at('alerts', { workspace, state: openStates, limit: '20' }),
        ]),
  ];
}
