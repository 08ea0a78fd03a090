import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../alert-names.ts';
import { api, call, type Run } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useHref, useWorkspace } from '../workspace.ts';
import { May } from './may.tsx';
import { Failure, Loading } from './states.tsx';

/** Why asking failed in a run, and what failed asked again. */
export function RunFailures({ run, onClose }: { run: Run; onClose: () => void }) {
  const { t } = useTranslation();
  const href = useHref();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const request = { param: { id: run.id }, query: { workspace: slug } };
  const found = useQuery({
    queryKey: ['run-failures', slug, run.id, run.counts.error],
    queryFn: async () => (await call(api.runs[':id'].failures.$get(request))).failures,
  });
  const retry = useMutation({
    mutationFn: () => call(api.runs[':id'].retry.$post(request)),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['runs', slug] });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title={t('runs.failuresTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Stack gap="sm">
        {found.error ? (
          <Failure error={found.error} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <Loading height={80} />
        ) : (
          <Causes failures={found.data} />
        )}
        <Text size="sm">
          <Link href={href('/answers', { run: run.id, state: 'error' })}>{t('runs.toFailed')}</Link>
        </Text>
        <May needs="editor">
          <Text size="sm" c="dimmed">
            {t('runs.retryText')}
          </Text>
          {retry.error && <Failure error={retry.error} />}
          <Group justify="flex-end">
            <Button loading={retry.isPending} onClick={() => retry.mutate()}>
              {t('runs.retry')}
            </Button>
          </Group>
        </May>
      </Stack>
    </Modal>
  );
}

type Cause = { engine: string; code: string; message: string; number: number };

function Causes({ failures }: { failures: readonly Cause[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const names = useNames();
  return (
    <List size="sm" spacing="xs" data-testid="run-failures">
      {failures.map(({ engine, code, message, number }) => (
        <List.Item key={`${engine} ${code}`}>
          {t('runs.failuresOf', { engine: names.engine(engine), number: format.integer(number) })} {label('answers.codes', code)}
          <Text size="xs" c="dimmed" lang="en">
            <bdi>{message}</bdi>
          </Text>
        </List.Item>
      ))}
    </List>
  );
}
