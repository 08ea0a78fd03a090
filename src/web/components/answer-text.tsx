import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useLabel } from '../label.ts';
import { markText, showOverrides, type Piece } from '../marked-text.ts';
import { MentionMark } from './mention-mark.tsx';

type Brands = ReadonlyMap<string, BrandStyle>;
type Props = { answer: Answer; text: string; brands: Brands; whole?: boolean };
const shortLength = 1200;

/** An answer's words as words and nothing else, with what was read out of them marked where it stands. */
export function AnswerText({ answer, text, brands, whole: alwaysWhole = false }: Props) {
  const { t } = useTranslation();
  const short = !alwaysWhole && text.length > shortLength * 1.2;
  const [whole, setWhole] = useState(!short);
  const shown = whole ? text : text.slice(0, shortLength);
  const pages = answer.citations.filter(({ kind }) => kind === 'cited').map(({ url }) => url);
  const layers = { mentions: answer.mentions, comparisons: answer.comparisons, citations: answer.citedAt };
  return (
    <>
      <Named answer={answer} brands={brands} />
      <div className="answer-text" dir="auto" lang={answer.language || undefined} data-testid="answer-text">
        {markText(shown, layers).map((piece) => (
          <Marked key={piece.start} piece={piece} answerId={answer.id} brands={brands} pages={pages} />
        ))}
        {!whole && '…'}
      </div>
      {short && (
        <Button size="xs" variant="subtle" onClick={() => setWhole(!whole)}>
          {t(whole ? 'answers.showLess' : 'answers.showAll')}
        </Button>
      )}
    </>
  );
}

/** The brands in their order, with what the answer thinks of each. */
function Named({ answer, brands }: { answer: Answer; brands: Brands }) {
  const { t } = useTranslation();
  const label = useLabel();
  const named = answer.brands.filter(({ visible }) => visible);
  if (named.length === 0) return <Text size="sm">{t('answers.namedNone')}</Text>;
  return (
    <Group gap="sm" component="p" m={0}>
      <Text size="sm" span>
        {t('answers.named')}
      </Text>
      {named.map(({ brand, recommended, sentiment }) => (
        <Text size="sm" span key={brand}>
          <bdi>{styleOf(brands, brand).name}</bdi>
          {recommended && <strong> ✓ {t('answers.recommended')}</strong>}
          {sentiment && ` (${label('answers.sentiments', sentiment)})`}
        </Text>
      ))}
    </Group>
  );
}

type Mark = Piece<Answer['mentions'][number], Answer['comparisons'][number], Answer['citedAt'][number]>;

function Marked({ piece, answerId, brands, pages }: { piece: Mark; answerId: string; brands: Brands; pages: string[] }) {
  const { t } = useTranslation();
  const { mention, comparison, cited } = piece;
  const words = showOverrides(piece.text);
  const inner = mention ? <MentionMark answerId={answerId} mention={mention} text={words} style={styleOf(brands, mention.brand)} /> : words;
  const name = (key: string) => styleOf(brands, key).name;
  const numbers = [...new Set(cited.map(({ url }) => pages.indexOf(url) + 1))].filter((number) => number > 0);
  return (
    <>
      {comparison ? (
        <span
          className="compared"
          title={t(comparison.aspect ? 'answers.comparedFor' : 'answers.compared', {
            winner: name(comparison.winner),
            loser: name(comparison.loser),
            aspect: comparison.aspect ?? '',
          })}
        >
          {inner}
        </span>
      ) : (
        <span>{inner}</span>
      )}
      {numbers.map((number) => (
        <sup key={number}>
          <a href={`#cited-${answerId}-${number}`} aria-label={t('answers.citedPage', { number })}>
            {number}
          </a>
        </sup>
      ))}
    </>
  );
}
