import { Button, Group, NativeSelect, Paper, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { stages } from '../../domain/journey.ts';
import { canonicalLanguage } from '../../domain/language-tag.ts';
import { useLabel } from '../label.ts';
import type { BulkChange } from '../prompt-changes.ts';

type Props = { count: number; archived: boolean; busy: boolean; onChange: (change: BulkChange) => void; onClear: () => void };

/** What can be done with the chosen prompts together; each can be taken back. */
export function PromptBulk({ count, archived, busy, onChange, onClear }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const [words, setWords] = useState({ language: '', tag: '' });
  const tag = words.tag.trim();
  const language = canonicalLanguage(words.language);
  return (
    <Paper withBorder p="xs" role="toolbar" aria-label={t('prompts.bulk')}>
      <Group gap="xs" align="center">
        <Text size="sm" fw={600} role="status">
          {t('prompts.chosen', { count })}
        </Text>
        <NativeSelect
          size="xs"
          aria-label={t('prompts.toStage')}
          value=""
          disabled={busy}
          data={[{ value: '', label: t('prompts.toStage') }, ...stages.map((stage) => ({ value: stage, label: label('stages', stage) }))]}
          onChange={({ currentTarget: { value } }) => {
            const stage = stages.find((one) => one === value);
            if (stage) onChange({ stage });
          }}
        />
        <TextInput
          size="xs"
          w={110}
          aria-label={t('prompts.tag')}
          placeholder={t('prompts.tag')}
          value={words.tag}
          onChange={(event) => setWords({ ...words, tag: event.currentTarget.value })}
        />
        <Button size="xs" variant="default" disabled={tag === '' || busy} onClick={() => onChange({ addTags: [tag] })}>
          {t('prompts.addTag')}
        </Button>
        <Button size="xs" variant="default" disabled={tag === '' || busy} onClick={() => onChange({ removeTags: [tag] })}>
          {t('prompts.removeTag')}
        </Button>
        <TextInput
          size="xs"
          w={110}
          aria-label={t('prompts.languageCode')}
          placeholder={t('prompts.languageCode')}
          value={words.language}
          onChange={(event) => setWords({ ...words, language: event.currentTarget.value })}
        />
        <Button
          size="xs"
          variant="default"
          disabled={language === null || busy}
          onClick={() => language !== null && onChange({ language })}
        >
          {t('prompts.setLanguage')}
        </Button>
        <Button size="xs" variant="default" disabled={busy} onClick={() => onChange({ archived: !archived })}>
          {t(archived ? 'prompts.restore' : 'prompts.archive')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onClear}>
          {t('prompts.chooseNone')}
        </Button>
      </Group>
    </Paper>
  );
}
