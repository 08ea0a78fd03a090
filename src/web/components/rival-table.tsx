import { Text } from '@mantine/core';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Overview } from '../api.ts';
import { styleBrands, styleOf } from '../brand-style.ts';
import { useLabel } from '../label.ts';
import { useBrands } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';
import { DataTable } from './data-table.tsx';
import { FigureText } from './figure-text.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { Section } from './section.tsx';

type Props = { overview: Overview; metric?: 'visibility' | 'shareOfVoice'; title?: string; more?: boolean };

/** Every brand of the panel by stage, those with most first. */
export const RivalTable = memo(function RivalTable({ overview, metric = 'visibility', title, more = true }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const { slug } = useWorkspace();
  const { data } = useBrands(slug);
  const styles = useMemo(() => styleBrands(data ?? []), [data]);
  const stages = overview.stages.filter(({ visibility }) => visibility.runs > 0);
  const total = (brand: string) =>
    stages.reduce((sum, { brands }) => sum + (brands.find((one) => one.brand === brand)?.[metric].value ?? 0), 0);
  const keys = (stages[0]?.brands ?? []).map(({ brand }) => brand).toSorted((a, b) => total(b) - total(a));
  const { from, to } = overview;
  const name = title ?? t('home.rivals');
  return (
    <Section title={name} {...(more && { more: { href: href('/competitors'), text: t('home.toCompetitors') } })}>
      <DataTable className="figures" label={name} columns={[t('home.brand'), ...stages.map(({ stage }) => label('stages', stage))]}>
        {keys.map((key) => {
          const { name: brandName, colour, own } = styleOf(styles, key);
          return (
            <tr key={key}>
              <th scope="row" className={own ? 'brand-name own' : 'brand-name'}>
                <bdi>{brandName}</bdi>
                {own && <span className="note"> {t('overview.own')}</span>}
              </th>
              {stages.map(({ stage, brands }) => {
                const reading = brands.find(({ brand }) => brand === key);
                return (
                  <td key={stage} className="figure-cell">
                    <Link className="plain-link" href={href('/answers', { stage, brand: key, named: 'yes', from, to })}>
                      <FigureText figure={reading?.[metric]} interval="market" counted />
                    </Link>
                    {reading && <IntervalBar figure={reading[metric]} interval="market" colour={colour} />}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </DataTable>
      <Text size="xs" c="dimmed">
        {t('overview.marketText')}
      </Text>
    </Section>
  );
});
