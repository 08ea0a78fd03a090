import { Code, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call, type ConversionRow } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { CsvImport, ImportLines } from './csv-import.tsx';

const example = 'stage,date,visitors,conversions\nawareness,2026-09-07,1000,620\nconsideration,2026-09-07,620,440';
const kept: readonly ConversionRow['status'][] = ['new', 'changed'];
const cells = ['stage', 'date', 'visitors', 'conversions'] as const;

/** A file of conversions, line by line before anything is kept. */
export function ConversionImport({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const query = { workspace: slug };
  const keep = async (csv: string) => {
    const { rows } = await call(api.conversions.imports.$post({ query, json: { csv, skipBad: true } }));
    await client.invalidateQueries({ queryKey: ['conversions', slug] });
    return rows.filter(({ status }) => kept.includes(status)).length;
  };
  return (
    <CsvImport<ConversionRow>
      opened={opened}
      onClose={onClose}
      title={t('funnel.import')}
      about={
        <>
          <Text size="sm">{t('funnel.importText')}</Text>
          <Code block>{example}</Code>
        </>
      }
      preview={async (csv) => (await call(api.conversions.imports.preview.$post({ query, json: { csv } }))).rows}
      keep={keep}
      kept={kept}
      texts={{ keep: (count) => t('funnel.keep', { count }), done: (count) => t('funnel.kept', { count }) }}
    >
      {(rows) => <Lines rows={rows} />}
    </CsvImport>
  );
}

function Lines({ rows }: { rows: readonly ConversionRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const count = (status: ConversionRow['status']) => format.integer(rows.filter((row) => row.status === status).length);
  return (
    <ImportLines
      rows={rows}
      counts={t('funnel.importCounts', { fresh: count('new'), changed: count('changed'), known: count('known'), bad: count('bad') })}
      order={['bad', 'changed', 'new', 'known']}
      columns={(['line', 'status', ...cells] as const).map((column) => t(`funnel.columns.${column}`))}
      statusOf={({ status, problems }) =>
        status === 'bad'
          ? problems.map(({ column, problem }) => `${column}: ${label('funnel.problems', problem)}`).join('; ')
          : t(`funnel.statuses.${status}`)
      }
      cellsOf={({ cells: of }) => cells.map((column) => of[column])}
    />
  );
}
