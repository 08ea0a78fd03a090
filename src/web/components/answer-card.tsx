import { Badge, Card, Group, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Answer, Overruling } from '../api.ts';
import type { BrandStyle } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { isWebAddress, showOverrides } from '../marked-text.ts';
import { useHref } from '../workspace.ts';
import { AnswerText } from './answer-text.tsx';
import { Comparisons } from './comparisons.tsx';
import { OverruledList } from './overruled-list.tsx';

type Props = { answer: Answer; overrulings: Overruling[]; brands: ReadonlyMap<string, BrandStyle>; engineName: string; whole?: boolean };

/** An answer as it came, as text and nothing else, with the brands marked that were read out of it. */
export function AnswerCard({ answer, overrulings, brands, engineName, whole = false }: Props) {
  const { t } = useTranslation();
  const href = useHref();
  const label = useLabel();
  const format = useFormat();
  return (
    <Card withBorder component="article" data-testid="answer">
      <Stack gap="sm">
        <Group gap="xs">
          <Text fw={600}>{engineName}</Text>
          <Badge variant="default">{label('answers.states', answer.state)}</Badge>
          {answer.finish === 'truncated' && <Badge variant="default">{label('answers.finish', 'truncated')}</Badge>}
          <Text size="sm" c="dimmed">
            {answer.askedAt && format.time(answer.askedAt)}
          </Text>
        </Group>
        {answer.state !== 'answered' && <Text size="sm">{label('answers.stateText', answer.state)}</Text>}
        {answer.errorCode && <Text size="sm">{label('answers.codes', answer.errorCode)}</Text>}
        {answer.text && <AnswerText answer={answer} text={answer.text} brands={brands} whole={whole} />}
        {answer.comparisons.length > 0 && <Comparisons comparisons={answer.comparisons} brands={brands} />}
        {overrulings.length > 0 && <OverruledList overrulings={overrulings} brands={brands} />}
        <Citations answer={answer} />
        <Conditions answer={answer} open={whole} />
        {!whole && (
          <Text size="sm">
            <Link href={href(`/answers/${answer.id}`)}>{t('answers.open')}</Link>
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Citations({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const of = (kind: string) => answer.citations.filter((citation) => citation.kind === kind);
  const [cited, retrieved] = [of('cited'), of('retrieved')];
  if (answer.state !== 'answered') return null;
  return (
    <Stack gap={4}>
      <Text size="sm" fw={600}>
        {cited.length > 0 ? t('answers.citations', { number: cited.length }) : t('answers.noCitations')}
      </Text>
      <Pages pages={cited} id={answer.id} />
      {retrieved.length > 0 && (
        <details>
          <summary>{t('answers.retrieved', { number: retrieved.length })}</summary>
          <Pages pages={retrieved} />
        </details>
      )}
    </Stack>
  );
}

function Pages({ pages, id }: { pages: Answer['citations']; id?: string }) {
  const { t } = useTranslation();
  return (
    <List size="sm" type="ordered">
      {pages.map(({ url, domain, title }, index) => (
        <List.Item key={url} id={id && `cited-${id}-${index + 1}`}>
          <bdi>{showOverrides(title ?? domain)}</bdi>{' '}
          {isWebAddress(url) ? (
            <a href={url} target="_blank" rel="noopener noreferrer nofollow" aria-label={`${url} (${t('app.externalLink')})`}>
              <bdi>{url}</bdi>
            </a>
          ) : (
            <bdi>{url}</bdi>
          )}
        </List.Item>
      ))}
    </List>
  );
}

function Conditions({ answer, open }: { answer: Answer; open: boolean }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const rows: [string, string][] = [
    [t('answers.surface'), label('answers.surfaces', answer.surface)],
    [t('answers.model'), answer.model ?? t('common.none')],
    [t('answers.promptVersion'), format.integer(answer.promptVersion)],
    [t('answers.country'), answer.country === '' ? t('answers.countryNone') : label('countries', answer.country)],
    [t('answers.language'), label('contentLanguages', answer.language)],
    [t('answers.cost'), answer.costUsd === null ? t('answers.costUnknown') : format.usd(answer.costUsd)],
    [t('answers.latency'), answer.latencyMs === null ? t('common.none') : format.seconds(answer.latencyMs)],
  ];
  return (
    <details open={open}>
      <summary>{t('answers.conditions')}</summary>
      <dl className="conditions">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
