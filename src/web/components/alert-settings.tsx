import { Button, Card, Group, NumberInput, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlertSettings } from '../alert-queries.ts';
import { api, call } from '../api.ts';
import { useMay, useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

/** The one number that a user sets. */
export function AlertSettings() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data } = useAlertSettings(slug);
  const client = useQueryClient();
  const readOnly = !useMay('editor');
  const [draft, setDraft] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: (json: { falseAlarmWeeks?: number; confirmRuns?: boolean }) =>
      call(api.alerts.settings.$patch({ query: { workspace: slug }, json })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['alert-settings', slug] });
      setDraft(null);
    },
  });
  if (!data) return null;
  const weeks = draft ?? data.falseAlarmWeeks;
  return (
    <Card withBorder component="section" aria-label={t('alerts.settingsTitle')}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('alerts.settingsTitle')}
        </Title>
        <Text size="sm">{t('alerts.settingsText')}</Text>
        <Group align="flex-end">
          <NumberInput
            label={t('alerts.weeks')}
            min={1}
            max={520}
            allowDecimal={false}
            disabled={readOnly}
            clampBehavior="strict"
            value={weeks}
            onChange={(value) => setDraft(typeof value === 'number' ? value : null)}
          />
          {weeks !== data.falseAlarmWeeks && (
            <Button loading={save.isPending} onClick={() => save.mutate({ falseAlarmWeeks: weeks })}>
              {t('common.save')}
            </Button>
          )}
        </Group>
        <Switch
          label={t('alerts.confirmRuns')}
          description={t('alerts.confirmRunsText')}
          checked={data.confirmRuns}
          disabled={readOnly || save.isPending}
          onChange={(event) => save.mutate({ confirmRuns: event.currentTarget.checked })}
        />
        {save.error && <Failure error={save.error} />}
      </Stack>
    </Card>
  );
}
