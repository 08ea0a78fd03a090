import { useMemo } from 'react';
import { useAlertRules } from './alert-queries.ts';
import { styleBrands } from './brand-style.ts';
import { useBrands, useEngines } from './queries.ts';
import { useWorkspace } from './workspace.ts';

/** What alerts speak of, as the reader knows it. */
export function useNames() {
  const { slug } = useWorkspace();
  const brands = useBrands(slug).data;
  const engines = useEngines(slug).data;
  const rules = useAlertRules(slug).data;
  return useMemo(() => {
    const styles = styleBrands(brands ?? []);
    return {
      brand: (key: string) => styles.get(key)?.name ?? key,
      engine: (id: string) => engines?.find(({ engine }) => engine === id)?.label ?? id,
      rule: (id: string) => rules?.find((rule) => rule.id === id)?.name ?? null,
    };
  }, [brands, engines, rules]);
}
export type Names = ReturnType<typeof useNames>;
