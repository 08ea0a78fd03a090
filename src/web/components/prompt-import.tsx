import { Alert, Button, FileInput, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type PromptImport as Preview } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

const shownRows = 200;

/** A spreadsheet of prompts, line by line before anything is added. */
export function PromptImport({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t('prompts.import')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ImportForm onClose={onClose} />
    </Modal>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [csv, setCsv] = useState('');
  const send = (dry: boolean) => (text: string) =>
    call(api.prompts.import.$post({ query: { workspace: slug }, json: { csv: text, dry, skipBad: !dry } }));
  const preview = useMutation({ mutationFn: send(true) });
  const add = useMutation({ mutationFn: send(false), onSuccess: () => client.invalidateQueries({ queryKey: ['prompts', slug] }) });
  const choose = async (file: File | null) => {
    add.reset();
    preview.reset();
    const text = file ? await file.text() : '';
    setCsv(text);
    if (text.trim() !== '') preview.mutate(text);
  };
  const count = (status: Preview['rows'][number]['status']) => preview.data?.rows.filter((row) => row.status === status).length ?? 0;
  if (add.data) {
    return (
      <Alert color="green" variant="light" role="status">
        <Stack align="flex-start" gap="xs">
          {t('prompts.added', { count: add.data.added })}
          <Button size="xs" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{t('prompts.importText')}</Text>
      <FileInput
        label={t('prompts.file')}
        placeholder={t('prompts.fileHint')}
        accept=".csv,.tsv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': t('prompts.clearFile') }}
        onChange={(file) => void choose(file)}
      />
      {preview.error && <Failure error={preview.error} />}
      {preview.data && (
        <>
          <Text size="sm" role="status">
            {t('prompts.importCounts', {
              fresh: format.integer(count('new')),
              known: format.integer(count('known')),
              bad: format.integer(count('bad')),
            })}
          </Text>
          <PreviewTable rows={preview.data.rows} />
          {add.error && <Failure error={add.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button disabled={count('new') === 0} loading={add.isPending} onClick={() => add.mutate(csv)}>
              {t('prompts.addRows', { count: count('new') })}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

/** Bad lines first: those are what somebody has to do something about. */
function PreviewTable({ rows }: { rows: Preview['rows'] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const order = ['bad', 'new', 'known'];
  const sorted = rows.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.line - b.line);
  return (
    <Table.ScrollContainer minWidth={560} mah={360} tabIndex={0} aria-label={t('prompts.previewLabel')}>
      <Table aria-label={t('prompts.previewLabel')} verticalSpacing={2}>
        <Table.Thead>
          <Table.Tr>
            {(['line', 'status', 'stage', 'language', 'text'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`prompts.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sorted.slice(0, shownRows).map(({ line, status, problems, prompt }) => (
            <Table.Tr key={line} data-testid={`import-${status}`}>
              <Table.Td>{line}</Table.Td>
              <Table.Td c={status === 'bad' ? 'var(--mantine-color-error)' : undefined}>
                {status === 'bad'
                  ? problems.map(({ column, problem }) => `${column}: ${label('prompts.problems', problem)}`).join('; ')
                  : t(`prompts.importStatus.${status}`)}
              </Table.Td>
              <Table.Td>{prompt.stage}</Table.Td>
              <Table.Td>{prompt.language}</Table.Td>
              <Table.Td>
                <bdi>{prompt.text}</bdi>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
