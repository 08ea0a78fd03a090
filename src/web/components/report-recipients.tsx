import { Button, Checkbox, Code, Group, NativeSelect, Stack, Table, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { useFormat } from '../format.ts';
import { languages, type Language } from '../i18n.ts';
import { useLabel } from '../label.ts';
import { useReportRecipients, type ReportRecipient } from '../report-queries.ts';
import { useWorkspace } from '../workspace.ts';
import { May } from './may.tsx';
import { Section } from './section.tsx';
import { Failure } from './states.tsx';

/** Who gets which reports by mail, and what the mail server said of the last one. */
export function ReportRecipients() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error } = useReportRecipients(slug);
  return (
    <Section title={t('recipients.title')}>
      <Stack gap="sm" data-testid="recipients">
        {data && !data.mail && <Text size="sm">{t('recipients.noServer')}</Text>}
        <May needs="admin">{data?.mail && <NewRecipient />}</May>
        {data && data.recipients.length > 0 && <Recipients recipients={data.recipients} />}
        {error && !data && <Failure error={error} />}
      </Stack>
    </Section>
  );
}

function NewRecipient() {
  const { t, i18n } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [address, setAddress] = useState('');
  const [language, setLanguage] = useState<Language>(languages.find((one) => one === i18n.language) ?? 'en');
  const [cadence, setCadence] = useState({ weekly: true, monthly: false });
  const add = useMutation({
    mutationFn: () =>
      call(api['report-recipients'].$post({ query: { workspace: slug }, json: { address: address.trim(), language, ...cadence } })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['report-recipients', slug] });
      setAddress('');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <Stack gap="xs">
        <Group align="flex-end">
          <TextInput
            type="email"
            required
            label={t('recipients.address')}
            value={address}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('recipients.language')}
            value={language}
            data={languages.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onChange={({ currentTarget: { value } }) => setLanguage(languages.find((one) => one === value) ?? 'en')}
          />
          {(['weekly', 'monthly'] as const).map((name) => (
            <Checkbox
              key={name}
              mb={8}
              label={t(`recipients.${name}`)}
              checked={cadence[name]}
              onChange={(event) => setCadence({ ...cadence, [name]: event.currentTarget.checked })}
            />
          ))}
          <Button type="submit" variant="default" loading={add.isPending}>
            {t('recipients.add')}
          </Button>
        </Group>
        {add.error && <Failure error={add.error} />}
      </Stack>
    </form>
  );
}

function Recipients({ recipients }: { recipients: readonly ReportRecipient[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={640} tabIndex={0} aria-label={t('recipients.title')}>
      <Table aria-label={t('recipients.title')}>
        <Table.Thead>
          <Table.Tr>
            {(['address', 'language', 'reports', 'lastMail'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`recipients.${column}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {recipients.map((recipient) => (
            <RecipientLine key={recipient.id} recipient={recipient} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RecipientLine({ recipient }: { recipient: ReportRecipient }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const { id, address, language, weekly, monthly, unsubscribedAt } = recipient;
  const remove = useMutation({
    mutationFn: () => call(api['report-recipients'][':id'].$delete({ param: { id }, query: { workspace: slug } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['report-recipients', slug] }),
  });
  const wanted = [weekly && t('recipients.weekly'), monthly && t('recipients.monthly')].filter(Boolean).join(', ');
  return (
    <Table.Tr data-testid="recipient">
      <Table.Th scope="row">
        <bdi>{address}</bdi>
      </Table.Th>
      <Table.Td>{t(`languages.${languages.find((one) => one === language) ?? 'en'}`)}</Table.Td>
      <Table.Td>
        {unsubscribedAt === null ? wanted || t('common.none') : t('recipients.unsubscribed', { time: format.time(unsubscribedAt) })}
      </Table.Td>
      <Table.Td>
        <LastMail mail={recipient.lastMail} />
      </Table.Td>
      <Table.Td>
        <May needs="admin">
          <Button
            size="xs"
            variant="subtle"
            color="red"
            aria-label={t('recipients.removeLabel', { address })}
            loading={remove.isPending}
            onClick={() => remove.mutate()}
          >
            {t('recipients.remove')}
          </Button>
        </May>
        {remove.error && <Failure error={remove.error} />}
      </Table.Td>
    </Table.Tr>
  );
}

/** The server's answer is its own text: shown as it is. */
function LastMail({ mail }: { mail: ReportRecipient['lastMail'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  if (mail === null)
    return (
      <Text size="sm" c="dimmed">
        {t('recipients.noMail')}
      </Text>
    );
  const answer = mail.reply ?? mail.error;
  return (
    <>
      <Text size="sm">
        {label('webhooks.states', mail.state)}
        {mail.triedAt !== null && ` · ${format.time(mail.triedAt)}`}
        {mail.state === 'waiting' && mail.triedAt !== null && ` · ${t('webhooks.nextTry', { time: format.time(mail.dueAt) })}`}
      </Text>
      {answer !== null && answer !== '' && (
        <Code lang="en" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
          {answer}
        </Code>
      )}
    </>
  );
}
