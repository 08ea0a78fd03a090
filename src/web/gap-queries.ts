import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, call } from './api.ts';
import { useWorkspace } from './workspace.ts';

export type Gaps = InferResponseType<typeof api.gaps.$get, 200>;
export type Gap = Gaps['gaps'][number];
export type GapEffect = InferResponseType<(typeof api.gaps)[':id']['effect']['$get'], 200>;
export type GapRequest = { kind: 'missing' | 'lost' | 'done'; from: string; to: string; stage?: string; engine?: string };
type GapChange = InferRequestType<(typeof api.gaps)[':id']['$patch']>['json'];

export function useGaps(request: GapRequest) {
  const { slug: workspace } = useWorkspace();
  return useInfiniteQuery({
    queryKey: ['gaps', workspace, request],
    queryFn: ({ pageParam }) =>
      call(api.gaps.$get({ query: { workspace, ...request, limit: '10', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
}

/** Changes what is done about a page; the lists show it at once, as they are slow to be had. */
export function useGapChange(id: string) {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: GapChange) => call(api.gaps[':id'].$patch({ param: { id }, query: { workspace }, json })),
    onSuccess: (task) => {
      client.setQueriesData<InfiniteData<Gaps>>(
        { queryKey: ['gaps', workspace] },
        (data) => data && { ...data, pages: data.pages.map((page) => withTask(page, id, task)) },
      );
      client.removeQueries({ queryKey: ['gap-effect', workspace, id] });
      return client.invalidateQueries({ queryKey: ['gaps', workspace, { kind: 'done' }] });
    },
  });
}

const withTask = (page: Gaps, id: string, task: Gap['task']): Gaps => ({
  ...page,
  gaps: page.gaps.map((gap) => (gap.id === id ? { ...gap, task } : gap)),
});

export function useGapEffect(id: string) {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['gap-effect', workspace, id],
    queryFn: () => call(api.gaps[':id'].effect.$get({ param: { id }, query: { workspace } })),
  });
}

export function usePageVersions(id: string, wanted: boolean) {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['page-versions', workspace, id],
    queryFn: async () => (await call(api.gaps[':id'].versions.$get({ param: { id }, query: { workspace } }))).versions,
    enabled: wanted,
  });
}

export function usePageReading() {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['page-reading', workspace],
    queryFn: () => call(api['page-reading'].$get({ query: { workspace } })),
  });
}

export function useChangeReading() {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: boolean) => call(api['page-reading'].$put({ query: { workspace }, json: { wanted } })),
    onSuccess: (state) => {
      client.setQueryData(['page-reading', workspace], state);
      return client.invalidateQueries({ queryKey: ['gaps', workspace] });
    },
  });
}
