import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call, type PromptImport as Preview } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { CsvImport, ImportLines } from './csv-import.tsx';

type Row = Preview['rows'][number];

/** A spreadsheet of prompts, line by line before anything is added. */
export function PromptImport({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const send = (csv: string, dry: boolean) =>
    call(api.prompts.import.$post({ query: { workspace: slug }, json: { csv, dry, skipBad: !dry } }));
  const keep = async (csv: string) => {
    const { added } = await send(csv, false);
    await client.invalidateQueries({ queryKey: ['prompts', slug] });
    return added;
  };
  return (
    <CsvImport<Row>
      opened={opened}
      onClose={onClose}
      title={t('prompts.import')}
      about={<Text size="sm">{t('prompts.importText')}</Text>}
      preview={async (csv) => (await send(csv, true)).rows}
      keep={keep}
      kept={['new']}
      texts={{ keep: (count) => t('prompts.addRows', { count }), done: (count) => t('prompts.added', { count }) }}
    >
      {(rows) => <Lines rows={rows} />}
    </CsvImport>
  );
}

function Lines({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const count = (status: Row['status']) => format.integer(rows.filter((row) => row.status === status).length);
  return (
    <ImportLines
      rows={rows}
      counts={t('prompts.importCounts', { fresh: count('new'), known: count('known'), bad: count('bad') })}
      order={['bad', 'new', 'known']}
      columns={(['line', 'status', 'stage', 'language', 'text'] as const).map((column) => t(`prompts.${column}`))}
      statusOf={({ status, problems }) =>
        status === 'bad'
          ? problems.map(({ column, problem }) => `${column}: ${label('prompts.problems', problem)}`).join('; ')
          : t(`prompts.importStatus.${status}`)
      }
      cellsOf={({ prompt }) => [prompt.stage, prompt.language, prompt.text]}
    />
  );
}
