import { Button, Group, Paper, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemsOf, type BrandEdit } from '../brand-changes.ts';
import { useLabel } from '../label.ts';
import { AliasFields } from './alias-fields.tsx';
import { Failure } from './states.tsx';

type Props = {
  brand: BrandEdit;
  saving: boolean;
  error: Error | null;
  /** Puts what somebody else has saved meanwhile in the place of this; null where nobody has. */
  onReload: (() => void) | null;
  onSave: (brand: BrandEdit) => void;
  onCancel: () => void;
};

/** A brand with all its names and domains; what is wrong stands at its field. */
export function BrandForm({ brand, saving, error, onReload, onSave, onCancel }: Props) {
  const { t } = useTranslation();
  const label = useLabel();
  const [draft, setDraft] = useState(brand);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => name.current?.focus(), []);
  const put = (change: Partial<BrandEdit>) => setDraft({ ...draft, ...change });
  const { at, elsewhere } = problemsOf(error);
  const problemAt = (field: string) => {
    const problem = at.get(field);
    return problem === undefined ? undefined : label('brands.problems', problem);
  };
  const { aliases, domains } = draft;
  return (
    <Paper
      withBorder
      p="sm"
      component="form"
      aria-label={brand.name || t('brands.add')}
      data-testid="brand-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ ...draft, name: draft.name.trim() });
      }}
    >
      <Stack gap="sm">
        <Group align="flex-end">
          <TextInput
            label={t('brands.name')}
            value={draft.name}
            ref={name}
            required
            maxLength={200}
            flex={1}
            miw={200}
            error={problemAt('name')}
            onChange={(event) => put({ name: event.currentTarget.value })}
          />
          <Switch label={t('brands.own')} checked={draft.own} mb={8} onChange={(event) => put({ own: event.currentTarget.checked })} />
        </Group>
        <Text size="sm">{t('brands.aliasesText')}</Text>
        {aliases.map((alias, index) => (
          <AliasFields
            key={index}
            number={index + 1}
            alias={alias}
            problem={problemAt(`aliases.${index}`)}
            onChange={(changed) => put({ aliases: aliases.with(index, changed) })}
            onRemove={() => put({ aliases: aliases.toSpliced(index, 1) })}
          />
        ))}
        <Group>
          <Button
            size="xs"
            variant="default"
            onClick={() => put({ aliases: [...aliases, { text: '', caseSensitive: false, near: [], notNear: [], notIn: [] }] })}
          >
            {t('brands.addAlias')}
          </Button>
        </Group>
        {domains.map((domain, index) => (
          <Group key={index} align="flex-end" gap="xs" wrap="nowrap">
            <TextInput
              label={t('brands.domain', { number: index + 1 })}
              placeholder="brand.com"
              value={domain}
              maxLength={300}
              flex={1}
              error={problemAt(`domains.${index}`)}
              onChange={(event) => put({ domains: domains.with(index, event.currentTarget.value) })}
            />
            <Button
              variant="default"
              onClick={() => put({ domains: domains.toSpliced(index, 1) })}
              aria-label={t('brands.removeDomainLabel', { number: index + 1 })}
            >
              {t('brands.remove')}
            </Button>
          </Group>
        ))}
        <Group>
          <Button size="xs" variant="default" onClick={() => put({ domains: [...domains, ''] })}>
            {t('brands.addDomain')}
          </Button>
        </Group>
        <Text size="sm">{t('brands.effect')}</Text>
        {elsewhere && <Failure error={elsewhere} />}
        {onReload && <ChangedMeanwhile onReload={onReload} />}
        <Group>
          <Button size="xs" type="submit" loading={saving} disabled={draft.name.trim() === ''}>
            {t('common.save')}
          </Button>
          <Button size="xs" variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function ChangedMeanwhile({ onReload }: { onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Group gap="xs" data-testid="changed-meanwhile">
      <Text size="sm">{t('brands.changedMeanwhile')}</Text>
      <Button size="xs" variant="default" onClick={onReload}>
        {t('brands.loadNew')}
      </Button>
    </Group>
  );
}
