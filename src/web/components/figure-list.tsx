import { Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../api.ts';
import type { IntervalKind } from '../trend-view.ts';
import { FigureText } from './figure-text.tsx';

export type FigureRow = {
  key: string;
  name: string;
  own: boolean;
  colour: string;
  dash: string | undefined;
  shown: boolean;
  figure: Figure | undefined;
};
type Props = { rows: readonly FigureRow[]; interval: IntervalKind; heading: string; full: boolean; onToggle: (brand: string) => void };

/** The chart's legend and its figures at the chosen point in one: each brand's line can be switched on and off here. */
export function FigureList({ rows, interval, heading, full, onToggle }: Props) {
  const { t } = useTranslation();
  return (
    <Table verticalSpacing={4} horizontalSpacing={6} withRowBorders={false} aria-label={heading}>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.key}>
            <Table.Td w={34}>
              <Checkbox
                size="xs"
                checked={row.shown}
                disabled={!row.shown && full}
                onChange={() => onToggle(row.key)}
                aria-label={t('overview.toggle', { brand: row.name })}
              />
            </Table.Td>
            <Table.Td w={30} aria-hidden="true">
              <svg width="22" height="10">
                <line x1="1" x2="21" y1="5" y2="5" stroke={row.colour} strokeWidth={row.own ? 4 : 2.5} strokeDasharray={row.dash} />
              </svg>
            </Table.Td>
            <Table.Th scope="row" fw={row.own ? 700 : 400}>
              <bdi>{row.name}</bdi>
              {row.own && (
                <Text span size="xs" c="dimmed" fw={400}>
                  {' '}
                  {t('overview.own')}
                </Text>
              )}
            </Table.Th>
            <Table.Td ta="right">
              <FigureText figure={row.figure} interval={interval} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
