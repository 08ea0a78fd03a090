import { expect, test } from 'vitest';
import { createWords } from '../../src/domain/report/words.ts';
import { createFormat } from '../../src/web/format.ts';

test('shares are whole per cent, small ones with a decimal, so that 0.4 % is not shown as nothing', () => {
  const { percent } = createFormat('en');
  expect([0, 0.004, 0.05, 0.42, 1].map(percent)).toEqual(['0%', '0.4%', '5.0%', '42%', '100%']);
});

test('an interval is written one way in every language, on pages as in reports', () => {
  for (const language of ['en', 'zh-CN', 'zh-TW'] as const) {
    const page = createFormat(language);
    const report = createWords(language, { brands: [], engineNames: {} });
    expect([page.range([0.231, 0.458]), page.range([0.004, 0.081]), page.range([0, 1])]).toEqual(['23–46%', '0.4–8.1%', '0–100%']);
    for (const bounds of [[0.231, 0.458], [0.004, 0.081]] as const) expect(report.range(bounds)).toBe(page.range(bounds)); // prettier-ignore
  }
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
