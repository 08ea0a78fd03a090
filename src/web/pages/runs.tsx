import { Badge, Button, Group, Modal, Progress, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, call, type Run } from '../api.ts';
import { AskNow } from '../components/ask-now.tsx';
import { RunFailures } from '../components/run-failures.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useRuns } from '../queries.ts';
import { useRunEvents } from '../run-events.ts';
import { useHref, useMay, useWorkspace } from '../workspace.ts';

export default function Runs() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const live = useRunEvents(slug);
  const runs = useRuns(slug, live === 'polling' ? 2000 : false);
  const [stopping, setStopping] = useState<Run | null>(null);
  const [failed, setFailed] = useState<Run | null>(null);
  const all = runs.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <>
      <PageTitle title={t('runs.title')} lead={t('runs.lead')} needs="editor">
        <Group gap="sm">
          <Text size="sm" c="dimmed" role="status" data-testid="live">
            {t(live === 'live' ? 'runs.live' : `runs.${live}`)}
          </Text>
          <AskNow />
        </Group>
      </PageTitle>
      {runs.error && !runs.data ? (
        <Failure error={runs.error} onRetry={() => void runs.refetch()} />
      ) : !runs.data ? (
        <Loading />
      ) : all.length === 0 ? (
        <Empty title={t('runs.emptyTitle')} text={t('runs.emptyText')} />
      ) : (
        <RunTable runs={all} onStop={setStopping} onFailures={setFailed} />
      )}
      {runs.hasNextPage && <MoreButton loading={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()} />}
      <StopDialog run={stopping} onClose={() => setStopping(null)} />
      {failed && <RunFailures run={failed} onClose={() => setFailed(null)} />}
    </>
  );
}

type TableProps = { runs: Run[]; onStop: (run: Run) => void; onFailures: (run: Run) => void };

function RunTable({ runs, onStop, onFailures }: TableProps) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('runs.tableLabel')}>
      <Table aria-label={t('runs.tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            {(['planned', 'kind', 'state', 'progress', 'outcomes', 'actions'] as const).map((column) => (
              <Table.Th key={column}>{t(`runs.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <RunRow key={run.id} run={run} onStop={() => onStop(run)} onFailures={() => onFailures(run)} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

const outcomes = ['answered', 'no_answer', 'refused', 'error', 'cancelled'] as const;

function RunRow({ run, onStop, onFailures }: { run: Run; onStop: () => void; onFailures: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const mayStop = useMay('editor');
  const time = format.time(run.startsAt);
  const done = outcomes.reduce((sum, outcome) => sum + run.counts[outcome], 0);
  const told = outcomes
    .filter((outcome) => run.counts[outcome] > 0)
    .map((outcome) => t(`runs.${outcome}`, { number: format.integer(run.counts[outcome]) }));
  return (
    <Table.Tr data-testid="run">
      <Table.Td>{time}</Table.Td>
      <Table.Td>
        {label('runs.kinds', run.kind)} {run.simulated && <Badge variant="default">{t('runs.simulated')}</Badge>}
      </Table.Td>
      <Table.Td className="nowrap">{label('runs.states', run.state)}</Table.Td>
      <Table.Td miw={140}>
        <Progress value={run.planned === 0 ? 0 : (100 * done) / run.planned} aria-label={t('runs.progressLabel', { time })} />
        <Text size="xs">{t('runs.progressText', { done: format.integer(done), planned: format.integer(run.planned) })}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm">
          {told.length === 0 ? t('common.none') : <Link href={href('/answers', { run: run.id })}>{told.join(' · ')}</Link>}
        </Text>
      </Table.Td>
      <Table.Td>
        {run.counts.error > 0 && (
          <Button size="xs" variant="default" onClick={onFailures} aria-label={t('runs.failuresLabel', { time })}>
            {t('runs.failures')}
          </Button>
        )}
        {mayStop && (run.state === 'queued' || run.state === 'planning') && (
          <Button size="xs" variant="default" onClick={onStop} aria-label={t('runs.stopLabel', { time })}>
            {t('runs.stop')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function StopDialog({ run, onClose }: { run: Run | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const stop = useMutation({
    mutationFn: (id: string) => call(api.runs[':id'].stop.$post({ param: { id }, query: { workspace: slug } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['runs', slug] });
      onClose();
    },
  });
  return (
    <Modal opened={run !== null} onClose={onClose} title={t('runs.stopTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('runs.stopText')}</Text>
        {stop.error && <Failure error={stop.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color="red" loading={stop.isPending} onClick={() => run && stop.mutate(run.id)}>
            {t('runs.stopConfirm')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
