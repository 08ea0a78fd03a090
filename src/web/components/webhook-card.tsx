import { Alert, Badge, Button, Card, Group, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Webhook } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';
import type { ShownSecret } from './webhook-secret.tsx';

/** What is done to an endpoint; the list is read anew after it. */
function useAction<T>(
  run: (at: { param: { id: string }; query: { workspace: string } }) => Promise<T>,
  id: string,
  onDone?: (result: T) => void,
) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => run({ param: { id }, query: { workspace: slug } }),
    onSuccess: async (result) => {
      await client.invalidateQueries({ queryKey: ['webhooks', slug] });
      onDone?.(result);
    },
  });
}

type Props = { webhook: Webhook; onSecret: (shown: ShownSecret) => void; onDeliveries: () => void };

export function WebhookCard({ webhook, onSecret, onDeliveries }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { id } = webhook;
  const name = webhook.name || webhook.url;
  const [asking, setAsking] = useState<'rotate' | 'remove' | null>(null);
  const done = () => setAsking(null);
  const test = useAction((at) => call(api.webhooks[':id'].test.$post(at)), id);
  const toggle = useAction((at) => call(api.webhooks[':id'].$patch({ ...at, json: { enabled: !webhook.enabled } })), id);
  const remove = useAction((at) => call(api.webhooks[':id'].$delete(at)), id, done);
  const rotate = useAction(
    (at) => call(api.webhooks[':id']['rotate-secret'].$post({ ...at, json: {} })),
    id,
    ({ secret, previousSecretUntil }) => {
      done();
      if (secret !== null) onSecret({ secret, previousUntil: previousSecretUntil });
    },
  );
  const failure = test.error ?? toggle.error;
  const events = webhook.events.map((type) => label('webhooks.types', type));
  return (
    <Card withBorder component="section" aria-label={name} data-testid="webhook">
      <Stack gap="xs">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Group gap="xs">
              <Title order={2} size="h4" style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Title>
              <Badge variant="default">{label('webhooks.channels', webhook.channel)}</Badge>
            </Group>
            {webhook.name !== '' && (
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                {webhook.url}
              </Text>
            )}
          </div>
          <Switch
            checked={webhook.enabled}
            disabled={toggle.isPending}
            onChange={() => toggle.mutate()}
            aria-label={t('webhooks.toggle', { name })}
          />
        </Group>
        {webhook.disabledReason && (
          <Alert color={webhook.disabledReason === 'user' ? 'gray' : 'red'} variant="light" role="alert" data-testid="disabled">
            <Stack gap="xs" align="flex-start">
              {label('webhooks.disabled', webhook.disabledReason)} {webhook.disabledAt && format.time(webhook.disabledAt)}
              <Button size="xs" variant="default" loading={toggle.isPending} onClick={() => toggle.mutate()}>
                {t('webhooks.enable')}
              </Button>
            </Stack>
          </Alert>
        )}
        <Text size="sm" c="dimmed">
          {events.length === 0 ? t('webhooks.allEvents') : events.join(' · ')}
        </Text>
        <Text size="sm" c="dimmed">
          {webhook.lastSuccessAt ? t('webhooks.lastSuccess', { time: format.time(webhook.lastSuccessAt) }) : t('webhooks.never')}
          {webhook.failingSince && ` · ${t('webhooks.failing', { time: format.time(webhook.failingSince) })}`}
          {webhook.heldUntil &&
            Date.parse(webhook.heldUntil) > Date.now() &&
            ` · ${t('webhooks.held', { time: format.time(webhook.heldUntil) })}`}
        </Text>
        {failure && <Failure error={failure} />}
        {test.isSuccess && (
          <Text size="sm" role="status">
            {t('webhooks.testSent')}
          </Text>
        )}
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            disabled={!webhook.enabled}
            loading={test.isPending}
            onClick={() => test.mutate()}
            aria-label={t('webhooks.testLabel', { name })}
          >
            {t('webhooks.test')}
          </Button>
          <Button size="xs" variant="default" onClick={onDeliveries} aria-label={t('webhooks.deliveriesLabel', { name })}>
            {t('webhooks.deliveries')}
          </Button>
          {webhook.channel === 'webhook' && (
            <Button size="xs" variant="default" onClick={() => setAsking('rotate')} aria-label={t('webhooks.rotateLabel', { name })}>
              {t('webhooks.rotate')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => setAsking('remove')} aria-label={t('webhooks.removeLabel', { name })}>
            {t('webhooks.remove')}
          </Button>
        </Group>
      </Stack>
      <Confirm what={asking} name={name} action={asking === 'rotate' ? rotate : remove} onClose={done} />
    </Card>
  );
}

type Action = { mutate: () => void; isPending: boolean; error: Error | null };

function Confirm({ what, name, action, onClose }: { what: 'rotate' | 'remove' | null; name: string; action: Action; onClose: () => void }) {
  const { t } = useTranslation();
  const wanted = what ?? 'remove';
  return (
    <Modal
      opened={what !== null}
      onClose={onClose}
      title={t(`webhooks.${wanted}Label`, { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <Stack gap="sm">
        <Text size="sm">{t(`webhooks.${wanted}Text`)}</Text>
        {action.error && <Failure error={action.error} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button color={wanted === 'remove' ? 'red' : undefined} loading={action.isPending} onClick={() => action.mutate()}>
            {t(`webhooks.${wanted}`)}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
