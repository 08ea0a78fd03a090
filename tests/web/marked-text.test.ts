import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isWebAddress, markText } from '../../src/web/marked-text.ts';

const named = (start: number, end: number) => ({ brand: 'acme', status: 'named', start, end });

test('a mention is marked where it is', () => {
  expect(markText('Try Acme now', [named(4, 8)])).toEqual([
    { text: 'Try ', mention: null },
    { text: 'Acme', mention: named(4, 8) },
    { text: ' now', mention: null },
  ]);
});

test('whatever the mentions, the text is shown whole and unchanged', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.array(fc.tuple(fc.integer({ min: -2, max: 40 }), fc.integer({ min: -2, max: 40 }))),
      (text, spans) => {
        const mentions = spans.map(([start, end]) => named(start, end)).toSorted((a, b) => a.start - b.start);
        expect(
          markText(
            text,
            mentions.filter(({ start }) => start >= 0),
          )
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      },
    ),
  );
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
