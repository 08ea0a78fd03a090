import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import type { Conversation } from '../conversation-queries.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useHref } from '../workspace.ts';

type Names = { brands: ReadonlyMap<string, BrandStyle>; engineName: (engine: string) => string };

/** Conversations, the newest first: who was named at each turn, and how each ended. */
export function ConversationList({ conversations, ...names }: Names & { conversations: readonly Conversation[] }) {
  return (
    <Stack gap="sm">
      {conversations.map((conversation) => (
        <Row key={conversation.id} conversation={conversation} {...names} />
      ))}
    </Stack>
  );
}

function Row({ conversation, brands, engineName }: Names & { conversation: Conversation }) {
  const { t } = useTranslation();
  const href = useHref();
  const format = useFormat();
  const label = useLabel();
  const { id, engine, persona, language, startedAt, turns } = conversation;
  return (
    <Card withBorder component="article" data-testid="conversation">
      <Stack gap="xs">
        <Group gap="xs">
          <Text fw={600}>{engineName(engine)}</Text>
          <TalkState conversation={conversation} />
          <Text size="sm" c="dimmed">
            {format.time(startedAt)}
          </Text>
        </Group>
        <Text size="sm" lang={language}>
          <Link href={href(`/conversations/${id}`)}>
            <bdi>{persona}</bdi>
          </Link>
        </Text>
        <ol className="turns">
          {turns.map(({ turn, stage, state, analysed, named, recommended }) => (
            <li key={turn}>
              <Text span size="sm" fw={600}>
                {label('stages', stage)}
              </Text>{' '}
              <Text span size="sm">
                {state !== 'answered'
                  ? label('conversations.turnStates', state)
                  : !analysed
                    ? t('conversations.reading')
                    : named.length === 0
                      ? t('conversations.nobody')
                      : named.map((brand, index) => (
                          <span key={brand}>
                            {index > 0 && ' · '}
                            <bdi>{styleOf(brands, brand).name}</bdi>
                            {recommended.includes(brand) && <strong> ✓ {t('answers.recommended')}</strong>}
                          </span>
                        ))}
              </Text>
            </li>
          ))}
        </ol>
      </Stack>
    </Card>
  );
}

/** Open, complete, or how it was lost. */
export function TalkState({ conversation: { state, reason, turns, planned } }: { conversation: Conversation }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <>
      <Badge variant="default">{label('conversations.states', state)}</Badge>
      <Text size="sm" c="dimmed">
        {t('conversations.turnsOf', { number: turns.filter((turn) => turn.state === 'answered').length, planned })}
        {reason && ` ${label('conversations.reasons', reason)}`}
      </Text>
    </>
  );
}
