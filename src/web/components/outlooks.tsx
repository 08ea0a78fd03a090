import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOutlooks } from '../alert-queries.ts';
import type { Outlook, Suspect } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useNames } from '../alert-names.ts';
import { useWorkspace } from '../workspace.ts';
import { DataTable } from './data-table.tsx';

/** Silence is told as what it is: watched, or not able to tell. */
export function Outlooks() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const { data } = useOutlooks(slug);
  const [open, setOpen] = useState(false);
  if (!data || data.outlooks.length === 0) return null;
  const count = (state: Outlook['state']) => format.integer(data.outlooks.filter((one) => one.state === state).length);
  const summary = { watching: count('watching'), cannot: count('cannot tell yet'), learning: count('learning'), alert: count('alert') };
  return (
    <Card withBorder component="section" aria-label={t('alerts.outlookTitle')}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('alerts.outlookTitle')}
        </Title>
        <Text size="sm">{t('alerts.outlookText')}</Text>
        <Text size="sm">{t('alerts.outlookSummary', summary)}</Text>
        <Suspects suspects={data.suspects} />
        <Group>
          <Button size="xs" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t('alerts.hideOutlooks') : t('alerts.showOutlooks')}
          </Button>
        </Group>
        {open && <OutlookTable outlooks={data.outlooks} />}
      </Stack>
    </Card>
  );
}

/** What stands out and is not told yet. */
function Suspects({ suspects }: { suspects: Suspect[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const names = useNames();
  if (suspects.length === 0) return null;
  const nameOf = ({ brand, stage, engine }: Suspect) => [names.brand(brand), label('stages', stage), names.engine(engine)].join(' · ');
  return (
    <Text size="sm" data-testid="suspects">
      {t('alerts.suspects', { series: suspects.map(nameOf).join(', ') })}
    </Text>
  );
}

function OutlookTable({ outlooks }: { outlooks: Outlook[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const names = useNames();
  return (
    <DataTable
      label={t('alerts.outlookTitle')}
      minWidth={640}
      columns={[
        t('alerts.brandColumn'),
        t('alerts.stage'),
        t('alerts.engine'),
        t('alerts.outlookLevel'),
        t('alerts.outlookState'),
        t('alerts.outlookDrop'),
      ]}
    >
      {outlooks.map((one) => (
        <tr key={JSON.stringify([one.brand, one.stage, one.engine])}>
          <td>
            <bdi>{names.brand(one.brand)}</bdi>
          </td>
          <td>{label('stages', one.stage)}</td>
          <td>{names.engine(one.engine)}</td>
          <td>{one.visibility === null ? t('common.notMeasured') : format.percent(one.visibility)}</td>
          <td>
            {label('alerts.outlookStates', one.state)}
            <Text size="xs" c="dimmed">
              {t(`alerts.because.${one.because.code}`, one.because)}
            </Text>
          </td>
          <td>{one.smallestDrop === null ? t('alerts.none') : format.percent(one.smallestDrop)}</td>
        </tr>
      ))}
    </DataTable>
  );
}
