import { Button, Code, CopyButton, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, call } from '../api.ts';
import { useFormat } from '../format.ts';
import { useReportLinks, type ReportLink } from '../report-queries.ts';
import { Failure } from './states.tsx';

const choices = [7, 30, 90, 365];

/** Links that show this report to whoever has them, each until its day, or until it is taken back. */
export function ReportLinks({ workspace, id }: { workspace: string; id: string }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [days, setDays] = useState(30);
  const { data: links = [], error } = useReportLinks(workspace, id);
  const share = useMutation({
    mutationFn: () => call(api.reports[':id'].links.$post({ param: { id }, query: { workspace }, json: { days } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['report', workspace, id, 'links'] }),
  });
  const failure = error ?? share.error;
  const address = share.data && `${window.location.origin}/shared/${share.data.token}`;
  return (
    <Stack gap="xs" className="no-print" data-testid="report-links">
      <Group align="flex-end">
        <NativeSelect
          label={t('reports.shareFor')}
          value={days}
          onChange={(event) => setDays(Number(event.currentTarget.value))}
          data={choices.map((value) => ({ value: String(value), label: t('reports.days', { number: value }) }))}
        />
        <Button variant="default" loading={share.isPending} onClick={() => share.mutate()}>
          {t('reports.share')}
        </Button>
      </Group>
      {address && (
        <Group gap="xs" role="status">
          <Code>{address}</Code>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Button size="xs" variant="subtle" onClick={copy}>
                {copied ? t('reports.copied') : t('reports.copy')}
              </Button>
            )}
          </CopyButton>
          <Text size="sm" c="dimmed">
            {t('reports.linkOnce')}
          </Text>
        </Group>
      )}
      {links.map((link) => (
        <LinkLine key={link.id} link={link} workspace={workspace} report={id} />
      ))}
      {failure && <Failure error={failure} />}
    </Stack>
  );
}

function LinkLine({ link, workspace, report }: { link: ReportLink; workspace: string; report: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => call(api.reports[':id'].links[':link'].$delete({ param: { id: report, link: link.id }, query: { workspace } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['report', workspace, report, 'links'] }),
  });
  const over = link.revokedAt !== null ? t('reports.revoked') : t('reports.until', { time: format.time(link.expiresAt) });
  return (
    <Group gap="xs">
      <Text size="sm">{t('reports.linkOf', { time: format.time(link.createdAt) })}</Text>
      <Text size="sm" c="dimmed">
        {over}
      </Text>
      {link.revokedAt === null && (
        <Button size="xs" variant="subtle" color="red" loading={revoke.isPending} onClick={() => revoke.mutate()}>
          {t('reports.revoke')}
        </Button>
      )}
    </Group>
  );
}
