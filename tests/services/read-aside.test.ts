import { availableParallelism } from 'node:os';
import { describe, expect, test } from 'vitest';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { readAside, startReadingAside } from '../../src/services/read-aside.ts';
import { readBatch, type Batch } from '../../src/services/read-batch.ts';

const panelOf = (...names: string[]) => parsePanel({ brands: names.map((name) => ({ id: name.toLowerCase(), name })) });
const batchOf = (key: string, panel: Batch['instructions']['panel'], ...texts: string[]): Batch => ({
  key,
  instructions: { panel, overrulings: [] },
  answers: texts.map((text, index) => ({
    dueAt: new Date(Date.UTC(2026, 8, 1, index)),
    observationId: `${key}-${index}`,
    text,
    citations: [{ url: 'https://acme.com/?utm_source=x' }],
    retrieved: ['https://acme.com/about'],
    language: 'en',
    question: '',
  })),
});
const [one, other] = [
  batchOf('one', panelOf('Acme'), 'Acme is best.', 'Nothing.'),
  batchOf('two', panelOf('Bolto'), 'Use Bolto, not Acme.'),
];

async function ready(batch: Batch): Promise<string> {
  startReadingAside();
  await expect.poll(() => readAside(batch), { timeout: 15_000 }).not.toBeNull();
  return (await readAside(batch)) ?? '';
}

describe.skipIf(availableParallelism() === 1)('answers that are read on a thread of their own', () => {
  test('read as they do here, each batch by its own panel and in its order', async () => {
    expect(await ready(one)).toBe(readBatch(one));
    const both = await Promise.all([readAside(other), readAside(one), readAside(other)]);
    expect(both).toEqual([readBatch(other), readBatch(one), readBatch(other)]);
    expect(JSON.parse(both[0] ?? '')).toMatchObject([{ observationId: 'two-0', mentions: [{ brand: 'bolto' }] }]);
  });

  test('a thread that dies fails what it had in hand, and another takes its place', async () => {
    await ready(one);
    const broken = { ...batchOf('broken', panelOf('Acme'), 'Acme.'), instructions: null as unknown as Batch['instructions'] };
    await expect(readAside(broken)).rejects.toThrow(/null/);
    expect(await readAside(one)).toBeNull();
    expect(await ready(one)).toBe(readBatch(one));
  });
});
