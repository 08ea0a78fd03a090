import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerpt, findUnmarked, isWebAddress, markText, showOverrides, splitAtWords } from '../../src/web/marked-text.ts';

const named = (start: number, end: number) => ({ brand: 'acme', status: 'named', start, end });
const none = { mentions: [], comparisons: [], citations: [] };
const spans = fc.array(
  fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 })).map(([start, end]) => named(start, end)),
);

test('a mention is marked where it is', () => {
  const pieces = markText('Try Acme now', { ...none, mentions: [named(4, 8)] });
  expect(pieces.map(({ text, mention }) => [text, mention !== null])).toEqual([
    ['Try ', false],
    ['Acme', true],
    [' now', false],
  ]);
});

test('a compared sentence holds its mentions, and a page is cited where its passage ends', () => {
  const text = 'Acme beats Bolt. So they say.';
  const page = { url: 'https://a.example', start: 0, end: 16 };
  const pieces = markText(text, { mentions: [named(0, 4), named(11, 15)], comparisons: [{ start: 0, end: 16 }], citations: [page] });
  expect(
    pieces
      .filter(({ comparison }) => comparison)
      .map((piece) => piece.text)
      .join(''),
  ).toBe('Acme beats Bolt.');
  expect(pieces.filter(({ cited }) => cited.length > 0).map(({ end }) => end)).toEqual([16]);
});

test('whatever is marked, the text is shown whole and unchanged, each mention in one piece', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), spans, spans, spans, (text, mentions, comparisons, citations) => {
      const pieces = markText(text, { mentions, comparisons, citations });
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      expect(pieces.every(({ mention, start, end }) => !mention || (mention.start === start && mention.end === end))).toBe(true);
      const ends = citations.filter((one) => one.start >= 0 && one.start < one.end && one.end <= text.length);
      expect(pieces.flatMap(({ cited }) => cited)).toHaveLength(ends.length);
    }),
  );
});

test('characters that turn the direction of the text are shown, and every offset stays right', () => {
  const text = 'price \u202Egnp.exe\u202C end';
  expect(showOverrides(text)).toBe('price \uFFFDgnp.exe\uFFFD end');
  expect(showOverrides('שלום \u200Fعربي')).toBe('שלום \u200Fعربي');
});

test('what a person says was missed is found where no mention is yet', () => {
  expect(findUnmarked('Acme and Acme', 'Acme', [named(0, 4)])).toEqual({ start: 9, end: 13 });
  expect(findUnmarked('Acme', 'Acme', [named(0, 4)])).toBeNull();
  expect(findUnmarked('Acme', ' ', [])).toBeNull();
});

test('an excerpt shows what it was cut for', () => {
  const text = `${'x '.repeat(400)}Acme ${'y '.repeat(400)}`;
  expect(excerpt(text, [800], 100)).toContain('Acme');
  expect(excerpt('short', [], 100)).toBe('short');
});

test('an excerpt is words: headings, emphasis, lists and links lose their signs', () => {
  const text = '### The short list\n\n- **Best for agencies**: [Acme](https://acme.example/) has `tags`\n1. 2 * 3 * 4 is __not__ it';
  expect(excerpt(text, [], 200)).toBe('The short list Best for agencies: Acme has tags 1. 2 * 3 * 4 is not it');
});

test.each([
  'javascript:alert(1)',
  'data:text/html,<script>',
  ' JaVaScRiPt:alert(1)',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  'not an address',
])('%s is never a link', (url) => {
  expect(isWebAddress(url)).toBe(false);
});

test('a web page is', () => {
  expect(isWebAddress('https://acme.example/a?b=c#d')).toBe(true);
  expect(isWebAddress('http://例え.jp/')).toBe(true);
});

test('what was searched for is found in an excerpt whatever its case, and its signs mean nothing', () => {
  expect(splitAtWords('Acme and ACME (beta)', ['acme', '(beta)'])).toEqual(['', 'Acme', ' and ', 'ACME', ' ', '(beta)', '']);
  expect(splitAtWords('Acme', [''])).toEqual(['Acme']);
});

test('a text cut at words is the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string({ unit: 'binary' })),
      (text, words) => splitAtWords(text, words).join('') === text,
    ),
  );
});
