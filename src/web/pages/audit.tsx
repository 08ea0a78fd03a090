import { Badge, Group, NativeSelect, Stack, Table, Tabs, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DetectorScore } from '../api.ts';
import { AuditLog } from '../components/audit-log.tsx';
import { AuditFigures } from '../components/audit-figures.tsx';
import { Failure, Loading, PageTitle } from '../components/states.tsx';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useDetectorAudit } from '../queries.ts';
import { useUrlState, useWorkspace } from '../workspace.ts';

/** How far figures can be trusted, and for admins who did what. */
export default function Audit() {
  const { t } = useTranslation();
  const { role } = useWorkspace();
  const url = useUrlState();
  if (role !== 'admin') return <Accuracy />;
  const tab = url.get('tab') === 'log' ? 'log' : 'accuracy';
  return (
    <Tabs value={tab} onChange={(to) => url.set({ tab: to === 'log' ? 'log' : null })} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="accuracy">{t('nav.audit')}</Tabs.Tab>
        <Tabs.Tab value="log">{t('auditLog.title')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="accuracy">
        <Stack>
          <Accuracy />
        </Stack>
      </Tabs.Panel>
      <Tabs.Panel value="log">
        <Stack>
          <PageTitle title={t('auditLog.title')} lead={t('auditLog.lead')} />
          <AuditLog />
        </Stack>
      </Tabs.Panel>
    </Tabs>
  );
}

/** How often the analysis is right on labelled answers: one language at a time, or all together. */
function Accuracy() {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useDetectorAudit();
  const url = useUrlState();
  const language = url.get('language') ?? '';
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const scores = data?.scores.filter((score) => (score.language ?? '') === language) ?? [];
  const lead = data && t('audit.lead', { cases: data.cases, languages: data.languages.length, version: data.parserVersion });
  return (
    <>
      <PageTitle title={t('audit.title')} lead={lead}>
        {data && (
          <NativeSelect
            label={t('audit.language')}
            value={language}
            onChange={(event) => url.set({ language: event.currentTarget.value || null })}
            data={[
              { value: '', label: t('audit.allLanguages') },
              ...data.languages.map((code) => ({ value: code, label: names.of(code) ?? code })),
            ]}
          />
        )}
      </PageTitle>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : data ? <ScoreTable scores={scores} /> : <Loading />}
      <AuditFigures />
    </>
  );
}

const shares = ['precision', 'recall', 'f1', 'unknown'] as const;

function ScoreTable({ scores }: { scores: readonly DetectorScore[] }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  return (
    <>
      <div className="scroll-x" tabIndex={0} role="region" aria-label={t('audit.tableLabel')}>
        <Table verticalSpacing={6} striped aria-label={t('audit.tableLabel')} data-testid="detector-audit">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col" />
              <Table.Th scope="col">{t('audit.cases')}</Table.Th>
              {shares.map((name) => (
                <Table.Th scope="col" key={name}>
                  {t(`audit.${name}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{t('audit.promised')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {scores.map((score) => (
              <Table.Tr key={score.measure}>
                <Table.Th scope="row">{label('audit.measures', score.measure)}</Table.Th>
                <Table.Td>{format.integer(score.cases)}</Table.Td>
                {shares.map((name) => (
                  <Table.Td key={name} className="nowrap">
                    <ShareText share={score[name]} />
                  </Table.Td>
                ))}
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    {score.least !== null && format.percentWhole(score.least)}
                    {score.reached === false && <Badge color="red">{t('audit.missed')}</Badge>}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm" c="dimmed">
        {t('audit.sharesText')}
      </Text>
    </>
  );
}

function ShareText({ share }: { share: DetectorScore['f1'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (share === null) return <>{t('common.none')}</>;
  return (
    <>
      {format.percentWhole(share.value)}{' '}
      <Text span size="xs" c="dimmed">
        {format.range([share.low, share.high])}
      </Text>
    </>
  );
}
