import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPrefixTree, childOf } from '../../../src/domain/analysis/prefix-tree.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '比', '\ud83d'), minLength: 1, maxLength: 5 });

test('each word is found by its letters, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 400 }), word, (words, sought) => {
      const tree = buildPrefixTree(words);
      let state = childOf(tree, 0, sought.charCodeAt(0));
      for (let at = 1; at < sought.length && state !== 0; at++) state = childOf(tree, state, sought.charCodeAt(at));
      expect(state === 0 ? -1 : tree.words[state]).toBe(words.indexOf(sought));
    }),
  );
});
