import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, call, everyPage } from './api.ts';
import { useWorkspace } from './workspace.ts';

/** Reads, one hook each. Keys begin with the thing read, then the workspace, so that a change can say what is stale. */
export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: async () => (await call(api.workspaces.$get())).workspaces,
});

export const useWorkspaces = () =>
  useQuery({
    ...workspacesQuery,
    // On a first start the demo appears a moment after the page does.
    refetchInterval: ({ state }) => (state.data?.length === 0 ? 2000 : false),
  });

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: () => call(api.session.$get()), staleTime: 60_000 });

export const useSession = () => useQuery(sessionQuery);

export const usePeople = (workspace: string) =>
  useQuery({ queryKey: ['people', workspace], queryFn: async () => (await call(api.people.$get({ query: { workspace } }))).people });

export const useInvitations = (workspace: string) =>
  useQuery({
    queryKey: ['invitations', workspace],
    queryFn: async () => (await call(api.invitations.$get({ query: { workspace } }))).invitations,
  });

export const useApiKeys = (workspace: string) =>
  useInfiniteQuery({
    queryKey: ['keys', workspace],
    queryFn: ({ pageParam }) => call(api.keys.$get({ query: { workspace, ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const useAuditLog = (workspace: string) =>
  useInfiniteQuery({
    queryKey: ['audit-log', workspace],
    queryFn: ({ pageParam }) => call(api.audit.log.$get({ query: { workspace, ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

export const statusQuery = queryOptions({ queryKey: ['status'], queryFn: () => call(api.status.$get()) });

export const useStatus = () =>
  useQuery({
    ...statusQuery,
    refetchInterval: ({ state }) => (isFilling(state.data?.demo) ? 2000 : false),
  });

/** The demo is planned in one go and answered over the next minute. */
export const isFilling = (demo: { planned: number; done: number } | null | undefined): boolean => !!demo && demo.done < demo.planned;

export const usePacks = () =>
  useQuery({ queryKey: ['packs'], queryFn: async () => (await call(api['prompt-packs'].$get())).packs, staleTime: Infinity });

export const brandsQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['brands', workspace],
    queryFn: async () => {
      const pages = await everyPage((cursor) => call(api.brands.$get({ query: { workspace, ...(cursor && { cursor }) } })));
      return pages.flatMap(({ brands }) => brands);
    },
    staleTime: 60_000,
  });

export const useBrands = (workspace: string) => useQuery(brandsQuery(workspace));

export const usePrompts = (workspace: string, archived = false) =>
  useQuery({
    queryKey: ['prompts', workspace, archived],
    queryFn: async () => {
      const query = { workspace, archived: archived ? 'true' : 'false' } as const;
      const pages = await everyPage((cursor) => call(api.prompts.$get({ query: { ...query, ...(cursor && { cursor }) } })));
      return pages.flatMap(({ prompts }) => prompts);
    },
  });

export const enginesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['engines', workspace],
    queryFn: async () => (await call(api.engines.$get({ query: { workspace } }))).engines,
  });

export const useEngines = (workspace: string, refetchInterval: number | false = false) =>
  useQuery({ ...enginesQuery(workspace), refetchInterval });

/** The same until the server is another version. */
export const useDetectorAudit = () =>
  useQuery({ queryKey: ['audit', 'detector'], queryFn: () => call(api.audit.detector.$get()), staleTime: Infinity });

export const useAudit = (workspace: string) =>
  useQuery({ queryKey: ['audit', workspace], queryFn: () => call(api.audit.$get({ query: { workspace } })), staleTime: 60_000 });

export type TrendsRequest = {
  from: string;
  to: string;
  by: 'day' | 'week' | 'month';
  group: 'stage' | 'stage,engine';
  engine?: string;
  language?: string;
  country?: string;
  tag?: string;
  branded: 'true' | 'false';
  only: string;
  metric?: string;
  linked?: 'true';
};

export const useTrends = (workspace: string, request: TrendsRequest, refetchInterval: number | false, enabled = true) =>
  useQuery({
    queryKey: ['trends', workspace, request],
    queryFn: () => call(api.trends.$get({ query: { workspace, ...request } })),
    placeholderData: keepPreviousData,
    refetchInterval,
    enabled,
  });

export const useTrendFilters = (workspace: string) =>
  useQuery({
    queryKey: ['trend-filters', workspace],
    queryFn: () => call(api.trends.filters.$get({ query: { workspace } })),
    staleTime: 60_000,
  });

export type OverviewRequest = { from: string; to: string; brand?: string; language?: string };

export const overviewQuery = (workspace: string, request: OverviewRequest) =>
  queryOptions({
    queryKey: ['overview', workspace, request],
    queryFn: () => call(api.overview.$get({ query: { workspace, ...request } })),
  });

export const useOverview = (workspace: string, request: OverviewRequest, refetchInterval: number | false) =>
  useQuery({ ...overviewQuery(workspace, request), placeholderData: keepPreviousData, refetchInterval });

export const useJourney = (workspace: string, request: OverviewRequest) =>
  useQuery({
    queryKey: ['journey', workspace, request],
    queryFn: () => call(api.journey.$get({ query: { workspace, ...request } })),
    placeholderData: keepPreviousData,
  });

export const useFunnel = (workspace: string, days: { from: string; to: string }) =>
  useQuery({
    queryKey: ['conversions', workspace, days],
    queryFn: () => call(api.conversions.$get({ query: { workspace, ...days } })),
    placeholderData: keepPreviousData,
  });

export const useConversionImports = (workspace: string) =>
  useQuery({
    queryKey: ['conversions', workspace, 'imports'],
    queryFn: async () => (await call(api.conversions.imports.$get({ query: { workspace } }))).imports,
  });

export const useComparisons = (workspace: string, request: { from: string; to: string; brand?: string; stage?: string; engine?: string }) =>
  useQuery({
    queryKey: ['comparisons', workspace, request],
    queryFn: () => call(api.comparisons.$get({ query: { workspace, ...request, matrix: 'true' } })),
    placeholderData: keepPreviousData,
  });

export const useRuns = (workspace: string, refetchInterval: number | false) =>
  useInfiniteQuery({
    queryKey: ['runs', workspace],
    queryFn: ({ pageParam }) => call(api.runs.$get({ query: { workspace, limit: '50', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval,
  });

export type AnswerRequest = {
  prompt?: string;
  run?: string;
  engine?: string;
  state?: AnswerState;
  stage?: string;
  language?: string;
  brand?: string;
  named?: 'yes' | 'no';
  from?: string;
  to?: string;
  q?: string;
};

export const useAnswer = (workspace: string, id: string) =>
  useQuery({
    queryKey: ['answers', workspace, 'one', id],
    queryFn: () => call(api.answers[':id'].$get({ param: { id }, query: { workspace } })),
  });

/** The wire's own bytes, only when somebody asks for them. */
export const useRawAnswer = (workspace: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['raw-answer', workspace, id],
    queryFn: async () => (await call(api.answers[':id'].raw.$get({ param: { id }, query: { workspace } }))).exchanges,
    enabled,
    staleTime: Infinity,
  });

export const useAnswers = (workspace: string, filter: AnswerRequest) =>
  useInfiniteQuery({
    queryKey: ['answers', workspace, filter],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      call(api.answers.$get({ query: { workspace, ...filter, limit: '10', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const useProposals = (workspace: string, status: 'open' | 'dismissed') =>
  useInfiniteQuery({
    queryKey: ['proposals', workspace, status],
    queryFn: ({ pageParam }) =>
      call(
        api['competitor-proposals'].$get({
          query: { workspace, status, minAnswers: '2', limit: '20', ...(pageParam && { cursor: pageParam }) },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export type CitationRequest = { from: string; to: string; stage?: string; engine?: string; class?: string };

export const useCitedSites = (workspace: string, request: CitationRequest) =>
  useInfiniteQuery({
    queryKey: ['citations', workspace, request],
    queryFn: ({ pageParam }) =>
      call(api.citations.$get({ query: { workspace, ...request, limit: '50', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

export function useCitedPages(domain: string, request: CitationRequest) {
  const { slug: workspace } = useWorkspace();
  return useInfiniteQuery({
    queryKey: ['citations', workspace, 'pages', domain, request],
    queryFn: ({ pageParam }) =>
      call(api.citations.pages.$get({ query: { workspace, ...request, domain, limit: '20', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
}

export const useWebhooks = (workspace: string) =>
  useQuery({ queryKey: ['webhooks', workspace], queryFn: () => call(api.webhooks.$get({ query: { workspace } })), refetchInterval: 5000 });

export const useDeliveries = (workspace: string, id: string) =>
  useInfiniteQuery({
    queryKey: ['deliveries', workspace, id],
    queryFn: ({ pageParam }) =>
      call(
        api.webhooks[':id'].deliveries.$get({ param: { id }, query: { workspace, limit: '20', ...(pageParam && { cursor: pageParam }) } }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    refetchInterval: 3000,
  });

export const answerStates = ['answered', 'no_answer', 'refused', 'error'] as const;
export type AnswerState = (typeof answerStates)[number];
