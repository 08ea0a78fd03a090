import { Alert, Button, Group, Loader, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type Role } from '../api.ts';
import { serverWords } from '../failure-text.ts';
import { useLabel } from '../label.ts';
import { ReadOnly } from './may.tsx';

type TitleProps = { title: string; lead?: string; needs?: Role; children?: ReactNode };

/** A page's heading; also the window's title. `needs`: the role that changes what the page shows, which those without are told. */
export function PageTitle({ title, lead, needs, children }: TitleProps) {
  useEffect(() => {
    document.title = `${title} · Wayseen`;
  }, [title]);
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      {/* Gives way before what stands beside it does, so that controls that fill in late do not move the page. */}
      <div style={{ flex: '1 1 320px' }}>
        <Title order={1} size="h2">
          {title}
        </Title>
        {lead && <Text c="dimmed">{lead}</Text>}
        {needs && <ReadOnly needs={needs} />}
      </div>
      {children}
    </Group>
  );
}

/** Takes about the room that the page will, so that nothing jumps. */
export function Loading({ height = 320 }: { height?: number }) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" role="status" aria-label={t('app.loading')}>
      <Skeleton height={32} width="40%" />
      <Skeleton height={height} />
    </Stack>
  );
}

export function Empty({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Title order={2} size="h4">
        {title}
      </Title>
      <Text c="dimmed" maw={480}>
        {text}
      </Text>
      {children}
    </Stack>
  );
}

/** What went wrong in the reader's language, then what the server said, word for word. */
export function Failure({ error, onRetry }: { error: Error; onRetry?: () => void }) {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const known = error instanceof ApiError ? error : null;
  const title = known ? label('errors', known.code) : t('errors.other');
  const words = known ? serverWords(known, i18n.language) : error.message;
  return (
    <Alert color="red" variant="light" role="alert" title={title === known?.code ? t('errors.other') : title}>
      <Stack gap="xs" align="flex-start">
        {words && (
          <Text size="sm" lang="en">
            {words}
          </Text>
        )}
        {known?.issues.map((issue) => (
          <Text size="sm" lang="en" key={`${issue.path} ${issue.message}`}>
            <strong>{issue.path}</strong> {issue.message}
          </Text>
        ))}
        {known?.requestId && <Text size="xs">{t('common.requestId', { id: known.requestId })}</Text>}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function MoreButton({ loading, onClick }: { loading: boolean; onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Group justify="center">
      <Button variant="default" onClick={onClick} disabled={loading} leftSection={loading ? <Loader size="xs" /> : undefined}>
        {loading ? t('common.loadingMore') : t('common.more')}
      </Button>
    </Group>
  );
}
