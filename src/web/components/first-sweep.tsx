import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { isStage } from '../../domain/journey.ts';
import { api, call, type Run, type Workspace } from '../api.ts';
import { useFormat } from '../format.ts';
import { useEngines } from '../queries.ts';
import { freshSchedule, useScheduleChange, useSchedules } from '../schedule-queries.ts';
import { useUrlState } from '../workspace.ts';
import { CountrySelect } from './country-select.tsx';
import { FirstPlan } from './first-plan.tsx';
import { isAsked, SetUpEngines } from './set-up-engines.tsx';
import { Failure, Loading } from './states.tsx';

/** A workspace that was just made: its engines, where they are asked, what that costs and tells, and the first sweep. One may leave at any step and come back. */
export function FirstSweep({ workspace }: { workspace: Workspace }) {
  const { t } = useTranslation();
  const { slug, name } = workspace;
  const url = useUrlState();
  const countries = (url.get('countries') ?? '').split(',').filter((code) => /^[A-Z]{2}$/.test(code));
  const engines = useEngines(slug);
  const run = useNewestRun(slug);
  const to = (path: string) => `${path}?workspace=${encodeURIComponent(slug)}`;
  const failed = engines.error ?? run.error;
  if (failed) return <Failure error={failed} onRetry={() => void Promise.all([engines.refetch(), run.refetch()])} />;
  if (!engines.data || run.data === undefined) return <Loading />;
  const asked = engines.data.filter(isAsked);
  return (
    <Stack gap="lg" maw={720}>
      <div>
        <Title order={1} size="h2">
          {t('welcome.doneTitle', { name })}
        </Title>
        <Text c="dimmed">{t('welcome.stepsLead')}</Text>
      </div>
      {run.data === null && (
        <>
          <Step title={t('welcome.stepEngines')} text={t('welcome.stepEnginesText')}>
            <SetUpEngines engines={engines.data} />
          </Step>
          <Step title={t('welcome.stepCountries')}>
            <CountrySelect value={countries} onChange={(codes) => url.set({ countries: codes.join(',') })} />
          </Step>
        </>
      )}
      <Step title={t('welcome.stepSweep')}>
        {asked.length > 0 && <FirstPlan workspace={workspace} countries={countries} engines={asked.length} />}
        {run.data === null ? (
          <AskOnce slug={slug} countries={countries} ready={asked.length > 0} prompts={to('/prompts')} />
        ) : (
          <Watched run={run.data} overview={to('/')} runs={to('/runs')} />
        )}
      </Step>
      {run.data !== null && (
        <Step title={t('welcome.stepWeekly')} text={t('welcome.stepWeeklyText')}>
          <Weekly workspace={workspace} countries={countries} schedules={to('/schedules')} />
        </Step>
      )}
    </Stack>
  );
}

function Step({ title, text, children }: { title: string; text?: string; children: ReactNode }) {
  return (
    <Stack gap="xs" component="section" aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && <Text size="sm">{text}</Text>}
      {children}
    </Stack>
  );
}

/** null where nothing was asked yet: whoever comes back finds the sweep that goes on. */
const useNewestRun = (workspace: string) =>
  useQuery({
    queryKey: ['runs', workspace, 'newest'],
    queryFn: async () => (await call(api.runs.$get({ query: { workspace, limit: '1' } }))).runs[0] ?? null,
    refetchInterval: ({ state }) => (state.data && !state.data.completedAt ? 1000 : false),
  });

function AskOnce({ slug, countries, ready, prompts }: { slug: string; countries: string[]; ready: boolean; prompts: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      call(api.runs.$post({ query: { workspace: slug }, json: { promptIds: [], stages: [], engines: [], countries, repeats: 1 } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['runs', slug] }),
  });
  return (
    <>
      {!ready && <Text size="sm">{t('welcome.noEngine')}</Text>}
      <Group>
        <Button loading={ask.isPending} disabled={!ready} onClick={() => ask.mutate()}>
          {t('welcome.firstSweep')}
        </Button>
        <Button component={Link} href={prompts} variant="default">
          {t('welcome.seePrompts')}
        </Button>
      </Group>
      {ask.error && <Failure error={ask.error} />}
    </>
  );
}

function Watched({ run, overview, runs }: { run: Run; overview: string; runs: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { planned, counts, completedAt } = run;
  const ended = counts.answered + counts.no_answer + counts.refused + counts.error;
  const text = t('runs.progressText', { done: format.integer(ended), planned: format.integer(planned) });
  return (
    <>
      <div role="status" data-testid="first-sweep">
        <Progress value={planned > 0 ? (100 * ended) / planned : 0} aria-label={text} />
        <Text size="sm" mt={4}>
          {[
            text,
            ...(counts.error > 0 ? [t('runs.error', { number: format.integer(counts.error) })] : []),
            completedAt ? t('welcome.sweepDone') : t('welcome.leave'),
          ].join(' · ')}
        </Text>
      </div>
      <Group>
        <Button component={Link} href={overview}>
          {t('app.toOverview')}
        </Button>
        <Button component={Link} href={runs} variant="default">
          {t('ask.toRuns')}
        </Button>
      </Group>
    </>
  );
}

/** The usual rhythm at the press of a button; everything about it can be changed later. */
function Weekly({ workspace, countries, schedules }: { workspace: Workspace; countries: string[]; schedules: string }) {
  const { t } = useTranslation();
  const { data } = useSchedules(workspace.slug);
  const change = useScheduleChange();
  const stages = workspace.stages.filter(isStage);
  const add = () => change.mutate({ add: { ...freshSchedule(t('schedules.freshName')), stages, countries } });
  return (
    <>
      <Group>
        <Button variant="default" disabled={!data || data.length > 0} loading={change.isPending} onClick={add}>
          {t('welcome.weekly')}
        </Button>
        {data && data.length > 0 && (
          <Text size="sm" role="status">
            {t('welcome.weeklyOn')} <Link href={schedules}>{t('nav.schedules')}</Link>
          </Text>
        )}
      </Group>
      {change.error && <Failure error={change.error} />}
    </>
  );
}
