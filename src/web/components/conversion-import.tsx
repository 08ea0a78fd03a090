import { Alert, Button, Code, FileInput, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type ConversionRow } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

const shownRows = 200;
const example = 'stage,date,visitors,conversions\nawareness,2026-09-07,1000,620\nconsideration,2026-09-07,620,440';

/** A file of conversions, line by line before anything is kept. */
export function ConversionImport({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t('funnel.import')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ImportForm onClose={onClose} />
    </Modal>
  );
}

function ImportForm({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [csv, setCsv] = useState('');
  const query = { workspace: slug };
  const preview = useMutation({
    mutationFn: (text: string) => call(api.conversions.imports.preview.$post({ query, json: { csv: text } })),
  });
  const keep = useMutation({
    mutationFn: () => call(api.conversions.imports.$post({ query, json: { csv, skipBad: true } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['conversions', slug] }),
  });
  const choose = async (file: File | null) => {
    keep.reset();
    preview.reset();
    const text = file ? await file.text() : '';
    setCsv(text);
    if (text.trim() !== '') preview.mutate(text);
  };
  if (keep.data) {
    return (
      <Alert color="green" variant="light" role="status">
        <Stack align="flex-start" gap="xs">
          {t('funnel.kept', { count: countOf(keep.data.rows, ['new', 'changed']) })}
          <Button size="xs" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{t('funnel.importText')}</Text>
      <Code block>{example}</Code>
      <FileInput
        label={t('prompts.file')}
        placeholder={t('prompts.fileHint')}
        accept=".csv,.tsv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': t('prompts.clearFile') }}
        onChange={(file) => void choose(file)}
      />
      {preview.error && <Failure error={preview.error} />}
      {preview.data && <Preview rows={preview.data.rows} />}
      {keep.error && <Failure error={keep.error} />}
      {preview.data && (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={countOf(preview.data.rows, ['new', 'changed']) === 0} loading={keep.isPending} onClick={() => keep.mutate()}>
            {t('funnel.keep', { count: countOf(preview.data.rows, ['new', 'changed']) })}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

const countOf = (rows: readonly ConversionRow[], statuses: readonly ConversionRow['status'][]): number =>
  rows.filter(({ status }) => statuses.includes(status)).length;

/** Bad lines first: those are what somebody has to do something about. */
function Preview({ rows }: { rows: readonly ConversionRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const order = ['bad', 'changed', 'new', 'known'];
  const sorted = rows.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.line - b.line);
  const count = (status: ConversionRow['status']) => format.integer(countOf(rows, [status]));
  return (
    <>
      <Text size="sm" role="status">
        {t('funnel.importCounts', { fresh: count('new'), changed: count('changed'), known: count('known'), bad: count('bad') })}
      </Text>
      <Table.ScrollContainer minWidth={560} mah={360} tabIndex={0} aria-label={t('prompts.previewLabel')}>
        <Table aria-label={t('prompts.previewLabel')} verticalSpacing={2}>
          <Table.Thead>
            <Table.Tr>
              {(['line', 'status', 'stage', 'date', 'visitors', 'conversions'] as const).map((column) => (
                <Table.Th key={column} scope="col">
                  {t(`funnel.columns.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.slice(0, shownRows).map(({ line, status, problems, cells }) => (
              <Table.Tr key={line} data-testid={`import-${status}`}>
                <Table.Td>{line}</Table.Td>
                <Table.Td c={status === 'bad' ? 'var(--mantine-color-error)' : undefined}>
                  {status === 'bad'
                    ? problems.map(({ column, problem }) => `${column}: ${label('funnel.problems', problem)}`).join('; ')
                    : t(`funnel.statuses.${status}`)}
                </Table.Td>
                {(['stage', 'date', 'visitors', 'conversions'] as const).map((column) => (
                  <Table.Td key={column}>
                    <bdi>{cells[column]}</bdi>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
