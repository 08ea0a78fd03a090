import { Button, Modal, Table } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type ApiKey } from '../api.ts';
import { Confirm } from '../components/confirm.tsx';
import { KeyMaker } from '../components/key-maker.tsx';
import { ShownOnce } from '../components/shown-once.tsx';
import { Empty, Failure, Loading, MoreButton, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useApiKeys } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';

export default function Keys() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useApiKeys(slug);
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const keys = data?.pages.flatMap((page) => page.keys);
  return (
    <>
      <PageTitle title={t('keys.title')} lead={t('keys.lead')}>
        <Button onClick={() => setAdding(true)}>{t('keys.add')}</Button>
      </PageTitle>
      {error && !keys ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !keys ? (
        <Loading />
      ) : keys.length === 0 ? (
        <Empty title={t('keys.emptyTitle')} text={t('keys.emptyText')} />
      ) : (
        <KeyTable keys={keys} />
      )}
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
      <Modal opened={adding} onClose={() => setAdding(false)} title={t('keys.add')} closeButtonProps={{ 'aria-label': t('common.close') }}>
        {adding && (
          <KeyMaker
            onDone={(made) => {
              setAdding(false);
              setSecret(made);
            }}
          />
        )}
      </Modal>
      <ShownOnce title={t('keys.secretTitle')} text={t('keys.secretText')} value={secret} onClose={() => setSecret(null)} />
    </>
  );
}

const columns = ['name', 'role', 'created', 'lastUsed', 'expires'] as const;

function KeyTable({ keys }: { keys: readonly ApiKey[] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('keys.tableLabel')}>
      <Table verticalSpacing={6} aria-label={t('keys.tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th scope="col" key={column}>
                {t(`keys.${column}`)}
              </Table.Th>
            ))}
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <KeyRow key={key.id} apiKey={key} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [ending, setEnding] = useState(false);
  const { id, name } = apiKey;
  const revoke = useMutation({
    mutationFn: () => call(api.keys[':id'].$delete({ param: { id }, query: { workspace: slug } })),
    onSuccess: async () => {
      setEnding(false);
      await client.invalidateQueries({ queryKey: ['keys', slug] });
    },
  });
  const end = apiKey.revokedAt ? t('keys.revoked') : apiKey.expiresAt ? format.time(apiKey.expiresAt) : t('keys.noEnd');
  return (
    <Table.Tr data-testid="key">
      <Table.Th scope="row">
        <bdi>{name}</bdi>
      </Table.Th>
      <Table.Td>{t(`roles.${apiKey.role}`)}</Table.Td>
      <Table.Td className="nowrap">{format.time(apiKey.createdAt)}</Table.Td>
      <Table.Td className="nowrap">{apiKey.lastUsedAt ? format.time(apiKey.lastUsedAt) : t('keys.never')}</Table.Td>
      <Table.Td className="nowrap">{end}</Table.Td>
      <Table.Td>
        {!apiKey.revokedAt && (
          <Button size="xs" variant="default" onClick={() => setEnding(true)} aria-label={t('keys.revokeLabel', { name })}>
            {t('keys.revoke')}
          </Button>
        )}
        {ending && (
          <Confirm
            title={t('keys.revoke')}
            text={t('keys.revokeText', { name })}
            error={revoke.error}
            working={revoke.isPending}
            onYes={() => revoke.mutate()}
            onClose={() => setEnding(false)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
