import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Engine } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

type Props = { engine: Engine; onSaved?: () => void };

/** Keys of one engine, and whether it answers with them: a new one is tried at once. Only admins are served these. */
export function EngineKeys({ engine, onSaved }: Props) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(false);
  const attempt = useMutation({
    mutationFn: () => call(api.engines[':engine'].try.$post({ param: { engine: engine.engine }, query: { workspace: slug } })),
  });
  return (
    <>
      {engine.keys.length > 0 && (
        <Button size="xs" variant="default" onClick={() => setOpen(true)} aria-label={t('engines.keysLabel', { engine: engine.label })}>
          {t('engines.keys')}
        </Button>
      )}
      {engine.configured && (
        <Button
          size="xs"
          variant="default"
          onClick={() => attempt.mutate()}
          loading={attempt.isPending}
          aria-label={t('engines.tryLabel', { engine: engine.label })}
        >
          {t('engines.try')}
        </Button>
      )}
      {attempt.error && <Failure error={attempt.error} />}
      {attempt.data && <Outcome trial={attempt.data} />}
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t('engines.keysLabel', { engine: engine.label })}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {open && (
          <KeyFields
            engine={engine}
            onSaved={(isEntered) => {
              setOpen(false);
              if (!isEntered) return attempt.reset();
              onSaved?.();
              attempt.mutate();
            }}
          />
        )}
      </Modal>
    </>
  );
}

type Trial = { ok: boolean; latencyMs: number | null; costUsd: number | null; error: { code: string; message: string } | null };

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  if (trial.error)
    return (
      <div role="alert">
        <Text size="sm">{label('engines.trouble', trial.error.code)}</Text>
        <Text size="xs" c="dimmed" lang="en">
          <bdi>{trial.error.message}</bdi>
        </Text>
      </div>
    );
  const cost = trial.costUsd === null ? '' : ` · ${format.usd(trial.costUsd)}`;
  return (
    <Text size="sm" role="status">
      {t('engines.tryGood', { time: format.seconds(trial.latencyMs ?? 0) })}
      {cost}
    </Text>
  );
}

function KeyFields({ engine, onSaved }: { engine: Engine; onSaved: (isEntered: boolean) => void }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [values, setValues] = useState<Record<string, string>>({});
  const save = useMutation({
    mutationFn: (keys: Record<string, string | null>) =>
      call(api.engines[':engine'].keys.$put({ param: { engine: engine.engine }, query: { workspace: slug }, json: { keys } })),
    onSuccess: async (_, keys) => {
      await client.invalidateQueries({ queryKey: ['engines', slug] });
      onSaved(Object.values(keys).some((value) => value !== null));
    },
  });
  const entered = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim() !== ''));
  const own = engine.keys.filter(({ from }) => from === 'page');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(entered);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('engines.keysText')}</Text>
        {engine.keys.map(({ name, from }) => (
          <PasswordInput
            key={name}
            label={name}
            description={t(`engines.keyFrom.${from ?? 'nowhere'}`)}
            autoComplete="off"
            value={values[name] ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setValues((before) => ({ ...before, [name]: value }));
            }}
            visibilityToggleButtonProps={{ 'aria-label': t('key.show') }}
          />
        ))}
        {save.error && <Failure error={save.error} />}
        <Group justify="flex-end">
          {own.length > 0 && (
            <Button variant="default" onClick={() => save.mutate(Object.fromEntries(own.map(({ name }) => [name, null])))}>
              {t('engines.keysForget')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={Object.keys(entered).length === 0}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
