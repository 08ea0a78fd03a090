import { Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '../api.ts';
import { useCanarySwitch } from '../prompt-changes.ts';
import { Failure } from './states.tsx';

/** Whether a prompt only watches its engines, for its past as for its future. */
export function CanarySwitch({ prompt: { id, canary } }: { prompt: Prompt }) {
  const { t } = useTranslation();
  const change = useCanarySwitch(id);
  return (
    <Stack gap="xs">
      <Switch
        label={t('prompts.canaryField')}
        description={t('prompts.canarySwitchHint')}
        checked={change.isPending ? change.variables : canary}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.checked)}
      />
      {change.error && <Failure error={change.error} />}
    </Stack>
  );
}
