import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Funnel as FunnelData, Journey } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { ConversionImport } from './conversion-import.tsx';
import { ConversionImports } from './conversion-imports.tsx';
import { FigureText } from './figure-text.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { May } from './may.tsx';
import { Section } from './section.tsx';
import { DropOff } from './stage-row.tsx';

type Props = { journey: Journey; funnel: FunnelData };

/** The company's own conversions beside what engines say of it, and others' averages to hold them against. */
export function Funnel({ journey, funnel }: Props) {
  const { t } = useTranslation();
  const [importing, setImporting] = useState(false);
  return (
    <Section title={t('funnel.title')}>
      <Stack gap="sm" data-testid="funnel">
        <Text size="sm">{t('funnel.lead')}</Text>
        <FunnelTable journey={journey} funnel={funnel} />
        <Overall funnel={funnel} />
        <Text size="xs" c="dimmed">
          {t('funnel.othersText')}
        </Text>
        <May needs="editor">
          <Group className="no-print">
            <Button size="xs" variant="default" onClick={() => setImporting(true)}>
              {t('funnel.import')}
            </Button>
          </Group>
        </May>
        <ConversionImports />
      </Stack>
      <ConversionImport opened={importing} onClose={() => setImporting(false)} />
    </Section>
  );
}

function FunnelTable({ journey, funnel }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const stages = journey.stages.map(({ stage }) => stage);
  const rows = [...stages, ...funnel.stages.map(({ stage }) => stage).filter((stage) => !stages.includes(stage))];
  return (
    <Table.ScrollContainer minWidth={720} tabIndex={0} aria-label={t('funnel.title')}>
      <Table aria-label={t('funnel.title')} verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            {(['stage', 'visibility', 'conversion', 'lostVisibility', 'lost', 'othersLost'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`funnel.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((stage) => (
            <Table.Tr key={stage}>
              <Table.Th scope="row">{label('stages', stage)}</Table.Th>
              <StageCells stage={stage} journey={journey} funnel={funnel} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function StageCells({ stage, journey, funnel }: Props & { stage: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const seen = journey.stages.find((one) => one.stage === stage);
  const own = funnel.stages.find((one) => one.stage === stage);
  const others: Record<string, number> = funnel.othersAverages.lost;
  const percent = (value: number | null | undefined) => (value == null ? t('common.none') : format.percent(value));
  return (
    <>
      <Table.Td>
        {seen ? (
          <>
            <FigureText figure={seen.visibility} interval="panel" />
            <IntervalBar figure={seen.visibility} interval="panel" colour="var(--brand-0)" />
          </>
        ) : (
          t('common.notMeasured')
        )}
      </Table.Td>
      <Table.Td>
        {own && own.rate !== null ? (
          <>
            <Text size="sm">{format.percent(own.rate)}</Text>
            <RateBar rate={own.rate} />
            <Text size="xs" c="dimmed">
              {t('funnel.counts', {
                conversions: format.integer(own.conversions),
                visitors: format.integer(own.visitors),
                days: format.integer(own.days),
              })}
            </Text>
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {t('funnel.noData')}
          </Text>
        )}
      </Table.Td>
      <Table.Td>{seen?.dropOff?.value == null ? t('common.none') : <DropOff {...seen.dropOff} value={seen.dropOff.value} />}</Table.Td>
      <Table.Td className="number">{percent(own?.lost)}</Table.Td>
      <Table.Td className="number">{percent(others[stage])}</Table.Td>
    </>
  );
}

/** From 0 to 100 %, all of it counted: there is no interval. Decoration; the number stands beside it. */
function RateBar({ rate }: { rate: number }) {
  return (
    <svg className="interval-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <line x1="0" x2="100" y1="4" y2="4" stroke="var(--grid)" strokeWidth="1" vectorEffect="non-scaling-stroke" />
      <rect x="0" width={rate * 100} y="1" height="6" fill="var(--brand-2)" />
    </svg>
  );
}

function Overall({ funnel: { overall, othersAverages } }: { funnel: FunnelData }) {
  const { t } = useTranslation();
  const format = useFormat();
  const others = format.percent(othersAverages.overall);
  return (
    <Text size="sm" data-testid="funnel-overall">
      {overall && overall.rate !== null
        ? t('funnel.overall', {
            rate: format.percent(overall.rate),
            conversions: format.integer(overall.conversions),
            visitors: format.integer(overall.visitors),
            days: format.integer(overall.days),
            others,
          })
        : t('funnel.noOverall', { others })}
    </Text>
  );
}
