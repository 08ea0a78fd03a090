import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Workspace } from '../api.ts';
import { useSession } from '../queries.ts';
import { useUrlState } from '../workspace.ts';

const makeNew = '+';

/** Goes to the overview of another workspace: filters and ids of this one mean nothing there. */
export function WorkspaceSwitch({ all, chosen }: { all: readonly Workspace[]; chosen: Workspace }) {
  const { t } = useTranslation();
  const mayMake = useSession().data?.looksAfterServer === true;
  const [path, navigate] = useLocation();
  const made = useUrlState().get('made');
  const making = path === '/new' && made !== chosen.slug;
  const go = (value: string) => navigate(value === makeNew ? '/new' : `/?workspace=${encodeURIComponent(value)}`);
  return (
    <NativeSelect
      aria-label={t('app.workspace')}
      maw={220}
      miw={0}
      value={making ? makeNew : chosen.slug}
      onChange={(event) => go(event.currentTarget.value)}
      data={[
        ...all.map(({ slug, name }) => ({ value: slug, label: name })),
        ...(mayMake || making ? [{ value: makeNew, label: t('app.newWorkspace') }] : []),
      ]}
    />
  );
}
