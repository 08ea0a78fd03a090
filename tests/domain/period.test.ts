import { expect, test } from 'vitest';
import { isoWeek } from '../../src/domain/period.ts';

test.each([
  ['2026-09-07T23:59:59Z', '2026-W37'],
  // The week belongs to the year of its Thursday (ISO 8601).
  ['2021-01-03T00:00:00Z', '2020-W53'],
  ['2024-12-30T12:00:00Z', '2025-W01'],
  // Clocks jump: a year of one digit is not one of the twentieth century.
  ['0001-01-01T00:00:00Z', '0001-W01'],
])('%s lies in %s', (time, week) => expect(isoWeek(new Date(time))).toBe(week));
