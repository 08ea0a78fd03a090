import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../alert-names.ts';
import { useAlerts } from '../alert-queries.ts';
import { endedStates, openStates } from '../alert-states.ts';
import { AlertCard } from '../components/alert-card.tsx';
import { AlertRules } from '../components/alert-rules.tsx';
import { AlertSettings } from '../components/alert-settings.tsx';
import { Outlooks } from '../components/outlooks.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useWorkspace } from '../workspace.ts';

export default function Alerts() {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle title={t('alerts.title')} lead={t('alerts.lead')} needs="editor" />
      <AlertList states={openStates} />
      <Title order={2} size="h4">
        {t('alerts.historyTitle')}
      </Title>
      <AlertList states={endedStates} />
      <Outlooks />
      <AlertSettings />
      <AlertRules />
    </>
  );
}

function AlertList({ states }: { states: typeof openStates | typeof endedStates }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const names = useNames();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAlerts(slug, states);
  const alerts = data?.pages.flatMap((page) => page.alerts) ?? [];
  const isOpen = states === openStates;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={120} />;
  if (alerts.length === 0)
    return isOpen ? <Empty title={t('alerts.emptyTitle')} text={t('alerts.emptyText')} /> : <Text c="dimmed">{t('alerts.noHistory')}</Text>;
  return (
    <Stack gap="md" data-testid={isOpen ? 'open-alerts' : 'ended-alerts'}>
      {alerts.map((alert) => (
        <AlertCard key={alert.id} alert={alert} names={names} startsOpen={isOpen} />
      ))}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </Stack>
  );
}
