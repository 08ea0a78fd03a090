import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Role } from '../api.ts';
import { languages } from '../i18n.ts';
import { useWorkspace } from '../workspace.ts';
import { RoleSelect } from './role-select.tsx';
import { Failure } from './states.tsx';

export type MadeLink = { link: string; mailed: boolean };

export function InviteForm({ onDone }: { onDone: (made: MadeLink) => void }) {
  const { t, i18n } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [role, setRole] = useState<Role>('viewer');
  const [email, setEmail] = useState('');
  const invite = useMutation({
    mutationFn: () => {
      const language = languages.find((known) => known === i18n.language) ?? 'en';
      return call(api.invitations.$post({ query: { workspace: slug }, json: { role, email: email.trim() || null, language } }));
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: ['invitations', slug] });
      onDone(made);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        invite.mutate();
      }}
    >
      <Stack gap="sm">
        <RoleSelect label={t('people.role')} value={role} onChange={setRole} />
        <TextInput
          type="email"
          label={t('people.email')}
          description={t('people.emailHint')}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        {invite.error && <Failure error={invite.error} />}
        <Button type="submit" loading={invite.isPending}>
          {t('people.makeLink')}
        </Button>
      </Stack>
    </form>
  );
}
