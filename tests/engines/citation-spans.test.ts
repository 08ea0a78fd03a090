import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byteSpan,
  distinctPages,
  linkSpan,
  numberMarkers,
  onlyPlace,
  utf16OfCodePoint,
  withoutEngineTag,
} from '../../src/engines/citation-spans.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const url = 'https://a.example/p?utm_source=openai';
const link = `([a.example](${url}))`;

describe('a citation’s place', () => {
  test('is found however the engine counts, whatever stands before', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = before + link + after;
        const points = Array.from(before).length;
        for (const start of [before.length, points]) {
          const length = link.length;
          const span = linkSpan(text, start, start + length, url);
          expect(span && text.slice(span.start, span.end)).toBe(link);
        }
      }),
    );
  });

  test('in bytes becomes one in characters', () => {
    fc.assert(
      fc.property(
        words,
        words.filter((word) => word.length > 0),
        words,
        (before, inside, after) => {
          const text = before + inside + after;
          const start = Buffer.byteLength(before);
          const span = byteSpan(text, start, start + Buffer.byteLength(inside));
          expect(span && text.slice(span.start, span.end)).toBe(inside);
        },
      ),
    );
  });

  test('inside a character or beyond the end is none', () => {
    expect(byteSpan('é!', 1, 3)).toBeNull();
    expect(byteSpan('é!', 0, 9)).toBeNull();
    expect(linkSpan('plain', 0, 99, url)).toBeNull();
    expect(linkSpan('plain', null, 2, url)).toBeNull();
    expect(linkSpan('plain', 3, 1, url)).toBeNull();
  });

  test('by words is taken only where they stand once', () => {
    expect(onlyPlace('a b c', 'b')).toEqual({ start: 2, end: 3 });
    expect(onlyPlace('b a b', 'b')).toBeNull();
    expect(onlyPlace('a', '')).toBeNull();
  });

  test('beyond the end stays beyond the end', () => {
    expect(utf16OfCodePoint('😀', 1)).toBe(2);
    expect(utf16OfCodePoint('😀', 3)).toBe(4);
  });
});

test('numbers in brackets are read one by one', () => {
  expect(numberMarkers('a[1][2] b [3, 4] c [web:5] d [x] e [2024]').map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
});

test.each([
  ['https://a.example/?utm_source=openai', 'https://a.example/'],
  ['https://a.example/?utm_source=chatgpt.com', 'https://a.example/'],
  ['https://a.example/?a=1&utm_source=openai', 'https://a.example/?a=1'],
  ['https://a.example/?utm_source=openai&a=1', 'https://a.example/?a=1'],
  ['https://a.example/?utm_source=openai#part', 'https://a.example/#part'],
  ['https://a.example/?utm_source=openair', 'https://a.example/?utm_source=openair'],
])('%s is the page %s', (tagged, page) => {
  expect(withoutEngineTag(tagged)).toBe(page);
  expect(distinctPages([page, tagged])).toEqual([page]);
});
