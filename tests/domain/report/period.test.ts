import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueAt, duePeriods, periodBetween, periodKey, periodOf } from '../../../src/domain/report/period.ts';

const zones = ['UTC', 'America/Los_Angeles', 'Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Sao_Paulo'];
const day = fc
  .integer({ min: 0, max: 20_000 })
  .map((days) => new Date(Date.UTC(1990, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

test('a week is the ISO week, a month the calendar’s, each with the one before', () => {
  expect(periodOf('week', '2026-01-01')).toEqual({
    kind: 'week',
    label: '2026-W01',
    from: '2025-12-29',
    to: '2026-01-05',
    before: { from: '2025-12-22', to: '2025-12-29' },
  });
  expect(periodOf('month', '2024-02-29')).toMatchObject({
    label: '2024-02',
    from: '2024-02-01',
    to: '2024-03-01',
    before: { from: '2024-01-01' },
  });
  expect(periodBetween({ from: '2026-09-07', to: '2026-09-14' }).kind).toBe('week');
  expect(periodBetween({ from: '2026-09-01', to: '2026-09-11' })).toMatchObject({
    kind: 'custom',
    before: { from: '2026-08-22', to: '2026-09-01' },
  });
});

test('a report is due in the workspace’s morning after the period, and never before its last day is over', () => {
  fc.assert(
    fc.property(day, fc.constantFrom(...zones), fc.constantFrom('week' as const, 'month' as const), (from, timeZone, kind) => {
      const period = periodOf(kind, from);
      const due = dueAt(period, timeZone);
      const over = Date.parse(`${period.to}T00:00:00Z`);
      expect(due.getTime()).toBeGreaterThanOrEqual(over);
      expect(due.getTime() - over).toBeLessThanOrEqual(19 * 3_600_000);
      if (due.getTime() > over) {
        const hour = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(due);
        expect(hour).toBe('06');
      }
    }),
    { numRuns: 100 },
  );
});

test('what was missed is made later, each once, and nothing before its time', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 4 }), fc.constantFrom(...zones), (from, missed, timeZone) => {
      const made = new Set([periodKey(periodOf('week', from))]);
      let last = periodOf('week', from);
      for (let i = 0; i < missed; i++) last = periodOf('week', last.to);
      const now = dueAt(last, timeZone);
      const due = duePeriods('week', timeZone, now, made);
      expect(due).toHaveLength(missed);
      if (missed > 0) expect(due.at(-1)).toEqual(last);
      for (const period of due) made.add(periodKey(period));
      expect(duePeriods('week', timeZone, now, made)).toEqual([]);
      expect(duePeriods('week', timeZone, new Date(now.getTime() - 1), made)).toEqual([]);
    }),
    { numRuns: 50 },
  );
  expect(duePeriods('month', 'UTC', new Date('2026-09-14T00:00:00Z'), new Set()).map(({ label }) => label)).toEqual(['2026-08']);
});
