import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requiredWords } from '../../../src/domain/analysis/required-words.ts';

test('of alternatives one must stand there, of a sequence each', () => {
  expect(requiredWords(String.raw`\b(?:beats|outruns) the [a-z]+ than (?<b>[\ue000-\uf8ff])`)).toEqual([
    ['beats', 'outruns'],
    [' the '],
    [' than '],
  ]);
});

test('what may be missing is not asked for', () => {
  expect(requiredWords('cheap(?:er)? than(?: that)* (?:all|\\w+)')).toEqual([['cheap'], [' than']]);
  expect(requiredWords('stables? (?!wrong)(?<!false)good')).toEqual([['stable'], ['good']]);
  expect(requiredWords('odd😀? pairs{0,2}')).toEqual([['odd'], [' pair']]);
  expect(requiredWords('a|nothing')).toEqual([]);
});

type Sample = { source: string; text: string };

/** An expression with a text that it matches. */
const sample = fc.letrec<{ any: Sample; sequence: Sample }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('than', 'ok', '比', '😀', ' the ').map((word) => ({ source: word, text: word })),
    fc.constantFrom('[a-z\\]]', '\\w', '.', '\\p{L}').map((source) => ({ source, text: 'q' })),
    fc.tuple(tie('sequence'), tie('sequence')).map(([one, other]) => ({ source: `(?:${one.source}|${other.source})`, text: other.text })),
    fc
      .tuple(tie('sequence'), fc.constantFrom('?', '*', '{0,3}?'))
      .map(([{ source }, most]) => ({ source: `(?:${source})${most}`, text: '' })),
    tie('sequence').map(({ source, text }) => ({ source: `(${source}){1,2}`, text: text + text })),
    fc.constantFrom('😀?', 'r*', '\\.{0,2}').map((source) => ({ source, text: '' })),
    fc.constantFrom('(?!never)', '(?<!never)', '\\B|^|', '$').map((source) => ({ source: `(?:${source}|)`, text: '' })),
  ),
  sequence: fc.array(tie('any'), { minLength: 1, maxLength: 4 }).map((parts) => ({
    source: parts.map(({ source }) => source).join(''),
    text: parts.map(({ text }) => text).join(''),
  })),
})).sequence;

test('whatever an expression matches holds a word of each list', () => {
  fc.assert(
    fc.property(sample, ({ source, text }) => {
      expect(text).toMatch(new RegExp(source, 'u'));
      for (const words of requiredWords(source)) expect(words.some((word) => text.includes(word))).toBe(true);
    }),
  );
});
