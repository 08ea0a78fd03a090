import { List, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { useVersions } from '../prompt-changes.ts';
import { diffWords } from '../word-diff.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure } from './states.tsx';

const tags = { same: 'span', added: 'ins', removed: 'del' } as const;

/** Every wording the prompt had, each against the one before, with who wrote it and when. */
export function PromptVersions({ id }: { id: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useVersions(slug, id);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data || data.length < 2) return null;
  return (
    <section aria-label={t('prompts.versions')}>
      <Title order={2} size="h5" mb="xs">
        {t('prompts.versions')}
      </Title>
      <List listStyleType="none" spacing="xs" data-testid="versions">
        {data.map(({ version, text, createdAt, madeBy }, index) => (
          <List.Item key={version}>
            <Text size="xs" c="dimmed">
              {t('prompts.version', { version })} · {format.time(createdAt)}
              {madeBy !== null && ` · ${madeBy}`}
            </Text>
            <Text size="sm" className="diff">
              {diffWords(data[index + 1]?.text ?? text, text).map((part, place) => {
                const Tag = tags[part.kind];
                return <Tag key={place}>{part.text}</Tag>;
              })}
            </Text>
          </List.Item>
        ))}
      </List>
      <Text size="xs" c="dimmed">
        {t('prompts.versionsText')}
      </Text>
    </section>
  );
}
