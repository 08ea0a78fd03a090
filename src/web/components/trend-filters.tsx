import { Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Brand, Engine } from '../api.ts';
import { useLabel } from '../label.ts';
import { enginesApart, metrics, periods, steps, type TrendView } from '../trend-view.ts';
import { Choice } from './choice.tsx';
import { FilterSelect } from './filter-select.tsx';

type Props = {
  view: TrendView;
  focus: string | null;
  brands: readonly Brand[];
  engines: readonly Engine[];
  languages: readonly string[];
  countries: readonly string[];
  tags: readonly string[];
  onChange: (change: Record<string, string | null>) => void;
};

const stepNames = { day: 'overview.byDay', week: 'overview.byWeek', month: 'overview.byMonth' } as const;

export function TrendFilters({ view, focus, brands, engines, languages, countries, tags, onChange }: Props) {
  const { t } = useTranslation();
  const choosePeriod = (period: string) =>
    onChange(
      period === 'custom' ? { period, from: view.from, to: view.to } : { period: period === '13w' ? null : period, from: null, to: null },
    );
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('overview.filters')}>
      <FilterSelect
        name="metric"
        standard="visibility"
        label={t('overview.metric')}
        value={view.metric}
        options={metrics.map((metric) => ({ value: metric, label: t(`metrics.${metric}`) }))}
      />
      <FilterSelect
        name="engine"
        all={t('overview.enginesPooled')}
        label={t('overview.engine')}
        options={[
          { value: enginesApart, label: t('overview.enginesApart') },
          ...engines.map((engine) => ({ value: engine.engine, label: engine.label })),
        ]}
      />
      <NativeSelect
        label={t('overview.period')}
        value={view.period}
        data={periods.map((period) => ({ value: period, label: t(`overview.periods.${period}`) }))}
        onChange={(event) => choosePeriod(event.currentTarget.value)}
      />
      {view.period === 'custom' && (
        <>
          <TextInput
            type="date"
            label={t('overview.from')}
            value={view.from}
            max={view.to}
            onChange={(event) => event.currentTarget.value && onChange({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('overview.to')}
            value={view.to}
            min={view.from}
            onChange={(event) => event.currentTarget.value && onChange({ to: event.currentTarget.value })}
          />
        </>
      )}
      <FilterSelect
        name="compare"
        all={t('trends.compareNone')}
        label={t('trends.compare')}
        options={[{ value: 'before', label: t('trends.compareBefore') }]}
      />
      {view.metric === 'visibility' && (
        // Whether the line is of what was asked then, or put on the basis of the newest prompts.
        <FilterSelect
          name="level"
          all={t('trends.levelAsked')}
          label={t('trends.level')}
          options={[{ value: 'linked', label: t('trends.levelLinked') }]}
        />
      )}
      <FilterSelect
        name="by"
        standard="week"
        label={t('overview.by')}
        value={view.by}
        options={steps.map((step) => ({ value: step, label: t(stepNames[step]) }))}
      />
      <Places languages={languages} countries={countries} tags={tags} />
      <FilterSelect
        name="branded"
        standard="false"
        label={t('overview.branded')}
        value={String(view.branded)}
        options={[
          { value: 'false', label: t('overview.brandedFalse') },
          { value: 'true', label: t('overview.brandedTrue') },
        ]}
      />
      <FilterSelect
        name="brand"
        standard={brands.find(({ own }) => own)?.key ?? ''}
        label={t('overview.brand')}
        value={focus ?? ''}
        options={brands.map((brand) => ({ value: brand.key, label: brand.own ? `${brand.name} (${t('overview.own')})` : brand.name }))}
      />
    </Group>
  );
}

/** In which language and country was asked, and which prompts; a choice without choices is not shown. */
function Places({ languages, countries, tags }: Pick<Props, 'languages' | 'countries' | 'tags'>) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      <FilterSelect
        name="language"
        all={t('overview.languagesAll')}
        label={t('overview.language')}
        options={languages.map((language) => ({ value: language, label: label('contentLanguages', language) }))}
      />
      {countries.length > 0 && (
        <FilterSelect
          name="country"
          all={t('overview.countriesAll')}
          label={t('answers.country')}
          options={countries.map((country) => ({ value: country, label: label('countries', country) }))}
        />
      )}
      {tags.length > 0 && (
        <FilterSelect
          name="tag"
          all={t('overview.tagsAll')}
          label={t('overview.tag')}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
        />
      )}
    </>
  );
}

/** Which of the two intervals the page shows, and in one sentence what it says. */
export function IntervalSwitch({ view, onChange }: Pick<Props, 'view' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Choice
        label={t('overview.interval')}
        value={view.interval}
        onChange={(value) => onChange({ interval: value === 'panel' ? null : value })}
        options={[
          { value: 'panel', label: t('overview.panel') },
          { value: 'market', label: t('overview.market') },
        ]}
      />
      <Text size="sm" c="dimmed" flex={1} miw={220}>
        {view.interval === 'panel' ? t('overview.panelText') : t('overview.marketText')}
      </Text>
    </Group>
  );
}
