import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortSentenceAround, shortStatementAround } from '../../../src/domain/analysis/sentence-around.ts';

test.each([
  ['1. **HubSpot**: the [best CRM](https://x.example/a) for agencies.', 'HubSpot', 'HubSpot: the best CRM for agencies.'],
  ['Take HubSpot ([hubspot.com](https://hubspot.com/?utm_source=openai)).', 'HubSpot', 'Take HubSpot.'],
  ['### *HubSpot* and `Zoho`', 'HubSpot', 'HubSpot and Zoho'],
  ['- __HubSpot__ has snake_case fields.', 'HubSpot', 'HubSpot has snake_case fields.'],
  ['我推荐**纷享销客**，价格合理。', '纷享销客', '我推荐纷享销客，价格合理。'],
  ['HubSpot costs 3 * 20 dollars.', 'HubSpot', 'HubSpot costs 3 * 20 dollars.'],
])('a sentence to win is shown as a reader sees it: %s', (text, brand, shown) => {
  expect(shortSentenceAround(text, text.indexOf(brand))).toBe(shown);
});

test.each([
  ['### 2. Bolt\n\nBolt is quick to learn. It is cheap.', 'Bolt — Bolt is quick to learn.'],
  ['**Bolt**\n学起来很快。', 'Bolt — 学起来很快。'],
  ['- Bolt\n- Cirro is better.', 'Bolt'],
  ['## Bolt\n\n## Cirro', 'Bolt'],
  ['## Bolt', 'Bolt'],
  ['Bolt is good. Cirro is better.', 'Bolt is good.'],
])('a title alone is no sentence to win, what stands below it is: %s', (text, shown) => {
  expect(shortStatementAround(text, text.indexOf('Bolt'))).toBe(shown);
});

test('whatever the text is, the sentence is short, on one line, and had in no time', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('[', ']', '(', ')', '*', '_', '|', 'a', ' ', '\n', '`'), maxLength: 400 }), (text) => {
      const shown = shortSentenceAround(text, 0);
      expect(shown.length).toBeLessThanOrEqual(301);
      expect(`${shown}${shortStatementAround(text, 0)}`).not.toMatch(/[\n`]/);
    }),
    { numRuns: 100 },
  );
  const start = process.cpuUsage();
  shortSentenceAround('([['.repeat(30_000), 0);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
});
