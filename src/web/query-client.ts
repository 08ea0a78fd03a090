import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api.ts';

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // What the caller did wrong stays wrong; a server that is away may be back.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.code === 'offline',
      refetchOnWindowFocus: true,
    },
  },
});
