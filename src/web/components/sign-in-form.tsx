import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { signedIn } from '../session.ts';
import { KeyForm } from './key-form.tsx';
import { Outside } from './outside.tsx';
import { Failure, Loading, PageTitle } from './states.tsx';

/** Shown in place of the pages once the server has answered 401. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [withKey, setWithKey] = useState(false);
  return (
    <Outside>
      {withKey ? <KeyForm onDone={onDone} /> : <PasswordForm onDone={onDone} />}
      <Button variant="subtle" onClick={() => setWithKey(!withKey)}>
        {t(withKey ? 'signIn.usePassword' : 'signIn.useKey')}
      </Button>
    </Outside>
  );
}

function PasswordForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => call(api.session.$post({ json: { email, password } })),
    onSuccess: () => {
      signedIn();
      onDone();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack>
        <PageTitle title={t('signIn.title')} />
        <TextInput
          type="email"
          required
          label={t('signIn.email')}
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          required
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        />
        {signIn.error && <Failure error={signIn.error} />}
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <Text size="sm" c="dimmed">
          {t('signIn.forgotten')}
        </Text>
      </Stack>
    </form>
  );
}

/** The link that the start of the server prints: what is behind its # signs in, once. */
export function SignInByLink({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [token, setToken] = useState(() => window.location.hash.slice(1));
  const signIn = useMutation({ mutationFn: () => call(api.session.$post({ json: { token } })), onSuccess: onDone });
  const { mutate } = signIn;
  // The link may be pasted where one has been asked to sign in already: then the page stays, and only what is behind # changes.
  useEffect(() => {
    const take = () => setToken((before) => window.location.hash.slice(1) || before);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  useEffect(() => {
    // Out of the address at once: it works no second time, and nobody should read it there.
    window.history.replaceState(null, '', '/sign-in');
    if (token !== '') mutate();
  }, [token, mutate]);
  if (token === '') return <SignIn onDone={onDone} />;
  return (
    <Outside>
      <PageTitle title={t(signIn.error ? 'signIn.linkFailed' : 'signIn.linkWorking')} />
      {signIn.error ? <Failure error={signIn.error} /> : <Loading height={80} />}
      {signIn.error && <Button onClick={onDone}>{t('app.toOverview')}</Button>}
    </Outside>
  );
}
