import { List, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useAlert } from '../alert-queries.ts';
import type { AlertDetail } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import type { Names } from '../alert-names.ts';
import { usePrompts } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';
import { Failure, Loading } from './states.tsx';

/** From this statistic on (standard normal) the competitors have moved. */
const moved = 2;
/** More series than these are counted instead of named. */
const mostNamed = 4;

export function AlertEvidence({ id, names }: { id: string; names: Names }) {
  const { slug } = useWorkspace();
  const { data, error, refetch } = useAlert(slug, id, true);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading height={80} />;
  return (
    <Stack gap="sm">
      <Reasons alert={data} names={names} />
      <Levels alert={data} names={names} />
      <Answers alert={data} names={names} />
    </Stack>
  );
}

type Part = { alert: AlertDetail; names: Names };

function Reasons({ alert, names }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const { statistic, threshold, falseAlarmWeeks, models, canaryMoved, rival, page, name, chance, added = [] } = alert.evidence;
  const nameOf = (one: AlertDetail['series'][number]) =>
    [names.brand(one.brand), label('stages', one.stage), names.engine(one.engine)].join(' · ');
  const series = alert.series.map(nameOf);
  const moments = [...Map.groupBy(added, ({ at }) => at)];
  const rivals = useRivals(alert);
  const lines = [
    rivals,
    models && t('alerts.models', models),
    canaryMoved && t('alerts.canary'),
    rival !== undefined && alert.brand !== null && t('alerts.overtakenBy', { rival: names.brand(rival), brand: names.brand(alert.brand) }),
    name !== undefined && t('alerts.newName', { name }),
    statistic !== undefined &&
      t('alerts.statistic', {
        statistic: statistic.toFixed(1),
        threshold: threshold?.toFixed(1),
        weeks: format.integer(falseAlarmWeeks ?? 0),
      }),
    chance !== undefined && t('alerts.chance', { chance: format.percent(chance) }),
    series.length > mostNamed
      ? t('alerts.seriesCount', { number: format.integer(series.length) })
      : series.length > 1 && t('alerts.series', { series: series.join(', ') }),
    ...moments.map(([at, more]) => t('alerts.added', { time: format.time(at), series: more.map(nameOf).join(', ') })),
  ].filter((line) => typeof line === 'string');
  return (
    <>
      {lines.map((line) => (
        <Text size="sm" key={line}>
          {line}
        </Text>
      ))}
      {page !== undefined && (
        <Text size="sm">
          {t('alerts.pageGone')} <bdi>{page}</bdi>
        </Text>
      )}
    </>
  );
}

/** What the competitors did on the same prompts; a user's rule has none to look at. */
function useRivals(alert: AlertDetail): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const { competitors } = alert.evidence;
  if (alert.cause === null || competitors === undefined) return null;
  if (competitors === null) return t('alerts.rivalsNone');
  if (Math.abs(competitors.statistic) < moved) return t('alerts.rivalsStill');
  const share = format.percent(Math.abs(competitors.relativeChange));
  return competitors.relativeChange > 0 ? t('alerts.rivalsMoved', { share }) : t('alerts.rivalsAgainst', { share });
}

function Levels({ alert, names }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = alert.brand === null ? t('alerts.allBrands') : names.brand(alert.brand);
  const rows = [
    { key: '', name: own, before: alert.before, after: alert.after },
    ...(alert.evidence.rivals ?? []).map(({ brand, before, after }) => ({ key: brand, name: names.brand(brand), before, after })),
  ];
  const counts = ({ numerator, denominator }: AlertDetail['before']) =>
    t('alerts.counts', { hits: format.integer(numerator), answers: format.integer(denominator) });
  return (
    <Table.ScrollContainer minWidth={480} aria-label={t('alerts.figures')}>
      <Table aria-label={t('alerts.figures')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('alerts.brandColumn')}</Table.Th>
            <Table.Th scope="col">{t('alerts.before')}</Table.Th>
            <Table.Th scope="col">{t('alerts.after')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.key}>
              <Table.Th scope="row">
                <bdi>{row.name}</bdi>
              </Table.Th>
              {[row.before, row.after].map((figure, side) => (
                <Table.Td key={side === 0 ? 'before' : 'after'}>
                  <FigureText figure={figure} interval="panel" />{' '}
                  <Text span size="xs" c="dimmed">
                    {counts(figure)}
                  </Text>
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Answers({ alert, names }: Part) {
  const { t } = useTranslation();
  const format = useFormat();
  const href = useHref();
  const { slug } = useWorkspace();
  const prompts = usePrompts(slug).data;
  const answers = alert.evidence.answers;
  if (answers === undefined) return null;
  return (
    <>
      <Title order={4} size="h6">
        {t('alerts.answers')}
      </Title>
      {answers.length === 0 && <Text size="sm">{t('alerts.noAnswers')}</Text>}
      <List size="sm" spacing={2}>
        {answers.map(({ id, promptId, engine, askedAt }) => (
          <List.Item key={id}>
            <Link href={href(`/answers/${id}`)}>
              <bdi>{prompts?.find((prompt) => prompt.id === promptId)?.text ?? names.engine(engine)}</bdi>
            </Link>{' '}
            <Text span size="xs" c="dimmed">
              {names.engine(engine)} · {format.time(askedAt)}
            </Text>
          </List.Item>
        ))}
      </List>
    </>
  );
}
