import { sleep } from '../lifecycle.ts';

/**
 * Gathers calls of a moment into one: many small writes cost a database more than one of many rows.
 * A batch that fails is tried again one by one, so that one bad item fails alone.
 * @param run gives a result an item, in their order
 * @param lingerMs how long the first of a batch waits for others
 */
export function batched<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { lingerMs, most }: { lingerMs: number; most: number },
): (item: Item) => Promise<Result> {
  type Call = { item: Item; resolve: (result: Result) => void; reject: (reason: unknown) => void };
  let waiting: Call[] = [];

  const runAll = async (calls: Call[]): Promise<void> => {
    try {
      const results = await run(calls.map(({ item }) => item));
      for (const [index, { resolve }] of calls.entries()) resolve(results[index] as Result);
    } catch (error) {
      if (calls.length === 1) calls[0]?.reject(error);
      else for (const call of calls) await runAll([call]);
    }
  };
  const flush = () => {
    const calls = waiting;
    waiting = [];
    if (calls.length > 0) void runAll(calls);
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (waiting.length >= most) flush();
      else if (waiting.length === 1) void sleep(lingerMs).then(flush);
    });
}
