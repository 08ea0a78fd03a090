import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Names } from '../alert-names.ts';
import type { Overview } from '../api.ts';
import { useLabel } from '../label.ts';
import { useHref } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';
import { Section } from './section.tsx';
import { Change } from './stage-row.tsx';

/** Engine by stage, as a heat map: the deeper the colour, the more often the brand is named. */
export function EngineGrid({ overview, names }: { overview: Overview; names: Names }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const engines = [...new Set(overview.stages.flatMap((reading) => reading.engines.map(({ engine }) => engine)))].toSorted();
  const stages = overview.stages.filter(({ engines: measured }) => measured.length > 0);
  if (engines.length === 0) return null;
  const { from, to } = overview;
  return (
    <Section title={t('home.engines')}>
      <div className="scroll-x figures" tabIndex={0} role="region" aria-label={t('home.engines')}>
        <Table verticalSpacing={6} aria-label={t('home.engines')} data-testid="engine-grid">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('overview.engine')}</Table.Th>
              {stages.map(({ stage }) => (
                <Table.Th key={stage} scope="col">
                  {label('stages', stage)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {engines.map((engine) => (
              <Table.Tr key={engine}>
                <Table.Th scope="row" className="nowrap">
                  {names.engine(engine)}
                </Table.Th>
                {stages.map((reading) => {
                  const cell = reading.engines.find((one) => one.engine === engine);
                  return (
                    <Table.Td key={reading.stage} className="heat figure-cell" style={{ '--heat': cell?.visibility.value ?? 0 }}>
                      <Link className="plain-link" href={href('/answers', { stage: reading.stage, engine, from, to })}>
                        <FigureText figure={cell?.visibility} interval="panel" counted />
                      </Link>
                      {cell && <Change change={cell.change} />}
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Section>
  );
}
