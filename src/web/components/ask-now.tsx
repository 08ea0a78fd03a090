import { Alert, Button, Group, Modal, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, call } from '../api.ts';
import { useLabel } from '../label.ts';
import { useEngines } from '../queries.ts';
import { useHref, useMay, useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

/** Asks the whole panel, a stage of it, or one prompt, after saying what it does. */
export function AskNow({ promptId }: { promptId?: string }) {
  const { t } = useTranslation();
  const [opened, dialog] = useDisclosure(false);
  if (!useMay('editor')) return null;
  return (
    <>
      <Button onClick={dialog.open}>{promptId === undefined ? t('ask.button') : t('prompts.askThis')}</Button>
      <Modal opened={opened} onClose={dialog.close} title={t('ask.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        <AskForm promptId={promptId} onClose={dialog.close} />
      </Modal>
    </>
  );
}

function AskForm({ promptId, onClose }: { promptId: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const workspace = useWorkspace();
  const client = useQueryClient();
  const engines = useEngines(workspace.slug).data?.filter(({ enabled }) => enabled) ?? [];
  const [stage, setStage] = useState('');
  const [engine, setEngine] = useState('');
  const [repeats, setRepeats] = useState(1);
  const ask = useMutation({
    mutationFn: () =>
      call(
        api.runs.$post({
          query: { workspace: workspace.slug },
          json: {
            promptIds: promptId === undefined ? [] : [promptId],
            stages: workspace.stages.filter((one) => one === stage) as never[],
            engines: engine === '' ? [] : [engine],
            repeats,
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs', workspace.slug] }),
  });
  if (ask.isSuccess) {
    return (
      <Alert color="green" variant="light" role="status">
        <Stack align="flex-start" gap="xs">
          {t('ask.started')}
          <Button component={Link} href={href('/runs')} size="xs" onClick={onClose}>
            {t('ask.toRuns')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Text size="sm">{t('ask.text')}</Text>
      {promptId === undefined && (
        <Select
          label={t('ask.what')}
          data={[
            { value: '', label: t('ask.wholePanel') },
            ...workspace.stages.map((one) => ({ value: one, label: t('ask.stageOnly', { stage: label('stages', one) }) })),
          ]}
          value={stage}
          onChange={(value) => setStage(value ?? '')}
          allowDeselect={false}
        />
      )}
      <Select
        label={t('ask.engine')}
        data={[{ value: '', label: t('ask.enginesAll') }, ...engines.map((one) => ({ value: one.engine, label: one.label }))]}
        value={engine}
        onChange={(value) => setEngine(value ?? '')}
        allowDeselect={false}
      />
      <NumberInput
        label={t('ask.repeats')}
        min={1}
        max={50}
        value={repeats}
        onChange={(value) => setRepeats(Number(value) || 1)}
        allowDecimal={false}
      />
      {ask.error && <Failure error={ask.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button onClick={() => ask.mutate()} loading={ask.isPending}>
          {t('ask.submit')}
        </Button>
      </Group>
    </Stack>
  );
}
