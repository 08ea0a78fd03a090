import { Button, Card, Group, Modal, Stack, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schedule } from '../api.ts';
import { May } from '../components/may.tsx';
import { ScheduleForm } from '../components/schedule-form.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { draftOf, useScheduleChange, useSchedules } from '../schedule-queries.ts';
import { useWorkspace } from '../workspace.ts';

/** When which prompts are asked; what it costs and tells is shown before it is saved. */
export default function Schedules() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useSchedules(slug);
  const [editing, setEditing] = useState<Schedule | 'new' | null>(null);
  const [removed, setRemoved] = useState<Schedule | null>(null);
  const restore = useScheduleChange(() => setRemoved(null));
  return (
    <>
      <PageTitle title={t('schedules.title')} lead={t('schedules.lead')} needs="editor">
        <May needs="editor">
          <Button onClick={() => setEditing('new')}>{t('schedules.add')}</Button>
        </May>
      </PageTitle>
      {removed && (
        <Group role="status">
          <Text size="sm">{t('schedules.removed', { name: removed.name })}</Text>
          <Button size="xs" variant="default" loading={restore.isPending} onClick={() => restore.mutate({ add: draftOf(removed) })}>
            {t('schedules.undo')}
          </Button>
        </Group>
      )}
      {restore.error && <Failure error={restore.error} />}
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <Empty title={t('schedules.emptyTitle')} text={t('schedules.emptyText')} />
      ) : (
        <Stack>
          {data.map((schedule) => (
            <ScheduleCard key={schedule.id} schedule={schedule} onEdit={() => setEditing(schedule)} onRemoved={setRemoved} />
          ))}
        </Stack>
      )}
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        size="xl"
        title={editing === 'new' ? t('schedules.add') : t('schedules.editTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {editing !== null && <ScheduleForm saved={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      </Modal>
    </>
  );
}

type CardProps = { schedule: Schedule; onEdit: () => void; onRemoved: (schedule: Schedule) => void };

function ScheduleCard({ schedule, onEdit, onRemoved }: CardProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const change = useScheduleChange();
  const remove = useScheduleChange(() => onRemoved(schedule));
  const engineName = useEngineName();
  const { name, stages, promptIds, sweepsPerWeek, enabled, nextTickAt } = schedule;
  const asked = [
    promptIds.length > 0
      ? t('schedules.chosenPrompts', { number: format.integer(promptIds.length) })
      : stages.map((stage) => label('stages', stage)).join(', '),
    schedule.engines.length > 0 ? schedule.engines.map(engineName).join(', ') : t('schedules.allEngines'),
    t('schedules.perWeek', { count: sweepsPerWeek, number: format.integer(sweepsPerWeek) }),
  ];
  return (
    <Card withBorder component="article" aria-label={name} data-testid="schedule">
      <Group justify="space-between" align="flex-start">
        <div>
          <Title order={2} size="h5">
            <bdi>{name}</bdi>
          </Title>
          <Text size="sm">{asked.join(' · ')}</Text>
          <Text size="xs" c="dimmed">
            {enabled && nextTickAt ? t('schedules.next', { time: format.time(nextTickAt) }) : t('schedules.paused')}
          </Text>
        </div>
        <May needs="editor">
          <Group gap="xs">
            <Switch
              aria-label={t('schedules.toggle', { name })}
              checked={enabled}
              disabled={change.isPending}
              onChange={(event) => change.mutate({ id: schedule.id, edit: { enabled: event.currentTarget.checked } })}
            />
            <Button size="xs" variant="default" aria-label={t('schedules.editLabel', { name })} onClick={onEdit}>
              {t('schedules.edit')}
            </Button>
            <Button
              size="xs"
              variant="default"
              loading={remove.isPending}
              aria-label={t('schedules.removeLabel', { name })}
              onClick={() => remove.mutate({ remove: schedule.id })}
            >
              {t('schedules.remove')}
            </Button>
          </Group>
        </May>
      </Group>
      {(change.error ?? remove.error) && <Failure error={(change.error ?? remove.error) as Error} />}
    </Card>
  );
}
