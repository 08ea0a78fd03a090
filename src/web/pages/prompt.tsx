import { Badge, Group, Select, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { styleBrands } from '../brand-style.ts';
import { AnswerCard } from '../components/answer-card.tsx';
import { AskNow } from '../components/ask-now.tsx';
import { CanarySwitch } from '../components/canary-switch.tsx';
import { FigureText } from '../components/figure-text.tsx';
import { May } from '../components/may.tsx';
import { PromptVersions } from '../components/prompt-versions.tsx';
import { Sparkline } from '../components/sparkline.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { TryNow } from '../components/try-now.tsx';
import { usePromptFigures } from '../prompt-changes.ts';
import { useEngineName } from '../engine-name.ts';
import { useLabel } from '../label.ts';
import { isOpen, useOverrulings, useRecounts } from '../overruling.ts';
import { answerStates, useAnswers, useBrands, useEngines, usePrompts } from '../queries.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

export default function PromptPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const prompts = usePrompts(slug);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const prompt = prompts.data?.find((one) => one.id === id);
  if (prompts.error && !prompts.data) return <Failure error={prompts.error} onRetry={() => void prompts.refetch()} />;
  if (!prompts.data) return <Loading />;
  return (
    <>
      <Link href={href('/prompts')}>{t('prompts.back')}</Link>
      <PageTitle title={prompt?.text ?? t('prompts.unknown')} needs="editor">
        <AskNow promptId={id} />
      </PageTitle>
      {prompt && (
        <Group gap="xs">
          <Badge variant="default">{label('stages', prompt.stage)}</Badge>
          <Badge variant="default">{label('contentLanguages', prompt.language)}</Badge>
          <Text size="sm">{t('prompts.version', { version: prompt.version })}</Text>
          <Text size="sm">{prompt.intent}</Text>
          {prompt.canary && <Text size="sm">{t('prompts.canary')}</Text>}
          {prompt.touchpoint && <Text size="sm">{t('prompts.touchpoint', { touchpoint: label('touchpoints', prompt.touchpoint) })}</Text>}
          {prompt.persona && <Text size="sm">{t('prompts.persona', { persona: prompt.persona })}</Text>}
        </Group>
      )}
      <Standing id={id} />
      <PromptVersions id={id} />
      <May needs="editor">
        {prompt && <CanarySwitch prompt={prompt} />}
        <TryNow promptId={id} brands={brands} />
      </May>
      <Answers id={id} engine={url.get('engine') ?? ''} state={url.get('state') ?? ''} onFilter={url.set} />
    </>
  );
}

/** What this one prompt shows of the own brand. */
function Standing({ id }: { id: string }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const figures = usePromptFigures(slug).data?.find(({ prompt }) => prompt === id);
  if (!figures) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{t('prompts.visibility')}</Text>
      <FigureText figure={figures.visibility} interval="panel" counted />
      <Sparkline weeks={figures.weeks} />
    </Group>
  );
}

type AnswersProps = { id: string; engine: string; state: string; onFilter: (change: Record<string, string | null>) => void };

function Answers({ id, engine, state, onFilter }: AnswersProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const { slug } = useWorkspace();
  const known = answerStates.find((one) => one === state);
  const answers = useAnswers(slug, { prompt: id, ...(engine && { engine }), ...(known && { state: known }) });
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const engineName = useEngineName();
  const engines = useEngines(slug).data ?? [];
  const overrulings = useOverrulings(slug).data ?? [];
  const [newest] = useRecounts(slug).data ?? [];
  const all = answers.data?.pages.flatMap((page) => page.answers) ?? [];
  const any = { value: '', label: t('common.all') };
  return (
    <Stack gap="md">
      <Group align="flex-end">
        <Select
          label={t('answers.engine')}
          data={[any, ...engines.filter((one) => one.enabled).map((one) => ({ value: one.engine, label: one.label }))]}
          value={engine}
          onChange={(value) => onFilter({ engine: value })}
          allowDeselect={false}
        />
        <Select
          label={t('answers.state')}
          data={[any, ...answerStates.map((one) => ({ value: one, label: label('answers.states', one) }))]}
          value={known ?? ''}
          onChange={(value) => onFilter({ state: value })}
          allowDeselect={false}
        />
      </Group>
      <Text size="sm" c="dimmed">
        {t('answers.legend')} {t('overrulings.hint')}
      </Text>
      {isOpen(newest) && (
        <Text size="sm" role="status">
          {t('overrulings.counting')}
        </Text>
      )}
      {answers.error && !answers.data ? (
        <Failure error={answers.error} onRetry={() => void answers.refetch()} />
      ) : !answers.data ? (
        <Loading />
      ) : all.length === 0 ? (
        <Empty title={t('answers.emptyTitle')} text={engine || state ? t('answers.emptyFiltered') : t('answers.emptyText')} />
      ) : (
        all.map((answer) => (
          <AnswerCard
            key={answer.id}
            answer={answer}
            overrulings={overrulings.filter((one) => one.answerId === answer.id)}
            brands={brands}
            engineName={engineName(answer.engine)}
          />
        ))
      )}
      {answers.hasNextPage && <MoreButton loading={answers.isFetchingNextPage} onClick={() => void answers.fetchNextPage()} />}
    </Stack>
  );
}
