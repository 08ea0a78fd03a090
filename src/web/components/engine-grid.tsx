import { memo, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Names } from '../alert-names.ts';
import type { Overview } from '../api.ts';
import { useLabel } from '../label.ts';
import { useHref } from '../workspace.ts';
import { DataTable } from './data-table.tsx';
import { FigureText } from './figure-text.tsx';
import { Section } from './section.tsx';
import { Change } from './stage-row.tsx';

/** Engine by stage, as a heat map: the deeper the colour, the more often the brand is named. */
export const EngineGrid = memo(function EngineGrid({ overview, names }: { overview: Overview; names: Names }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const engines = [...new Set(overview.stages.flatMap((reading) => reading.engines.map(({ engine }) => engine)))].toSorted();
  const stages = overview.stages.filter(({ engines: measured }) => measured.length > 0);
  if (engines.length === 0) return null;
  const { from, to } = overview;
  return (
    <Section title={t('home.engines')}>
      <DataTable
        className="figures"
        label={t('home.engines')}
        testId="engine-grid"
        columns={[t('overview.engine'), ...stages.map(({ stage }) => label('stages', stage))]}
      >
        {engines.map((engine) => (
          <tr key={engine}>
            <th scope="row" className="nowrap">
              {names.engine(engine)}
            </th>
            {stages.map((reading) => {
              const cell = reading.engines.find((one) => one.engine === engine);
              return (
                <td key={reading.stage} className="heat figure-cell" style={heat(cell?.visibility.value ?? 0)}>
                  <Link className="plain-link" href={href('/answers', { stage: reading.stage, engine, from, to })}>
                    <FigureText figure={cell?.visibility} interval="panel" counted />
                  </Link>
                  {cell && <Change change={cell.change} />}
                </td>
              );
            })}
          </tr>
        ))}
      </DataTable>
    </Section>
  );
});

const heat = (value: number): CSSProperties & Record<`--${string}`, number> => ({ '--heat': value });
