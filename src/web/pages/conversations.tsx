import { Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { styleBrands } from '../brand-style.ts';
import { ConversationList } from '../components/conversation-list.tsx';
import { CustomerList } from '../components/customer-list.tsx';
import { EngineFilter, FilterSelect, WeeksFilter } from '../components/filter-select.tsx';
import { Section } from '../components/section.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { NamedTable, SurvivalTable } from '../components/survival-table.tsx';
import { useConversations, useCustomers, useSurvival, type Customer, type Survival } from '../conversation-queries.ts';
import { useEngineName } from '../engine-name.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useBrands } from '../queries.ts';
import { lastWeeks } from '../source-period.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';

const weeks = ['4', '13', '26', '52'] as const;

/** Customers who ask on through the stages in one conversation, and how brands come through. */
export default function Conversations() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const period = weeks.find((one) => one === url.get('weeks')) ?? '13';
  const [engine, customer] = [url.get('engine'), url.get('customer')];
  const chosen = { ...(engine && { engine }), ...(customer && { customer }) };
  const customers = useCustomers();
  const survival = useSurvival({ ...lastWeeks(Number(period), new Date()), ...chosen });
  const talks = useConversations(chosen);
  const { data: brandRows } = useBrands(slug);
  const brands = useMemo(() => styleBrands(brandRows ?? []), [brandRows]);
  const engineName = useEngineName();
  const error = customers.error ?? survival.error ?? talks.error;
  if (error) return <Failure error={error} onRetry={() => void Promise.all([customers, survival, talks].map((one) => one.refetch()))} />;
  if (!customers.data || !survival.data || !talks.data) return <Loading height={600} />;
  const shown = talks.data.pages.flatMap(({ conversations }) => conversations);
  return (
    <>
      <PageTitle title={t('conversations.title')} lead={t('conversations.lead')} needs="editor" />
      <Filters period={period} customers={customers.data} />
      <Section title={t('conversations.survivalTitle')}>
        <Counts survival={survival.data} />
        {survival.data.conversations > 0 && (
          <>
            <SurvivalTable survival={survival.data} brands={brands} />
            <NamedTable survival={survival.data} brands={brands} />
          </>
        )}
      </Section>
      <Section title={t('conversations.customers')}>
        <CustomerList customers={customers.data} />
      </Section>
      <Section title={t('conversations.list')}>
        {shown.length === 0 ? (
          <Empty title={t('conversations.emptyTitle')} text={t('conversations.emptyText')} />
        ) : (
          <ConversationList conversations={shown} brands={brands} engineName={engineName} />
        )}
        {talks.hasNextPage && <MoreButton loading={talks.isFetchingNextPage} onClick={() => void talks.fetchNextPage()} />}
      </Section>
    </>
  );
}

/** On how much the figures rest, and what was lost. */
function Counts({ survival: { conversations, open, customers, lost } }: { survival: Survival }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  return (
    <Text size="sm" c="dimmed" role="status" mb="xs">
      {t('conversations.counts', { number: format.integer(conversations), customers: format.integer(customers) })}
      {open > 0 && ` ${t('conversations.open', { number: format.integer(open) })}`}
      {lost.map(({ reason, count }) => ` ${label('conversations.reasons', reason)} (${format.integer(count)})`).join('')}
    </Text>
  );
}

function Filters({ period, customers }: { period: string; customers: readonly Customer[] }) {
  const { t } = useTranslation();
  return (
    <Group align="flex-end" role="search" aria-label={t('sources.filters')}>
      <WeeksFilter weeks={period} standard="13" choices={weeks} />
      <EngineFilter />
      <FilterSelect
        name="customer"
        label={t('conversations.customer')}
        maw={320}
        options={customers.map(({ id, persona }) => ({ value: id, label: persona }))}
      />
    </Group>
  );
}
