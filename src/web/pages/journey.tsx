import { Button, Group, NativeSelect, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { writeCsv } from '../../domain/csv.ts';
import { useNames, type Names } from '../alert-names.ts';
import type { Journey, JourneyStage } from '../api.ts';
import { Funnel } from '../components/funnel.tsx';
import { JourneyNote } from '../components/journey-note.tsx';
import { OwnBrandNotice } from '../components/own-brand-notice.tsx';
import { Empty, Failure, Loading, PageTitle } from '../components/states.tsx';
import { download } from '../download.ts';
import { useFormat, type Format } from '../format.ts';
import { drawJourney } from '../journey-image.ts';
import { useJourneyRows, type MapRow } from '../journey-rows.ts';
import { useLabel } from '../label.ts';
import { isWebAddress } from '../marked-text.ts';
import { useFunnel, useJourney } from '../queries.ts';
import { lastWeeks } from '../source-period.ts';
import { useHref, useUrlState, useWorkspace } from '../workspace.ts';

const weeks = ['4', '13', '26'] as const;

/** The table that everyone in this field knows: stages across, what happens there down. */
export default function JourneyPage() {
  const { t, i18n } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const { slug, name, simulated } = useWorkspace();
  const url = useUrlState();
  const names = useNames();
  const period = weeks.find((one) => one === url.get('weeks')) ?? '4';
  const days = lastWeeks(Number(period), new Date());
  const { data, error, refetch } = useJourney(slug, days);
  const { data: funnel, error: noFunnel, refetch: retryFunnel } = useFunnel(slug, days);
  const toRows = useJourneyRows(names);
  const rows = data ? toRows(data, funnel) : [];
  const stages = data?.stages.map(({ stage }) => label('stages', stage)) ?? [];
  // A file leaves the page's banner behind.
  const title = [t('journey.title'), name, simulated ? t('runs.simulated') : '', data ? daysText(format, data) : '']
    .filter(Boolean)
    .join(' · ');
  const saveCsv = () =>
    download(
      `journey-${slug}.csv`,
      'text/csv',
      writeCsv([[title, ...stages], ...rows.map((row) => [row.name, ...row.cells.map(({ lines }) => lines.join('\n'))])]),
    );
  const savePicture = async () => download(`journey-${slug}.png`, 'image/png', await drawJourney({ title, stages, rows }));
  return (
    <>
      <PageTitle title={t('journey.title')} lead={t('journey.lead')} needs="editor">
        <Group gap="xs" className="no-print">
          <NativeSelect
            size="xs"
            aria-label={t('overview.period')}
            value={period}
            data={weeks.map((value) => ({ value, label: t('home.weeks', { count: Number(value) }) }))}
            onChange={({ currentTarget: { value } }) => url.set({ weeks: value === '4' ? null : value })}
          />
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {t('journey.print')}
          </Button>
          <Button size="xs" variant="default" disabled={!data} onClick={() => void savePicture()}>
            {t('journey.png')}
          </Button>
          <Button size="xs" variant="default" disabled={!data} onClick={saveCsv}>
            {t('journey.csv')}
          </Button>
        </Group>
      </PageTitle>
      <OwnBrandNotice />
      {error && !data ? (
        <Failure error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading height={700} />
      ) : data.stages.length === 0 ? (
        <Empty title={t('overview.emptyTitle')} text={t('home.emptyText')} />
      ) : (
        <MapTable journey={data} rows={rows} names={names} />
      )}
      {noFunnel && !funnel && <Failure error={noFunnel} onRetry={() => void retryFunnel()} />}
      {data && funnel && <Funnel journey={data} funnel={funnel} />}
      <Text size="xs" c="dimmed" lang={i18n.language}>
        {t('overview.panelText')}
      </Text>
    </>
  );
}

/** From the first day to the last. */
const daysText = (format: Format, { from, to }: Journey) =>
  `${format.period(from, 'day')} – ${format.period(new Date(Date.parse(to) - 86_400_000).toISOString().slice(0, 10), 'day')}`;

function MapTable({ journey, rows, names }: { journey: Journey; rows: readonly MapRow[]; names: Names }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label={t('journey.title')}>
      <Table
        className="journey"
        verticalSpacing="sm"
        aria-label={t('journey.title')}
        data-testid="journey"
        miw={220 + 220 * journey.stages.length}
      >
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={150}>
              {t('prompts.stage')}
            </Table.Th>
            {journey.stages.map(({ stage }) => (
              <Table.Th key={stage} scope="col">
                {label('stages', stage)}
                <Text size="xs" c="dimmed" fw={400}>
                  {label('stageText', stage)}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">{row.name}</Table.Th>
              {journey.stages.map((stage, index) => {
                const cell = row.cells[index];
                return (
                  <Table.Td key={stage.stage} className={cell?.heat == null ? undefined : 'heat'} style={{ '--heat': cell?.heat ?? 0 }}>
                    <Cell row={row.key} lines={cell?.lines ?? []} stage={stage} journey={journey} names={names} />
                  </Table.Td>
                );
              })}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

type CellProps = { row: string; lines: readonly string[]; stage: JourneyStage; journey: Journey; names: Names };

/** The words of a cell, with the way down to what is behind them. */
function Cell({ row, lines, stage, journey: { from, to }, names }: CellProps) {
  const { t } = useTranslation();
  const href = useHref();
  const at = { stage: stage.stage, from, to };
  if (row === 'pain' || row === 'action') return <JourneyNote stage={stage} field={row} />;
  if (row === 'pages') return <Pages stage={stage} />;
  const linkOf = (index: number): string | null => {
    if (row === 'questions')
      return stage.questions[index] ? href(`/prompts/${stage.questions[index].prompt}`) : href('/prompts', { stage: stage.stage });
    if (row === 'visibility') return index === 0 ? href('/answers', at) : null;
    if (row === 'winners') return href('/answers', { ...at, brand: stage.winners[index]?.brand ?? null, named: 'yes' });
    return row.startsWith('engine ') ? href('/answers', { ...at, engine: row.slice('engine '.length) }) : null;
  };
  if (lines.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('common.none')}
      </Text>
    );
  return lines.map((line, index) => {
    const link = linkOf(index);
    const isOwn = row === 'winners' && stage.winners[index]?.own;
    return (
      <Text key={line} size="sm" fw={isOwn ? 700 : 400} mb={2} title={isOwn ? names.brand(stage.winners[index]?.brand ?? '') : undefined}>
        {link ? (
          <Link className="plain-link" href={link}>
            <bdi>{line}</bdi>
          </Link>
        ) : (
          <bdi>{line}</bdi>
        )}
      </Text>
    );
  });
}

function Pages({ stage }: { stage: JourneyStage }) {
  const { t } = useTranslation();
  if (stage.pages.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('answers.noCitations')}
      </Text>
    );
  return stage.pages.map(({ url, title, domain, answers }) => (
    <Text key={url} size="sm" mb={2}>
      {isWebAddress(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer nofollow" title={url}>
          <bdi>{title ?? domain}</bdi>
        </a>
      ) : (
        <bdi>{title ?? domain}</bdi>
      )}{' '}
      <Text span size="xs" c="dimmed">
        {t('sources.inAnswers', { number: answers })}
      </Text>
    </Text>
  ));
}
