import { Button, Group, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStage } from '../../domain/journey.ts';
import { api, call, type JourneyStage } from '../api.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { May } from './may.tsx';
import { Failure } from './states.tsx';

type Props = { stage: JourneyStage; field: 'pain' | 'action' };

/** What the team writes into the map; until then what the field says of such a stage, marked as a suggestion. */
export function JourneyNote({ stage, field }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const own = stage[field]?.text ?? null;
  const [draft, setDraft] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: async (text: string) => {
      if (!isStage(stage.stage)) return;
      await call(
        api.journey[':stage'][':field'].$put({ param: { stage: stage.stage, field }, query: { workspace: slug }, json: { text } }),
      );
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['journey', slug] });
      setDraft(null);
    },
  });
  const name = `${t(`journey.${field}`)}: ${label('stages', stage.stage)}`;
  if (draft === null) {
    return (
      <>
        <Text size="sm" c={own === null ? 'dimmed' : undefined} className="note">
          {own ?? label(`journey.${field}Default`, stage.stage)}
          {own === null && ` (${t('journey.suggested')})`}
        </Text>
        <May needs="editor">
          <Button
            size="compact-xs"
            variant="default"
            className="no-print"
            onClick={() => setDraft(own ?? '')}
            aria-label={`${t('prompts.edit')}: ${name}`}
          >
            {t('prompts.edit')}
          </Button>
        </May>
      </>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(draft);
      }}
    >
      <Textarea
        aria-label={name}
        autosize
        minRows={2}
        maxLength={2000}
        value={draft}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
      {save.error && <Failure error={save.error} />}
      <Group gap="xs" mt={4}>
        <Button size="compact-xs" type="submit" loading={save.isPending}>
          {t('common.save')}
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => setDraft(null)}>
          {t('common.cancel')}
        </Button>
      </Group>
    </form>
  );
}
