import { Button, Group, Modal, Table, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call, type Member, type Role } from '../api.ts';
import { Confirm } from '../components/confirm.tsx';
import { InviteForm, type MadeLink } from '../components/invite-form.tsx';
import { OpenInvitations } from '../components/open-invitations.tsx';
import { RoleSelect } from '../components/role-select.tsx';
import { ShownOnce } from '../components/shown-once.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { usePeople } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';

export default function People() {
  const { t } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = usePeople(slug);
  const [inviting, setInviting] = useState(false);
  const [made, setMade] = useState<MadeLink | null>(null);
  return (
    <>
      <PageTitle title={t('people.title')} lead={t('people.lead')}>
        <Button onClick={() => setInviting(true)}>{t('people.invite')}</Button>
      </PageTitle>
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading />
      ) : data.length === 0 ? (
        <Empty title={t('people.emptyTitle')} text={t('people.emptyText')} />
      ) : (
        <Members members={data} />
      )}
      <OpenInvitations />
      <Modal
        opened={inviting}
        onClose={() => setInviting(false)}
        title={t('people.invite')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {inviting && (
          <InviteForm
            onDone={(link) => {
              setInviting(false);
              setMade(link);
            }}
          />
        )}
      </Modal>
      <ShownOnce title={t('people.linkTitle')} text={t('people.linkText')} value={made?.link ?? null} onClose={() => setMade(null)}>
        {made?.mailed && <Text size="sm">{t('people.mailed')}</Text>}
      </ShownOnce>
    </>
  );
}

function Members({ members }: { members: readonly Member[] }) {
  const { t } = useTranslation();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('people.tableLabel')}>
      <Table verticalSpacing={6} aria-label={t('people.tableLabel')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('people.name')}</Table.Th>
            <Table.Th scope="col">{t('people.email')}</Table.Th>
            <Table.Th scope="col">{t('people.role')}</Table.Th>
            <Table.Th scope="col">{t('people.since')}</Table.Th>
            <Table.Td />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const at = { param: { id: member.id }, query: { workspace: slug } };
  const onSuccess = () => client.invalidateQueries({ queryKey: ['people', slug] });
  const change = useMutation({ mutationFn: (role: Role) => call(api.people[':id'].$patch({ ...at, json: { role } })), onSuccess });
  const remove = useMutation({ mutationFn: () => call(api.people[':id'].$delete(at)), onSuccess });
  const reset = useMutation({ mutationFn: () => call(api.people[':id']['reset-link'].$post(at)), gcTime: 0 });
  return (
    <Table.Tr data-testid="member">
      <Table.Th scope="row">
        <bdi>{member.name}</bdi>
      </Table.Th>
      <Table.Td>
        <bdi>{member.email}</bdi>
      </Table.Td>
      <Table.Td>
        <RoleSelect
          aria-label={t('people.roleOf', { name: member.name })}
          value={member.role}
          disabled={change.isPending}
          onChange={(role) => change.mutate(role)}
        />
        {change.error && <Failure error={change.error} />}
      </Table.Td>
      <Table.Td className="nowrap">{format.time(member.since)}</Table.Td>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          <Button
            size="xs"
            variant="default"
            onClick={() => reset.mutate()}
            loading={reset.isPending}
            aria-label={t('people.resetLabel', { name: member.name })}
          >
            {t('people.reset')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setRemoving(true)} aria-label={t('people.removeLabel', { name: member.name })}>
            {t('people.remove')}
          </Button>
        </Group>
        {reset.error && <Failure error={reset.error} />}
        <ShownOnce
          title={t('people.resetTitle', { name: member.name })}
          text={t('people.resetText')}
          value={reset.data?.link ?? null}
          onClose={() => reset.reset()}
        />
        {removing && (
          <Confirm
            title={t('people.remove')}
            text={t('people.removeText', { name: member.name })}
            error={remove.error}
            working={remove.isPending}
            onYes={() => remove.mutate()}
            onClose={() => setRemoving(false)}
          />
        )}
      </Table.Td>
    </Table.Tr>
  );
}
