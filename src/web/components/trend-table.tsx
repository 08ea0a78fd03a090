import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Series } from '../api.ts';
import { useFormat } from '../format.ts';
import { figureOf, isUnfinished, type IntervalKind, type Metric, type Step } from '../trend-view.ts';
import { FigureText } from './figure-text.tsx';

type Props = {
  series: readonly { key: string; name: string; points: ReadonlyMap<string, Series['points'][number]> }[];
  periods: readonly string[];
  by: Step;
  metric: Metric;
  interval: IntervalKind;
  label: string;
};

/** The same figures as the chart, one row a period, the newest first. */
export function TrendTable({ series, periods, by, metric, interval, label }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={label}>
      <Table verticalSpacing={4} striped aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('overview.columnPeriod')}</Table.Th>
            {series.map(({ key, name }) => (
              <Table.Th scope="col" key={key}>
                <bdi>{name}</bdi>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {periods.toReversed().map((period) => (
            <Table.Tr key={period}>
              <Table.Th scope="row" className="nowrap">
                {format.period(period, by)}
                {isUnfinished(period, by) && ` (${t('overview.unfinished')})`}
              </Table.Th>
              {series.map(({ key, points }) => {
                const figure = figureOf(points.get(period), metric);
                return (
                  <Table.Td key={key}>
                    <FigureText figure={figure} interval={interval} />
                    {figure && figure.value !== null && (
                      <Text size="xs" c="dimmed" className="nowrap">
                        {t('overview.counts', {
                          count: figure.prompts,
                          answers: format.integer(figure.runs),
                          prompts: format.integer(figure.prompts),
                        })}
                        {figure.missing > 0 && ` · ${t('overview.missing', { missing: format.integer(figure.missing) })}`}
                      </Text>
                    )}
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
