import {
  Alert,
  Badge,
  Button,
  Card,
  Group,
  Modal,
  NumberInput,
  Progress,
  SimpleGrid,
  Stack,
  Switch,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Engine } from '../api.ts';
import { EngineKeys } from '../components/engine-keys.tsx';
import { May } from '../components/may.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useEngineChange } from '../engine-change.ts';
import { useFormat } from '../format.ts';
import { useEngines } from '../queries.ts';
import { useMay, useWorkspace } from '../workspace.ts';

export default function Engines() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useEngines(slug, 5000);
  const [editing, setEditing] = useState<Engine | null>(null);
  return (
    <>
      <PageTitle title={t('engines.title')} lead={t('engines.lead')} needs="admin" />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <Empty title={t('engines.emptyTitle')} text={t('engines.emptyText')} />
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2 }}>
          {data.map((engine) => (
            <EngineCard key={engine.engine} engine={engine} onEdit={() => setEditing(engine)} />
          ))}
        </SimpleGrid>
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing && t('engines.editTitle', { engine: editing.label })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {editing && <Limits engine={editing} onClose={() => setEditing(null)} />}
      </Modal>
    </>
  );
}

function EngineCard({ engine, onEdit }: { engine: Engine; onEdit: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useEngineChange(engine.engine);
  const readOnly = !useMay('admin');
  const status = !engine.enabled ? 'off' : !engine.configured ? 'noKey' : engine.status;
  const colour = { off: 'gray', noKey: 'orange', active: 'green', stopped: 'red', budget_spent: 'orange' }[status];
  return (
    <Card withBorder component="section" aria-label={engine.label} data-testid="engine">
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <Title order={2} size="h4">
              {engine.label}
            </Title>
            <Badge
              variant="default"
              leftSection={
                <span aria-hidden="true" style={{ color: `var(--mantine-color-${colour}-6)` }}>
                  ●
                </span>
              }
            >
              {t(`engines.status.${status}`)}
            </Badge>
          </Group>
          <Switch
            checked={engine.enabled}
            disabled={readOnly || change.isPending}
            onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
            aria-label={t('engines.toggle', { engine: engine.label })}
          />
        </Group>
        {change.error && <Failure error={change.error} />}
        {!engine.configured && (
          <Text size="sm">
            {t('engines.missingKeys', { keys: engine.missingKeys.map((names) => names.join(' + ')).join(` ${t('engines.or')} `) })}
          </Text>
        )}
        {engine.status !== 'active' && <Trouble engine={engine} />}
        <Text size="sm">
          {t('engines.spent')}:{' '}
          {engine.monthlyBudgetUsd === null
            ? format.usd(engine.spentUsd)
            : t('engines.spentOf', { spent: format.usd(engine.spentUsd), budget: format.usd(engine.monthlyBudgetUsd) })}
          {engine.unpriced > 0 && ` · ${t('engines.unpriced', { number: format.integer(engine.unpriced) })}`}
        </Text>
        {engine.monthlyBudgetUsd !== null && (
          <Progress
            value={Math.min(100, (100 * engine.spentUsd) / Math.max(engine.monthlyBudgetUsd, 1e-9))}
            aria-label={t('engines.spentLabel', { engine: engine.label })}
          />
        )}
        <Text size="sm" c="dimmed">
          {t('engines.answers')}: {format.integer(engine.answers)} · {t('engines.waiting', { number: format.integer(engine.waiting) })} ·{' '}
          {t('engines.active', { number: format.integer(engine.active) })}
        </Text>
        <May needs="admin">
          <Group>
            <Button size="xs" variant="default" onClick={onEdit} aria-label={t('engines.editLabel', { engine: engine.label })}>
              {t('engines.edit')}
            </Button>
            <EngineKeys engine={engine} />
          </Group>
        </May>
      </Stack>
    </Card>
  );
}

/** Why it is not asked, and the way on. The message is the server's own, in English. */
function Trouble({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const resume = useMutation({
    mutationFn: () => call(api.engines[':engine'].resume.$post({ param: { engine: engine.engine }, query: { workspace: slug } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['engines', slug] }),
  });
  return (
    <Alert color={engine.status === 'stopped' ? 'red' : 'orange'} variant="light" role="alert">
      <Stack gap="xs" align="flex-start">
        {t(engine.status === 'stopped' ? 'engines.stoppedText' : 'engines.budgetText')}
        {engine.statusMessage && (
          <Text size="sm" lang="en">
            <bdi>{engine.statusMessage}</bdi>
          </Text>
        )}
        {resume.error && <Failure error={resume.error} />}
        {engine.status === 'stopped' && (
          <May needs="admin">
            <Button size="xs" onClick={() => resume.mutate()} loading={resume.isPending}>
              {t('engines.resume')}
            </Button>
          </May>
        )}
      </Stack>
    </Alert>
  );
}

const numberOrNull = (value: string | number): number | null => (value === '' ? null : Number(value));

function Limits({ engine, onClose }: { engine: Engine; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = useEngineChange(engine.engine, onClose);
  const [model, setModel] = useState(engine.model ?? '');
  const [requests, setRequests] = useState<string | number>(engine.requestsPerMinute ?? '');
  const [tokens, setTokens] = useState<string | number>(engine.tokensPerMinute ?? '');
  const [atOnce, setAtOnce] = useState<string | number>(engine.concurrency);
  const [budget, setBudget] = useState<string | number>(engine.monthlyBudgetUsd ?? '');
  const told = (value: number | null) =>
    value === null ? t('engines.leaveEmpty') : `${t('engines.leaveEmpty')} (${t('engines.told', { value: format.integer(value) })})`;
  const save = () =>
    change.mutate({
      model: model.trim() === '' ? null : model.trim(),
      requestsPerMinute: numberOrNull(requests),
      tokensPerMinute: numberOrNull(tokens),
      concurrency: Math.max(1, Number(atOnce) || 1),
      monthlyBudgetUsd: numberOrNull(budget),
    });
  return (
    <Stack gap="sm">
      <TextInput
        label={t('engines.model')}
        placeholder={t('engines.modelDefault')}
        value={model}
        onChange={(event) => setModel(event.currentTarget.value)}
      />
      <NumberInput
        label={t('engines.requests')}
        description={told(engine.toldRequestsPerMinute)}
        min={1}
        allowDecimal={false}
        value={requests}
        onChange={setRequests}
      />
      <NumberInput
        label={t('engines.tokens')}
        description={told(engine.toldTokensPerMinute)}
        min={1}
        allowDecimal={false}
        value={tokens}
        onChange={setTokens}
      />
      <NumberInput
        label={t('engines.concurrency')}
        description={t('engines.wholeNumber')}
        min={1}
        max={256}
        allowDecimal={false}
        value={atOnce}
        onChange={setAtOnce}
      />
      <NumberInput label={t('engines.budget')} description={t('engines.leaveEmpty')} min={0} value={budget} onChange={setBudget} />
      {change.error && <Failure error={change.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={save} loading={change.isPending}>
          {t('common.save')}
        </Button>
      </Group>
    </Stack>
  );
}
