import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { verdictOf } from '../gap-effect.ts';
import { useGapChange, useGapEffect, type Gap } from '../gap-queries.ts';
import { May } from './may.tsx';
import { Failure, Loading } from './states.tsx';

/** Who sees to the page, with what note, and, once it is done, what that changed. */
export function GapTask({ gap: { id, title, url, task } }: { gap: Gap }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [editing, setEditing] = useState(false);
  const change = useGapChange(id);
  const done = task?.doneAt ?? null;
  const page = title ?? url;
  if (editing) return <TaskForm id={id} task={task} onClose={() => setEditing(false)} />;
  return (
    <Stack gap={4}>
      {task?.assignee && (
        <Text size="sm">
          {t('gaps.assignedTo')} <bdi>{task.assignee}</bdi>
        </Text>
      )}
      {task?.note && (
        <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          <bdi>{task.note}</bdi>
        </Text>
      )}
      {done !== null && (
        <>
          <Text size="sm" fw={600} role="status">
            {t('gaps.doneAt', { time: format.time(done) })}
          </Text>
          <EffectText id={id} />
        </>
      )}
      {change.error && <Failure error={change.error} />}
      <May needs="editor">
        <Group gap="xs">
          <Button size="xs" variant="default" onClick={() => setEditing(true)} aria-label={t('gaps.editLabel', { page })}>
            {t('gaps.edit')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ done: done === null })}
            aria-label={t(done === null ? 'gaps.doneLabel' : 'gaps.undoLabel', { page })}
          >
            {t(done === null ? 'gaps.done' : 'gaps.undo')}
          </Button>
        </Group>
      </May>
    </Stack>
  );
}

function TaskForm({ id, task, onClose }: { id: string; task: Gap['task']; onClose: () => void }) {
  const { t } = useTranslation();
  const [assignee, setAssignee] = useState(task?.assignee ?? '');
  const [note, setNote] = useState(task?.note ?? '');
  const change = useGapChange(id);
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    change.mutate({ assignee, note }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={save}>
      <Stack gap="xs">
        <TextInput
          label={t('gaps.assignee')}
          value={assignee}
          maxLength={200}
          data-autofocus
          onChange={(event) => setAssignee(event.currentTarget.value)}
        />
        <Textarea
          label={t('gaps.note')}
          value={note}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {change.error && <Failure error={change.error} />}
        <Group gap="xs">
          <Button size="xs" type="submit" loading={change.isPending}>
            {t('common.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Whether visibility moved on the page's prompts more than on the others, never without how sure that is. */
function EffectText({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useGapEffect(id);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={24} />;
  const { interval, difference } = data;
  const prompts = t('gaps.onPrompts', { count: data.prompts, number: format.integer(data.prompts) });
  const verdict = verdictOf(data);
  const figures = interval && {
    difference: format.signed(difference ?? 0),
    low: format.signed(interval[0]),
    high: format.signed(interval[1]),
  };
  return (
    <Text size="sm" data-testid="effect">
      {t(`gaps.effect.${verdict}`, { prompts, ...figures })}
    </Text>
  );
}
