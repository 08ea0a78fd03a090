import { Group, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonGroup } from '../api.ts';
import { styleBrands } from '../brand-style.ts';
import { useBrands, useComparisons, useEngines, useOverview } from '../queries.ts';
import { lastWeeks } from '../source-period.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';
import { FilterSelect, StageFilter } from './filter-select.tsx';
import { RivalTable } from './rival-table.tsx';
import { Failure, Loading } from './states.tsx';
import { StrengthList } from './strength-list.tsx';
import { WinMatrix } from './win-matrix.tsx';

const weeks = ['4', '13', '26'] as const;

/** How the panel's brands stand against each other: share of voice, who is put before whom, and how strong that makes each. */
export function HeadToHead() {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const url = useUrlState();
  const period = weeks.find((one) => one === url.get('weeks')) ?? '13';
  const days = lastWeeks(Number(period), new Date());
  const [stage, engine] = [url.get('stage') ?? '', url.get('engine') ?? ''];
  const comparisons = useComparisons(workspace.slug, { ...days, ...(stage && { stage }), ...(engine && { engine }) });
  const overview = useOverview(workspace.slug, days, false);
  const engines = useEngines(workspace.slug).data?.filter(({ enabled, answers }) => enabled || answers > 0) ?? [];
  return (
    <Stack gap="xl">
      <Group align="flex-end" role="search" aria-label={t('overview.filters')}>
        <FilterSelect
          name="weeks"
          standard="13"
          label={t('overview.period')}
          value={period}
          options={weeks.map((value) => ({ value, label: t('home.weeks', { count: Number(value) }) }))}
        />
        <StageFilter />
        <FilterSelect name="engine" label={t('answers.engine')} options={engines.map((one) => ({ value: one.engine, label: one.label }))} />
      </Group>
      {overview.data && <RivalTable overview={overview.data} metric="shareOfVoice" title={t('metrics.shareOfVoice')} more={false} />}
      {comparisons.error && !comparisons.data ? (
        <Failure error={comparisons.error} onRetry={() => void comparisons.refetch()} />
      ) : !comparisons.data ? (
        <Loading height={500} />
      ) : comparisons.data.groups.length === 0 ? (
        <Text c="dimmed">{t('overview.emptyTitle')}</Text>
      ) : (
        comparisons.data.groups.map((group) => <StageContest key={`${group.stage} ${group.engine}`} group={group} />)
      )}
    </Stack>
  );
}

function StageContest({ group }: { group: ComparisonGroup }) {
  const { slug } = useWorkspace();
  const { data } = useBrands(slug);
  const styles = useMemo(() => styleBrands(data ?? []), [data]);
  return (
    <Stack gap="md">
      <StrengthList group={group} styles={styles} />
      <WinMatrix group={group} styles={styles} />
    </Stack>
  );
}
