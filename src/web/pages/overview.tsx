import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useNames } from '../alert-names.ts';
import { Choice } from '../components/choice.tsx';
import { DemoProgress } from '../components/demo-progress.tsx';
import { Findings } from '../components/findings.tsx';
import { EngineGrid } from '../components/engine-grid.tsx';
import { MissingList } from '../components/missing-list.tsx';
import { OpenAlerts } from '../components/open-alerts.tsx';
import { OwnBrandNotice } from '../components/own-brand-notice.tsx';
import { RivalTable } from '../components/rival-table.tsx';
import { StageRow } from '../components/stage-row.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { overviewRequest, overviewWeeks, weeksOf } from '../overview-request.ts';
import { isFilling, useBrands, useOverview, useStatus } from '../queries.ts';
import { useHref, useMay, useUrlState, useWorkspace } from '../workspace.ts';

/** The one screen of a Monday: what has changed in words, then where one stands. */
export default function OverviewPage() {
  const { t } = useTranslation();
  const { slug, simulated } = useWorkspace();
  const url = useUrlState();
  const names = useNames();
  const status = useStatus();
  const filling = simulated && isFilling(status.data?.demo);
  const period = weeksOf(url.get('weeks'));
  const brands = useBrands(slug).data ?? [];
  const asked = url.get('brand');
  const brand = brands.find(({ key }) => key === asked)?.key;
  const request = overviewRequest(period, brand, new Date());
  const { data, error, refetch } = useOverview(slug, request, filling ? 3000 : false);
  const own = brands.find(({ own: isOwn }) => isOwn)?.key;
  const chosen = brand ?? own ?? '';
  return (
    <>
      <PageTitle title={t('overview.title')} lead={t('overview.lead')}>
        <Group gap="sm" align="flex-end" role="search" aria-label={t('overview.filters')}>
          <NativeSelect
            size="xs"
            w={160}
            aria-label={t('overview.brand')}
            value={chosen}
            data={brands.map((one) => ({ value: one.key, label: one.name }))}
            onChange={({ currentTarget: { value } }) => url.set({ brand: value === own ? null : value })}
          />
          <Choice
            label={t('overview.period')}
            value={period}
            onChange={(value) => url.set({ weeks: value === '4' ? null : value })}
            options={overviewWeeks.map((value) => ({ value, label: t('home.weeks', { count: Number(value) }) }))}
          />
        </Group>
      </PageTitle>
      <OwnBrandNotice />
      {simulated && <DemoProgress />}
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading height={700} />
      ) : data.stages.every(({ visibility }) => visibility.runs === 0) ? (
        <Nothing filling={filling} />
      ) : (
        <Stack gap="xl">
          <Findings overview={data} names={names} weeks={Number(period)} />
          <OpenAlerts names={names} />
          <StageRow overview={data} />
          <EngineGrid overview={data} names={names} />
          <RivalTable overview={data} />
          <MissingList overview={data} names={names} />
          <Text size="xs" c="dimmed">
            {t('overview.panelText')}
          </Text>
        </Stack>
      )}
    </>
  );
}

function Nothing({ filling }: { filling: boolean }) {
  const { t } = useTranslation();
  const href = useHref();
  const { slug, simulated } = useWorkspace();
  const may = useMay('admin');
  return (
    <Empty
      title={filling ? t('overview.fillingTitle') : t('overview.emptyTitle')}
      text={filling ? t('overview.emptyFilling') : t('home.emptyText')}
    >
      {!filling && (
        <Group>
          {!simulated && may && (
            <Button component={Link} href={href('/new', { made: slug })}>
              {t('welcome.goOn')}
            </Button>
          )}
          <Button component={Link} href={href('/runs')} variant={!simulated && may ? 'default' : 'filled'}>
            {t('overview.toRuns')}
          </Button>
        </Group>
      )}
    </Empty>
  );
}
