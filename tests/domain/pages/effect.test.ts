import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell } from '../../../src/domain/metrics/cell.ts';
import { effectOn } from '../../../src/domain/pages/effect.ts';

test('what moves all prompts alike is no effect of a page', () => {
  const cell = (prompt: string, named: number, of: number): Cell => ({ prompt, version: prompt, intent: prompt, stage: 'awareness', weight: 1, counts: { ...emptyCounts(), answered: of, visible: named } }); // prettier-ignore
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (a, b) => {
      const { difference, interval } = effectOn(new Set(['p']), [cell('p', a, 20), cell('q', a, 20)], [cell('p', b, 20), cell('q', b, 20)]);
      expect(difference).toBeCloseTo(0);
      expect(interval?.[0]).toBeLessThanOrEqual(0);
      expect(interval?.[1]).toBeGreaterThanOrEqual(0);
    }),
  );
});
