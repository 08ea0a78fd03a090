import { Group, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Overview, StageReading } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useHref } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { Section } from './section.tsx';

/** The stages side by side, with what is lost from each to the next. */
export const StageRow = memo(function StageRow({ overview }: { overview: Overview }) {
  const { t } = useTranslation();
  const href = useHref();
  return (
    <Section title={t('home.stages')} more={{ href: href('/trends'), text: t('home.toTrends') }}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: Math.min(overview.stages.length, 5) }} spacing="sm">
        {overview.stages.map((reading) => (
          <StageCard key={reading.stage} reading={reading} overview={overview} />
        ))}
      </SimpleGrid>
    </Section>
  );
});

function StageCard({ reading, overview }: { reading: StageReading; overview: Overview }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const { stage, visibility, dropOff } = reading;
  const { from, to, brand } = overview;
  return (
    <Paper withBorder p="md" data-testid="stage">
      <Title order={3} size="h6">
        {label('stages', stage)}
      </Title>
      <FigureText figure={visibility} interval="panel" strong />
      <IntervalBar figure={visibility} interval="panel" colour="var(--brand-0)" />
      <Change change={reading.change} />
      <Text size="xs" c="dimmed">
        {t('overview.counts', {
          count: visibility.prompts,
          answers: format.integer(visibility.runs),
          prompts: format.integer(visibility.prompts),
        })}
        {visibility.missing > 0 && ` · ${t('overview.missing', { missing: format.integer(visibility.missing) })}`}
      </Text>
      <Text size="xs" c="dimmed">
        {t('overview.market')} {visibility.market ? format.range(visibility.market) : t('overview.noInterval')}
      </Text>
      {visibility.runs > 0 && (
        <Group gap="sm" mt={4}>
          <Text size="xs">
            <Link href={href('/answers', { stage, brand, named: 'yes', from, to })}>{t('home.namedIn')}</Link>
          </Text>
          <Text size="xs">
            <Link href={href('/answers', { stage, brand, named: 'no', from, to })}>{t('home.notNamedIn')}</Link>
          </Text>
        </Group>
      )}
      {dropOff && dropOff.value !== null && <DropOff value={dropOff.value} interval={dropOff.interval} next={dropOff.next} />}
    </Paper>
  );
}

/** What is lost to the next stage; where nothing is, how many times as often the brand is named there. */
export function DropOff({ value, interval, next }: { value: number; interval: readonly [number, number] | null; next: string }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const isLoss = value >= 0;
  const write = (lost: number) => (isLoss ? format.percentWhole(lost) : format.decimal(1 - lost));
  const bounds = interval && (isLoss ? interval : ([interval[1], interval[0]] as const));
  return (
    <Text size="xs" mt="xs" className="drop-off">
      {t(isLoss ? 'home.dropOff' : 'home.gain', { value: write(value), next: label('stages', next) })}{' '}
      <Text span size="xs" c="dimmed">
        ({bounds ? t('home.between', { low: write(bounds[0]), high: write(bounds[1]) }) : t('overview.noIntervalShort')})
      </Text>
    </Text>
  );
}

/** Against the period before; what lies within chance is said to. */
export function Change({ change: { difference, interval } }: { change: StageReading['change'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (difference === null) {
    return <div className="note">{t('home.noBefore')}</div>;
  }
  const isClear = interval !== null && (interval[0] > 0 || interval[1] < 0);
  return (
    <div className={`note number${isClear ? ' clear' : ''}`} title={t('home.changeTitle')}>
      {t('home.changeShort', { value: format.signed(difference) })}
      {interval && ` (${t('home.between', { low: format.signed(interval[0]), high: format.signed(interval[1]) })})`}
      {!isClear && ` · ${t('home.sure.chance')}`}
    </div>
  );
}
