import { List, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trends } from '../api.ts';
import { useFormat } from '../format.ts';
import type { ChartMark } from './chart-shape.ts';

const signs = { panel: '◆', parser: '●', prompts: '▲', model: '■' } as const;

/** The marks of a trend, each in a sentence. */
export function useMarks(marks: Trends['marks'], by: Trends['by']): ChartMark[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      marks.map(({ at, kind, from, to }) => ({
        at,
        sign: signs[kind],
        text: t(`trends.marks.${kind}`, { day: format.period(at, by), from: from.join(', '), to: to.join(', ') }),
      })),
    [marks, by, t, format],
  );
}

/** The same in words: a mark in a chart alone says nothing. */
export function MarkList({ marks }: { marks: readonly ChartMark[] }) {
  const { t } = useTranslation();
  if (marks.length === 0) return null;
  return (
    <section aria-label={t('trends.marksTitle')}>
      <Text size="sm" fw={600}>
        {t('trends.marksTitle')}
      </Text>
      <List size="sm" listStyleType="none" data-testid="marks">
        {marks.map(({ at, sign, text }) => (
          <List.Item key={`${at} ${sign}`}>
            <span aria-hidden="true">{sign}</span> {text}
          </List.Item>
        ))}
      </List>
    </section>
  );
}
