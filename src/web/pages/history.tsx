import { Alert, Badge, Button, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Recount } from '../api.ts';
import { styleBrands, styleOf, type BrandStyle } from '../brand-style.ts';
import { May } from '../components/may.tsx';
import { OverruledList } from '../components/overruled-list.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { isOpen, useOverrulings, useRecounts } from '../overruling.ts';
import { useBrands } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';

/** When and why the past was counted again, what that changed, and what people overruled. */
export default function History() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const recounts = useRecounts(slug);
  const overrulings = useOverrulings(slug);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  return (
    <>
      <PageTitle title={t('history.title')} lead={t('history.lead')} needs="editor">
        <May needs="editor">
          <CountAgain disabled={isOpen(recounts.data?.[0])} />
        </May>
      </PageTitle>
      {recounts.error && !recounts.data ? (
        <Failure error={recounts.error} onRetry={() => void recounts.refetch()} />
      ) : !recounts.data ? (
        <Loading />
      ) : recounts.data.length === 0 ? (
        <Empty title={t('history.emptyTitle')} text={t('history.emptyText')} />
      ) : (
        recounts.data.map((recount) => <RecountCard key={recount.id} recount={recount} brands={brands} />)
      )}
      <Title order={2} size="h4">
        {t('overrulings.title')}
      </Title>
      {overrulings.error && <Failure error={overrulings.error} onRetry={() => void overrulings.refetch()} />}
      {overrulings.data?.length === 0 && <Text size="sm">{t('overrulings.empty')}</Text>}
      {overrulings.data && overrulings.data.length > 0 && <OverruledList overrulings={overrulings.data} brands={brands} />}
    </>
  );
}

function CountAgain({ disabled }: { disabled: boolean }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => call(api.recounts.$post({ query: { workspace: slug } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recounts', slug] }),
  });
  return (
    <Stack gap="xs" align="flex-end">
      <Button variant="default" disabled={disabled} loading={start.isPending} onClick={() => start.mutate()}>
        {t('history.start')}
      </Button>
      {start.error && <Failure error={start.error} />}
    </Stack>
  );
}

function RecountCard({ recount, brands }: { recount: Recount; brands: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  return (
    <Card withBorder component="article" data-testid="recount">
      <Stack gap="sm">
        <Group gap="xs">
          <Text fw={600}>{recount.causes.map((cause) => label('history.causes', cause)).join(', ') || t('history.noCause')}</Text>
          <Badge variant="default">{label('history.states', recount.state)}</Badge>
          <Text size="sm" c="dimmed">
            {format.time(recount.createdAt)}
          </Text>
        </Group>
        {isOpen(recount) && <Running recount={recount} />}
        {recount.failure && <Alert color="red">{recount.failure}</Alert>}
        {recount.report && <Report report={recount.report} total={recount.total} brands={brands} />}
      </Stack>
    </Card>
  );
}

function Running({ recount }: { recount: Recount }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: () => call(api.recounts[':id'].stop.$post({ param: { id: recount.id }, query: { workspace: slug } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['recounts', slug] }),
  });
  const progress = t('history.progress', { done: format.integer(recount.done), total: format.integer(recount.total) });
  return (
    <>
      <Progress value={recount.total === 0 ? 0 : (100 * recount.done) / recount.total} aria-label={progress} />
      <Group justify="space-between">
        <Text size="sm" role="status">
          {progress}
        </Text>
        <May needs="editor">
          <Button size="xs" variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
            {t('history.stop')}
          </Button>
        </May>
      </Group>
      {stop.error && <Failure error={stop.error} />}
    </>
  );
}

type ReportProps = { report: NonNullable<Recount['report']>; total: number; brands: ReadonlyMap<string, BrandStyle> };

function Report({ report, total, brands }: ReportProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const share = ({ visible, answered }: { visible: number; answered: number }) =>
    answered === 0
      ? t('common.notMeasured')
      : `${format.percent(visible / answered)} (${format.integer(visible)}/${format.integer(answered)})`;
  const nameOf = (brand: string) => styleOf(brands, brand).name;
  return (
    <>
      <Text size="sm">{t('history.changed', { changed: format.integer(report.changed), total: format.integer(total) })}</Text>
      {report.brands.length > 0 && (
        <Table.ScrollContainer minWidth={560} tabIndex={0} aria-label={t('history.tableLabel')}>
          <Table aria-label={t('history.tableLabel')}>
            <Table.Thead>
              <Table.Tr>
                {(['brand', 'stage', 'gained', 'lost', 'before', 'after'] as const).map((column) => (
                  <Table.Th key={column}>{t(`history.${column}`)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.brands.map((row) => (
                <Table.Tr key={`${row.stage} ${row.brand}`}>
                  <Table.Td>{nameOf(row.brand)}</Table.Td>
                  <Table.Td>{label('stages', row.stage)}</Table.Td>
                  <Table.Td className="number">{format.integer(row.gained)}</Table.Td>
                  <Table.Td className="number">{format.integer(row.lost)}</Table.Td>
                  <Table.Td className="number">{share(row.before)}</Table.Td>
                  <Table.Td className="number">{share(row.after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {report.examples.length > 0 && (
        <details>
          <summary>{t('history.examples', { number: format.integer(report.examples.length) })}</summary>
          {report.examples.map(({ answerId, brand, change, sentence }) => (
            <Text size="sm" key={`${answerId} ${brand}`} mt={4}>
              {t(`history.example_${change}`, { brand: nameOf(brand) })} <q dir="auto">{sentence}</q>
            </Text>
          ))}
        </details>
      )}
    </>
  );
}
