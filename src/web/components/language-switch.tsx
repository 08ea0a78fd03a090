import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { languages, setLanguage } from '../i18n.ts';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const choose = (value: string) => {
    const language = languages.find((known) => known === value);
    if (language) void setLanguage(language);
  };
  return (
    <NativeSelect
      aria-label={t('app.language')}
      maw={120}
      value={i18n.language}
      onChange={(event) => choose(event.currentTarget.value)}
      data={languages.map((language) => ({ value: language, label: t(`languages.${language}`) }))}
    />
  );
}
