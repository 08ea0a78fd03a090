import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { useCitedPages, type CitationRequest } from '../queries.ts';
import { Failure, Loading, MoreButton } from './states.tsx';
import { WebLink } from './web-link.tsx';

/** The pages of one domain that answers cite, the most cited first. */
export function SourcePages({ domain, request }: { domain: string; request: CitationRequest }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { class: _class, ...rest } = request;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCitedPages(domain, rest);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={60} />;
  return (
    <>
      <List size="sm">
        {data.pages.flatMap(({ pages }) =>
          pages.map((page) => (
            <List.Item key={page.url}>
              {page.title && <bdi>{page.title} </bdi>}
              <WebLink url={page.url} />
              <Text span size="xs" c="dimmed">
                {' '}
                {t('sources.inAnswers', { number: format.integer(page.answers) })} · {t(`sources.classes.${page.class}`)}
              </Text>
            </List.Item>
          )),
        )}
      </List>
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </>
  );
}
