import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../label.ts';
import { useEngines } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';

type Option = { value: string; label: string };
type Props = { name: string; options: readonly Option[]; standard?: string; all?: string } & Omit<
  NativeSelectProps,
  'name' | 'data' | 'onChange'
>;

/** A filter that lives in the address under its name; what it stands at by itself is not written there. Without a `standard` that is all, by the name of `all`. */
export function FilterSelect({ name, options, standard, all: allName, ...rest }: Props) {
  const { t } = useTranslation();
  const url = useUrlState();
  const all = standard === undefined ? [{ value: '', label: allName ?? t('common.all') }] : [];
  return (
    <NativeSelect
      value={url.get(name) ?? standard ?? ''}
      data={[...all, ...options]}
      onChange={({ currentTarget: { value } }) => url.set({ [name]: value === standard ? null : value })}
      {...rest}
    />
  );
}

export function EngineFilter() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data = [] } = useEngines(slug);
  return <FilterSelect name="engine" label={t('sources.engine')} options={data.map(({ engine, label }) => ({ value: engine, label }))} />;
}

export function StageFilter() {
  const { t } = useTranslation();
  const label = useLabel();
  const { stages } = useWorkspace();
  return (
    <FilterSelect name="stage" label={t('sources.stage')} options={stages.map((value) => ({ value, label: label('stages', value) }))} />
  );
}

/** `weeks`: those shown, also where the address asks for others than there are. */
export function WeeksFilter({ weeks, standard, choices }: { weeks: string; standard: string; choices: readonly string[] }) {
  const { t } = useTranslation();
  const options = choices.map((number) => ({ value: number, label: t('sources.weeks', { number }) }));
  return <FilterSelect name="weeks" label={t('sources.period')} standard={standard} value={weeks} options={options} />;
}
