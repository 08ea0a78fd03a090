import { Alert, Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeText } from '../decode-text.ts';
import { DataTable } from './data-table.tsx';
import { Failure, Loading } from './states.tsx';

const shownRows = 200;

type Line = { line: number; status: string };
type Props<Row extends Line> = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What the file has to look like. */
  about: ReactNode;
  preview: (csv: string) => Promise<readonly Row[]>;
  /** @returns how many lines were kept */
  keep: (csv: string) => Promise<number>;
  /** Of these a line is kept. */
  kept: readonly Row['status'][];
  texts: { keep: (count: number) => string; done: (count: number) => string };
  children: (rows: readonly Row[]) => ReactNode;
};

/** A spreadsheet, line by line before anything of it is kept. */
export function CsvImport<Row extends Line>({ opened, onClose, title, ...rest }: Props<Row>) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <ImportForm onClose={onClose} {...rest} />
    </Modal>
  );
}

function ImportForm<Row extends Line>({ onClose, about, kept, texts, children, ...steps }: Omit<Props<Row>, 'opened' | 'title'>) {
  const { t, i18n } = useTranslation();
  const [csv, setCsv] = useState('');
  const preview = useMutation({ mutationFn: steps.preview });
  const keep = useMutation({ mutationFn: steps.keep });
  const choose = async (file: File | null) => {
    keep.reset();
    preview.reset();
    const text = file ? decodeText(new Uint8Array(await file.arrayBuffer()), i18n.language) : '';
    setCsv(text);
    if (text.trim() !== '') preview.mutate(text);
  };
  if (keep.data !== undefined) {
    return (
      <Alert color="green" variant="light" role="status">
        <Stack align="flex-start" gap="xs">
          {texts.done(keep.data)}
          <Button size="xs" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  const toKeep = preview.data?.filter(({ status }) => kept.includes(status)).length ?? 0;
  return (
    <Stack gap="sm">
      {about}
      <FileInput
        label={t('prompts.file')}
        placeholder={t('prompts.fileHint')}
        accept=".csv,.tsv,text/csv"
        clearable
        clearButtonProps={{ 'aria-label': t('prompts.clearFile') }}
        onChange={(file) => void choose(file)}
      />
      {preview.isPending && <Loading height={80} />}
      {preview.error && <Failure error={preview.error} />}
      {preview.data && children(preview.data)}
      {keep.error && <Failure error={keep.error} />}
      {preview.data && (
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={toKeep === 0} loading={keep.isPending} onClick={() => keep.mutate(csv)}>
            {texts.keep(toKeep)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type LinesProps<Row extends Line> = {
  counts: string;
  rows: readonly Row[];
  /** Bad lines first: those are what somebody has to do something about. */
  order: readonly Row['status'][];
  columns: readonly string[];
  statusOf: (row: Row) => string;
  cellsOf: (row: Row) => readonly string[];
};

/** The first lines of a file, each with what it is. */
export function ImportLines<Row extends Line>({ counts, rows, order, columns, statusOf, cellsOf }: LinesProps<Row>) {
  const { t } = useTranslation();
  const sorted = rows.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status) || a.line - b.line);
  return (
    <>
      <Text size="sm" role="status">
        {counts}
      </Text>
      <DataTable className="import-lines" label={t('prompts.previewLabel')} minWidth={560} columns={columns}>
        {sorted.slice(0, shownRows).map((row) => (
          <tr key={row.line} data-testid={`import-${row.status}`}>
            <td>{row.line}</td>
            <td className={row.status === 'bad' ? 'bad' : undefined}>{statusOf(row)}</td>
            {cellsOf(row).map((cell, index) => (
              <td key={columns[index + 2]}>
                <bdi>{cell}</bdi>
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
    </>
  );
}
