import { Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ComparisonGroup } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { Section } from './section.tsx';

type Cell = ComparisonGroup['matrix'][number];

/** Each brand against each other: how often the row's is named before the column's, or alone. */
export function WinMatrix({ group, styles }: { group: ComparisonGroup; styles: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const label = useLabel();
  const title = t('competitors.matrix', { stage: label('stages', group.stage ?? '') });
  const brands = group.strengths.map(({ brand }) => brand);
  const cells = new Map(group.matrix.map((cell) => [`${cell.brand} ${cell.rival}`, cell]));
  return (
    <Section title={title}>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={title}>
        <Table aria-label={title} verticalSpacing={4} horizontalSpacing={6} data-testid="matrix">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('competitors.against')}</Table.Th>
              {brands.map((brand) => (
                <Table.Th key={brand} scope="col" fz="xs">
                  <bdi>{styleOf(styles, brand).name}</bdi>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {brands.map((brand) => (
              <Table.Tr key={brand}>
                <Table.Th scope="row" fw={styleOf(styles, brand).own ? 700 : 400} fz="sm">
                  <bdi>{styleOf(styles, brand).name}</bdi>
                </Table.Th>
                {brands.map((rival) => (
                  <MatrixCell key={rival} cell={cells.get(`${brand} ${rival}`)} />
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed">
        {t('competitors.matrixText')}
      </Text>
    </Section>
  );
}

/** Bold where the interval leaves no doubt which of the two is ahead. */
function MatrixCell({ cell }: { cell: Cell | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!cell || cell.winRate.value === null) return <Table.Td c="dimmed">{t('common.none')}</Table.Td>;
  const { value, panel, denominator } = cell.winRate;
  const clear = panel !== null && (panel[0] > 0.5 || panel[1] < 0.5);
  const said =
    cell.preferred + cell.rivalPreferred > 0
      ? t('competitors.preferences', { preferred: format.integer(cell.preferred), other: format.integer(cell.rivalPreferred) })
      : '';
  return (
    <Table.Td className="heat" style={{ '--heat': value }} {...(said !== '' && { title: said })}>
      <Text span size="sm" fw={clear ? 700 : 400} className="number">
        {format.percentWhole(value)}
      </Text>{' '}
      <Text span size="xs" c="dimmed" className="number nowrap">
        {panel ? format.range(panel) : t('overview.noIntervalShort')}
        <br />
        {t('overview.n', { number: format.integer(denominator) })}
      </Text>
    </Table.Td>
  );
}
