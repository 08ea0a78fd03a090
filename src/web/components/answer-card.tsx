import { Badge, Button, Card, Group, List, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer, Overruling } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { isWebAddress, markText } from '../marked-text.ts';
import { MentionMark } from './mention-mark.tsx';
import { OverruledList } from './overruled-list.tsx';

type Props = { answer: Answer; overrulings: Overruling[]; brands: ReadonlyMap<string, BrandStyle>; engineName: string };
const shortLength = 1200;

/** An answer as it came, as text and nothing else, with the brands marked that were read out of it. */
export function AnswerCard({ answer, overrulings, brands, engineName }: Props) {
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
        {answer.text && <MarkedText answer={answer} text={answer.text} brands={brands} />}
        {overrulings.length > 0 && <OverruledList overrulings={overrulings} brands={brands} />}
        <Citations answer={answer} />
        <Conditions answer={answer} />
      </Stack>
    </Card>
  );
}

function MarkedText({ answer, text, brands }: { answer: Answer; text: string; brands: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState(text.length <= shortLength * 1.2);
  const shown = whole ? text : text.slice(0, shortLength);
  const named = answer.brands.filter((brand) => brand.visible).map((brand) => styleOf(brands, brand.brand).name);
  return (
    <>
      <Text size="sm">{named.length > 0 ? `${t('answers.named')} ${named.join(', ')}` : t('answers.namedNone')}</Text>
      <div className="answer-text" dir="auto" lang={answer.language || undefined}>
        {markText(shown, answer.mentions).map((piece, index) => {
          if (!piece.mention) return <span key={index}>{piece.text}</span>;
          const { mention } = piece;
          return (
            <MentionMark key={index} answerId={answer.id} mention={mention} text={piece.text} style={styleOf(brands, mention.brand)} />
          );
        })}
        {!whole && '…'}
      </div>
      {text.length > shortLength * 1.2 && (
        <Button size="xs" variant="subtle" onClick={() => setWhole(!whole)}>
          {t(whole ? 'answers.showLess' : 'answers.showAll')}
        </Button>
      )}
    </>
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
      <Pages pages={cited} />
      {retrieved.length > 0 && (
        <details>
          <summary>{t('answers.retrieved', { number: retrieved.length })}</summary>
          <Pages pages={retrieved} />
        </details>
      )}
    </Stack>
  );
}

function Pages({ pages }: { pages: Answer['citations'] }) {
  const { t } = useTranslation();
  return (
    <List size="sm">
      {pages.map(({ url, domain, title }) => (
        <List.Item key={url}>
          <bdi>{title ?? domain}</bdi>{' '}
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

function Conditions({ answer }: { answer: Answer }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const rows: [string, string][] = [
    [t('answers.surface'), label('answers.surfaces', answer.surface)],
    [t('answers.model'), answer.model ?? t('common.none')],
    [t('answers.country'), answer.country || t('answers.countryNone')],
    [t('answers.language'), label('contentLanguages', answer.language)],
    [t('answers.cost'), answer.costUsd === null ? t('answers.costUnknown') : format.usd(answer.costUsd)],
    [t('answers.latency'), answer.latencyMs === null ? t('common.none') : format.seconds(answer.latencyMs)],
  ];
  return (
    <details>
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
