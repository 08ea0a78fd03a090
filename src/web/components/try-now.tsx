import { Button, Group, Loader, NativeSelect, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import type { BrandStyle } from '../brand-style.ts';
import { useEngineName } from '../engine-name.ts';
import { useEngines } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { AnswerCard } from './answer-card.tsx';
import { Failure } from './states.tsx';

const everyMs = 1500;

/** Asks one engine once, and shows what came and what was read out of it as soon as it is there. */
export function TryNow({ promptId, brands }: { promptId: string; brands: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const engineName = useEngineName();
  const engines = useEngines(slug).data?.filter(({ enabled }) => enabled) ?? [];
  const [wanted, setWanted] = useState('');
  const engine = wanted || (engines[0]?.engine ?? '');
  const ask = useMutation({
    mutationFn: () =>
      call(api.runs.$post({ query: { workspace: slug }, json: { promptIds: [promptId], stages: [], engines: [engine], repeats: 1 } })),
  });
  const run = ask.data?.id;
  const tried = useQuery({
    queryKey: ['tried', slug, run],
    queryFn: async () => (await call(api.answers.$get({ query: { workspace: slug, run, limit: '5' } }))).answers,
    enabled: run !== undefined,
    refetchInterval: ({ state }) => (isRead(state.data) ? false : everyMs),
  });
  const answers = tried.data ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-label={t('prompts.try')}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <NativeSelect
            label={t('answers.engine')}
            value={engine}
            data={engines.map((one) => ({ value: one.engine, label: one.label }))}
            onChange={(event) => setWanted(event.currentTarget.value)}
          />
          <Button disabled={engine === ''} loading={ask.isPending} onClick={() => ask.mutate()}>
            {t('prompts.try')}
          </Button>
          {run !== undefined && !isRead(tried.data) && (
            <Group gap="xs" role="status">
              <Loader size="xs" />
              <Text size="sm">{t('prompts.trying')}</Text>
            </Group>
          )}
        </Group>
        {(ask.error ?? tried.error) && <Failure error={(ask.error ?? tried.error) as Error} />}
        {answers.map((answer) => (
          <AnswerCard key={answer.id} answer={answer} overrulings={[]} brands={brands} engineName={engineName(answer.engine)} />
        ))}
      </Stack>
    </Paper>
  );
}

/** There, and read: an answer is shown a moment before its brands are. */
const isRead = (answers: readonly { state: string; analysed: boolean }[] | undefined): boolean =>
  answers !== undefined && answers.length > 0 && answers.every(({ state, analysed }) => state !== 'answered' || analysed);
