import { Badge, Group, Paper, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { readAnswerFilter } from '../answer-filter.ts';
import type { Answer } from '../api.ts';
import { styleBrands, styleOf, type BrandStyle } from '../brand-style.ts';
import { AnswerFilters } from '../components/answer-filters.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { excerpt, showOverrides, splitAtWords } from '../marked-text.ts';
import { useAnswers, useBrands } from '../queries.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

/** Every stored answer, found by what it says, whom it names and how it was asked. */
export default function Answers() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const filter = readAnswerFilter(useUrlState().get);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAnswers(slug, filter);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const engineName = useEngineName();
  const answers = data?.pages.flatMap((page) => page.answers) ?? [];
  const searchedTo = data?.pages.at(-1)?.searchedTo;
  return (
    <>
      <PageTitle title={t('answers.title')} lead={t('answers.lead')} />
      <AnswerFilters filter={filter} />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading height={600} />
      ) : answers.length === 0 && !searchedTo ? (
        <Empty title={t('answers.noneTitle')} text={Object.keys(filter).length > 0 ? t('answers.emptyFiltered') : t('home.emptyText')} />
      ) : (
        <Stack gap="xs" component="section" aria-label={t('answers.list')}>
          {answers.map((answer) => (
            <Row key={answer.id} answer={answer} brands={brands} words={filter.q ?? ''} engine={engineName(answer.engine)} />
          ))}
        </Stack>
      )}
      {searchedTo && (
        <Text size="sm" c="dimmed" role="status">
          {t('answers.searchedTo', { time: format.time(searchedTo) })}
        </Text>
      )}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </>
  );
}

type RowProps = { answer: Answer; brands: ReadonlyMap<string, BrandStyle>; words: string; engine: string };

function Row({ answer, brands, words, engine }: RowProps) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const text = answer.text ?? '';
  const searched = words.replaceAll('"', ' ').trim().split(/\s+/);
  const [word = ''] = searched;
  const found = word === '' ? -1 : text.toLocaleLowerCase().indexOf(word.toLocaleLowerCase());
  const places = found >= 0 ? [found] : answer.mentions.map(({ start }) => start);
  const named = answer.brands.filter(({ visible }) => visible);
  return (
    <Paper withBorder p="sm" component="article" data-testid="answer-row">
      <Group justify="space-between" gap="xs" align="baseline">
        <Text fw={600} flex={1} miw={220}>
          <Link className="plain-link" href={href(`/answers/${answer.id}`)}>
            <bdi lang={answer.language || undefined}>{showOverrides(answer.question)}</bdi>
          </Link>
        </Text>
        <Text size="xs" c="dimmed" className="nowrap">
          {answer.askedAt && format.time(answer.askedAt)}
        </Text>
      </Group>
      <Group gap={6} my={4}>
        <Text size="xs">{engine}</Text>
        <Text size="xs" c="dimmed">
          {label('stages', answer.stage)}
        </Text>
        {answer.state !== 'answered' && (
          <Badge size="sm" variant="default" tt="none">
            {label('answers.states', answer.state)}
          </Badge>
        )}
        {named.map(({ brand, recommended }) => {
          const { name, colour } = styleOf(brands, brand);
          return (
            <span key={brand} className="brand-chip" style={{ borderColor: colour }}>
              <bdi>{name}</bdi>
              {recommended && <span aria-label={t('answers.recommended')} role="img">{` ✓`}</span>}
            </span>
          );
        })}
        {answer.state === 'answered' && named.length === 0 && (
          <Text size="xs" c="dimmed">
            {t('answers.namedNone')}
          </Text>
        )}
      </Group>
      {text && (
        <Text size="sm" c="dimmed" className="excerpt" dir="auto" lang={answer.language || undefined}>
          {splitAtWords(showOverrides(excerpt(text, places, 260)), searched).map((piece, index) =>
            index % 2 === 1 ? <mark key={index}>{piece}</mark> : piece,
          )}
        </Text>
      )}
    </Paper>
  );
}
