import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isStage } from '../../domain/journey.ts';
import type { Workspace } from '../api.ts';
import { useFormat } from '../format.ts';
import { usePlan } from '../schedule-queries.ts';

const usualSweeps = 5;
const weeksPerMonth = 52 / 12;

type Props = { workspace: Workspace; countries: string[]; engines: number };

/** Cost and precision of one sweep and of the usual rhythm, from the planner, on the engines that are switched on. */
export function FirstPlan({ workspace, countries, engines }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = usePlan(workspace.slug, { stages: workspace.stages.filter(isStage), countries, sweepsPerWeek: usualSweeps }, engines);
  if (!data || data.plan.callsPerWeek === 0) return <Text c="dimmed">{t('welcome.doneText')}</Text>;
  const { callsPerWeek, usdPerMonth, stages } = data.plan;
  const half = Math.max(...stages.map(({ halfWidths }) => halfWidths.allMonth.panel));
  return (
    <Text data-testid="first-plan">
      {t('welcome.planCalls', { number: format.integer(callsPerWeek / usualSweeps) })}{' '}
      {usdPerMonth === null
        ? t('welcome.planNoCost')
        : t('welcome.planCost', {
            once: format.usd(usdPerMonth / weeksPerMonth / usualSweeps),
            month: format.usd(usdPerMonth),
            sweeps: usualSweeps,
          })}{' '}
      {Number.isFinite(half) && t('welcome.planPrecision', { half: format.points(half) })}
    </Text>
  );
}
