import { Alert, Code, Group, Stack, Text } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { styleBrands } from '../brand-style.ts';
import { AnswerCard } from '../components/answer-card.tsx';
import { May } from '../components/may.tsx';
import { MissedMention } from '../components/missed-mention.tsx';
import { Failure, Loading, PageTitle } from '../components/states.tsx';
import { useEngineName } from '../engine-name.ts';
import { useLabel } from '../label.ts';
import { showOverrides } from '../marked-text.ts';
import { isOpen, useOverrulings, useRecounts } from '../overruling.ts';
import { useAnswer, useBrands, useRawAnswer } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';

/** One answer whole: what was asked and how, what was read out of it, and what went over the wire. */
export default function AnswerPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const { slug } = useWorkspace();
  const { data: answer, error, refetch } = useAnswer(slug, id);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const engineName = useEngineName();
  const overrulings = useOverrulings(slug, id).data ?? [];
  const [newest] = useRecounts(slug).data ?? [];
  if (error && !answer) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!answer) return <Loading height={600} />;
  return (
    <>
      <Link href={href('/answers')}>{t('answers.all')}</Link>
      <PageTitle title={showOverrides(answer.question)} needs="editor" />
      <Group gap="md">
        <Text size="sm" c="dimmed">
          {label('stages', answer.stage)}
        </Text>
        <Text size="sm">
          {answer.conversationId ? (
            <Link href={href(`/conversations/${answer.conversationId}`)}>{t('answers.toConversation')}</Link>
          ) : (
            <Link href={href(`/prompts/${answer.promptId}`)}>{t('answers.toPrompt')}</Link>
          )}
        </Text>
        <Text size="sm">
          <Link href={href('/answers', { run: answer.runId })}>{t('answers.toRun')}</Link>
        </Text>
      </Group>
      <Text size="sm" c="dimmed">
        {t('answers.legend')} {t('answers.legendMore')} {t('overrulings.hint')}
      </Text>
      {isOpen(newest) && (
        <Alert variant="light" role="status">
          {t('overrulings.counting')}
        </Alert>
      )}
      <AnswerCard answer={answer} overrulings={overrulings} brands={brands} engineName={engineName(answer.engine)} whole />
      {answer.text && (
        <May needs="editor">
          <MissedMention answer={answer} text={answer.text} brands={brands} />
        </May>
      )}
      {answer.text !== null && <Raw id={id} />}
    </>
  );
}

function Raw({ id }: { id: string }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const [open, setOpen] = useState(false);
  const { data, error } = useRawAnswer(slug, id, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('answers.raw')}</summary>
      <Stack gap="xs" mt="xs">
        <Text size="sm" c="dimmed">
          {t('answers.rawText')}
        </Text>
        {error && <Failure error={error} />}
        {open && !data && !error && <Loading height={200} />}
        {data !== undefined && (
          <Code block tabIndex={0} className="raw" data-testid="raw">
            {showOverrides(JSON.stringify(data, null, 2))}
          </Code>
        )}
      </Stack>
    </details>
  );
}
