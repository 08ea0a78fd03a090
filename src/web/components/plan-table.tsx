import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanBasis } from '../api.ts';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { DataTable } from './data-table.tsx';

/** What a schedule takes of each engine, and how much it will tell of each stage. */
export function PlanTable({ plan, basis }: { plan: Plan; basis: PlanBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const engineName = useEngineName();
  const known = (value: number | null, write: (value: number) => string) => (value === null ? t('schedules.unknown') : write(value));
  const whole = (value: number) => format.integer(Math.round(value));
  const rows = [
    ...plan.engines.map((one) => ({ ...one, name: engineName(one.engine) })),
    { ...plan, engine: '', name: t('schedules.total') },
  ];
  return (
    <Stack gap="xs" data-testid="plan">
      <Title order={3} size="h6">
        {t('schedules.costTitle')}
      </Title>
      <DataTable
        label={t('schedules.costTitle')}
        minWidth={420}
        columns={[t('schedules.engine'), t('schedules.calls'), t('schedules.tokens'), t('schedules.usd')]}
      >
        {rows.map((row) => (
          <tr key={row.engine}>
            <th scope="row">{row.name}</th>
            <td>{whole(row.callsPerMonth)}</td>
            <td>{known(row.tokensPerMonth, whole)}</td>
            <td>{known(row.usdPerMonth, format.usd)}</td>
          </tr>
        ))}
      </DataTable>
      {plan.unpriced.length > 0 && <Text size="sm">{t('schedules.unpriced', { number: format.integer(plan.unpriced.length) })}</Text>}
      <Precision plan={plan} basis={basis} />
    </Stack>
  );
}

function Precision({ plan, basis }: { plan: Plan; basis: PlanBasis }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const points = (value: number | null) =>
    value === null ? t('common.none') : t('schedules.halfWidth', { points: format.decimal(100 * value) });
  const isUsual = Object.values(basis.variances).includes('usual');
  return (
    <>
      <Title order={3} size="h6">
        {t('schedules.precisionTitle')}
      </Title>
      <DataTable
        label={t('schedules.precisionTitle')}
        minWidth={420}
        columns={[t('schedules.stage'), t('schedules.prompts'), t('schedules.panelWidth'), t('schedules.marketWidth'), t('schedules.drop')]}
      >
        {plan.stages.map(({ stage, prompts, halfWidths, smallestDrop }) => (
          <tr key={stage}>
            <th scope="row">{label('stages', stage)}</th>
            <td>{format.integer(prompts)}</td>
            <td>{points(halfWidths.engineWeek.panel)}</td>
            <td>{points(halfWidths.allMonth.market)}</td>
            <td>
              {smallestDrop === null ? t('schedules.noDrop') : t('schedules.dropPoints', { points: format.decimal(100 * smallestDrop) })}
            </td>
          </tr>
        ))}
      </DataTable>
      <Text size="xs" c="dimmed">
        {t(isUsual ? 'schedules.basisUsual' : 'schedules.basisMeasured')}
      </Text>
    </>
  );
}
