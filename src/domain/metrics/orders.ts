import type { BrandOrders, Cell, Figure } from './cell.ts';
import type { Sample } from './sample.ts';

/** The prompt's answers by engine; those with the same order together, in an order that does not hang on their arrival. */
export function ordersByEngine({ orders = [] }: Cell): BrandOrders[][] {
  const engines = new Map<string, Map<string, BrandOrders>>();
  for (const order of orders) {
    let known = engines.get(order.engine);
    if (known === undefined) engines.set(order.engine, (known = new Map<string, BrandOrders>()));
    const key = order.brands.join('\u0000');
    known.set(key, { ...order, answers: order.answers + (known.get(key)?.answers ?? 0) });
  }
  return sortByKey(engines).map((known) => sortByKey(known));
}

const sortByKey = <T>(entries: ReadonlyMap<string, T>): T[] =>
  [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);

/** Every panel brand, or every brand that an answer names where no panel is given. */
export function brandsOf({ cells, options }: Sample): string[] {
  if (options.panel) return [...new Set(options.panel)].toSorted();
  return [...new Set(cells.flatMap(({ orders = [] }) => orders.flatMap(({ brands }) => brands)))].toSorted();
}

/** What `compute` gives, or not measured where answers were counted whose orders of mention nobody kept. */
export function withOrders(sample: Sample, compute: () => Figure): Figure {
  if (sample.cells.every(({ orders, counts }) => orders !== undefined || counts.answered === 0)) return compute();
  const { runs, missing } = sample;
  return { value: null, numerator: 0, denominator: 0, prompts: 0, intents: 0, runs, missing, panel: null, market: null };
}
