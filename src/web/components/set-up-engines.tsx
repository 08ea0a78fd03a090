import { Badge, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Engine } from '../api.ts';
import { useEngineChange } from '../engine-change.ts';
import { EngineKeys } from './engine-keys.tsx';
import { Failure } from './states.tsx';

export const isAsked = ({ enabled, configured, status }: Engine): boolean => enabled && configured && status === 'active';

/** The engines of a new workspace, a line each: its key, whether it answers, and whether it is asked. */
export function SetUpEngines({ engines }: { engines: readonly Engine[] }) {
  return (
    <Stack gap="xs">
      {engines.map((engine) => (
        <Row key={engine.engine} engine={engine} />
      ))}
    </Stack>
  );
}

function Row({ engine }: { engine: Engine }) {
  const { t } = useTranslation();
  const change = useEngineChange(engine.engine);
  const { label, enabled, configured, status } = engine;
  return (
    <Paper withBorder p="xs" component="section" aria-label={label} data-testid="set-up-engine">
      <Group justify="space-between" gap="xs">
        <Group gap="xs" miw={200}>
          <Switch
            checked={enabled && configured}
            disabled={!configured || change.isPending}
            onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
            aria-label={t('engines.toggle', { engine: label })}
          />
          <Text fw={600}>{label}</Text>
          <Badge variant="default">{t(`engines.status.${configured ? (enabled ? status : 'off') : 'noKey'}`)}</Badge>
        </Group>
        <Group gap="xs">
          <EngineKeys engine={engine} onSaved={() => change.mutate({ enabled: true })} />
        </Group>
      </Group>
      {change.error && <Failure error={change.error} />}
    </Paper>
  );
}
