import { Button, Group, MultiSelect, Select, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { languages, type Language } from '../i18n.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';
import type { ShownSecret } from './webhook-secret.tsx';

const channels = ['webhook', 'slack', 'teams', 'email'] as const;
type Channel = (typeof channels)[number];
type NewWebhook = Parameters<typeof api.webhooks.$post>[0]['json'];

type Props = { eventTypes: string[]; mail: boolean; onDone: (shown: ShownSecret | null) => void };

export function WebhookForm({ eventTypes, mail, onDone }: Props) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [channel, setChannel] = useState<Channel>('webhook');
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const [events, setEvents] = useState<string[]>([]);
  const [language, setLanguage] = useState<Language>(languages.find((one) => one === i18n.language) ?? 'en');
  const add = useMutation({
    mutationFn: (json: NewWebhook) => call(api.webhooks.$post({ query: { workspace: slug }, json })),
    onSuccess: async ({ secret }) => {
      await client.invalidateQueries({ queryKey: ['webhooks', slug] });
      onDone(secret === null ? null : { secret, previousUntil: null });
    },
  });
  const submit = () => add.mutate({ channel, url, name, language, events: events as NewWebhook['events'] });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <Select
          label={t('webhooks.channel')}
          data={channels.map((value) => ({ value, label: label('webhooks.channels', value) }))}
          value={channel}
          allowDeselect={false}
          onChange={(value) => setChannel(channels.find((one) => one === value) ?? 'webhook')}
        />
        {channel === 'email' && !mail && (
          <Text size="sm" role="note">
            {t('webhooks.noMail')}
          </Text>
        )}
        <TextInput
          label={t('webhooks.url')}
          description={t(`webhooks.urlHints.${channel}`)}
          required
          type={channel === 'email' ? 'email' : 'url'}
          value={url}
          onChange={(event) => setUrl(event.currentTarget.value)}
        />
        <TextInput
          label={t('webhooks.name')}
          description={t('webhooks.nameHint')}
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <MultiSelect
          label={t('webhooks.events')}
          description={t('webhooks.eventsHint')}
          data={eventTypes.map((value) => ({ value, label: label('webhooks.types', value) }))}
          value={events}
          onChange={setEvents}
        />
        {channel !== 'webhook' && (
          <Select
            label={t('webhooks.language')}
            data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
            value={language}
            allowDeselect={false}
            onChange={(value) => setLanguage(languages.find((one) => one === value) ?? 'en')}
          />
        )}
        {add.error && <Failure error={add.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={add.isPending}>
            {t('webhooks.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
