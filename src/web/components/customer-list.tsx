import { Button, Card, Group, List, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCustomerChange, useTalk, type Customer } from '../conversation-queries.ts';
import { useLabel } from '../label.ts';
import { CustomerForm } from './customer-form.tsx';
import { May } from './may.tsx';
import { Failure } from './states.tsx';
import { TalkPrice } from './talk-price.tsx';

/** Who asks on through the stages, with what they ask; to be added, let talk, and archived. */
export function CustomerList({ customers }: { customers: readonly Customer[] }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const talk = useTalk();
  const present = customers.filter(({ archived }) => !archived);
  return (
    <Stack gap="sm">
      {present.map((customer) => (
        <CustomerCard key={customer.id} customer={customer} />
      ))}
      <May needs="editor">
        {adding ? (
          <CustomerForm onClose={() => setAdding(false)} />
        ) : (
          <Group>
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('conversations.add')}
            </Button>
            {present.length > 1 && (
              <Button variant="default" loading={talk.isPending} onClick={() => talk.mutate([])}>
                {t('conversations.talkAll')}
              </Button>
            )}
          </Group>
        )}
        {!adding && present.length > 1 && <TalkPrice customerIds={[]} />}
        {talk.error && <Failure error={talk.error} />}
      </May>
    </Stack>
  );
}

function CustomerCard({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const label = useLabel();
  const talk = useTalk();
  const { id, persona, need, language, script, byModel, weekly } = customer;
  return (
    <Card withBorder component="article" data-testid="customer">
      <Stack gap="xs">
        <Text fw={600} lang={language}>
          <bdi>{persona}</bdi>
        </Text>
        <Text size="sm" lang={language}>
          <bdi>{need}</bdi>
        </Text>
        <Text size="xs" c="dimmed">
          {label('contentLanguages', language)} · {t(byModel ? 'conversations.byModel' : 'conversations.byScript')}
        </Text>
        <details>
          <summary>{t('conversations.questions', { number: script.length })}</summary>
          <List size="sm" type="ordered" lang={language}>
            {script.map(({ stage, text }, index) => (
              <List.Item key={index}>
                <strong>{label('stages', stage)}</strong> <bdi>{text}</bdi>
              </List.Item>
            ))}
          </List>
        </details>
        <May needs="editor">
          <Group gap="sm" align="flex-end">
            <Weekly id={id} weekly={weekly} />
            <Button
              variant="default"
              loading={talk.isPending}
              onClick={() => talk.mutate([id])}
              aria-label={t('conversations.talkOf', { persona })}
            >
              {t('conversations.talk')}
            </Button>
            <Archive customer={customer} />
          </Group>
          <TalkPrice customerIds={[id]} weekly={weekly} />
          {talk.error && <Failure error={talk.error} />}
          {talk.isSuccess && (
            <Text size="sm" role="status">
              {t('conversations.started')}
            </Text>
          )}
        </May>
      </Stack>
    </Card>
  );
}

function Weekly({ id, weekly }: { id: string; weekly: number }) {
  const { t } = useTranslation();
  const change = useCustomerChange();
  return (
    <>
      <NumberInput
        label={t('conversations.weekly')}
        w={200}
        min={0}
        max={20}
        clampBehavior="strict"
        defaultValue={weekly}
        disabled={change.isPending}
        onBlur={(event) => {
          const wanted = Number(event.currentTarget.value);
          if (Number.isInteger(wanted) && wanted !== weekly) change.mutate({ id, weekly: wanted });
        }}
      />
      {change.error && <Failure error={change.error} />}
    </>
  );
}

function Archive({ customer: { id, persona } }: { customer: Customer }) {
  const { t } = useTranslation();
  const change = useCustomerChange();
  return (
    <Button
      variant="subtle"
      loading={change.isPending}
      onClick={() => change.mutate({ id, archived: true })}
      aria-label={t('conversations.archiveOf', { persona })}
    >
      {t('conversations.archive')}
    </Button>
  );
}
