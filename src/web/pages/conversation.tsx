import { Card, Group, Stack, Table, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { styleBrands, styleOf } from '../brand-style.ts';
import { AnswerCard } from '../components/answer-card.tsx';
import { TalkState } from '../components/conversation-list.tsx';
import { Failure, Loading, PageTitle } from '../components/states.tsx';
import { useConversation } from '../conversation-queries.ts';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { showOverrides } from '../marked-text.ts';
import { useBrands } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';

/** One conversation turn by turn, with the brands marked, and when each comes in, is recommended and drops out. */
export default function ConversationPage({ id }: { id: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const href = useHref();
  const format = useFormat();
  const { slug } = useWorkspace();
  const { data: talk, error, refetch } = useConversation(id);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const nameOf = useEngineName();
  if (error && !talk) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!talk) return <Loading height={600} />;
  const engineName = nameOf(talk.engine);
  const turnText = (turn: number | null) => (turn === null ? t('common.none') : format.integer(turn));
  return (
    <>
      <Link href={href('/conversations')}>{t('conversations.all')}</Link>
      <PageTitle title={showOverrides(talk.persona)} lead={showOverrides(talk.need)} />
      <Group gap="xs">
        <Text fw={600}>{engineName}</Text>
        <TalkState conversation={talk} />
        <Text size="sm" c="dimmed">
          {format.time(talk.startedAt)}
        </Text>
      </Group>
      {talk.brands.length > 0 && (
        <Table.ScrollContainer minWidth={420} tabIndex={0} aria-label={t('conversations.moments')}>
          <Table aria-label={t('conversations.moments')} data-testid="moments">
            <Table.Thead>
              <Table.Tr>
                {(['brand', 'comesIn', 'recommendedAt', 'dropsOut'] as const).map((column) => (
                  <Table.Th key={column} scope="col">
                    {t(`conversations.${column}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {talk.brands.map(({ brand, comesIn, recommended, dropsOut }) => (
                <Table.Tr key={brand}>
                  <Table.Th scope="row">
                    <bdi>{styleOf(brands, brand).name}</bdi>
                  </Table.Th>
                  <Table.Td>{turnText(comesIn)}</Table.Td>
                  <Table.Td>{turnText(recommended)}</Table.Td>
                  <Table.Td>{turnText(dropsOut)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      <Text size="sm" c="dimmed">
        {t('answers.legend')} {t('answers.legendMore')}
      </Text>
      {talk.turns.map(({ turn, stage, question, byModel, state, answer: answerId }) => {
        const answer = talk.answers.find((one) => one.id === answerId);
        return (
          <Stack key={turn} gap="xs" component="section" aria-label={t('conversations.turn', { number: turn })}>
            <Card withBorder className="question" data-testid="question">
              <Text size="xs" c="dimmed">
                {t('conversations.turn', { number: turn })} · {label('stages', stage)}
                {byModel && ` · ${t('conversations.byModel')}`}
              </Text>
              <Text fw={600} lang={talk.language} dir="auto">
                {showOverrides(question)}
              </Text>
            </Card>
            {answer ? (
              <AnswerCard answer={answer} overrulings={[]} brands={brands} engineName={engineName} />
            ) : (
              <Text size="sm">{label('conversations.turnStates', state)}</Text>
            )}
          </Stack>
        );
      })}
    </>
  );
}
