import { Button, Card, Checkbox, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stage } from '../../domain/journey.ts';
import { useCustomerChange, type NewCustomer } from '../conversation-queries.ts';
import { useLabel } from '../label.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

type Draft = {
  persona: string;
  need: string;
  language: string;
  weekly: number;
  byModel: boolean;
  questions: Partial<Record<Stage, string>>;
};

/** A new customer. Without questions of their own, the ready ones of their language are asked. */
export function CustomerForm({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState<Draft>({ persona: '', need: '', language: i18n.language, weekly: 0, byModel: false, questions: {} });
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const save = useCustomerChange(onClose);
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ add: customerOf(draft) });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={t('conversations.persona')}
            description={t('conversations.personaHint')}
            required
            maxLength={500}
            value={draft.persona}
            onChange={({ currentTarget: { value } }) => set({ persona: value })}
          />
          <Textarea
            label={t('conversations.need')}
            description={t('conversations.needHint')}
            required
            maxLength={1000}
            autosize
            value={draft.need}
            onChange={({ currentTarget: { value } }) => set({ need: value })}
          />
          <Group grow align="flex-start">
            <TextInput
              label={t('conversations.language')}
              description={t('conversations.languageHint')}
              required
              value={draft.language}
              onChange={({ currentTarget: { value } }) => set({ language: value.trim() })}
            />
            <NumberInput
              label={t('conversations.weekly')}
              description={t('conversations.weeklyHint')}
              min={0}
              max={20}
              value={draft.weekly}
              onChange={(value) => set({ weekly: Number(value) || 0 })}
            />
          </Group>
          <Questions draft={draft} set={set} />
          <Checkbox
            label={t('conversations.modelAsks')}
            description={t('conversations.modelAsksHint')}
            checked={draft.byModel}
            onChange={({ currentTarget: { checked } }) => set({ byModel: checked })}
          />
          {save.error && <Failure error={save.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={draft.persona.trim() === '' || draft.need.trim() === ''}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function Questions({ draft, set }: { draft: Draft; set: (change: Partial<Draft>) => void }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { stages } = useWorkspace();
  return (
    <details>
      <summary>{t('conversations.ownQuestions')}</summary>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {t('conversations.ownQuestionsText')}
        </Text>
        {(stages as Stage[]).map((stage) => (
          <Textarea
            key={stage}
            label={label('stages', stage)}
            autosize
            maxLength={2000}
            value={draft.questions[stage] ?? ''}
            onChange={({ currentTarget: { value } }) => set({ questions: { ...draft.questions, [stage]: value } })}
          />
        ))}
      </Stack>
    </details>
  );
}

function customerOf({ questions, ...draft }: Draft): NewCustomer {
  const script = Object.entries(questions).flatMap(([stage, text]) =>
    text.trim() === '' ? [] : [{ stage: stage as Stage, text: text.trim() }],
  );
  return script.length === 0 ? draft : { ...draft, script };
}
