import { Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Plan, PlanBasis } from '../api.ts';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';

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
      <Table.ScrollContainer minWidth={420} aria-label={t('schedules.costTitle')}>
        <Table aria-label={t('schedules.costTitle')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('schedules.engine')}</Table.Th>
              <Table.Th scope="col">{t('schedules.calls')}</Table.Th>
              <Table.Th scope="col">{t('schedules.tokens')}</Table.Th>
              <Table.Th scope="col">{t('schedules.usd')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.engine}>
                <Table.Th scope="row">{row.name}</Table.Th>
                <Table.Td>{whole(row.callsPerMonth)}</Table.Td>
                <Table.Td>{known(row.tokensPerMonth, whole)}</Table.Td>
                <Table.Td>{known(row.usdPerMonth, format.usd)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
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
      <Table.ScrollContainer minWidth={420} aria-label={t('schedules.precisionTitle')}>
        <Table aria-label={t('schedules.precisionTitle')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('schedules.stage')}</Table.Th>
              <Table.Th scope="col">{t('schedules.prompts')}</Table.Th>
              <Table.Th scope="col">{t('schedules.panelWidth')}</Table.Th>
              <Table.Th scope="col">{t('schedules.marketWidth')}</Table.Th>
              <Table.Th scope="col">{t('schedules.drop')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.stages.map(({ stage, prompts, halfWidths, smallestDrop }) => (
              <Table.Tr key={stage}>
                <Table.Th scope="row">{label('stages', stage)}</Table.Th>
                <Table.Td>{format.integer(prompts)}</Table.Td>
                <Table.Td>{points(halfWidths.engineWeek.panel)}</Table.Td>
                <Table.Td>{points(halfWidths.allMonth.market)}</Table.Td>
                <Table.Td>
                  {smallestDrop === null
                    ? t('schedules.noDrop')
                    : t('schedules.dropPoints', { points: format.decimal(100 * smallestDrop) })}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="xs" c="dimmed">
        {t(isUsual ? 'schedules.basisUsual' : 'schedules.basisMeasured')}
      </Text>
    </>
  );
}
