import { aliasFields, brandFields } from '../domain/analysis/panel.ts';
import { closestName } from '../domain/closest-name.ts';

const mostTold = 20;

export type IgnoredFields = ReturnType<typeof createIgnoredFields>;

/** Gathers fields of the input that nobody reads, so that a misspelt one is noticed; each is told once, with the place that has it first. */
function createIgnoredFields() {
  const found = new Map<string, { place: string; meant: string | null }>();
  return {
    /** `known` are the fields that mean something there. */
    note(given: unknown, known: readonly string[], place: string): void {
      if (typeof given !== 'object' || given === null) return;
      for (const field of Object.keys(given))
        if (!known.includes(field) && found.size <= mostTold && !found.has(field))
          found.set(field, { place, meant: closestName(field, known) });
    },
    /** Lines to be written to standard error; none where all is known. */
    lines(): string {
      const told = [...found].slice(0, mostTold).map(([field, { place, meant }]) => {
        const hint = meant === null ? '' : `; did you mean "${meant}"?`;
        return `${place}: the field ${JSON.stringify(field.slice(0, 80))} is not known and was ignored${hint}\n`;
      });
      return `${told.join('')}${found.size > mostTold ? 'More fields that are not known were ignored.\n' : ''}`;
    },
  };
}

/** Does the work, and tells what it ignored, also where it failed: a misspelt field may be why. */
export async function tellIgnored<T>(writeError: (text: string) => void, work: (ignored: IgnoredFields) => Promise<T>): Promise<T> {
  const ignored = createIgnoredFields();
  try {
    return await work(ignored);
  } finally {
    const lines = ignored.lines();
    if (lines !== '') writeError(lines);
  }
}

/** Of a panel, its brands and their aliases. */
export function notePanel(ignored: IgnoredFields, json: unknown, file: string): void {
  ignored.note(json, ['brands'], file);
  for (const [index, brand] of listOf(json, 'brands').entries()) {
    ignored.note(brand, brandFields, `${file}: brands.${index}`);
    for (const [at, alias] of listOf(brand, 'aliases').entries())
      ignored.note(alias, aliasFields, `${file}: brands.${index}.aliases.${at}`);
  }
}

function listOf(of: unknown, field: string): unknown[] {
  const list: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, field) : undefined;
  return Array.isArray(list) ? list : [];
}
