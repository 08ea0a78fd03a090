import { Button, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Brand, Trends } from '../api.ts';
import { styleBrands } from '../brand-style.ts';
import { DemoProgress } from '../components/demo-progress.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { MarkList, useMarks } from '../components/mark-list.tsx';
import { IntervalSwitch, TrendFilters } from '../components/trend-filters.tsx';
import { OwnBrandNotice } from '../components/own-brand-notice.tsx';
import { TrendPanel } from '../components/trend-panel.tsx';
import { useEngineName } from '../engine-name.ts';
import { useLabel } from '../label.ts';
import { isFilling, useBrands, useEngines, usePrompts, useStatus, useTrendFilters, useTrends } from '../queries.ts';
import {
  alignBefore,
  allPeriods,
  currentPeriod,
  mostLines,
  readTrendView,
  requestBefore,
  toRequest,
  type TrendView,
} from '../trend-view.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

export default function TrendsPage() {
  const { t } = useTranslation();
  const { slug, simulated } = useWorkspace();
  const url = useUrlState();
  const view = readTrendView(url.get, new Date());
  const status = useStatus();
  const filling = simulated && isFilling(status.data?.demo);
  const trends = useTrends(slug, toRequest(view), filling ? 3000 : false);
  const before = useTrends(slug, requestBefore(view), false, view.compare);
  const brands = useBrands(slug);
  const engines = useEngines(slug).data?.filter(({ enabled, answers }) => enabled || answers > 0) ?? [];
  const languages = [...new Set(usePrompts(slug).data?.map(({ language }) => language))].toSorted();
  const filters = useTrendFilters(slug).data;
  const error = trends.error ?? brands.error;
  const focus = view.brand ?? brands.data?.find(({ own }) => own)?.key ?? brands.data?.[0]?.key ?? null;
  return (
    <>
      <PageTitle title={t('trends.title')} lead={t('trends.lead')} />
      <OwnBrandNotice />
      {simulated && <DemoProgress />}
      <TrendFilters
        view={view}
        focus={focus}
        brands={brands.data ?? []}
        engines={engines}
        languages={languages}
        countries={filters?.countries.filter(Boolean) ?? []}
        tags={filters?.tags ?? []}
        onChange={url.set}
      />
      <IntervalSwitch view={view} onChange={url.set} />
      <Text size="sm" c="dimmed">
        {t(`metricText.${view.metric}`)} {view.linked && t('trends.linkedText')} {view.branded && t('overview.brandedText')}
      </Text>
      {error && !trends.data ? (
        <Failure error={error} onRetry={() => void Promise.all([trends.refetch(), brands.refetch()])} />
      ) : !trends.data || !brands.data ? (
        <Loading height={600} />
      ) : trends.data.series.length === 0 ? (
        <Nothing filling={filling} onYear={() => url.set({ period: '52w', from: null, to: null })} />
      ) : (
        <Panels
          trends={trends.data}
          before={view.compare ? (before.data ?? null) : null}
          brands={brands.data}
          view={view}
          focus={focus}
          onShow={(shown) => url.set({ shown: shown.join(',') })}
        />
      )}
    </>
  );
}

function Nothing({ filling, onYear }: { filling: boolean; onYear: () => void }) {
  const { t } = useTranslation();
  const href = useHref();
  return (
    <Empty
      title={filling ? t('overview.fillingTitle') : t('overview.emptyTitle')}
      text={filling ? t('overview.emptyFilling') : t('overview.emptyText')}
    >
      {!filling && (
        <>
          <Button variant="default" onClick={onYear}>
            {t('overview.showYear')}
          </Button>
          <Button component={Link} href={href('/runs')}>
            {t('overview.toRuns')}
          </Button>
        </>
      )}
    </Empty>
  );
}

type PanelsProps = {
  trends: Trends;
  /** Of the period before, where it is to be compared. */
  before: Trends | null;
  brands: readonly Brand[];
  view: TrendView;
  focus: string | null;
  onShow: (shown: string[]) => void;
};

/** A panel a stage (and engine, where they are apart), all with one time axis and one cursor. */
function Panels({ trends, before, brands, view, focus, onShow }: PanelsProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const styles = useMemo(() => styleBrands(brands), [brands]);
  const periods = useMemo(
    () =>
      allPeriods(
        trends.series.flatMap(({ points }) => points.map(({ start }) => start)),
        trends.by,
      ),
    [trends],
  );
  const [chosen, setCursor] = useState<string | null>(null);
  const cursor =
    chosen !== null && periods.includes(chosen) ? chosen : currentPeriod(periods, trends.by, new Date().toISOString().slice(0, 10));
  const shown = new Set(view.shown ?? [...styles.keys()].slice(0, mostLines));
  if (focus !== null) shown.add(focus);
  const toggle = (brand: string) => onShow([...styles.keys()].filter((key) => (key === brand ? !shown.has(key) : shown.has(key))));
  const engineName = useEngineName();
  const groups = Map.groupBy(trends.series, ({ stage, engine }) => `${stage ?? ''}|${engine ?? ''}`);
  const earlier = (stage: string, engine: string) =>
    before?.series.find((one) => one.brand === focus && (one.stage ?? '') === stage && (one.engine ?? '') === engine)?.points ?? [];
  const marks = useMarks(trends.marks, trends.by);
  return (
    <Stack gap="md">
      {cursor !== null &&
        [...groups].map(([key, series]) => {
          const [stage = '', engine = ''] = key.split('|');
          return (
            <TrendPanel
              key={key}
              title={engine ? `${label('stages', stage)} · ${engineName(engine)}` : label('stages', stage)}
              lead={label('stageText', stage)}
              series={series}
              periods={periods}
              view={{ ...view, by: trends.by }}
              brands={styles}
              focus={focus}
              shown={shown}
              cursor={cursor}
              onCursor={setCursor}
              onToggle={toggle}
              marks={marks}
              before={alignBefore(earlier(stage, engine), periods, trends.by)}
            />
          );
        })}
      <MarkList marks={marks} />
      <Text size="xs" c="dimmed">
        {t('overview.cursorHint')} {t('overview.upTo', { number: mostLines })}
      </Text>
    </Stack>
  );
}
