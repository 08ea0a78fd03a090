import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, call, type Engine } from './api.ts';
import { useWorkspace } from './workspace.ts';

export type EngineChange = Partial<
  Pick<Engine, 'enabled' | 'model' | 'requestsPerMinute' | 'tokensPerMinute' | 'concurrency' | 'monthlyBudgetUsd'>
>;

/** Changes how one engine is asked. */
export function useEngineChange(engine: string, onDone?: () => void) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (change: EngineChange) =>
      call(api.engines[':engine'].$patch({ param: { engine }, query: { workspace: slug }, json: change })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['engines', slug] });
      onDone?.();
    },
  });
}
