import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { languages, setLanguage } from '../i18n.ts';
import { useSession } from '../queries.ts';
import { useHref } from '../workspace.ts';
import { Icon } from './icon.tsx';

/** To one's own page. Whoever signs in finds their language and theme as they left them. */
export function AccountLink() {
  const { t } = useTranslation();
  const href = useHref();
  const { setColorScheme } = useMantineColorScheme();
  const person = useSession().data?.person;
  const language = languages.find((known) => known === person?.language);
  const theme = person?.theme;
  useEffect(() => {
    if (language) void setLanguage(language);
  }, [language]);
  useEffect(() => {
    if (theme === 'light' || theme === 'dark') setColorScheme(theme);
  }, [theme, setColorScheme]);
  const name = person ? t('app.signedInAs', { name: person.name }) : t('app.account');
  return (
    <ActionIcon component={Link} href={href('/account')} variant="default" size={36} aria-label={name} title={name}>
      <Icon name="person" />
    </ActionIcon>
  );
}
