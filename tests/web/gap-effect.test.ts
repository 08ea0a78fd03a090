import { expect, test } from 'vitest';
import { verdictOf } from '../../src/web/gap-effect.ts';

test.each([
  [null, 'soon'],
  [[-0.1, 0.2], 'unsure'],
  [[0, 0.2], 'unsure'],
  [[-0.2, 0], 'unsure'],
  [[0.01, 0.2], 'rose'],
  [[-0.2, -0.01], 'fell'],
] as const)('a change between %j is told as: %s', (interval, verdict) => {
  expect(verdictOf({ interval })).toBe(verdict);
});
