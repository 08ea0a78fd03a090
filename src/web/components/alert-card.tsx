import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAlertStep } from '../alert-queries.ts';
import type { Alert } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import type { Names } from '../alert-names.ts';
import { useMay } from '../workspace.ts';
import { AlertEvidence } from './alert-evidence.tsx';
import { FigureText } from './figure-text.tsx';
import { Failure } from './states.tsx';

type Props = { alert: Alert; names: Names; startsOpen: boolean };

/** An alert in words first: what, whose, where, from what to what, since when, and why. */
export function AlertCard({ alert, names, startsOpen }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const [open, setOpen] = useState(startsOpen);
  const title = label(`alerts.titles.${alert.metric}`, alert.direction);
  const place = [
    alert.brand === null ? t('alerts.allBrands') : names.brand(alert.brand),
    alert.stage === null ? t('alerts.allStages') : label('stages', alert.stage),
    alert.engine === null ? t('alerts.allEngines') : names.engine(alert.engine),
  ].join(' · ');
  const rule = alert.rule === null ? null : names.rule(alert.rule);
  return (
    <Card withBorder component="article" aria-label={`${title}${t('common.colon')}${place}`} data-testid="alert">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <div>
            <Title order={3} size="h5">
              {title}
              {t('common.colon')}
              <bdi>{place}</bdi>
            </Title>
            <Group gap={6}>
              <FigureText figure={alert.before} interval="panel" />
              <span aria-hidden="true">→</span>
              <FigureText figure={alert.after} interval="panel" strong />
              <Text size="sm">{t('alerts.since', { day: format.period(alert.since.slice(0, 10), 'day') })}</Text>
            </Group>
          </div>
          <Steps alert={alert} />
        </Group>
        {alert.cause !== null && <Text size="sm">{label('alerts.causes', alert.cause)}</Text>}
        {rule !== null && <Text size="sm">{t('alerts.byRule', { name: rule })}</Text>}
        {open && <AlertEvidence id={alert.id} names={names} />}
        <Group>
          <Button size="xs" variant="default" onClick={() => setOpen(!open)} aria-expanded={open}>
            {open ? t('alerts.hide') : t('alerts.evidence')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Steps({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const step = useAlertStep(alert.id);
  const may = useMay('editor');
  const isOpen = may && (alert.state === 'open' || alert.state === 'acknowledged');
  const isByPerson = alert.closedReason === 'user' || alert.closedReason === 'accepted';
  const canUndo = may && (alert.state === 'acknowledged' || (alert.state === 'closed' && isByPerson));
  const moments = [
    alert.acknowledgedAt && t('alerts.acknowledgedAt', { time: format.time(alert.acknowledgedAt) }),
    alert.recoveredAt && t('alerts.recoveredAt', { time: format.time(alert.recoveredAt) }),
    alert.closedAt && t('alerts.closedAt', { time: format.time(alert.closedAt) }),
    alert.closedReason && alert.closedReason !== 'user' && label('alerts.closedReasons', alert.closedReason),
  ].filter(Boolean);
  return (
    <Stack gap={4} align="flex-end">
      <Group gap="xs">
        <Badge variant="default">{label('alerts.states', alert.state)}</Badge>
        {may && alert.state === 'open' && (
          <Button size="xs" variant="default" loading={step.isPending} onClick={() => step.mutate('acknowledge')}>
            {t('alerts.acknowledge')}
          </Button>
        )}
        {isOpen && alert.series.length > 0 && (
          <Button size="xs" variant="default" title={t('alerts.acceptText')} loading={step.isPending} onClick={() => step.mutate('accept')}>
            {t('alerts.accept')}
          </Button>
        )}
        {isOpen && (
          <Button size="xs" variant="default" loading={step.isPending} onClick={() => step.mutate('close')}>
            {t('alerts.close')}
          </Button>
        )}
        {canUndo && (
          <Button size="xs" variant="default" loading={step.isPending} onClick={() => step.mutate('reopen')}>
            {t('alerts.undo')}
          </Button>
        )}
      </Group>
      {moments.length > 0 && (
        <Text size="xs" c="dimmed">
          {moments.join(' · ')}
        </Text>
      )}
      {step.error && <Failure error={step.error} />}
    </Stack>
  );
}
