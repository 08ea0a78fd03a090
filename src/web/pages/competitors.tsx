import { Button, Card, Group, List, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { api, call, type Proposal } from '../api.ts';
import { Choice } from '../components/choice.tsx';
import { HeadToHead } from '../components/head-to-head.tsx';
import { May } from '../components/may.tsx';
import { OwnBrandNotice } from '../components/own-brand-notice.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useBrands, useProposals } from '../queries.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

const statuses = ['open', 'dismissed'] as const;

export default function Competitors() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const url = useUrlState();
  const status = statuses.find((one) => one === url.get('status')) ?? 'open';
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useProposals(slug, status);
  const proposals = data?.pages.flatMap((page) => page.proposals) ?? [];
  return (
    <>
      <PageTitle title={t('competitors.title')} lead={t('competitors.lead')} needs="editor" />
      <OwnBrandNotice />
      <Followed />
      <HeadToHead />
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('competitors.proposed')}
        </Title>
        <Choice
          label={t('competitors.show')}
          value={status}
          onChange={(value) => url.set({ status: value === 'open' ? null : value })}
          options={statuses.map((value) => ({ value, label: t(`competitors.status.${value}`) }))}
        />
      </Group>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : proposals.length === 0 ? (
        <Empty title={t(`competitors.empty.${status}`)} text={t(`competitors.emptyText.${status}`)} />
      ) : (
        proposals.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} />)
      )}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </>
  );
}

function Followed() {
  const { t } = useTranslation();
  const href = useHref();
  const { slug } = useWorkspace();
  const { data = [] } = useBrands(slug);
  const rivals = data.filter(({ own }) => !own);
  return (
    <Text>
      {t('competitors.followed', { number: rivals.length })} <bdi>{rivals.map(({ name }) => name).join(' · ')}</bdi>{' '}
      <Link href={href('/brands')}>{t('competitors.toBrands')}</Link>
    </Text>
  );
}

/** What is decided here changes the panel, and with it every figure. */
function useDecision(id: string) {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decision: { verb: 'accept'; domain: string | null } | { verb: 'dismiss' | 'reopen' }) => {
      const place = { param: { id }, query: { workspace: slug } };
      const proposal = api['competitor-proposals'][':id'];
      if (decision.verb === 'accept') await call(proposal.accept.$post({ ...place, json: { domain: decision.domain } }));
      else await call(decision.verb === 'dismiss' ? proposal.dismiss.$post(place) : proposal.reopen.$post(place));
    },
    onSuccess: async () => {
      for (const queryKey of ['proposals', 'brands', 'trends', 'overview', 'comparisons', 'journey'])
        await client.invalidateQueries({ queryKey: [queryKey, slug] });
    },
  });
}

function ProposalCard({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const decide = useDecision(proposal.id);
  const [domain, setDomain] = useState(proposal.domain ?? '');
  const byStage = Object.entries(proposal.stages).map(([stage, number]) => `${label('stages', stage)} ${format.integer(number)}`);
  return (
    <Card withBorder component="section" aria-label={proposal.name} data-testid="proposal">
      <Stack gap="sm">
        <Group justify="space-between" align="flex-end">
          <div>
            <Title order={3} size="h5">
              <bdi>{proposal.name}</bdi>
            </Title>
            <Text size="sm" c="dimmed">
              {t('competitors.counts', {
                count: proposal.prompts,
                answers: format.integer(proposal.answers),
                prompts: format.integer(proposal.prompts),
              })}{' '}
              · {byStage.join(' · ')}
            </Text>
          </div>
          <May needs="editor">
            <Group align="flex-end" gap="xs">
              {proposal.status === 'open' ? (
                <>
                  <TextInput
                    size="xs"
                    label={t('competitors.domain')}
                    placeholder={t('competitors.domainHint')}
                    value={domain}
                    onChange={(event) => setDomain(event.currentTarget.value)}
                  />
                  <Button
                    size="xs"
                    loading={decide.isPending}
                    onClick={() => decide.mutate({ verb: 'accept', domain: domain.trim() || null })}
                    aria-label={t('competitors.addLabel', { name: proposal.name })}
                  >
                    {t('competitors.add')}
                  </Button>
                  <Button
                    size="xs"
                    variant="default"
                    disabled={decide.isPending}
                    onClick={() => decide.mutate({ verb: 'dismiss' })}
                    aria-label={t('competitors.dismissLabel', { name: proposal.name })}
                  >
                    {t('competitors.dismiss')}
                  </Button>
                </>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  loading={decide.isPending}
                  onClick={() => decide.mutate({ verb: 'reopen' })}
                  aria-label={t('competitors.reopenLabel', { name: proposal.name })}
                >
                  {t('competitors.reopen')}
                </Button>
              )}
            </Group>
          </May>
        </Group>
        {decide.error && <Failure error={decide.error} />}
        <List size="sm" spacing={4}>
          {proposal.examples.map(({ answerId, sentence }) => (
            <List.Item key={answerId}>
              <bdi>{sentence}</bdi>
            </List.Item>
          ))}
        </List>
      </Stack>
    </Card>
  );
}
