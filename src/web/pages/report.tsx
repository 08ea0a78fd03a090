import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { May } from '../components/may.tsx';
import { ReportFiles } from '../components/report-files.tsx';
import { ReportLinks } from '../components/report-links.tsx';
import { ReportView } from '../components/report-view.tsx';
import { Failure, Loading } from '../components/states.tsx';
import { useReport } from '../report-queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';

export default function ReportPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const href = useHref();
  const { slug } = useWorkspace();
  const [sharing, setSharing] = useState(false);
  const { data, error, refetch } = useReport(slug, id);
  useEffect(() => {
    document.title = `${data ? `${data.label} · ` : ''}${t('reports.title')} · Wayseen`;
  }, [data, t]);
  return (
    <>
      <Group className="no-print" justify="space-between">
        <Link href={href('/reports')}>{t('reports.all')}</Link>
        <Group gap="xs">
          <ReportFiles id={id} />
          <May needs="editor">
            <Button variant="default" onClick={() => setSharing(!sharing)} aria-expanded={sharing}>
              {t('reports.share')}
            </Button>
          </May>
          <Button variant="default" onClick={() => window.print()}>
            {t('reports.print')}
          </Button>
        </Group>
      </Group>
      {sharing && <ReportLinks workspace={slug} id={id} />}
      {data ? <ReportView kept={data} /> : error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />}
    </>
  );
}
