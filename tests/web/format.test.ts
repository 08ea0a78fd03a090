import { expect, test } from 'vitest';
import { createFormat } from '../../src/web/format.ts';

test('shares are whole per cent, small ones with a decimal, so that 0.4 % is not shown as nothing', () => {
  const { percent } = createFormat('en');
  expect([0, 0.004, 0.05, 0.42, 1].map(percent)).toEqual(['0%', '0.4%', '5.0%', '42%', '100%']);
});

test('an interval is written as the language writes a range', () => {
  expect(createFormat('en').range([0.38, 0.46])).toMatch(/^38%\s*–\s*46%$/);
  expect(createFormat('zh-CN').range([0.38, 0.46])).toMatch(/38%.*46%/);
});

test('days are those that were counted, in UTC, wherever the reader is', () => {
  expect(createFormat('en').period('2026-09-07', 'week')).toBe('Sep 7, 2026');
  expect(createFormat('zh-CN').period('2026-09-07', 'week')).toBe('2026年9月7日');
  expect(createFormat('zh-TW').period('2026-09-01', 'month')).toBe('2026年9月');
});

test('small costs are not rounded to nothing', () => {
  const { usd } = createFormat('en');
  expect([0, 0.0123, 12.5].map(usd)).toEqual(['$0.00', '$0.012', '$12.50']);
});
