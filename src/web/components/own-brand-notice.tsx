import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Brand } from '../api.ts';
import { useBrands } from '../queries.ts';
import { useHref, useWorkspace } from '../workspace.ts';

/** Whether brands are there, and none of them is the reader's own: then nobody is “us”. */
export const lacksOwn = (brands: readonly Brand[] | undefined): boolean =>
  brands !== undefined && brands.length > 0 && !brands.some(({ own }) => own);

/** Says that no brand is marked as the reader's own, and where to mark it; nothing where one is. */
export function OwnBrandNotice() {
  const { t } = useTranslation();
  const href = useHref();
  const { slug } = useWorkspace();
  if (!lacksOwn(useBrands(slug).data)) return null;
  return (
    <Alert color="yellow" variant="light" title={t('brands.noOwn')} data-testid="no-own-brand">
      {t('brands.noOwnText')} <Link href={href('/brands')}>{t('brands.toMark')}</Link>
    </Alert>
  );
}
