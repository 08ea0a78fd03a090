import { Button, Grid, Group, Paper, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure, Point, Series } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import { figureOf, isTooEarly, isUnfinished, mostLines, type TrendView } from '../trend-view.ts';
import type { ChartLine, ChartMark } from './chart-shape.ts';
import { FigureList } from './figure-list.tsx';
import { FigureText } from './figure-text.tsx';
import { LineChart } from './line-chart.tsx';
import { TrendTable } from './trend-table.tsx';

type Props = {
  title: string;
  lead: string;
  series: readonly Series[];
  periods: readonly string[];
  view: TrendView;
  brands: ReadonlyMap<string, BrandStyle>;
  focus: string | null;
  shown: ReadonlySet<string>;
  cursor: string;
  onCursor: (period: string) => void;
  onToggle: (brand: string) => void;
  marks: readonly ChartMark[];
  /** What the brand in focus showed at the same place of the period before. */
  before: ReadonlyMap<string, Point>;
};

/** One stage: the focused brand's figure in large, every brand's line, and all figures of one period beside it. */
export function TrendPanel({ title, lead, series, periods, view, brands, focus, shown, cursor, onCursor, onToggle, marks, before }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asTable, setAsTable] = useState(false);
  const { metric, interval, by } = view;
  const rows = series.map(({ brand, points }) => ({
    key: brand,
    ...styleOf(brands, brand),
    points: new Map(points.map((point) => [point.start, point])),
  }));
  const lines: ChartLine[] = rows
    .filter(({ key }) => shown.has(key))
    .map((row) => ({
      ...row,
      focus: row.key === focus,
      points: linePoints(row.points, view),
    }));
  if (before.size > 0) {
    const points = new Map([...before].map(([start, point]) => [start, { ...shownAt(point, view), interval: null }]));
    lines.push({ key: 'before', name: '', colour: 'var(--mantine-color-dimmed)', dash: '2 5', focus: false, own: false, points });
  }
  const focused = rows.find(({ key }) => key === focus) ?? rows[0];
  const point = focused?.points.get(cursor);
  const periodName = `${format.period(cursor, by)}${isUnfinished(cursor, by) ? ` (${t('overview.unfinished')})` : ''}`;
  const figure = figureOf(point, metric);
  const spoken =
    figure?.value == null
      ? t('common.notMeasured')
      : `${format.percent(figure.value)} ${figure[interval] ? format.range(figure[interval]) : ''}`;
  const tableLabel = t('overview.tableLabel', { metric: t(`metrics.${metric}`), stage: title });
  return (
    <Paper withBorder p="md" component="section" aria-label={title} data-testid="stage">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          <Title order={2} size="h4">
            {title}
          </Title>
          <Text size="sm" c="dimmed">
            {lead}
          </Text>
        </div>
        <Button variant="subtle" size="xs" onClick={() => setAsTable(!asTable)} aria-pressed={asTable} miw={110}>
          {asTable ? t('overview.showChart') : t('overview.showTable')}
        </Button>
      </Group>
      <Group gap="xs" align="baseline" mt="xs">
        <Text span fw={600}>
          <bdi>{focused?.name}</bdi>
        </Text>
        <FigureText figure={figure} interval={interval} strong />
        <Text span size="sm" c="dimmed">
          {periodName}
        </Text>
        {before.has(cursor) && (
          <Text span size="sm" c="dimmed">
            {t('trends.before', { day: format.period(before.get(cursor)?.start ?? '', by) })}{' '}
            <FigureText figure={figureOf(before.get(cursor), metric)} interval={interval} />
          </Text>
        )}
      </Group>
      <Counts point={point} metric={metric} />
      {asTable ? (
        <TrendTable
          series={rows.filter(({ key }) => shown.has(key))}
          periods={periods}
          by={by}
          metric={metric}
          interval={interval}
          label={tableLabel}
        />
      ) : (
        <Grid gap="md" align="center">
          <Grid.Col span={{ base: 12, md: 7 }}>
            <LineChart
              periods={periods}
              by={by}
              lines={lines}
              marks={marks}
              cursor={cursor}
              onCursor={onCursor}
              label={t('overview.chartLabel', { metric: t(`metrics.${metric}`), stage: title })}
              cursorLabel={t('overview.cursor')}
              cursorText={`${periodName}: ${focused?.name ?? ''} ${spoken}`}
            />
          </Grid.Col>
          <Grid.Col span={{ base: 12, md: 5 }}>
            <FigureList
              rows={rows.map((row) => ({ ...row, shown: shown.has(row.key), figure: figureOf(row.points.get(cursor), metric) }))}
              interval={interval}
              heading={`${tableLabel}, ${periodName}`}
              full={shown.size >= mostLines}
              onToggle={onToggle}
            />
          </Grid.Col>
        </Grid>
      )}
    </Paper>
  );
}

/** The points of a line, without the figures of a period that has only begun. */
function linePoints(points: ReadonlyMap<string, Point>, view: TrendView) {
  const answers = (point: Point | undefined) => figureOf(point, view.metric)?.runs ?? 0;
  const all = [...points];
  const telling = all.filter(([start, point], index) => !isTooEarly(start, view.by, answers(point), answers(all[index - 1]?.[1])));
  return new Map(telling.map(([start, point]) => [start, shownAt(point, view)]));
}

/** What the line shows: on the basis of the newest prompts an estimate without an interval of its own. */
function shownAt(point: Point, { metric, interval, linked }: TrendView): { value: number | null; interval: Figure['panel'] } {
  if (linked) return { value: point.linked ?? null, interval: null };
  const figure = figureOf(point, metric);
  return { value: figure?.value ?? null, interval: figure?.[interval] ?? null };
}

/** What the figures of a period rest on, and what is not in them. */
function Counts({ point, metric }: { point: Point | undefined; metric: TrendView['metric'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = figureOf(point, metric);
  if (!point || !figure) return <Text size="xs">&nbsp;</Text>;
  const { runs, prompts, missing } = figure;
  const { noAnswer, refused } = point.observations;
  const parts = [
    t('overview.counts', { count: prompts, answers: format.integer(runs), prompts: format.integer(prompts) }),
    missing > 0 ? t('overview.missing', { missing: format.integer(missing) }) : t('overview.missingNone'),
    ...(noAnswer > 0 ? [t('overview.noAnswer', { number: format.integer(noAnswer) })] : []),
    ...(refused > 0 ? [t('overview.refused', { number: format.integer(refused) })] : []),
  ];
  return (
    <Text size="xs" c="dimmed" mb="xs" title={t('overview.versions', { models: point.versions.models.join(', ') })}>
      {parts.join(' · ')}
    </Text>
  );
}
