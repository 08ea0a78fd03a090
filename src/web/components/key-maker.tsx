import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Role } from '../api.ts';
import { useWorkspace } from '../workspace.ts';
import { RoleSelect } from './role-select.tsx';
import { Failure } from './states.tsx';

export function KeyMaker({ onDone }: { onDone: (secret: string) => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('viewer');
  const [until, setUntil] = useState('');
  const make = useMutation({
    mutationFn: () => {
      const expiresAt = until === '' ? null : new Date(`${until}T00:00:00Z`).toISOString();
      return call(api.keys.$post({ query: { workspace: slug }, json: { name, role, expiresAt } }));
    },
    onSuccess: async ({ secret }) => {
      await client.invalidateQueries({ queryKey: ['keys', slug] });
      onDone(secret);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack gap="sm">
        <TextInput
          required
          label={t('keys.name')}
          description={t('keys.nameHint')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <RoleSelect label={t('keys.role')} value={role} onChange={setRole} />
        <TextInput
          type="date"
          label={t('keys.expires')}
          description={t('keys.expiresHint')}
          value={until}
          onChange={(event) => setUntil(event.currentTarget.value)}
        />
        {make.error && <Failure error={make.error} />}
        <Button type="submit" loading={make.isPending}>
          {t('keys.add')}
        </Button>
      </Stack>
    </form>
  );
}
