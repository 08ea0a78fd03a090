import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readKey } from '../api-key.ts';
import { saveKey } from '../session.ts';
import { PageTitle } from './states.tsx';

/** For those who have the server's own key. */
export function KeyForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [key, setKey] = useState('');
  const refused = readKey() !== null;
  const submit = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    saveKey(key.trim());
    onDone();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <PageTitle title={t('key.title')} />
        <Text>{t('key.text')}</Text>
        <PasswordInput
          label={t('key.label')}
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
          error={refused ? t('key.wrong') : undefined}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': t('key.show') }}
        />
        <Button type="submit" disabled={key.trim() === ''}>
          {t('key.submit')}
        </Button>
      </Stack>
    </form>
  );
}
