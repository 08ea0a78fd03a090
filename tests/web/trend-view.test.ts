import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  alignBefore,
  allPeriods,
  currentPeriod,
  isTooEarly,
  nextPeriod,
  readTrendView,
  requestBefore,
  steps,
  toRequest,
} from '../../src/web/trend-view.ts';

const view = (address: string, now = '2026-09-16T10:00:00Z') => {
  const parameters = new URLSearchParams(address);
  return readTrendView((name) => parameters.get(name), new Date(now));
};

test('an address without wishes shows thirteen weeks from a Monday to today', () => {
  expect(view('')).toMatchObject({ metric: 'visibility', by: 'week', from: '2026-06-22', to: '2026-09-17', interval: 'panel' });
});

test('nonsense in the address is the default, not an error', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (metric, by, from) => {
      const wild = view(new URLSearchParams({ metric, by, from, period: 'custom', to: 'x' }).toString());
      expect(wild.from < wild.to).toBe(true);
    }),
  );
});

test('country and tag of the address narrow what is asked for, and nothing is asked for that it does not say', () => {
  expect(toRequest(view('country=DE&tag=launch'))).toMatchObject({ country: 'DE', tag: 'launch' });
  expect(Object.keys(toRequest(view('')))).not.toEqual(expect.arrayContaining(['country']));
  expect(Object.keys(toRequest(view('')))).not.toEqual(expect.arrayContaining(['tag']));
});

test('a gap in the middle is shown as one', () => {
  expect(allPeriods(['2026-09-21', '2026-09-07'], 'week')).toEqual(['2026-09-07', '2026-09-14', '2026-09-21']);
  expect(allPeriods(['2026-08-01', '2026-10-01'], 'month')).toEqual(['2026-08-01', '2026-09-01', '2026-10-01']);
  expect(allPeriods([], 'day')).toEqual([]);
});

test('a reader looks first at the last period that is over', () => {
  expect(currentPeriod(['2026-09-07', '2026-09-14'], 'week', '2026-09-16')).toBe('2026-09-07');
  expect(currentPeriod(['2026-09-14'], 'week', '2026-09-16')).toBe('2026-09-14');
});

test('the next period is later, and starts where this one ends', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
      fc.constantFrom(...steps),
      (date, by) => {
        const start = date.toISOString().slice(0, 10);
        expect(nextPeriod(start, by) > start).toBe(true);
      },
    ),
  );
});

test('the period before is as long, ends where the present one begins, and stands beside it from its first period on', () => {
  const compared = readTrendView((name) => ({ period: '4w', compare: 'before' })[name] ?? null, new Date('2026-11-22T10:00:00Z'));
  const { from, to } = requestBefore(compared);
  expect(compared.compare).toBe(true);
  expect(to).toBe(compared.from);
  expect(Date.parse(to) - Date.parse(from)).toBe(Date.parse(compared.to) - Date.parse(compared.from));
  const aligned = alignBefore([{ start: '2026-10-05' }, { start: '2026-10-19' }], ['2026-11-02', '2026-11-09', '2026-11-16'], 'week');
  expect([...aligned].map(([now, { start }]) => [now, start])).toEqual([
    ['2026-11-02', '2026-10-05'],
    ['2026-11-16', '2026-10-19'],
  ]);
});

test('no line leads to a week that has only begun, until it holds half of what the week before did', () => {
  const today = '2026-11-18';
  expect(isTooEarly('2026-11-16', 'week', 3, 130, today)).toBe(true);
  expect(isTooEarly('2026-11-16', 'week', 65, 130, today)).toBe(false);
  expect(isTooEarly('2026-11-09', 'week', 3, 130, today), 'a week that is over keeps its figure, few answers or not').toBe(false);
  expect(isTooEarly('2026-11-16', 'week', 3, 0, today), 'the first week').toBe(false);
});
