import { Button, Card, Group, NativeSelect, PasswordInput, Stack, Text, TextInput, Title, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Session } from '../api.ts';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { languages, type Language } from '../i18n.ts';
import { useSession } from '../queries.ts';
import { forgetKey, readKey } from '../api-key.ts';

export default function Account() {
  const { t } = useTranslation();
  const { data, error, refetch } = useSession();
  const person = data?.person;
  return (
    <>
      <PageTitle title={t('account.title')} lead={t('account.lead')}>
        {(person || readKey() !== null) && <SignOut />}
      </PageTitle>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : person ? (
        <Stack maw={480}>
          <Own key={person.id} person={person} />
          <Password />
        </Stack>
      ) : (
        <Empty title={data.name ?? ''} text={data.open ? t('account.notPerson') : ''} />
      )}
    </>
  );
}

function SignOut() {
  const { t } = useTranslation();
  const signOut = useMutation({
    mutationFn: () => call(api.session.$delete()),
    onSuccess: () => {
      forgetKey();
      // All that was read is forgotten with the page.
      window.location.assign('/');
    },
  });
  return (
    <Button variant="default" onClick={() => signOut.mutate()} loading={signOut.isPending}>
      {t('account.signOut')}
    </Button>
  );
}

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

function Own({ person }: { person: NonNullable<Session['person']> }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const { setColorScheme } = useMantineColorScheme();
  const [name, setName] = useState(person.name);
  const [language, setLanguage] = useState<Language | null>(languages.find((known) => known === person.language) ?? null);
  const [theme, setTheme] = useState<Theme | null>(themes.find((known) => known === person.theme) ?? null);
  const save = useMutation({
    mutationFn: () => call(api.session.person.$patch({ json: { name, language, theme } })),
    onSuccess: async () => {
      if (theme === null) setColorScheme('auto');
      await client.invalidateQueries({ queryKey: ['session'] });
    },
  });
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput label={t('account.email')} value={person.email} readOnly />
          <TextInput required label={t('account.name')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <NativeSelect
            label={t('account.language')}
            value={language ?? ''}
            onChange={(event) => setLanguage(languages.find((known) => known === event.currentTarget.value) ?? null)}
            data={[
              { value: '', label: t('account.languageBrowser') },
              ...languages.map((known) => ({ value: known, label: t(`languages.${known}`) })),
            ]}
          />
          <NativeSelect
            label={t('account.theme')}
            value={theme ?? ''}
            onChange={(event) => setTheme(themes.find((known) => known === event.currentTarget.value) ?? null)}
            data={[
              { value: '', label: t('account.themeSystem') },
              { value: 'light', label: t('account.themeLight') },
              { value: 'dark', label: t('account.themeDark') },
            ]}
          />
          {save.error && <Failure error={save.error} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
            <Text size="sm" role="status">
              {save.isSuccess && t('account.saved')}
            </Text>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Password() {
  const { t } = useTranslation();
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation({
    mutationFn: () => call(api.session.password.$put({ json: { next, ...(present !== '' && { present }) } })),
    onSuccess: () => {
      setPresent('');
      setNext('');
    },
  });
  const toggle = { 'aria-label': t('signIn.show') };
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('account.passwordTitle')}
          </Title>
          <PasswordInput
            label={t('account.present')}
            description={t('account.presentHint')}
            autoComplete="current-password"
            value={present}
            onChange={(event) => setPresent(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          <PasswordInput
            required
            minLength={12}
            label={t('account.next')}
            description={t('account.nextHint')}
            autoComplete="new-password"
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            visibilityToggleButtonProps={toggle}
          />
          {change.error && <Failure error={change.error} />}
          <Group>
            <Button type="submit" loading={change.isPending}>
              {t('account.change')}
            </Button>
            <Text size="sm" role="status">
              {change.isSuccess && t('account.changed')}
            </Text>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
