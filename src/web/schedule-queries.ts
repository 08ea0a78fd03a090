import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, call, type PlanRequest, type Schedule, type ScheduleDraft } from './api.ts';
import { useWorkspace } from './workspace.ts';

export const useSchedules = (workspace: string) =>
  useQuery({
    queryKey: ['schedules', workspace],
    queryFn: async () => (await call(api.schedules.$get({ query: { workspace } }))).schedules,
  });

/** What a schedule would cost and tell; nothing is saved. null asks nothing; `engines`: how many are asked, where that may change. */
export const usePlan = (workspace: string, request: PlanRequest | null, engines = 0) =>
  useQuery({
    queryKey: ['plan', workspace, request, engines],
    queryFn: () => (request === null ? null : call(api.schedules.plan.$post({ query: { workspace }, json: request }))),
    enabled: request !== null,
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 60_000,
  });

type Change = { add: ScheduleDraft } | { id: string; edit: Partial<ScheduleDraft> } | { remove: string };

export function useScheduleChange(onDone?: () => void) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      const query = { workspace: slug };
      const one = api.schedules[':id'];
      if ('add' in change) await call(api.schedules.$post({ query, json: change.add }));
      else if ('edit' in change) await call(one.$patch({ param: { id: change.id }, query, json: change.edit }));
      else await call(one.$delete({ param: { id: change.remove }, query }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['schedules', slug] });
      onDone?.();
    },
  });
}

/** The usual rhythm: Mondays at three, five sweeps spread over the week. */
export const freshSchedule = (name: string): Required<ScheduleDraft> => ({
  name,
  cron: '0 3 * * 1',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  stages: ['awareness', 'consideration'],
  promptIds: [],
  engines: [],
  countries: [],
  languages: [],
  sweepsPerWeek: 5,
  enabled: true,
});

/** The part of a schedule that a person writes. */
export const draftOf = ({ id: _, nextTickAt: _next, lastTickAt: _last, ...fields }: Schedule): ScheduleDraft => fields as ScheduleDraft;
