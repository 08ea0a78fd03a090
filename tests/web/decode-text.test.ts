import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeText } from '../../src/web/decode-text.ts';

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

test('a spreadsheet that is not Unicode is read as those of the reader’s language are written', () => {
  expect(decodeText(bytes('d1a1cab2c3b4bac3'), 'zh-CN')).toBe('选什么好');
  expect(decodeText(bytes('bfefadfeadd3a66ea148'), 'zh-TW')).toBe('選哪個好？');
  expect(decodeText(bytes('436166e92c39968b'), 'en')).toBe('Café,9–‹');
});

test('Unicode is Unicode in every language, with and without a mark', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'zh-CN', 'zh-TW'), (text, language) => {
      const plain = text.replace(/^\uFEFF/, '');
      const marked = Buffer.from(`\uFEFF${plain}`, 'utf16le');
      expect(decodeText(Buffer.from(plain), language)).toBe(plain);
      expect(decodeText(Buffer.from(`\uFEFF${plain}`), language)).toBe(plain);
      expect(decodeText(marked, language)).toBe(plain);
      expect(decodeText(Buffer.from(marked).swap16(), language)).toBe(plain);
    }),
  );
});
