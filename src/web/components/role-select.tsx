import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Role } from '../api.ts';

const roles = ['viewer', 'editor', 'admin'] as const satisfies readonly Role[];

type Props = { value: Role; onChange: (role: Role) => void; disabled?: boolean } & ({ label: string } | { 'aria-label': string });

/** With a label it also says what the chosen role may do. */
export function RoleSelect({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...rest}
      {...('label' in rest && { description: t(`roleText.${value}`), inputWrapperOrder: ['label', 'input', 'description'] })}
      value={value}
      onChange={(event) => {
        const role = roles.find((known) => known === event.currentTarget.value);
        if (role) onChange(role);
      }}
      data={roles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
    />
  );
}
