import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/domain/pages/decode.ts';

/** What a charset's decoder reads two bytes as, the other way round. */
function encoderOf(charset: string): (text: string) => Uint8Array {
  const bytesOf = new Map<string, number[]>();
  const decoder = new TextDecoder(charset);
  for (let first = 0xff; first >= 0x81; first--)
    for (let second = 0xfe; second >= 0x40; second--) {
      const text = decoder.decode(Uint8Array.of(first, second));
      if ([...text].length === 1 && text !== '\uFFFD') bytesOf.set(text, [first, second]);
    }
  for (let byte = 0; byte < 256; byte++) {
    const text = decoder.decode(Uint8Array.of(byte));
    if (text.length === 1 && text !== '\uFFFD') bytesOf.set(text, [byte]);
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        const bytes = bytesOf.get(character);
        if (!bytes) throw new Error(`${charset} has no ${character}`);
        return bytes;
      }),
    );
}

const samples = {
  gb18030: '小公司选客户管理系统时，最重要的是价格和售后服务。我们比较了十款产品，推荐第一款。',
  big5: '小公司選客戶管理系統時，最重要的是價格和售後服務。我們比較了十款產品，推薦第一款。',
  shift_jis: '小さな会社が顧客管理システムを選ぶときに大切なのは、価格とサポートです。十の製品を比べました。',
  'euc-kr': '작은 회사가 고객 관리 시스템을 고를 때 가장 중요한 것은 가격과 지원입니다. 열 가지 제품을 비교했습니다.',
  'windows-1252': 'Für kleine Büros ist das Gerät günstig, aber die Qualität könnte größer sein. Où est passée la clé ?',
};
const entries = Object.entries(samples);

describe('a page is read in its charset', () => {
  test.each(entries)('%s, as the server declares it', (charset, text) => {
    expect(decodePage(encoderOf(charset)(text), `text/html; charset=${charset}`).text).toBe(text);
  });

  test.each(entries)('%s, as a meta element declares it', (charset, text) => {
    const page = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head>${text}`;
    expect(decodePage(encoderOf(charset)(page), 'text/html').text).toBe(page);
  });

  test.each(entries)('%s, declared by nobody', (charset, text) => {
    expect(decodePage(encoderOf(charset)(`<html><body><p>${text}</p>`), 'text/html').text).toContain(text);
  });

  test.each(entries)('%s, declared as UTF-8 or as Latin-1, which it is not', (charset, text) => {
    const bytes = encoderOf(charset)(`<html><body><p>${text}</p>`);
    expect(decodePage(bytes, 'text/html; charset=utf-8').text).toContain(text);
    expect(decodePage(bytes, 'text/html; charset=iso-8859-1').text).toContain(text);
  });

  test('UTF-8 that is declared as something else, or cut in the middle of a character', () => {
    const text = 'Größe 小公司 会社';
    const bytes = new TextEncoder().encode(text.repeat(20));
    expect(decodePage(bytes, 'text/html; charset=iso-8859-1').text).toBe(text.repeat(20));
    expect(decodePage(bytes.subarray(0, bytes.length - 1), null).text).toContain(text);
  });

  test('whatever bytes and labels come', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (bytes, label) => {
        expect(typeof decodePage(bytes, `text/html; charset=${label}`).text).toBe('string');
      }),
    );
  });

  test('ASCII that names UTF-16 in itself is read all the same', () => {
    expect(decodePage(new TextEncoder().encode('<meta charset=utf-16>x'), null).text).toContain('>x');
  });
});
