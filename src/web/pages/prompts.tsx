import { Badge, Button, Group, Select, Table, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Prompt } from '../api.ts';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { usePrompts } from '../queries.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

const pageSize = 100;

export default function Prompts() {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const { data, error, refetch } = usePrompts(slug);
  const [pages, setPages] = useState(1);
  const [words, stage, language] = [url.get('q') ?? '', url.get('stage') ?? '', url.get('language') ?? ''];
  const found = (data ?? []).filter(
    (prompt) => (stage === '' || prompt.stage === stage) && (language === '' || prompt.language === language) && matches(prompt, words),
  );
  const choices = (values: string[], group: 'stages' | 'contentLanguages') => [
    { value: '', label: t('common.all') },
    ...[...new Set(values)].map((value) => ({ value, label: label(group, value) })),
  ];
  return (
    <>
      <PageTitle title={t('prompts.title')} lead={t('prompts.lead')} />
      <Group align="flex-end">
        <TextInput
          label={t('prompts.search')}
          placeholder={t('prompts.searchHint')}
          value={words}
          onChange={(event) => url.set({ q: event.currentTarget.value })}
        />
        <Select
          label={t('prompts.stage')}
          data={choices(
            (data ?? []).map((prompt) => prompt.stage),
            'stages',
          )}
          value={stage}
          onChange={(value) => url.set({ stage: value })}
          allowDeselect={false}
        />
        <Select
          label={t('prompts.language')}
          data={choices(
            (data ?? []).map((prompt) => prompt.language),
            'contentLanguages',
          )}
          value={language}
          onChange={(value) => url.set({ language: value })}
          allowDeselect={false}
        />
      </Group>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <Empty title={t('prompts.emptyTitle')} text={t('prompts.emptyText')} />
      ) : found.length === 0 ? (
        <Empty title={t('prompts.noMatchTitle')} text={t('prompts.noMatchText')}>
          <Button variant="default" onClick={() => url.set({ q: null, stage: null, language: null })}>
            {t('prompts.clear')}
          </Button>
        </Empty>
      ) : (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('prompts.count', { shown: format.integer(found.length), total: format.integer(data.length) })}
          </Text>
          <PromptTable prompts={found.slice(0, pages * pageSize)} />
          {found.length > pages * pageSize && (
            <Button variant="default" onClick={() => setPages(pages + 1)}>
              {t('prompts.showMore')}
            </Button>
          )}
        </>
      )}
    </>
  );
}

const matches = ({ text, intent }: Prompt, words: string): boolean => {
  const place = `${text} ${intent}`.toLocaleLowerCase();
  return words
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => place.includes(word));
};

function PromptTable({ prompts }: { prompts: Prompt[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  return (
    <Table.ScrollContainer minWidth={640} tabIndex={0} aria-label={t('prompts.tableLabel')}>
      <Table aria-label={t('prompts.tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            {(['text', 'stage', 'intent', 'language', 'kind'] as const).map((column) => (
              <Table.Th key={column}>{t(`prompts.${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prompts.map((prompt) => (
            <Table.Tr key={prompt.id}>
              <Table.Td>
                <Link href={href(`/prompts/${prompt.id}`)} lang={prompt.language || undefined}>
                  <bdi>{prompt.text}</bdi>
                </Link>
              </Table.Td>
              <Table.Td>{label('stages', prompt.stage)}</Table.Td>
              <Table.Td>
                <bdi>{prompt.intent}</bdi>
              </Table.Td>
              <Table.Td>{label('contentLanguages', prompt.language)}</Table.Td>
              <Table.Td>{prompt.branded ? <Badge variant="default">{t('prompts.branded')}</Badge> : t('prompts.unbranded')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
