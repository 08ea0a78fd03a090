import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, download } from '../api.ts';
import { languages } from '../i18n.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

const formats = ['pdf', 'xlsx', 'csv', 'json'] as const;
type Format = (typeof formats)[number];

/** The report as files: all hold the same numbers. */
export function ReportFiles({ id }: { id: string }) {
  const { t, i18n } = useTranslation();
  const { slug: workspace } = useWorkspace();
  const language = languages.find((one) => one === i18n.language) ?? 'en';
  const save = useMutation({
    mutationFn: (format: Format) =>
      download(api.reports[':id'].files[':format'].$get({ param: { id, format }, query: { workspace, language } })),
  });
  return (
    <Group gap="xs" role="group" aria-label={t('reports.files')}>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          loading={save.isPending && save.variables === format}
          onClick={() => save.mutate(format)}
          aria-label={t('reports.download', { format: format.toUpperCase() })}
        >
          {format.toUpperCase()}
        </Button>
      ))}
      {save.error && <Failure error={save.error} />}
    </Group>
  );
}
