import { Button, Group, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Overruling } from '../api.ts';
import { styleOf, type BrandStyle } from '../brand-style.ts';
import { useLabel } from '../label.ts';
import { useUndo } from '../overruling.ts';
import { May } from './may.tsx';
import { Failure } from './states.tsx';

/** What people overruled, each with its undo. */
export function OverruledList({ overrulings, brands }: { overrulings: Overruling[]; brands: ReadonlyMap<string, BrandStyle> }) {
  const { t } = useTranslation();
  const undo = useUndo();
  return (
    <>
      <List size="sm" listStyleType="none" spacing={4}>
        {overrulings.map((one) => {
          const said = t(`overrulings.${one.scope === 'rule' ? 'rule' : 'mention'}${one.counts ? 'Counts' : 'Not'}`, {
            text: one.text,
            brand: styleOf(brands, one.brand).name,
          });
          return (
            <List.Item key={one.id}>
              <Group gap="xs">
                <Text size="sm" component="span">
                  {said} <Narrowing overruling={one} />
                </Text>
                <May needs="editor">
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={undo.isPending && undo.variables === one.id}
                    onClick={() => undo.mutate(one.id)}
                    aria-label={`${t('overrulings.undo')}: ${said}`}
                  >
                    {t('overrulings.undo')}
                  </Button>
                </May>
              </Group>
            </List.Item>
          );
        })}
      </List>
      {undo.error && <Failure error={undo.error} />}
    </>
  );
}

function Narrowing({ overruling: { rule, near, within } }: { overruling: Overruling }) {
  const { t } = useTranslation();
  const label = useLabel();
  const parts = [
    rule && label('overrulings.rules', rule.split(':')[0] ?? rule),
    near && t('overrulings.near', { phrase: near }),
    within && t('overrulings.within', { phrase: within }),
  ].filter((part) => typeof part === 'string' && part !== '');
  return parts.length > 0 ? (
    <Text size="xs" c="dimmed" component="span">
      {parts.join(' · ')}
    </Text>
  ) : null;
}
