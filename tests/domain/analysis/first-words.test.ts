import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFirstWords, mayBegin, unitsOf } from '../../../src/domain/analysis/first-words.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'д', '比', '\ud83d'), minLength: 1, maxLength: 6 });
const words = fc.array(word, { maxLength: 30 });

test('a word that an entry begins with is never passed over, nor is what a stem begins', () => {
  fc.assert(
    fc.property(words, words, word, fc.nat(), (entries, stems, ending, pick) => {
      const first = createFirstWords([...entries, ...stems], stems);
      const stem = stems[pick % Math.max(1, stems.length)];
      const sought = stem === undefined ? entries : [...entries, stem, stem + ending];
      for (const text of sought) expect(mayBegin(first, unitsOf(text), 0, text.length)).toBe(true);
    }),
  );
});

test('most words that begin nothing are passed over', () => {
  const first = createFirstWords(
    Array.from({ length: 2000 }, (_, n) => `word${n}`),
    ['stem'],
  );
  const others = Array.from({ length: 2000 }, (_, n) => unitsOf(`other${n}`));
  expect(others.filter((units) => mayBegin(first, units, 0, units.length)).length).toBeLessThan(200);
});
