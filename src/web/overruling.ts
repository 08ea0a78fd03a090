import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { InferRequestType } from 'hono/client';
import { api, call, type Recount } from './api.ts';
import { useWorkspace } from './workspace.ts';

export type OverruleRequest = InferRequestType<typeof api.overrulings.$post>['json'];

/** What people overruled, that holds; of one answer, or all. */
export const useOverrulings = (workspace: string, answer?: string) =>
  useQuery({
    queryKey: ['overrulings', workspace, answer ?? ''],
    queryFn: async () =>
      (await call(api.overrulings.$get({ query: { workspace, limit: '200', ...(answer !== undefined && { answer }) } }))).overrulings,
  });

export function useOverrule(onDone: () => void) {
  const { slug } = useWorkspace();
  const changed = useChanged();
  return useMutation({
    mutationFn: (json: OverruleRequest) => call(api.overrulings.$post({ query: { workspace: slug }, json })),
    onSuccess: async () => {
      await changed();
      onDone();
    },
  });
}

export function useUndo() {
  const { slug } = useWorkspace();
  const changed = useChanged();
  return useMutation({
    mutationFn: (id: string) => call(api.overrulings[':id'].$delete({ param: { id }, query: { workspace: slug } })),
    onSuccess: changed,
  });
}

function useChanged() {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return () => Promise.all(['overrulings', 'recounts'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey, slug] })));
}

export const isOpen = (recount: Recount | undefined): boolean => recount?.state === 'waiting' || recount?.state === 'running';

/** The newest recounts, followed closely while one is open; when it ends, everything shown that rests on it is read again. */
export function useRecounts(workspace: string) {
  const client = useQueryClient();
  const recounts = useQuery({
    queryKey: ['recounts', workspace],
    queryFn: async () => (await call(api.recounts.$get({ query: { workspace, limit: '50' } }))).recounts,
    refetchInterval: ({ state }) => (isOpen(state.data?.[0]) ? 1000 : 15_000),
  });
  const open = isOpen(recounts.data?.[0]);
  const wasOpen = useRef(false);
  useEffect(() => {
    if (wasOpen.current && !open)
      for (const stale of ['answers', 'trends', 'overview', 'prompts', 'brands'])
        void client.invalidateQueries({ queryKey: [stale, workspace] });
    wasOpen.current = open;
  }, [client, open, workspace]);
  return recounts;
}
