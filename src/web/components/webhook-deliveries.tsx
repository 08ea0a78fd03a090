import { Badge, Button, Card, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Webhook, type WebhookDelivery } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useDeliveries } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Empty, Failure, Loading, MoreButton, PageTitle } from './states.tsx';

/** What was sent to one endpoint, each with its attempts. */
export function WebhookDeliveries({ webhook, onBack }: { webhook: Webhook; onBack: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useDeliveries(slug, webhook.id);
  const replay = useReplay(webhook.id);
  const all = data?.pages.flatMap((page) => page.deliveries) ?? [];
  return (
    <>
      <PageTitle title={t('webhooks.deliveriesLabel', { name: webhook.name || webhook.url })}>
        <Button variant="default" onClick={onBack}>
          {t('webhooks.back')}
        </Button>
      </PageTitle>
      <ReplayRange replay={replay} />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : all.length === 0 ? (
        <Empty title={t('webhooks.deliveriesEmptyTitle')} text={t('webhooks.deliveriesEmptyText')} />
      ) : (
        <Stack gap="xs">
          {all.map((delivery) => (
            <Delivery key={delivery.id} delivery={delivery} onReplay={() => replay.mutate({ delivery: delivery.id })} />
          ))}
        </Stack>
      )}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </>
  );
}

type Range = { delivery: string } | { from: string; to: string };

function useReplay(id: string) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (json: Range) => call(api.webhooks[':id'].replay.$post({ param: { id }, query: { workspace: slug }, json })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['deliveries', slug, id] }),
  });
}

function ReplayRange({ replay }: { replay: ReturnType<typeof useReplay> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const iso = (local: string) => new Date(local).toISOString();
  return (
    <Card withBorder component="section" aria-label={t('webhooks.replayRange')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          replay.mutate({ from: iso(from), to: iso(to) });
        }}
      >
        <Group align="flex-end" gap="sm">
          <TextInput
            type="datetime-local"
            required
            label={t('webhooks.replayFrom')}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
          />
          <TextInput
            type="datetime-local"
            required
            label={t('webhooks.replayTo')}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            loading={replay.isPending && 'from' in replay.variables}
            aria-label={t('webhooks.replayRange')}
          >
            {t('webhooks.replaySubmit')}
          </Button>
          {replay.data && (
            <Text size="sm" role="status">
              {t('webhooks.replayed', { number: format.integer(replay.data.replayed) })}
            </Text>
          )}
        </Group>
      </form>
      {replay.error && <Failure error={replay.error} />}
    </Card>
  );
}

const colours: Record<string, string> = { delivered: 'green', waiting: 'orange', given_up: 'red' };

function Delivery({ delivery, onReplay }: { delivery: WebhookDelivery; onReplay: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const type = label('webhooks.types', delivery.type);
  const time = format.time(delivery.occurredAt);
  return (
    <Card withBorder padding="sm" data-testid="delivery">
      <Group justify="space-between">
        <Group gap="xs">
          <Badge
            variant="default"
            leftSection={
              <span aria-hidden="true" style={{ color: `var(--mantine-color-${colours[delivery.state] ?? 'gray'}-6)` }}>
                ●
              </span>
            }
          >
            {label('webhooks.states', delivery.state)}
          </Badge>
          <Text size="sm" fw={600}>
            {type}
          </Text>
          <Text size="sm">{time}</Text>
          {delivery.state === 'waiting' && delivery.attempts.length > 0 && (
            <Text size="sm" c="dimmed">
              {t('webhooks.nextTry', { time: format.time(delivery.dueAt) })}
            </Text>
          )}
        </Group>
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
            {t(open ? 'webhooks.hideDetail' : 'webhooks.showDetail')}
          </Button>
          {delivery.state !== 'waiting' && (
            <Button size="xs" variant="default" onClick={onReplay} aria-label={t('webhooks.replayLabel', { type, time })}>
              {t('webhooks.replay')}
            </Button>
          )}
        </Group>
      </Group>
      {open && <Detail delivery={delivery} />}
    </Card>
  );
}

/** Bodies and replies are others' text: shown as it is, read as nothing. */
function Detail({ delivery }: { delivery: WebhookDelivery }) {
  const { t } = useTranslation();
  const format = useFormat();
  const wrap = { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' } as const;
  return (
    <Stack gap="xs" mt="sm">
      {delivery.attempts.map((attempt) => (
        <div key={attempt.number} data-testid="attempt">
          <Text size="sm">
            {t('webhooks.attempt', { number: format.integer(attempt.number) })} · {format.time(attempt.startedAt)}
            {attempt.status !== null && ` · ${t('webhooks.attemptStatus', { status: attempt.status })}`}
            {attempt.latencyMs !== null && ` · ${format.seconds(attempt.latencyMs)}`}
            {attempt.endedAt === null && ` · ${t('webhooks.attemptOpen')}`}
          </Text>
          {attempt.error && (
            <Text size="sm" lang="en" style={wrap}>
              <bdi>{attempt.error}</bdi>
            </Text>
          )}
          {attempt.reply && (
            <Code block style={wrap} aria-label={t('webhooks.replyLabel', { number: format.integer(attempt.number) })}>
              {attempt.reply}
            </Code>
          )}
        </div>
      ))}
      <Text size="sm">{t('webhooks.body')}</Text>
      <Code block style={wrap}>
        {delivery.body}
      </Code>
    </Stack>
  );
}
