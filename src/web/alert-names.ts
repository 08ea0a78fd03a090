import { useMemo } from 'react';
import { useAlertRules } from './alert-queries.ts';
import { nameToCome, styleBrands } from './brand-style.ts';
import { useEngineName } from './engine-name.ts';
import { useBrands } from './queries.ts';
import { useWorkspace } from './workspace.ts';

/** What alerts speak of, as the reader knows it. */
export function useNames() {
  const { slug } = useWorkspace();
  const { data: brands, isPending } = useBrands(slug);
  const engine = useEngineName();
  const rules = useAlertRules(slug).data;
  return useMemo(() => {
    const styles = styleBrands(brands ?? []);
    return {
      brand: (key: string) => styles.get(key)?.name ?? (isPending ? nameToCome : key),
      engine,
      rule: (id: string) => rules?.find((rule) => rule.id === id)?.name ?? null,
    };
  }, [brands, isPending, engine, rules]);
}
export type Names = ReturnType<typeof useNames>;
