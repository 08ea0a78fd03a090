import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { Outside } from '../components/outside.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';

/** Where a reset link leads; what is behind its # sets a new password, once. */
export default function Reset() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const [password, setPassword] = useState('');
  const { data: person, error } = useQuery({
    queryKey: ['reset-link', token],
    queryFn: () => call(api['password-resets'].look.$post({ json: { token: token || '-' } })),
    retry: false,
    staleTime: Infinity,
  });
  const reset = useMutation({
    mutationFn: () => call(api['password-resets'].use.$post({ json: { token, password } })),
    // All that was read for somebody else is forgotten with the page.
    onSuccess: () => window.location.assign('/'),
  });
  return (
    <Outside>
      {error ? (
        <Empty title={t('reset.gone')} text={t('reset.goneText')} />
      ) : !person ? (
        <Loading />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            reset.mutate();
          }}
        >
          <Stack>
            <PageTitle title={t('reset.title', { name: person.name })} />
            <Text>{t('reset.text')}</Text>
            <TextInput readOnly label={t('signIn.email')} autoComplete="username" value={person.email} />
            <PasswordInput
              required
              minLength={12}
              label={t('account.next')}
              description={t('account.nextHint')}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            />
            {reset.error && <Failure error={reset.error} />}
            <Button type="submit" loading={reset.isPending}>
              {t('reset.submit')}
            </Button>
          </Stack>
        </form>
      )}
    </Outside>
  );
}
