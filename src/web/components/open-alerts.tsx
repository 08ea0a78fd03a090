import { List, Skeleton, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Names } from '../alert-names.ts';
import { useAlerts } from '../alert-queries.ts';
import { openStates } from '../alert-states.ts';
import { useFormat } from '../format.ts';
import { useLabel } from '../label.ts';
import { useHref, useWorkspace } from '../workspace.ts';
import { FigureText } from './figure-text.tsx';
import { Section } from './section.tsx';

/** What is open, each in a line; the alerts' own page has the evidence. */
export function OpenAlerts({ names }: { names: Names }) {
  const { t } = useTranslation();
  const label = useLabel();
  const format = useFormat();
  const href = useHref();
  const { slug } = useWorkspace();
  const { data } = useAlerts(slug, openStates);
  const alerts = data?.pages[0]?.alerts ?? [];
  return (
    <Section title={t('home.alerts')} more={{ href: href('/alerts'), text: t('home.toAlerts') }}>
      {!data && <Skeleton height={24} width="60%" />}
      {data && alerts.length === 0 && <Text c="dimmed">{t('home.noAlerts')}</Text>}
      <List listStyleType="none" spacing={4}>
        {alerts.slice(0, 5).map((alert) => (
          <List.Item key={alert.id}>
            <Text size="sm" component="span">
              {label(`alerts.titles.${alert.metric}`, alert.direction)}
              {t('common.colon')}
              <bdi>
                {[
                  alert.brand === null ? t('alerts.allBrands') : names.brand(alert.brand),
                  alert.stage === null ? t('alerts.allStages') : label('stages', alert.stage),
                  alert.engine === null ? t('alerts.allEngines') : names.engine(alert.engine),
                ].join(' · ')}
              </bdi>{' '}
            </Text>
            <FigureText figure={alert.before} interval="panel" /> <span aria-hidden="true">→</span>{' '}
            <FigureText figure={alert.after} interval="panel" />{' '}
            <Text size="xs" c="dimmed" component="span">
              {t('alerts.since', { day: format.period(alert.since.slice(0, 10), 'day') })}
            </Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
