import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import type { endedStates, openStates } from './alert-states.ts';
import { api, call, type AlertRule, type RuleDraft } from './api.ts';
import { useWorkspace } from './workspace.ts';

export const alertsQuery = (workspace: string, state: typeof openStates | typeof endedStates) =>
  infiniteQueryOptions({
    queryKey: ['alerts', workspace, state],
    queryFn: ({ pageParam }) =>
      call(api.alerts.$get({ query: { workspace, state, limit: '20', ...(pageParam && { cursor: pageParam }) } })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });

export const useAlerts = (workspace: string, state: typeof openStates | typeof endedStates) =>
  useInfiniteQuery({ ...alertsQuery(workspace, state), refetchInterval: 15_000 });

export const useAlert = (workspace: string, id: string, enabled: boolean) =>
  useQuery({
    queryKey: ['alert', workspace, id],
    queryFn: () => call(api.alerts[':id'].$get({ param: { id }, query: { workspace } })),
    enabled,
  });

export const useOutlooks = (workspace: string) =>
  useQuery({ queryKey: ['outlooks', workspace], queryFn: () => call(api.alerts.outlooks.$get({ query: { workspace } })) });

export const useAlertSettings = (workspace: string) =>
  useQuery({ queryKey: ['alert-settings', workspace], queryFn: () => call(api.alerts.settings.$get({ query: { workspace } })) });

export const alertRulesQuery = (workspace: string) =>
  queryOptions({
    queryKey: ['alert-rules', workspace],
    queryFn: async () => (await call(api['alert-rules'].$get({ query: { workspace } }))).rules,
  });

export const useAlertRules = (workspace: string) => useQuery(alertRulesQuery(workspace));

export const useRulePreview = (workspace: string, rule: RuleDraft | null) =>
  useQuery({
    queryKey: ['rule-preview', workspace, rule],
    queryFn: () => (rule === null ? null : call(api['alert-rules'].preview.$post({ query: { workspace }, json: { rule } }))),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** What a person does with an alert; each can be taken back. */
export function useAlertStep(id: string) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (step: 'acknowledge' | 'close' | 'accept' | 'reopen') => {
      const place = { param: { id }, query: { workspace: slug } };
      const alert = api.alerts[':id'];
      if (step === 'reopen') await call(alert.reopen.$post(place));
      else if (step === 'accept') await call(alert.accept.$post({ ...place, json: {} }));
      else await call(step === 'close' ? alert.close.$post({ ...place, json: {} }) : alert.acknowledge.$post({ ...place, json: {} }));
    },
    onSuccess: async () => {
      for (const queryKey of ['alerts', 'alert']) await client.invalidateQueries({ queryKey: [queryKey, slug] });
    },
  });
}

export type SavedRule = Omit<AlertRule, 'rule'> & { rule: RuleDraft };

/** Rules change what the next evaluation looks for. */
export function useRuleChange(onDone?: () => void) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (
      change: { id: string; enabled: boolean } | { id: string; remove: true } | { id: string | null; name: string; rule: RuleDraft },
    ) => {
      const rules = api['alert-rules'];
      const query = { workspace: slug };
      if ('remove' in change) await call(rules[':id'].$delete({ param: { id: change.id }, query }));
      else if ('enabled' in change) await call(rules[':id'].$patch({ param: { id: change.id }, query, json: { enabled: change.enabled } }));
      else if (change.id === null) await call(rules.$post({ query, json: { name: change.name, rule: change.rule } }));
      else await call(rules[':id'].$patch({ param: { id: change.id }, query, json: { name: change.name, rule: change.rule } }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['alert-rules', slug] });
      onDone?.();
    },
  });
}
