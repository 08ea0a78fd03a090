import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';

/** The preferences that an answer states, in words: the marks in its text need a pointer to be read. */
export function Comparisons({ comparisons, brands }: { comparisons: Answer['comparisons']; brands: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('answers.comparisons')}
      </Text>
      <List size="sm">
        {comparisons.map(({ winner, loser, aspect, start, source }) => (
          <List.Item key={`${start} ${winner} ${loser} ${aspect}`}>
            {t(aspect ? 'answers.comparedFor' : 'answers.compared', {
              winner: styleOf(brands, winner).name,
              loser: styleOf(brands, loser).name,
              aspect: aspect ?? '',
            })}
            {source === 'model' && ` (${t('answers.byModel')})`}
          </List.Item>
        ))}
      </List>
    </div>
  );
}
