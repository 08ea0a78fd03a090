import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call, type Invitation } from '../api.ts';
import { useFormat } from '../format.ts';
import { useInvitations } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

export function OpenInvitations() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data } = useInvitations(slug);
  if (!data || data.length === 0) return null;
  return (
    <Stack gap="xs" component="section" aria-label={t('people.invitations')}>
      <Title order={2} size="h4">
        {t('people.invitations')}
      </Title>
      {data.map((invitation) => (
        <OneInvitation key={invitation.id} invitation={invitation} />
      ))}
    </Stack>
  );
}

function OneInvitation({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => call(api.invitations[':id'].$delete({ param: { id: invitation.id }, query: { workspace: slug } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['invitations', slug] }),
  });
  const name = invitation.email ?? t('people.anyone');
  return (
    <>
      <Group justify="space-between">
        <Text size="sm">
          <bdi>{name}</bdi> · {t(`roles.${invitation.role}`)} · {t('people.expires', { time: format.time(invitation.expiresAt) })} ·{' '}
          {t('people.invitedBy', { by: invitation.invitedBy })}
        </Text>
        <Button
          size="xs"
          variant="default"
          onClick={() => withdraw.mutate()}
          loading={withdraw.isPending}
          aria-label={t('people.withdrawLabel', { name })}
        >
          {t('people.withdraw')}
        </Button>
      </Group>
      {withdraw.error && <Failure error={withdraw.error} />}
    </>
  );
}
