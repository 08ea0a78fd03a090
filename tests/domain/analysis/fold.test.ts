import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFoldedText, fold, foldedAt, foldInto } from '../../../src/domain/analysis/fold.ts';

test('a text that was cut out of a longer one in the middle of a pair is read like any other, however often', () => {
  const longer = 'a longer text, of which 🚀 is cut in half';
  const cut = longer.slice(0, longer.indexOf('🚀') + 1);
  const whole = fold(cut);
  // A compiler's mistake shows only once the reading has been compiled.
  for (let time = 0; time < 5000; time++) expect(fold(longer.slice(0, cut.length))).toBe(whole);
});

test('a place in the original is found in the folded text wherever one looked before', () => {
  const character = fc.oneof(
    fc.constantFrom('a', ' ', '\n', '\\*', '&amp;', '\u0301', '\u200b', 'ﷺ', '🚀', '小'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const texts = fc.array(character, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''));
  const folded = createFoldedText();
  fc.assert(
    fc.property(texts, fc.array(fc.nat({ max: 100 }), { maxLength: 20 }), (text, percents) => {
      foldInto(text, folded);
      const offsets = percents.map((percent) => Math.floor((text.length * percent) / 100));
      const starts = [...folded.starts.subarray(0, folded.length)];
      const firsts = offsets.map((offset) => starts.filter((start) => start < offset).length);
      expect(offsets.map((offset) => foldedAt(folded, offset))).toEqual(firsts);
    }),
  );
});
