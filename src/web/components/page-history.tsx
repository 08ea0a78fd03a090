import { List, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format.ts';
import { usePageVersions } from '../gap-queries.ts';
import { useLabel } from '../label.ts';
import { Failure } from './states.tsx';

/** How a page was each time that it had changed; asked for when it is opened. */
export function PageHistory({ id, nameOf }: { id: string; nameOf: (brand: string) => string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const { data: versions, error } = usePageVersions(id, open);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('gaps.history.title')}</summary>
      {error && <Failure error={error} />}
      {versions?.length === 0 && <Text size="sm">{t('gaps.history.none')}</Text>}
      <List size="sm">
        {versions?.map(({ number, at, outcome, title, brands }) => (
          <List.Item key={number}>
            <bdi>{t('gaps.history.version', { time: format.time(at), title: title ?? t('gaps.history.noTitle') })}</bdi>{' '}
            {outcome === 'read' ? (
              <bdi>
                {brands?.length
                  ? `${t('gaps.history.names')} ${brands.map(({ brand }) => nameOf(brand)).join(' · ')}`
                  : t('gaps.history.namesNone')}
              </bdi>
            ) : (
              label('gaps.outcomes', outcome)
            )}
          </List.Item>
        ))}
      </List>
    </details>
  );
}
