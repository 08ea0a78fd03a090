import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api.ts';
import { useMay, useWorkspace } from '../workspace.ts';

/** What only some may do is offered to them only. */
export const May = ({ needs, children }: { needs: Role; children: ReactNode }) => (useMay(needs) ? children : null);

/** A whole page that only admins are served; others get to it by a link that they were sent. */
export function AdminsOnly({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { role } = useWorkspace();
  if (useMay('admin')) return children;
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Title order={1} size="h3">
        {t('app.adminsOnlyTitle')}
      </Title>
      <Text c="dimmed">{t('app.adminsOnlyText', { role: t(`roles.${role}`) })}</Text>
    </Stack>
  );
}

/** To those who may not change what the page shows: who may. */
export function ReadOnly({ needs }: { needs: Role }) {
  const { t } = useTranslation();
  if (useMay(needs)) return null;
  return (
    <Text size="sm" c="dimmed" role="note" data-testid="read-only">
      {t(`app.readOnly.${needs === 'admin' ? 'admin' : 'editor'}`)}
    </Text>
  );
}
