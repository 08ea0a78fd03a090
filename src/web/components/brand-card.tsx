import { Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PanelBrand } from '../api.ts';
import { May } from './may.tsx';

type Props = { brand: PanelBrand; busy: boolean; onEdit: () => void; onRemove: (() => void) | null };

/** A brand as it is counted: its names with their conditions, its domains. */
export function BrandCard({ brand, busy, onEdit, onRemove }: Props) {
  const { t } = useTranslation();
  const { name, own, aliases, domains } = brand;
  return (
    <Card withBorder component="section" aria-label={name} data-testid="brand">
      <Stack gap="xs">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h5">
              <bdi>{name}</bdi>
            </Title>
            <Badge variant="default">{t(own ? 'brands.ownBadge' : 'brands.competitor')}</Badge>
          </Group>
          <May needs="editor">
            <Group gap="xs">
              <Button size="xs" variant="default" onClick={onEdit} aria-label={t('brands.editLabel', { name })}>
                {t('brands.edit')}
              </Button>
              {onRemove && (
                <Button size="xs" variant="default" loading={busy} onClick={onRemove} aria-label={t('brands.removeLabel', { name })}>
                  {t('brands.remove')}
                </Button>
              )}
            </Group>
          </May>
        </Group>
        <List size="sm" spacing={2}>
          {aliases.map((alias) => (
            <List.Item key={JSON.stringify(alias)}>
              <bdi>{alias.text}</bdi> <Conditions alias={alias} />
            </List.Item>
          ))}
        </List>
        <Text size="sm" c="dimmed">
          <bdi>{domains.length === 0 ? t('brands.noDomains') : domains.join(' · ')}</bdi>
        </Text>
      </Stack>
    </Card>
  );
}

function Conditions({ alias: { caseSensitive, near, notNear, notIn } }: { alias: PanelBrand['aliases'][number] }) {
  const { t } = useTranslation();
  const told = [
    ...(caseSensitive ? [t('brands.caseSensitive')] : []),
    ...(['near', 'notNear', 'notIn'] as const).flatMap((field) => {
      const terms = { near, notNear, notIn }[field];
      return terms.length === 0 ? [] : [`${t(`brands.${field}`)}: ${terms.join(', ')}`];
    }),
  ];
  if (told.length === 0) return null;
  return (
    <Text span size="sm" c="dimmed">
      ({told.join('; ')})
    </Text>
  );
}
