import { Badge, Button, Group, Stack, Switch, Table, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { api, call } from '../api.ts';
import { May } from '../components/may.tsx';
import { ReportRecipients } from '../components/report-recipients.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useReports, useReportSettings } from '../report-queries.ts';
import { useHref, useMay, useWorkspace } from '../workspace.ts';
import { dayMs } from '../../domain/durations.ts';

export default function Reports() {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useHref();
  const { slug } = useWorkspace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useReports(slug);
  const reports = data?.pages.flatMap((page) => page.reports) ?? [];
  return (
    <>
      <PageTitle title={t('reports.title')} lead={t('reports.lead')} needs="editor" />
      <Settings />
      <May needs="editor">
        <NewReport />
      </May>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : reports.length === 0 ? (
        <Empty title={t('reports.emptyTitle')} text={t('reports.emptyText')} />
      ) : (
        <Table.ScrollContainer minWidth={480} tabIndex={0} aria-label={t('reports.title')}>
          <Table aria-label={t('reports.title')} data-testid="reports">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('reports.period')}</Table.Th>
                <Table.Th scope="col">{t('reports.days_')}</Table.Th>
                <Table.Th scope="col">{t('reports.made')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {reports.map(({ id, label, from, to, measured, createdAt }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row">
                    <Group gap="xs">
                      <Link href={href(`/reports/${id}`)}>{label}</Link>
                      {!measured && <Badge color="gray">{t('reports.noData')}</Badge>}
                    </Group>
                  </Table.Th>
                  <Table.Td>
                    {format.period(from, 'day')} – {format.period(dayBefore(to), 'day')}
                  </Table.Td>
                  <Table.Td>{format.time(createdAt)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
      <ReportRecipients />
    </>
  );
}

const dayBefore = (day: string) => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);

function Settings() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const { data } = useReportSettings(slug);
  const readOnly = !useMay('editor');
  const change = useMutation({
    mutationFn: (json: { weekly?: boolean; monthly?: boolean }) => call(api.reports.settings.$patch({ query: { workspace: slug }, json })),
    onSuccess: (settings) => client.setQueryData(['reports', slug, 'settings'], settings),
  });
  if (!data) return null;
  return (
    <Group gap="lg">
      {(['weekly', 'monthly'] as const).map((name) => (
        <Switch
          key={name}
          label={t(`reports.${name}`)}
          checked={data[name]}
          disabled={readOnly}
          onChange={(event) => change.mutate({ [name]: event.currentTarget.checked })}
        />
      ))}
      {change.error && <Failure error={change.error} />}
    </Group>
  );
}

function NewReport() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const href = useHref();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const today = new Date().toISOString().slice(0, 10);
  const [from, setFrom] = useState(new Date(Date.parse(today) - 7 * dayMs).toISOString().slice(0, 10));
  const [last, setLast] = useState(dayBefore(today));
  const make = useMutation({
    mutationFn: () => {
      const to = new Date(Date.parse(last) + dayMs).toISOString().slice(0, 10);
      return call(api.reports.$post({ query: { workspace: slug }, json: { from, to } }));
    },
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['reports', slug] });
      navigate(href(`/reports/${id}`));
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack gap="xs">
        <Group align="flex-end">
          <TextInput type="date" required label={t('reports.from')} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="date" required label={t('reports.last')} value={last} onChange={(event) => setLast(event.currentTarget.value)} />
          <Button type="submit" loading={make.isPending}>
            {t('reports.make')}
          </Button>
        </Group>
        {make.error && <Failure error={make.error} />}
      </Stack>
    </form>
  );
}
