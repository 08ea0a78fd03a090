import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readKey } from './api-key.ts';

export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'polling';

/**
 * Follows the runs as the server tells of them. An event stream cannot carry a key; where one is needed the page asks
 * again every two seconds instead.
 */
export function useRunEvents(workspace: string): LiveState {
  const client = useQueryClient();
  const keyed = readKey() !== null;
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => {
    if (keyed) return undefined;
    const source = new EventSource(`/api/v1/runs/events?workspace=${encodeURIComponent(workspace)}`);
    source.addEventListener('open', () => setState('live'));
    source.addEventListener('error', () => setState('reconnecting'));
    source.addEventListener('runs', () => void client.invalidateQueries({ queryKey: ['runs', workspace] }));
    return () => source.close();
  }, [client, keyed, workspace]);
  return keyed ? 'polling' : state;
}
