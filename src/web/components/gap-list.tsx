import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { useGaps, type GapRequest } from '../gap-queries.ts';
import { useBrands } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';
import { Choice } from './choice.tsx';
import { GapCard } from './gap-card.tsx';
import { lacksOwn, OwnBrandNotice } from './own-brand-notice.tsx';
import { PageReading } from './page-reading.tsx';
import { Section } from './section.tsx';
import { Empty, Failure, Loading, MoreButton } from './states.tsx';

const kinds = ['missing', 'lost', 'done'] as const;

/** Pages to be named on, pages that named us and are no longer used, and those that were seen to: what to do next, and what it changed. */
export function GapList({ request }: { request: Omit<GapRequest, 'kind'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const url = useUrlState();
  const kind = kinds.find((one) => one === url.get('gaps')) ?? 'missing';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } = useGaps({ ...request, kind });
  const gaps = data?.pages.flatMap((page) => page.gaps) ?? [];
  const [first] = data?.pages ?? [];
  const { slug } = useWorkspace();
  const brands = useBrands(slug).data;
  const isNobody = kind !== 'done' && lacksOwn(brands);
  return (
    <Section title={t('gaps.title')}>
      <Stack gap="sm" data-testid="gaps" aria-busy={isPlaceholderData}>
        <Text size="sm">{t('gaps.lead')}</Text>
        <PageReading progress={first?.reading} />
        <div>
          <Choice
            label={t('gaps.title')}
            value={kind}
            onChange={(value) => url.set({ gaps: value === 'missing' ? null : value })}
            options={kinds.map((value) => ({ value, label: t(`gaps.kinds.${value}`) }))}
          />
        </div>
        {isNobody ? (
          <OwnBrandNotice />
        ) : error && !data ? (
          <Failure error={error} onRetry={() => void refetch()} />
        ) : !first || isPlaceholderData ? (
          <Loading />
        ) : gaps.length === 0 ? (
          <Empty title={t(`gaps.emptyTitle.${kind}`)} text={t(`gaps.emptyText.${kind}`)} />
        ) : (
          <>
            <Text size="sm" c="dimmed" role="status">
              {t(`gaps.total.${kind}`, { count: first.total, number: format.integer(first.total) })}
            </Text>
            {gaps.map((gap) => (
              <GapCard key={gap.id} gap={gap} kind={kind} />
            ))}
            {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
          </>
        )}
      </Stack>
    </Section>
  );
}
