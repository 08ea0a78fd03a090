import { describe, expect, test } from 'vitest';
import { createAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';
import { hostileTexts } from '../../bench/hostile-texts.ts';

const names = ['Samsung', 'Sony', 'Target', 'Apple', '小米', '삼성'];
const analyze = createAnalyzer(parsePanel({ brands: names.map((name) => ({ id: name, name })) }));
const size = 150_000;
/** A quadratic cost would be a minute; a linear one is a part of a second. How many times ordinary text it is, `npm run bench` says. */
const patience = 30_000;

describe('a hundred thousand units of what nobody writes', () => {
  test.each(Object.entries(hostileTexts))(
    '%s',
    (_name, make) => {
      const text = make(size);
      let end = 0;
      for (const mention of analyze({ id: 'x', text }).mentions) {
        if (mention.start < end || text.slice(mention.start, mention.end) !== mention.text) expect.fail(`at ${mention.start}`);
        end = mention.end;
      }
    },
    patience,
  );

  test.each([
    ['Samsung ', 'Samsung'],
    ['Samsung\n', 'Samsung'],
    ['- Samsung\n', 'Samsung'],
    ['Samsung, Sony, ', 'Sony'],
    ['小米\n', '小米'],
    ['삼성이 ', '삼성'],
  ])(
    '%j: each name is found, however often it is repeated',
    (unit, brand) => {
      const times = Math.ceil(size / unit.length);
      const [result] = analyze({ id: 'x', text: unit.repeat(times) }).brands.filter((one) => one.brand === brand);
      expect(result).toMatchObject({ mentions: times, visible: true });
    },
    patience,
  );

  test('a brand that is first named behind thousands of others is counted, and not judged', () => {
    const { brands } = analyze({ id: 'x', text: `${'Samsung is reliable. '.repeat(5000)}Sony is reliable.` });
    expect(brands).toMatchObject([
      { brand: 'Samsung', mentions: 5000, sentiment: 'positive' },
      { brand: 'Sony', mentions: 1, sentiment: null, recommended: null },
    ]);
  });

  test('the rest of an answer does not wait for a hostile one', () => {
    const text = 'Samsung is better than Sony.';
    const before = analyze({ id: 'x', text });
    analyze({ id: 'y', text: '小米\n['.repeat(size / 4) });
    expect(analyze({ id: 'x', text })).toEqual(before);
  });
});
