import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isStage } from '../../domain/journey.ts';
import { api, call, type Workspace } from '../api.ts';
import { useFormat } from '../format.ts';
import { Failure } from './states.tsx';

const usualSweeps = 5;
const weeksPerMonth = 52 / 12;

/** A workspace that was just made: what asking costs and tells, and the first sweep with its progress. One may leave: it goes on. */
export function FirstSweep({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const query = { workspace: workspace.slug };
  const to = (path: string) => `${path}?workspace=${encodeURIComponent(workspace.slug)}`;
  const ask = useMutation({
    mutationFn: () => call(api.runs.$post({ query, json: { promptIds: [], stages: [], engines: [], repeats: 1 } })),
  });
  const id = ask.data?.id;
  const run = useQuery({
    queryKey: ['run', workspace.slug, id],
    queryFn: () => call(api.runs[':id'].$get({ param: { id: id ?? '' }, query })),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data?.completedAt ? false : 1000),
  });
  return (
    <Stack gap="md" maw={640}>
      <Title order={1} size="h2">
        {t('welcome.doneTitle', { name: workspace.name })}
      </Title>
      <PlanText workspace={workspace} />
      {id === undefined ? (
        <Group>
          <Button loading={ask.isPending} onClick={() => ask.mutate()}>
            {t('welcome.firstSweep')}
          </Button>
          <Button component={Link} href={to('/prompts')} variant="default">
            {t('welcome.seePrompts')}
          </Button>
        </Group>
      ) : (
        <Watched done={run.data} />
      )}
      {(ask.error ?? run.error) && <Failure error={(ask.error ?? run.error) as Error} />}
      {id !== undefined && (
        <Group>
          <Button component={Link} href={to('/')}>
            {t('app.toOverview')}
          </Button>
          <Button component={Link} href={to('/runs')} variant="default">
            {t('ask.toRuns')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

type RunState = { planned: number; counts: { answered: number; no_answer: number; refused: number; error: number } };

function Watched({ done }: { done: RunState | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  const planned = done?.planned ?? 0;
  const { answered = 0, no_answer: none = 0, refused = 0, error = 0 } = done?.counts ?? {};
  const ended = answered + none + refused + error;
  const text = t('runs.progressText', { done: format.integer(ended), planned: format.integer(planned) });
  return (
    <div role="status">
      <Progress value={planned > 0 ? (100 * ended) / planned : 0} aria-label={text} />
      <Text size="sm" mt={4}>
        {text} {t('welcome.leave')}
      </Text>
    </div>
  );
}

/** Cost and precision of the usual rhythm, from the planner. */
function PlanText({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const format = useFormat();
  const plan = useQuery({
    queryKey: ['first-plan', workspace.slug],
    queryFn: async () =>
      (
        await call(
          api.schedules.plan.$post({
            query: { workspace: workspace.slug },
            json: { stages: workspace.stages.filter(isStage), sweepsPerWeek: usualSweeps },
          }),
        )
      ).plan,
  });
  if (!plan.data || plan.data.callsPerWeek === 0) return <Text c="dimmed">{t('welcome.doneText')}</Text>;
  const { callsPerWeek, usdPerMonth, stages } = plan.data;
  const half = Math.max(...stages.map(({ halfWidths }) => halfWidths.allMonth.panel));
  return (
    <Text>
      {t('welcome.planCalls', { number: format.integer(callsPerWeek / usualSweeps) })}{' '}
      {usdPerMonth === null
        ? t('welcome.planNoCost')
        : t('welcome.planCost', {
            once: format.usd(usdPerMonth / weeksPerMonth / usualSweeps),
            month: format.usd(usdPerMonth),
            sweeps: usualSweeps,
          })}{' '}
      {Number.isFinite(half) && t('welcome.planPrecision', { half: format.points(half) })}
    </Text>
  );
}
