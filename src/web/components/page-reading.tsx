import { Group, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { useChangeReading, usePageReading, type Gaps } from '../gap-queries.ts';
import { useMay, useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

/** Whether cited pages are read, and how far that is. */
export function PageReading({ progress }: { progress: Gaps['reading'] | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('editor');
  const { simulated } = useWorkspace();
  const { data, error, refetch } = usePageReading();
  const change = useChangeReading();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const state = data.enabled ? 'on' : simulated ? 'simulated' : data.wanted ? 'refused' : 'off';
  const counts = progress && {
    read: format.integer(progress.read),
    waiting: format.integer(progress.waiting),
    unreadable: format.integer(progress.unreadable),
  };
  return (
    <Stack gap={4} data-testid="page-reading">
      <Group gap="sm">
        {may && !simulated && (
          <Switch
            checked={data.wanted}
            disabled={change.isPending}
            onChange={(event) => change.mutate(event.currentTarget.checked)}
            label={t('gaps.reading')}
          />
        )}
        <Text size="sm" c="dimmed" role="status">
          {t(`gaps.readingState.${state}`)} {counts && progress.known > 0 && t('gaps.readingCounts', counts)}
        </Text>
      </Group>
      {change.error && <Failure error={change.error} />}
    </Stack>
  );
}
