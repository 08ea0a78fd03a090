import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cronOf, rhythmOf } from '../../src/web/rhythm.ts';

test('a day and a time come back as they were chosen', () => {
  const rhythm = fc.record({
    day: fc.option(fc.integer({ min: 0, max: 6 })),
    time: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
  });
  fc.assert(
    fc.property(rhythm, (chosen) => {
      expect(rhythmOf(cronOf(chosen))).toEqual(chosen);
    }),
  );
});

test('an expression that says more than a day and a time is left to who can write it', () => {
  expect(rhythmOf('0 3 * * 1')).toEqual({ day: 1, time: '03:00' });
  expect(rhythmOf('30 18 * * 7')).toEqual({ day: 0, time: '18:30' });
  for (const cron of ['*/5 * * * *', '0 3 1 * *', '0 3 * * 1,4', '0 24 * * 1', '60 3 * * 1', '0 3 * * mon', ''])
    expect(rhythmOf(cron), cron).toBeNull();
});
