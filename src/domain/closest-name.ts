/** Of `known`, the name that was most likely meant by `given`, or null: letter case, `_` and `-` aside, at most a third of its letters (one at least) differ. */
export function closestName(given: string, known: readonly string[]): string | null {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[_-]/g, '');
  const wanted = plain(given).slice(0, 64);
  const near = known.map((name) => ({ name, steps: editSteps(wanted, plain(name)), most: Math.max(1, Math.floor(name.length / 3)) }));
  const [best] = near.filter(({ steps, most }) => steps <= most).toSorted((a, b) => a.steps - b.steps);
  return best?.name ?? null;
}

/** Letters to add, take out, change or swap with the next one (optimal string alignment). */
function editSteps(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const change = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, change, isSwap ? at(i - 2, j - 2) + 1 : Infinity));
    }
  }
  return at(a.length, b.length);
}
