import { Group, NativeSelect, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Brand, Engine } from '../api.ts';
import { useLabel } from '../label.ts';
import { enginesApart, metrics, periods, steps, type TrendView } from '../trend-view.ts';

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
  const choose = (name: string, standard = '') => ({
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ [name]: value === standard ? null : value }),
  });
  const choosePeriod = (period: string) =>
    onChange(
      period === 'custom' ? { period, from: view.from, to: view.to } : { period: period === '13w' ? null : period, from: null, to: null },
    );
  return (
    <Group gap="sm" align="flex-end" role="search" aria-label={t('overview.filters')}>
      <NativeSelect
        label={t('overview.metric')}
        value={view.metric}
        data={metrics.map((metric) => ({ value: metric, label: t(`metrics.${metric}`) }))}
        {...choose('metric', 'visibility')}
      />
      <NativeSelect
        label={t('overview.engine')}
        value={view.engine ?? ''}
        data={[
          { value: '', label: t('overview.enginesPooled') },
          { value: enginesApart, label: t('overview.enginesApart') },
          ...engines.map((engine) => ({ value: engine.engine, label: engine.label })),
        ]}
        {...choose('engine')}
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
      <NativeSelect
        label={t('trends.compare')}
        value={view.compare ? 'before' : ''}
        data={[
          { value: '', label: t('trends.compareNone') },
          { value: 'before', label: t('trends.compareBefore') },
        ]}
        {...choose('compare')}
      />
      {view.metric === 'visibility' && <LevelSelect linked={view.linked} onChange={(level) => onChange({ level })} />}
      <NativeSelect
        label={t('overview.by')}
        value={view.by}
        data={steps.map((step) => ({ value: step, label: t(stepNames[step]) }))}
        {...choose('by', 'week')}
      />
      <Places view={view} languages={languages} countries={countries} tags={tags} choose={choose} />
      <NativeSelect
        label={t('overview.branded')}
        value={String(view.branded)}
        data={[
          { value: 'false', label: t('overview.brandedFalse') },
          { value: 'true', label: t('overview.brandedTrue') },
        ]}
        {...choose('branded', 'false')}
      />
      <NativeSelect
        label={t('overview.brand')}
        value={focus ?? ''}
        data={brands.map((brand) => ({ value: brand.key, label: brand.own ? `${brand.name} (${t('overview.own')})` : brand.name }))}
        {...choose('brand', brands.find(({ own }) => own)?.key)}
      />
    </Group>
  );
}

type PlacesProps = Pick<Props, 'view' | 'languages' | 'countries' | 'tags'> & {
  choose: (name: string) => { onChange: (event: { currentTarget: { value: string } }) => void };
};

/** In which language and country was asked, and which prompts; a choice without choices is not shown. */
function Places({ view, languages, countries, tags, choose }: PlacesProps) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      <NativeSelect
        label={t('overview.language')}
        value={view.language ?? ''}
        data={[
          { value: '', label: t('overview.languagesAll') },
          ...languages.map((language) => ({ value: language, label: label('contentLanguages', language) })),
        ]}
        {...choose('language')}
      />
      {countries.length > 0 && (
        <NativeSelect
          label={t('answers.country')}
          value={view.country ?? ''}
          data={[
            { value: '', label: t('overview.countriesAll') },
            ...countries.map((country) => ({ value: country, label: label('countries', country) })),
          ]}
          {...choose('country')}
        />
      )}
      {tags.length > 0 && (
        <NativeSelect
          label={t('overview.tag')}
          value={view.tag ?? ''}
          data={[{ value: '', label: t('overview.tagsAll') }, ...tags]}
          {...choose('tag')}
        />
      )}
    </>
  );
}

/** Whether the line is of what was asked then, or put on the basis of the newest prompts. */
function LevelSelect({ linked, onChange }: { linked: boolean; onChange: (level: string | null) => void }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      label={t('trends.level')}
      value={linked ? 'linked' : ''}
      data={[
        { value: '', label: t('trends.levelAsked') },
        { value: 'linked', label: t('trends.levelLinked') },
      ]}
      onChange={({ currentTarget: { value } }) => onChange(value || null)}
    />
  );
}

/** Which of the two intervals the page shows, and in one sentence what it says. */
export function IntervalSwitch({ view, onChange }: Pick<Props, 'view' | 'onChange'>) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <SegmentedControl
        size="xs"
        aria-label={t('overview.interval')}
        value={view.interval}
        onChange={(value) => onChange({ interval: value === 'panel' ? null : value })}
        data={[
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
