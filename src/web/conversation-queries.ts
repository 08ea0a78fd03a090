import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType, InferResponseType } from 'hono/client';
import { api, call } from './api.ts';
import { useWorkspace } from './workspace.ts';

export type Survival = InferResponseType<typeof api.conversations.survival.$get, 200>;
export type Share = Survival['brands'][number]['stages'][number]['named'];
export type Conversation = InferResponseType<typeof api.conversations.$get, 200>['conversations'][number];
export type Customer = InferResponseType<typeof api.customers.$get, 200>['customers'][number];
export type NewCustomer = InferRequestType<typeof api.customers.$post>['json'];
export type TalkRequest = { engine?: string; customer?: string };

/** Turns come in within seconds of each other. */
const refreshMs = 4000;

export function useSurvival(request: TalkRequest & { from: string; to: string }) {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['survival', workspace, request],
    queryFn: () => call(api.conversations.survival.$get({ query: { workspace, ...request } })),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => ((query.state.data?.open ?? 0) > 0 ? refreshMs : false),
  });
}

export function useConversations(request: TalkRequest) {
  const { slug: workspace } = useWorkspace();
  return useInfiniteQuery({
    queryKey: ['conversations', workspace, request],
    queryFn: ({ pageParam }) =>
      call(api.conversations.$get({ query: { workspace, ...request, limit: '20', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ conversations }) => conversations.some(({ state }) => state === 'open')) ? refreshMs : false,
  });
}

export function useConversation(id: string) {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['conversation', workspace, id],
    queryFn: () => call(api.conversations[':id'].$get({ param: { id }, query: { workspace } })),
    refetchInterval: (query) => (query.state.data?.state === 'open' ? refreshMs : false),
  });
}

export function useCustomers() {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['customers', workspace],
    queryFn: async () => (await call(api.customers.$get({ query: { workspace } }))).customers,
  });
}

type Change = { add: NewCustomer } | { id: string; archived: boolean } | { id: string; weekly: number };

export function useCustomerChange(onDone?: () => void) {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      const query = { workspace };
      if ('add' in change) await call(api.customers.$post({ query, json: change.add }));
      else {
        const { id, ...json } = change;
        await call(api.customers[':id'].$patch({ param: { id }, query, json }));
      }
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['customers', workspace] });
      onDone?.();
    },
  });
}

/** What letting these customers talk once would cost; all of them where none is named. */
export function useTalkPrice(customerIds: readonly string[]) {
  const { slug: workspace } = useWorkspace();
  return useQuery({
    queryKey: ['talk-price', workspace, customerIds],
    queryFn: () => call(api.conversations.plan.$post({ query: { workspace }, json: { customerIds: [...customerIds] } })),
    retry: false,
  });
}

export function useTalk() {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (customerIds: string[]) => call(api.conversations.$post({ query: { workspace }, json: { customerIds } })),
    onSuccess: () =>
      Promise.all(['conversations', 'survival', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key, workspace] }))),
  });
}
