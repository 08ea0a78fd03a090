import { Button, Checkbox, Fieldset, Group, Stack, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PanelBrand } from '../api.ts';

type Alias = PanelBrand['aliases'][number];
type Props = { number: number; alias: Alias; problem: string | undefined; onChange: (alias: Alias) => void; onRemove: () => void };

/** One way of writing a brand's name, and when it counts. */
export function AliasFields({ number, alias, problem, onChange, onRemove }: Props) {
  const { t } = useTranslation();
  const words = (field: 'near' | 'notNear') => (
    <TagsInput
      label={t(`brands.${field}`)}
      value={alias[field]}
      splitChars={[',', '，', '、', ';', '；']}
      flex={1}
      miw={200}
      onChange={(terms) => onChange({ ...alias, [field]: terms })}
    />
  );
  return (
    <Fieldset legend={t('brands.alias', { number })} p="xs" data-testid="alias">
      <Stack gap="xs">
        <Group align="flex-end" gap="xs">
          <TextInput
            label={t('brands.aliasText')}
            value={alias.text}
            maxLength={200}
            flex={1}
            miw={160}
            error={problem}
            onChange={(event) => onChange({ ...alias, text: event.currentTarget.value })}
          />
          <Button variant="default" onClick={onRemove} aria-label={t('brands.removeAliasLabel', { number })}>
            {t('brands.remove')}
          </Button>
        </Group>
        <Checkbox
          label={t('brands.caseSensitive')}
          checked={alias.caseSensitive}
          onChange={(event) => onChange({ ...alias, caseSensitive: event.currentTarget.checked })}
        />
        <Group align="flex-start" gap="xs">
          {words('near')}
          {words('notNear')}
        </Group>
      </Stack>
    </Fieldset>
  );
}
