import { Alert, Autocomplete, Button, Checkbox, Group, NativeSelect, Paper, Stack, TagsInput, Text, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '../../domain/journey.ts';
import type { Prompt } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { additionOf, isReady, useAddedPrompt, usePromptFigures, type PromptDraft } from '../prompt-changes.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

type Props = { all: readonly Prompt[]; opened: boolean; onClose: () => void };

/** One prompt by hand, and then what became of it, which can be taken back. */
export function PromptAdd({ all, opened, onClose }: Props) {
  const { t } = useTranslation();
  const { add, takeBack } = useAddedPrompt();
  const added = add.data;
  return (
    <>
      {added && (
        <Alert color={added.isNew ? 'green' : 'gray'} variant="light" p="xs" role="status">
          <Group gap="xs">
            <Text size="sm">{added.isNew ? t('prompts.added', { count: 1 }) : t('prompts.addKnown')}</Text>
            {added.isNew && (
              <Button
                size="compact-xs"
                variant="default"
                loading={takeBack.isPending}
                onClick={() => takeBack.mutate(added.id, { onSuccess: add.reset })}
              >
                {t('prompts.undo')}
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {takeBack.error && <Failure error={takeBack.error} />}
      {opened && (
        <AddForm
          all={all}
          saving={add.isPending}
          error={add.error}
          onSave={(draft) => add.mutate(draft, { onSuccess: onClose })}
          onCancel={onClose}
        />
      )}
    </>
  );
}

type FormProps = {
  all: readonly Prompt[];
  saving: boolean;
  error: Error | null;
  onSave: (draft: PromptDraft) => void;
  onCancel: () => void;
};

function AddForm({ all, saving, error, onSave, onCancel }: FormProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const usual = all[0];
  const [draft, setDraft] = useState<PromptDraft>({
    text: '',
    stage: usual?.stage ?? 'consideration',
    language: usual?.language ?? 'en',
    intent: '',
    tags: [],
    canary: false,
  });
  const put = (change: Partial<PromptDraft>) => setDraft({ ...draft, ...change });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      aria-label={t('prompts.add')}
      data-testid="prompt-add"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady(draft)) onSave(draft);
      }}
    >
      <Stack gap="xs">
        <Textarea
          label={t('prompts.text')}
          value={draft.text}
          autosize
          minRows={2}
          maxLength={2000}
          required
          ref={field}
          lang={draft.language || undefined}
          onChange={(event) => put({ text: event.currentTarget.value })}
        />
        <Group align="flex-start" gap="sm">
          <NativeSelect
            label={t('prompts.stage')}
            value={draft.stage}
            data={stages.map((value) => ({ value, label: label('stages', value) }))}
            onChange={(event) => put({ stage: event.currentTarget.value })}
          />
          <Autocomplete
            label={t('prompts.languageCode')}
            value={draft.language}
            data={distinct(all.map(({ language }) => language))}
            maxLength={20}
            required
            w={120}
            onChange={(language) => put({ language })}
          />
          <IntentField draft={draft} all={all} onChange={(intent) => put({ intent })} />
          <TagsInput
            label={t('prompts.tags')}
            value={draft.tags}
            data={distinct(all.flatMap(({ tags }) => tags))}
            splitChars={[',', '，', '、', ';', '；']}
            maxTags={50}
            flex={1}
            miw={200}
            onChange={(tags) => put({ tags })}
          />
        </Group>
        <Checkbox
          label={t('prompts.canaryField')}
          description={t('prompts.canaryHint')}
          checked={draft.canary}
          onChange={(event) => put({ canary: event.currentTarget.checked })}
        />
        <Effect draft={draft} all={all} />
        {error && <Failure error={error} />}
        <Group>
          <Button size="xs" type="submit" disabled={!isReady(draft)} loading={saving}>
            {t('prompts.addOne')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

type FieldProps = { draft: PromptDraft; all: readonly Prompt[]; onChange: (intent: string) => void };

/** Says whether the prompt joins the wordings of a known question. */
function IntentField({ draft, all, onChange }: FieldProps) {
  const { t } = useTranslation();
  const ofStage = all.filter(({ stage }) => stage === draft.stage);
  const siblings = ofStage.filter(({ intent }) => intent === draft.intent.trim()).length;
  const told = siblings === 0 ? t('prompts.intentNew') : t('prompts.intentKnown', { count: siblings });
  return (
    <Autocomplete
      label={t('prompts.intent')}
      description={draft.intent.trim() === '' ? t('prompts.intentHint') : told}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={draft.intent}
      data={distinct(ofStage.map(({ intent }) => intent))}
      maxLength={120}
      required
      flex={1}
      miw={200}
      onChange={onChange}
    />
  );
}

const distinct = (values: string[]) => [...new Set(values)].filter(Boolean).toSorted();

/** What one more prompt does to the stage's figure, and what it costs. */
function Effect({ draft, all }: { draft: PromptDraft; all: readonly Prompt[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { slug } = useWorkspace();
  const { share, ofStage, usdPerMonth } = additionOf(draft, all, usePromptFigures(slug).data ?? []);
  return (
    <Text size="sm" role="status">
      {draft.canary
        ? t('prompts.addEffectCanary')
        : t('prompts.addEffect', {
            stage: label('stages', draft.stage),
            share: format.percent(share),
            number: format.integer(ofStage),
          })}{' '}
      {usdPerMonth === null ? t('prompts.addCostUnknown') : t('prompts.addCost', { usd: format.usd(usdPerMonth) })}
    </Text>
  );
}
