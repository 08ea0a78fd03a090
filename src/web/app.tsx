import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import type { Session } from './api.ts';
import { Frame } from './components/frame.tsx';
import { Outside } from './components/outside.tsx';
import { PageBoundary } from './components/page-boundary.tsx';
import { Loading } from './components/states.tsx';
import { queryClient } from './query-client.ts';
import { useSignInWanted } from './session.ts';
import { cssVariables, theme } from './theme.ts';

/** Needs no key: the address is one. */
const Join = lazy(() => import('./pages/join.tsx'));
const Reset = lazy(() => import('./pages/reset.tsx'));
const SharedReport = lazy(() => import('./pages/shared-report.tsx'));
const signIn = () => import('./components/sign-in-form.tsx');
const SignIn = lazy(async () => ({ default: (await signIn()).SignIn }));
const SignInByLink = lazy(async () => ({ default: (await signIn()).SignInByLink }));

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <PageBoundary>
          <Switch>
            <Route path="/shared/:token">
              {({ token }) => (
                <Suspense fallback={<Loading />}>
                  <SharedReport token={token} />
                </Suspense>
              )}
            </Route>
            <Route path="/join">
              <Suspense fallback={<Coming />}>
                <Join />
              </Suspense>
            </Route>
            <Route path="/reset">
              <Suspense fallback={<Coming />}>
                <Reset />
              </Suspense>
            </Route>
            <Route>
              <Gate />
            </Route>
          </Switch>
        </PageBoundary>
      </QueryClientProvider>
    </MantineProvider>
  );
}

const Coming = () => (
  <Outside>
    <Loading />
  </Outside>
);

/** Whose session ended in the middle of something signs in over the page, and finds what was being written as it was. */
function Gate() {
  const wanted = useSignInWanted();
  const [path, navigate] = useLocation();
  const [wasIn, setWasIn] = useState(false);
  const ready = useCallback(() => setWasIn(true), []);
  const again = async () => {
    if (path === '/sign-in') navigate('/', { replace: true });
    const before = knownPerson();
    await queryClient.refetchQueries({ queryKey: ['session'] });
    await (before !== undefined && before === knownPerson() ? queryClient.invalidateQueries() : queryClient.resetQueries());
  };
  if (path === '/sign-in') {
    return (
      <Suspense fallback={<Coming />}>
        <SignInByLink onDone={() => void again()} />
      </Suspense>
    );
  }
  return (
    <>
      {(!wanted || wasIn) && (
        <div hidden={wanted}>
          <Frame onReady={ready} />
        </div>
      )}
      {wanted && (
        <div className="over-page">
          <Suspense fallback={<Coming />}>
            <SignIn onDone={() => void again()} />
          </Suspense>
        </div>
      )}
    </>
  );
}

const knownPerson = () => queryClient.getQueryData<Session>(['session'])?.person?.email;
