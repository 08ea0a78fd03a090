import { Alert, Button, Group, Paper, Stack, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import type { EditEffect } from '../prompt-changes.ts';

type Props = { prompt: Prompt; effect: EditEffect; saving: boolean; onSave: (text: string, version: number) => void; onCancel: () => void };

/** A new wording, and before it is saved what it does to the trend; and what somebody else made of it meanwhile. */
export function PromptEditor({ prompt, effect, saving, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const [read] = useState(prompt);
  const [text, setText] = useState(prompt.text);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(read.text.length, read.text.length);
  }, [read.text]);
  const changed = text.trim() !== prompt.text && text.trim().length >= 3;
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (changed) onSave(text.trim(), prompt.version);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('prompts.editTitle', { version: prompt.version })}
          value={text}
          autosize
          minRows={2}
          ref={field}
          lang={prompt.language || undefined}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        {prompt.version !== read.version && !saving && (
          <Alert color="yellow" variant="light" p="xs" role="alert">
            <Text size="sm">{t('prompts.changedMeanwhile', { version: prompt.version })}</Text>
            <bdi lang={prompt.language || undefined}>{prompt.text}</bdi>
          </Alert>
        )}
        <Text size="sm" role="status">
          {changed
            ? t('prompts.effect', {
                version: prompt.version + 1,
                stage: label('stages', prompt.stage),
                share: format.percent(effect.share),
                number: format.integer(effect.ofStage),
              })
            : t('prompts.effectNone')}{' '}
          {changed && effect.answers !== null && t('prompts.effectOld', { answers: format.integer(effect.answers) })}
        </Text>
        <Group>
          <Button size="xs" type="submit" disabled={!changed} loading={saving}>
            {t('prompts.saveVersion', { version: prompt.version + 1 })}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
