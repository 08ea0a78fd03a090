import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel, type Panel } from '../../../src/domain/analysis/panel.ts';
import { readMarks } from '../../../src/domain/audit/golden.ts';
import { loadGolden } from '../../../src/services/audit-detector.ts';

const { panel, cases } = loadGolden();
const analyze = createAnalyzer(panel);
const names = panel.brands.flatMap((brand) => brand.aliases.map((alias) => alias.text));
const golden = cases.map((item) => readMarks(item).answer.text);

/** Text as nobody writes it: names among marks, halves of pairs, controls, Markdown, right-to-left. */
const noise = fc.constantFrom(
  ' ',
  '\n',
  '\n\n',
  '.',
  ', ',
  '**',
  '[',
  '](',
  ')',
  '`',
  '\u0301',
  '\ud83d',
  '\ude00',
  '\0',
  '\u202e',
  '\u00ad',
  '\u200b',
  '|',
  '# ',
  '1. ',
  '- ',
  '&amp;',
  '&#39;',
  's',
  "'s",
  'é',
  '的',
  '는',
  'ﷺ',
  '://',
  'http://a.b/',
  '\ufdfa',
);
const wild = fc
  .array(
    fc.oneof(
      noise,
      fc.constantFrom(...names),
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom('is better than', ' not ', '没有', 'zoom in'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('for any text', () => {
  test('every mention slices back, in order, without overlap', () => {
    fc.assert(
      fc.property(wild, (text) => {
        let end = 0;
        for (const mention of analyze({ id: 'x', text }).mentions) {
          expect(text.slice(mention.start, mention.end)).toBe(mention.text);
          expect(mention.start).toBeGreaterThanOrEqual(end);
          expect(mention.end).toBeGreaterThan(mention.start);
          end = mention.end;
        }
      }),
      { numRuns: 600 },
    );
  });

  test('the order of the panel changes nothing', () => {
    const turned: Panel = { brands: panel.brands.toReversed().map((brand) => ({ ...brand, aliases: brand.aliases.toReversed() })) };
    const analyzeTurned = createAnalyzer(turned);
    fc.assert(
      fc.property(fc.oneof(wild, fc.constantFrom(...golden)), (text) => {
        expect(analyzeTurned({ id: 'x', text })).toEqual(analyze({ id: 'x', text }));
      }),
      { numRuns: 300 },
    );
  });

  test('the same text again gives the same result, whatever was read between', () => {
    fc.assert(
      fc.property(wild, wild, (text, other) => {
        const first = analyze({ id: 'x', text });
        analyze({ id: 'y', text: other });
        expect(analyze({ id: 'x', text })).toEqual(first);
      }),
      { numRuns: 200 },
    );
  });

  test('a brand that the text does not name changes nothing about the others', () => {
    const wider: Panel = { brands: [...panel.brands, ...parsePanel({ brands: [{ id: '0', name: 'Qxzvkj Wbrtl' }] }).brands] };
    const analyzeWider = createAnalyzer(wider);
    fc.assert(
      fc.property(fc.oneof(wild, fc.constantFrom(...golden)), (text) => {
        expect(analyzeWider({ id: 'x', text })).toEqual(analyze({ id: 'x', text }));
      }),
      { numRuns: 300 },
    );
  });

  test('a paragraph about something else takes no mention away', () => {
    for (const text of golden) {
      const before = analyze({ id: 'x', text, language: 'und' }).mentions;
      const after = analyze({ id: 'x', text: `${text}\n\n12345 67890.`, language: 'und' }).mentions;
      expect(after.slice(0, before.length).map(({ start, end }) => [start, end])).toEqual(before.map(({ start, end }) => [start, end]));
    }
  });
});

test.each(['🚀', '😡', '🥈', '𝕏', '™', '\0', '\ud83d', '\ue010'])('%j says nothing about the brand beside it', (sign) => {
  const verdicts = (text: string) => analyze({ id: 'x', text }).brands.map(({ recommended, sentiment }) => [recommended, sentiment]);
  expect(verdicts(`We ${sign} tried Samsung.`)).toEqual(verdicts('We tried Samsung.'));
});

test('a gold medal recommends the brand beside it', () => {
  expect(analyze({ id: 'x', text: '🥇 Samsung here.' }).brands).toMatchObject([{ recommended: true, sentiment: 'positive' }]);
});

test('deeply nested lists and an empty answer are read without an error', () => {
  const nested = Array.from({ length: 2000 }, (_, depth) => `${' '.repeat(depth)}- HubSpot`).join('\n');
  expect(analyze({ id: 'x', text: nested }).mentions).toHaveLength(2000);
  expect(analyze({ id: 'x', text: '' })).toEqual({ id: 'x', mentions: [], brands: [], citations: [], comparisons: [] });
});
