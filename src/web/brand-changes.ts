import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ApiError, call, type PanelBrand } from './api.ts';
import { useWorkspace } from './workspace.ts';

/** The brand as it is to be; `id` is null for one that is only just made. */
export type BrandEdit = Omit<PanelBrand, 'id'> & { id: string | null };
export type BrandStep =
  | { kind: 'save'; brand: BrandEdit; position?: number }
  /** `position`: where it stood, for bringing it back. */
  | { kind: 'remove'; brand: PanelBrand; position: number };
/** What was saved, and what takes it back. */
export type BrandsChanged = { name: string; undo: BrandStep };

export const usePanel = (workspace: string) =>
  useQuery({
    queryKey: ['brands', workspace, 'panel'],
    queryFn: async () => {
      const { panel, panelVersion } = await call(api.brands.$get({ query: { workspace } }));
      return { brands: panel.brands, panelVersion };
    },
  });

/** Every figure may change with a brand, at the end of the recount. */
const concerned = ['brands', 'recounts', 'proposals', 'trends', 'overview', 'comparisons', 'journey'];

/** Saves or removes a brand as it was read at `version`. */
export function useBrandStep() {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ step, version, before }: { step: BrandStep; version: number; before: readonly PanelBrand[] }) => {
      const { id, ...fields } = step.brand;
      const query = { workspace };
      const old = before.find((brand) => brand.id === id);
      if (step.kind === 'remove') {
        await call(api.brands[':key'].$delete({ param: { key: step.brand.id }, query: { ...query, panelVersion: String(version) } }));
        return { name: fields.name, undo: { kind: 'save', brand: step.brand, position: step.position } } satisfies BrandsChanged;
      }
      if (old) {
        await call(api.brands[':key'].$patch({ param: { key: old.id }, query, json: { ...fields, panelVersion: version } }));
        return { name: fields.name, undo: { kind: 'save', brand: old } } satisfies BrandsChanged;
      }
      const { position } = step;
      const json = { ...fields, ...(id !== null && { id }), ...(position !== undefined && { position }) };
      const { brand } = await call(api.brands.$post({ query, json }));
      const undo: BrandStep = { kind: 'remove', brand: { ...fields, id: brand }, position: position ?? before.length };
      return { name: fields.name, undo } satisfies BrandsChanged;
    },
    onSettled: () => Promise.all(concerned.map((queryKey) => client.invalidateQueries({ queryKey: [queryKey, workspace] }))),
  });
}

const fieldOf = /^(name|(?:aliases|domains)\.\d+)/;

/** The code of what is wrong at a field (`aliases.2`), or the server's own words; what is at no field is left to be told above. */
export function problemsOf(error: Error | null): { at: ReadonlyMap<string, string>; elsewhere: Error | null } {
  if (!(error instanceof ApiError) || error.issues.length === 0) return { at: new Map(), elsewhere: error };
  const at = new Map(
    error.issues.flatMap(({ path, message, code }) => {
      const field = fieldOf.exec(path)?.[1];
      return field === undefined ? [] : [[field, code ?? message] as const];
    }),
  );
  return { at, elsewhere: error.issues.every(({ path }) => fieldOf.test(path)) ? null : error };
}
