import { Button, Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { WebhookCard } from '../components/webhook-card.tsx';
import { WebhookDeliveries } from '../components/webhook-deliveries.tsx';
import { WebhookForm } from '../components/webhook-form.tsx';
import { SecretOnce, type ShownSecret } from '../components/webhook-secret.tsx';
import { useWebhooks } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';

export default function Webhooks() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useWebhooks(slug);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<ShownSecret | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const chosen = data?.webhooks.find(({ id }) => id === opened);
  if (chosen) return <WebhookDeliveries webhook={chosen} onBack={() => setOpened(null)} />;
  return (
    <>
      <PageTitle title={t('webhooks.title')} lead={t('webhooks.lead')}>
        <Button onClick={() => setAdding(true)}>{t('webhooks.add')}</Button>
      </PageTitle>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.webhooks.length === 0 ? (
        <Empty title={t('webhooks.emptyTitle')} text={t('webhooks.emptyText')} />
      ) : (
        <Stack>
          {data.webhooks.map((webhook) => (
            <WebhookCard key={webhook.id} webhook={webhook} onSecret={setSecret} onDeliveries={() => setOpened(webhook.id)} />
          ))}
        </Stack>
      )}
      <Modal
        opened={adding}
        onClose={() => setAdding(false)}
        title={t('webhooks.add')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {adding && data && (
          <WebhookForm
            eventTypes={data.eventTypes}
            mail={data.mail}
            onDone={(shown) => {
              setAdding(false);
              setSecret(shown);
            }}
          />
        )}
      </Modal>
      <SecretOnce shown={secret} onClose={() => setSecret(null)} />
    </>
  );
}
