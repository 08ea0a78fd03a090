import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Audit } from '../api.ts';
import { useFormat } from '../format.ts';
import { useAudit } from '../queries.ts';
import { useWorkspace } from '../workspace.ts';
import { Failure, Loading } from './states.tsx';

/** The workspace's own figures: each with its sentence, and in words where there is none yet. */
export function AuditFigures() {
  const { t, i18n } = useTranslation();
  const { slug } = useWorkspace();
  const { data, error, refetch } = useAudit(slug);
  const names = new Intl.DisplayNames(i18n.language, { type: 'language' });
  return (
    <Stack component="section" gap="sm" aria-label={t('audit.ownTitle')} data-testid="own-audit">
      <div>
        <Title order={2} size="h3">
          {t('audit.ownTitle')}
        </Title>
        <Text c="dimmed">{t(data ? 'audit.ownLead' : 'audit.working')}</Text>
      </div>
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading height={200} />}
      {data && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Alarms alarms={data.falseAlarms} />
          <Intervals coverage={data.coverage} />
          <MissingAnswers missing={data.missing} />
          <LastSweep ageHours={data.lastSweep.ageHours} />
          {data.languages.map((one) => (
            <Figure key={`${one.language}/${one.brand}`} title={`${t('audit.detection')} · ${names.of(one.language) ?? one.language}`}>
              <Detection language={one} />
            </Figure>
          ))}
        </SimpleGrid>
      )}
    </Stack>
  );
}

function Figure({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card withBorder padding="sm">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="sm" component="div">
        {children}
      </Text>
    </Card>
  );
}

function Alarms({ alarms }: { alarms: Audit['falseAlarms'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (alarms === null) return <Figure title={t('audit.alarms')}>{t('audit.changing')}</Figure>;
  const { perHalfYear, budget, verdict, moreWeeks, replays, weeks } = alarms;
  const decimals = (share: { low: number; high: number }) => `${format.decimal(share.low)}–${format.decimal(share.high)}`;
  const values = {
    value: perHalfYear ? format.decimal(perHalfYear.value) : '',
    range: perHalfYear ? decimals(perHalfYear) : '',
    budget: format.decimal(budget),
    more: moreWeeks,
  };
  return (
    <Figure title={t('audit.alarms')}>
      {t(`audit.alarmsText.${keyOf(verdict)}`, values)}
      {perHalfYear && (
        <Text size="xs" c="dimmed">
          {t('audit.basis', { replays: format.integer(replays), weeks: format.integer(weeks) })}
        </Text>
      )}
    </Figure>
  );
}

function Intervals({ coverage }: { coverage: Audit['coverage'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (coverage === null) return <Figure title={t('audit.intervals')}>{t('audit.changing')}</Figure>;
  const { share, nominal, verdict, comparisons, moreSweeps } = coverage;
  const key = verdict === 'broken' ? ((share?.value ?? 0) < nominal ? 'narrow' : 'wide') : keyOf(verdict);
  const values = { value: share ? format.percent(share.value) : '', comparisons: format.integer(comparisons), more: moreSweeps };
  return <Figure title={t('audit.intervals')}>{t(`audit.intervalsText.${key}`, values)}</Figure>;
}

function MissingAnswers({ missing: { share, asked, failed } }: { missing: Audit['missing'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const key = share === null ? 'none' : share.value > 0.05 ? 'many' : 'few';
  const values = { asked: format.integer(asked), failed: format.integer(failed), share: share ? format.percent(share.value) : '' };
  return <Figure title={t('audit.missing')}>{t(`audit.missingText.${key}`, values)}</Figure>;
}

function LastSweep({ ageHours }: { ageHours: number | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  const isRecent = ageHours !== null && ageHours < 48;
  const key = ageHours === null ? 'none' : isRecent ? 'hours' : 'days';
  const age = format.integer(Math.round((ageHours ?? 0) / (isRecent ? 1 : 24)));
  return <Figure title={t('audit.lastSweep')}>{t(`audit.sweepText.${key}`, { age })}</Figure>;
}

function Detection({ language }: { language: Audit['languages'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { name, sensitivity, specificity, raw, corrected } = language;
  if (!sensitivity || !specificity) return <>{t('audit.detectionText.unlabelled')}</>;
  const rates = { sensitivity: format.percent(sensitivity.value), mistaken: format.percent(1 - specificity.value) };
  if (!raw || !corrected) return <>{t('audit.detectionText.unmeasured', rates)}</>;
  const range = format.range([corrected.low, corrected.high]);
  const values = { ...rates, brand: name, raw: format.percent(raw.value), corrected: format.percent(corrected.value), range };
  return <>{t('audit.detectionText.corrected', values)}</>;
}

type Verdict = NonNullable<Audit['falseAlarms']>['verdict'];
const keys = {
  kept: 'kept',
  'cannot tell': 'cannotTell',
  broken: 'broken',
  'too short': 'tooShort',
  'not measured': 'notMeasured',
} as const satisfies Record<Verdict, string>;
const keyOf = <V extends Verdict>(verdict: V): (typeof keys)[V] => keys[verdict];
