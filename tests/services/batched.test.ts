import { expect, test } from 'vitest';
import { batched } from '../../src/services/batched.ts';

const soon = { lingerMs: 5, most: 4 };

test('calls of one moment are made together, and each gets its own result', async () => {
  const batches: number[][] = [];
  const double = batched(async (items: number[]) => {
    batches.push(items);
    return items.map((item) => item * 2);
  }, soon);
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(batches).toEqual([[1, 2, 3]]);
});

test('a batch is never larger than told, and nothing is left waiting', async () => {
  const sizes: number[] = [];
  const same = batched(async (items: number[]) => {
    sizes.push(items.length);
    return items;
  }, soon);
  const items = Array.from({ length: 11 }, (_, index) => index);
  expect(await Promise.all(items.map(same))).toEqual(items);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(4);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(11);
});

test('one bad item fails alone', async () => {
  const store = batched(async (items: string[]) => {
    if (items.includes('bad')) throw new Error('refused');
    return items.map((item) => `${item} stored`);
  }, soon);
  const results = await Promise.allSettled(['a', 'bad', 'c'].map(store));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : 'failed'))).toEqual(['a stored', 'failed', 'c stored']);
});
