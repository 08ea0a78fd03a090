import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { api, call } from '../api.ts';
import { Outside } from '../components/outside.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useSession } from '../queries.ts';
import { signedIn } from '../session.ts';

/** Where an invitation's link leads; what is behind its # is the invitation. */
export default function Join() {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.slice(1));
  const session = useSession();
  const { data: invitation, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(api.invitations.look.$post({ json: { token: token || '-' } })),
    retry: false,
  });
  return (
    <Outside>
      {error ? (
        <Empty title={t('join.gone')} text={t('join.goneText')} />
      ) : !invitation || !session.data ? (
        <Loading />
      ) : (
        <Stack>
          <PageTitle title={t('join.title', { workspace: invitation.workspace })} />
          <Text>
            {t('join.text', {
              by: invitation.invitedBy,
              role: t(`roles.${invitation.role}`),
              roleText: t(`roleText.${invitation.role}`),
            })}
          </Text>
          <JoinForm token={token} email={invitation.email} as={session.data.person?.name ?? null} />
        </Stack>
      )}
    </Outside>
  );
}

function JoinForm({ token, email: only, as }: { token: string; email: string | null; as: string | null }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState(only ?? '');
  const [password, setPassword] = useState('');
  const join = useMutation({
    mutationFn: () => {
      const stranger = { email, password, ...(name.trim() !== '' && { name }) };
      return call(api.invitations.accept.$post({ json: { token, ...(as === null && stranger) } }));
    },
    onSuccess: ({ workspace }) => {
      signedIn();
      navigate(`/?workspace=${encodeURIComponent(workspace)}`, { replace: true });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        join.mutate();
      }}
    >
      <Stack>
        {as === null && (
          <>
            <TextInput label={t('join.name')} autoComplete="name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
            <TextInput
              type="email"
              required
              readOnly={only !== null}
              label={t('signIn.email')}
              autoComplete="username"
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <PasswordInput
              required
              label={t('signIn.password')}
              description={t('join.passwordHint')}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            />
          </>
        )}
        {join.error && <Failure error={join.error} />}
        <Button type="submit" loading={join.isPending}>
          {as === null ? t('join.submit') : t('join.joinAs', { name: as })}
        </Button>
      </Stack>
    </form>
  );
}
