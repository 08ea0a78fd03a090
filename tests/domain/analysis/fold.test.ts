import { expect, test } from 'vitest';
import { fold } from '../../../src/domain/analysis/fold.ts';

test('a text that was cut out of a longer one in the middle of a pair is read like any other, however often', () => {
  const longer = 'a longer text, of which 🚀 is cut in half';
  const cut = longer.slice(0, longer.indexOf('🚀') + 1);
  const whole = fold(cut);
  // A compiler's mistake shows only once the reading has been compiled.
  for (let time = 0; time < 5000; time++) expect(fold(longer.slice(0, cut.length))).toBe(whole);
});
