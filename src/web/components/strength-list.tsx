import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparisonGroup } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { Section } from './section.tsx';

/** Brands by strength where answers put them side by side; a place is a range where intervals overlap. */
export function StrengthList({ group, styles }: { group: ComparisonGroup; styles: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const title = t('competitors.strength', { stage: label('stages', group.stage ?? '') });
  const bounds = group.strengths.flatMap(({ value, interval }) => interval ?? (value === null ? [] : [value]));
  const [low, high] = [Math.min(...bounds, 0), Math.max(...bounds, 0)];
  const x = (value: number) => ((value - low) / Math.max(high - low, 1e-9)) * 100;
  return (
    <Section title={title}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
        <Table aria-label={title} verticalSpacing={4} maw={760} data-testid="strengths">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('competitors.place')}</Table.Th>
              <Table.Th scope="col">{t('home.brand')}</Table.Th>
              <Table.Th scope="col">{t('competitors.strengthColumn')}</Table.Th>
              <Table.Th scope="col">{t('competitors.won')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {group.strengths.map(({ brand, value, interval, rank, contests, won }) => {
              const { name, own, colour } = styleOf(styles, brand);
              return (
                <Table.Tr key={brand}>
                  <Table.Td className="number nowrap">
                    {rank === null
                      ? t('common.none')
                      : rank[0] === rank[1]
                        ? format.integer(rank[0])
                        : t('competitors.tied', { best: rank[0], worst: rank[1] })}
                  </Table.Td>
                  <Table.Th scope="row" fw={own ? 700 : 400}>
                    <bdi>{name}</bdi>
                  </Table.Th>
                  <Table.Td miw={180}>
                    <span className="number nowrap">
                      {value === null ? t('common.notMeasured') : format.decimal(value)}{' '}
                      <Text span size="xs" c="dimmed">
                        {interval
                          ? t('home.between', { low: format.decimal(interval[0]), high: format.decimal(interval[1]) })
                          : t('overview.noIntervalShort')}
                      </Text>
                    </span>
                    <svg className="interval-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <line x1={x(0)} x2={x(0)} y1="0" y2="8" stroke="var(--grid)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
                      {interval && (
                        <rect
                          x={x(interval[0])}
                          width={Math.max(x(interval[1]) - x(interval[0]), 0.5)}
                          y="1"
                          height="6"
                          fill={colour}
                          opacity="0.35"
                        />
                      )}
                      {value !== null && <rect x={x(value) - 0.6} width="1.2" y="0" height="8" fill={colour} />}
                    </svg>
                  </Table.Td>
                  <Table.Td className="number nowrap">
                    {t('competitors.wonOf', { won: format.integer(won), contests: format.integer(contests) })}
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed">
        {t('competitors.strengthText')}
      </Text>
    </Section>
  );
}
