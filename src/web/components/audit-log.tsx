import { Code, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useAuditLog } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Empty, Failure, Loading, MoreButton } from './states.tsx';

/** Who did what, newest first. */
export function AuditLog() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditLog(slug);
  const entries = data?.pages.flatMap((page) => page.entries);
  if (!entries) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
  if (entries.length === 0) return <Empty title={t('auditLog.emptyTitle')} text={t('auditLog.emptyText')} />;
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('auditLog.title')}>
        <Table verticalSpacing={6} aria-label={t('auditLog.title')}>
          <Table.Thead>
            <Table.Tr>
              {(['time', 'who', 'what', 'before', 'after'] as const).map((column) => (
                <Table.Th scope="col" key={column}>
                  {t(`auditLog.${column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {hasNextPage && <MoreButton loading={isFetchingNextPage} onClick={() => void fetchNextPage()} />}
    </>
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const named = entry.actorKind === 'person' || entry.actorKind === 'key';
  return (
    <Table.Tr data-testid="audit-entry">
      <Table.Td className="nowrap">{format.time(entry.at)}</Table.Td>
      <Table.Td>
        {label('auditLog.actors', entry.actorKind)}
        {named && (
          <>
            {' '}
            <bdi>{entry.actorName}</bdi>
          </>
        )}
      </Table.Td>
      <Table.Td>
        {t(`auditLog.methods.${methodOf(entry.action)}`)} <Code>{entry.action.replace(/^\w+ \/api\/v1\//, '')}</Code>
      </Table.Td>
      <State state={entry.before} />
      <State state={entry.after} />
    </Table.Tr>
  );
}

const methodOf = (action: string) => (action.startsWith('DELETE') ? 'removed' : action.startsWith('POST') ? 'added' : 'changed');

function State({ state }: { state: AuditEntry['before'] }) {
  const { t } = useTranslation();
  const fields = state === null ? [] : Object.entries(state);
  return (
    <Table.Td>
      {fields.length === 0
        ? t('common.none')
        : fields.slice(0, 12).map(([name, value]) => (
            <Text size="xs" key={name} style={{ overflowWrap: 'anywhere' }}>
              {name}: <bdi>{JSON.stringify(value).slice(0, 160)}</bdi>
            </Text>
          ))}
    </Table.Td>
  );
}
