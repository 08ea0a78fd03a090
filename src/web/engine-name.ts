import { useCallback } from 'react';
import { nameToCome } from './brand-style.ts';
import { useEngines } from './queries.ts';
import { useWorkspace } from './workspace.ts';

/** An engine by the name that people know it by; one that this server no longer has is still shown by its id. */
export function useEngineName(): (id: string) => string {
  const { slug } = useWorkspace();
  const { data, isPending } = useEngines(slug);
  return useCallback((id) => data?.find(({ engine }) => engine === id)?.label ?? (isPending ? nameToCome : id), [data, isPending]);
}
