import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../label.ts';
import { answerStates, useBrands, type AnswerRequest } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';
import { EngineFilter, FilterSelect, StageFilter } from './filter-select.tsx';

const searchDelayMs = 300;

export function AnswerFilters({ filter }: { filter: AnswerRequest }) {
  const { t } = useTranslation();
  const label = useLabel();
  const workspace = useWorkspace();
  const url = useUrlState();
  const [words, setWords] = useState(filter.q ?? '');
  const search = useDebouncedCallback((q: string) => url.set({ q: q.trim() }), searchDelayMs);
  const { data: brands = [] } = useBrands(workspace.slug);
  const clear = () => {
    setWords('');
    url.set(
      Object.fromEntries(
        ['q', 'brand', 'named', 'stage', 'engine', 'state', 'from', 'to', 'prompt', 'run', 'language'].map((name) => [name, null]),
      ),
    );
  };
  return (
    <Group align="flex-end" gap="sm" role="search" aria-label={t('overview.filters')}>
      <TextInput
        label={t('answers.search')}
        placeholder={t('answers.searchHint')}
        value={words}
        miw={220}
        onChange={({ currentTarget: { value } }) => {
          setWords(value);
          search(value);
        }}
      />
      <FilterSelect name="brand" label={t('home.brand')} options={brands.map(({ key, name }) => ({ value: key, label: name }))} />
      {filter.brand && (
        <NativeSelect
          label={t('answers.namedFilter')}
          value={filter.named ?? 'yes'}
          data={[
            { value: 'yes', label: t('answers.namedYes') },
            { value: 'no', label: t('answers.namedNo') },
          ]}
          onChange={({ currentTarget: { value } }) => url.set({ named: value === 'no' ? 'no' : null })}
        />
      )}
      <StageFilter />
      <EngineFilter />
      <FilterSelect
        name="state"
        label={t('answers.state')}
        options={answerStates.map((value) => ({ value, label: label('answers.states', value) }))}
      />
      {(['from', 'to'] as const).map((side) => (
        <TextInput
          key={side}
          type="date"
          label={t(`overview.${side}`)}
          value={filter[side] ?? ''}
          onChange={({ currentTarget: { value } }) => url.set({ [side]: value })}
        />
      ))}
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={clear}>
          {t('prompts.clear')}
        </Button>
      )}
    </Group>
  );
}
