import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLabel } from '../label.ts';
import { answerStates, useBrands, useEngines, type AnswerRequest } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';

const searchDelayMs = 300;

export function AnswerFilters({ filter }: { filter: AnswerRequest }) {
  const { t } = useTranslation();
  const label = useLabel();
  const workspace = useWorkspace();
  const url = useUrlState();
  const [words, setWords] = useState(filter.q ?? '');
  const search = useDebouncedCallback((q: string) => url.set({ q: q.trim() }), searchDelayMs);
  const { data: brands = [] } = useBrands(workspace.slug);
  const { data: engines = [] } = useEngines(workspace.slug);
  const all = { value: '', label: t('common.all') };
  const choose = (name: string) => ({
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => url.set({ [name]: value }),
  });
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
      <NativeSelect
        label={t('home.brand')}
        value={filter.brand ?? ''}
        data={[all, ...brands.map(({ key, name }) => ({ value: key, label: name }))]}
        {...choose('brand')}
      />
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
      <NativeSelect
        label={t('prompts.stage')}
        value={filter.stage ?? ''}
        data={[all, ...workspace.stages.map((value) => ({ value, label: label('stages', value) }))]}
        {...choose('stage')}
      />
      <NativeSelect
        label={t('answers.engine')}
        value={filter.engine ?? ''}
        data={[all, ...engines.map((one) => ({ value: one.engine, label: one.label }))]}
        {...choose('engine')}
      />
      <NativeSelect
        label={t('answers.state')}
        value={filter.state ?? ''}
        data={[all, ...answerStates.map((value) => ({ value, label: label('answers.states', value) }))]}
        {...choose('state')}
      />
      <TextInput type="date" label={t('overview.from')} value={filter.from ?? ''} {...choose('from')} />
      <TextInput type="date" label={t('overview.to')} value={filter.to ?? ''} {...choose('to')} />
      {Object.keys(filter).length > 0 && (
        <Button variant="subtle" onClick={clear}>
          {t('prompts.clear')}
        </Button>
      )}
    </Group>
  );
}
