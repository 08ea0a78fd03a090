import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Names } from '../alert-names.ts';
import type { Engine, Overview } from '../api.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useEngines } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';
import { Section } from './section.tsx';

/** What the figures above do not cover: a reader should not have to guess. */
export function MissingList({ overview, names }: { overview: Overview; names: Names }) {
  const { t } = useTranslation();
  const href = useHref();
  const { slug } = useWorkspace();
  const engines = useEngines(slug).data ?? [];
  const gaps = useGaps(overview, engines, names);
  return (
    <Section title={t('home.missing')} more={{ href: href('/audit'), text: t('home.toAudit') }}>
      {gaps.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('home.nothingMissing')}
        </Text>
      ) : (
        <List size="sm" spacing={4} data-testid="missing">
          {gaps.map(({ text, to }) => (
            <List.Item key={text}>{to ? <Link href={to}>{text}</Link> : text}</List.Item>
          ))}
        </List>
      )}
    </Section>
  );
}

function useGaps(overview: Overview, engines: readonly Engine[], names: Names): { text: string; to?: string }[] {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const { from, to } = overview;
  const heard = new Set(
    overview.stages.flatMap((reading) => reading.engines.filter(({ visibility }) => visibility.runs > 0).map((one) => one.engine)),
  );
  return [
    ...overview.stages.flatMap(({ stage, visibility }) => {
      const name = label('stages', stage);
      if (visibility.runs === 0) return [{ text: t('home.gapStage', { stage: name }), to: href('/prompts', { stage }) }];
      const failed = {
        stage: name,
        number: format.integer(visibility.missing),
        share: format.percent(visibility.missing / (visibility.missing + visibility.runs)),
      };
      return [
        ...(visibility.missing > 0
          ? [
              {
                text: t(visibility.flagged ? 'home.gapFlagged' : 'home.gapMissing', failed),
                to: href('/answers', { stage, state: 'error', from, to }),
              },
            ]
          : []),
        ...(visibility.market === null
          ? [{ text: t('home.gapIntents', { stage: name, number: format.integer(visibility.intents) }), to: href('/prompts', { stage }) }]
          : []),
      ];
    }),
    ...engines
      .filter(({ enabled, engine }) => enabled && !heard.has(engine))
      .map(({ engine }) => ({ text: t('home.gapEngine', { engine: names.engine(engine) }), to: href('/engines') })),
  ];
}
