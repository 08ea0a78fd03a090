import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type CitedSite } from '../api.ts';
import { EngineFilter, FilterSelect, StageFilter, WeeksFilter } from '../components/filter-select.tsx';
import { GapList } from '../components/gap-list.tsx';
import { SourcePages } from '../components/source-pages.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useCitedSites, type CitationRequest } from '../queries.ts';
import { useMay, useUrlState, useWorkspace } from '../workspace.ts';
import { lastWeeks } from '../source-period.ts';

const settable = ['review', 'news', 'social', 'marketplace', 'reference', 'other'] as const;
const classes = ['own', 'competitor', ...settable] as const;
const weeks = ['4', '13', '26', '52'] as const;

export default function Sources() {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const period = weeks.find((one) => one === url.get('weeks')) ?? '13';
  const chosen = (names: readonly string[]) => Object.fromEntries(names.flatMap((name) => (url.get(name) ? [[name, url.get(name)]] : [])));
  const answers = { ...lastWeeks(Number(period), new Date()), ...chosen(['stage', 'engine']) };
  const request: CitationRequest = { ...answers, ...chosen(['class']) };
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCitedSites(slug, request);
  const sites = data?.pages.flatMap((page) => page.sites) ?? [];
  return (
    <>
      <PageTitle title={t('sources.title')} lead={t('sources.lead')} needs="editor" />
      <Filters period={period} />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : sites.length === 0 ? (
        <Empty title={t('sources.emptyTitle')} text={t('sources.emptyText')} />
      ) : (
        <>
          <Text size="sm" c="dimmed" role="status">
            {t('sources.answers', { number: format.integer(data.pages[0]?.answers ?? 0) })}
          </Text>
          <SiteTable sites={sites} request={request} />
          {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
        </>
      )}
      <GapList request={answers} />
    </>
  );
}

function Filters({ period }: { period: string }) {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" role="search" aria-label={t('sources.filters')}>
      <WeeksFilter weeks={period} standard="13" choices={weeks} />
      <FilterSelect
        name="class"
        label={t('sources.class')}
        options={classes.map((value) => ({ value, label: t(`sources.classes.${value}`) }))}
      />
      <StageFilter />
      <EngineFilter />
    </Group>
  );
}

function SiteTable({ sites, request }: { sites: readonly CitedSite[]; request: CitationRequest }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Table.ScrollContainer minWidth={640} tabIndex={0} aria-label={t('sources.tableLabel')}>
      <Table aria-label={t('sources.tableLabel')} data-testid="sources">
        <Table.Thead>
          <Table.Tr>
            {(['site', 'class', 'cited', 'retrieved', 'pages'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`sources.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {sites.map((site) => {
            const key = `${site.domain} ${site.brand ?? ''}`;
            const isOpen = open === key;
            return <SiteRows key={key} site={site} request={request} open={isOpen} onToggle={() => setOpen(isOpen ? null : key)} />;
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type RowProps = { site: CitedSite; request: CitationRequest; open: boolean; onToggle: () => void };

function SiteRows({ site, request, open, onToggle }: RowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Table.Tr>
        <Table.Th scope="row">
          <bdi>{site.domain}</bdi>
        </Table.Th>
        <Table.Td>
          <ClassChoice site={site} />
        </Table.Td>
        <Table.Td className="number">{t('sources.inAnswers', { number: format.integer(site.answers) })}</Table.Td>
        <Table.Td className="number">{format.integer(site.retrieved)}</Table.Td>
        <Table.Td>
          <Button
            size="xs"
            variant="subtle"
            onClick={onToggle}
            aria-expanded={open}
            aria-label={t('sources.pagesOf', { site: site.domain })}
          >
            {format.integer(site.pages)}
          </Button>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <SourcePages domain={site.domain} request={request} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

/** The class, to be put right in place; what a brand of the panel owns is not open to question. */
function ClassChoice({ site }: { site: CitedSite }) {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const may = useMay('editor');
  const client = useQueryClient();
  const place = { param: { domain: site.domain }, query: { workspace: slug } };
  const change = useMutation({
    mutationFn: async (value: string) => {
      const chosen = settable.find((one) => one === value);
      if (chosen) await call(api.sites[':domain'].$put({ ...place, json: { class: chosen } }));
      else await call(api.sites[':domain'].$delete(place));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['citations', slug] }),
  });
  if (site.source === 'panel' || !may) return <Text size="sm">{t(`sources.classes.${site.class}`)}</Text>;
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        size="xs"
        aria-label={t('sources.classOf', { site: site.domain })}
        value={change.isPending ? change.variables : site.class}
        disabled={change.isPending}
        onChange={(event) => change.mutate(event.currentTarget.value)}
        data={[
          ...settable.map((value) => ({ value, label: t(`sources.classes.${value}`) })),
          ...(site.source === 'user' ? [{ value: 'reset', label: t('sources.reset') }] : []),
        ]}
      />
      {site.source === 'user' && (
        <Text size="xs" c="dimmed">
          {t('sources.corrected')}
        </Text>
      )}
      {change.error && <Failure error={change.error} />}
    </Group>
  );
}
