import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { ApiError } from './api.ts';
import { Frame } from './components/frame.tsx';
import { SignIn, SignInByLink } from './components/sign-in-form.tsx';
import { Loading } from './components/states.tsx';
import { useSignInWanted } from './session.ts';
import { cssVariables, theme } from './theme.ts';

/** Needs no key: the address is one. */
const Join = lazy(() => import('./pages/join.tsx'));
const Reset = lazy(() => import('./pages/reset.tsx'));
const SharedReport = lazy(() => import('./pages/shared-report.tsx'));

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // What the caller did wrong stays wrong; a server that is away may be back.
      retry: (count, error) => count < 2 && error instanceof ApiError && error.code === 'offline',
      refetchOnWindowFocus: true,
    },
  },
});

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Switch>
          <Route path="/shared/:token">
            {({ token }) => (
              <Suspense fallback={<Loading />}>
                <SharedReport token={token} />
              </Suspense>
            )}
          </Route>
          <Route path="/join">
            <Suspense fallback={<Loading />}>
              <Join />
            </Suspense>
          </Route>
          <Route path="/reset">
            <Suspense fallback={<Loading />}>
              <Reset />
            </Suspense>
          </Route>
          <Route>
            <Gate />
          </Route>
        </Switch>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Gate() {
  const wanted = useSignInWanted();
  const [path, navigate] = useLocation();
  const again = () => {
    if (path === '/sign-in') navigate('/', { replace: true });
    void queryClient.resetQueries();
  };
  if (path === '/sign-in') return <SignInByLink onDone={again} />;
  return wanted ? <SignIn onDone={again} /> : <Frame />;
}
