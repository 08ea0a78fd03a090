import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { allCountries } from '../countries.ts';

type Props = { value: readonly string[]; onChange: (countries: string[]) => void };

/** From where is asked; none is the engines' own choice. */
export function CountrySelect({ value, onChange }: Props) {
  const { t, i18n } = useTranslation();
  const countries = useMemo(() => allCountries(i18n.language), [i18n.language]);
  return (
    <MultiSelect
      label={t('schedules.countries')}
      description={t('schedules.countriesHint')}
      placeholder={value.length === 0 ? t('schedules.noCountry') : undefined}
      data={countries}
      value={[...value]}
      onChange={onChange}
      searchable
      hidePickedOptions
      limit={300}
      nothingFoundMessage={t('schedules.countryUnknown')}
    />
  );
}
