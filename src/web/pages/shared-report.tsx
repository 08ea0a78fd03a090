import { Group, Stack, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../components/language-switch.tsx';
import { ReportView } from '../components/report-view.tsx';
import { SchemeSwitch } from '../components/scheme-switch.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { useSharedReport } from '../report-queries.ts';

/** What a shared link shows: the report, and nothing else of the product. */
export default function SharedReport({ token }: { token: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useSharedReport(token);
  useEffect(() => {
    document.title = `${t('reports.title')} · Wayseen`;
  }, [t]);
  return (
    <Stack component="main" p="md" maw={1280} mx="auto" gap="md">
      <Group justify="space-between" className="no-print">
        <Text fw={700}>Wayseen</Text>
        <Group gap="xs">
          <LanguageSwitch />
          <SchemeSwitch />
        </Group>
      </Group>
      {data ? <ReportView kept={data} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />}
    </Stack>
  );
}
