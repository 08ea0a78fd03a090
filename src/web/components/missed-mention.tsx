import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api.ts';
import type { BrandStyle } from '../brand-style.ts';
import { findUnmarked } from '../marked-text.ts';
import { useOverrule } from '../overruling.ts';
import { Failure } from './states.tsx';

type Props = { answer: Answer; text: string; brands: ReadonlyMap<string, BrandStyle> };

/** A person's word that the answer names a brand where the analysis saw nothing. */
export function MissedMention({ answer, text, brands }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [brand, setBrand] = useState('');
  const overrule = useOverrule(() => setWords(''));
  const place = findUnmarked(text, words, answer.mentions);
  const chosen = brand || ([...brands.keys()][0] ?? '');
  const takeSelection = () => {
    const selected = document.getSelection()?.toString().trim() ?? '';
    if (selected !== '' && text.includes(selected)) setWords(selected);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (place) overrule.mutate({ scope: 'mention', answerId: answer.id, ...place, brand: chosen, counts: true });
      }}
    >
      <Stack gap="xs">
        <Text size="sm" fw={600}>
          {t('answers.missed')}
        </Text>
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('answers.missedWords')}
            value={words}
            onFocus={takeSelection}
            onChange={(event) => setWords(event.currentTarget.value)}
            error={words !== '' && !place ? t('answers.missedNowhere') : undefined}
          />
          <NativeSelect
            label={t('home.brand')}
            value={chosen}
            data={[...brands].map(([value, { name }]) => ({ value, label: name }))}
            onChange={(event) => setBrand(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!place} loading={overrule.isPending}>
            {t('answers.missedCounts')}
          </Button>
        </Group>
        {overrule.error && <Failure error={overrule.error} />}
      </Stack>
    </form>
  );
}
