import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDetailedAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import { domainOwners, readCitations } from '../../../src/domain/analysis/citations.ts';
import { parsePanel, type Panel } from '../../../src/domain/analysis/panel.ts';
import { createTouchedTest, type ReadFrom } from '../../../src/domain/analysis/touched.ts';
import { readMarks } from '../../../src/domain/audit/golden.ts';
import { loadGolden } from '../../../src/services/audit-detector.ts';

const { panel: whole, cases } = loadGolden();
const small: Panel = { brands: whole.brands.slice(0, 30) };
const texts = cases.map((item) => readMarks(item).answer.text);
const addresses = [
  ...small.brands.flatMap(({ domains }) => domains.map((domain) => `https://www.${domain}/page?utm_source=x`)),
  'https://news.example/a',
  'https://shop.example.co.uk/b',
  'https://www.google.com/url?q=https%3A%2F%2Fshop.example.co.uk%2Fb',
];

const answers: fc.Arbitrary<ReadFrom> = fc.record({
  text: fc
    .tuple(fc.constantFrom(...texts), fc.option(fc.constantFrom(...addresses)))
    .map(([text, url]) => (url === null ? text : `${text}\n\nSee [this](${url}).`)),
  citations: fc.array(
    fc.constantFrom(...addresses).map((url) => ({ url })),
    { maxLength: 3 },
  ),
  retrieved: fc.array(fc.constantFrom(...addresses), { maxLength: 2 }),
});

/** What a person does to a panel: a name or brand more or less, conditions, a domain. Words of an answer are the names that matter. */
const change = fc
  .record({
    kind: fc.constantFrom('alias', 'no alias', 'case', 'near', 'domain', 'no domain', 'brand', 'no brand'),
    at: fc.nat(small.brands.length - 1),
    word: fc.constantFrom(...texts).chain((text) => fc.constantFrom(...(text.match(/[\p{L}\p{N}]{2,}/gu) ?? ['Acme']))),
    domain: fc.constantFrom('news.example', 'example.co.uk', 'shop.example.co.uk', 'www.google.com'),
  })
  .map(({ kind, at, word, domain }) => {
    const brands = small.brands.map((brand, index) => {
      if (index !== at) return brand;
      if (kind === 'alias') return { ...brand, aliases: [...brand.aliases, word] };
      if (kind === 'no alias') return { ...brand, aliases: [] };
      if (kind === 'case') return { ...brand, aliases: brand.aliases.map((alias) => ({ ...alias, caseSensitive: true })) };
      if (kind === 'near') return { ...brand, aliases: brand.aliases.map((alias) => ({ ...alias, near: [word] })) };
      if (kind === 'domain') return { ...brand, domains: [...brand.domains, domain] };
      if (kind === 'no domain') return { ...brand, domains: [] };
      return brand;
    });
    if (kind === 'brand') brands.splice(at, 0, { id: `new-${at}`, name: word, own: false, aliases: [], domains: [domain] } as never);
    if (kind === 'no brand') brands.splice(at, 1);
    return { brands };
  });

describe('an answer that a change of the panel does not touch', () => {
  const readWith = (panel: Panel) => {
    const analyze = createDetailedAnalyzer(panel);
    const owners = domainOwners(panel);
    return ({ text, citations, retrieved }: ReadFrom) => ({
      ...analyze({ id: 'a', text, citations: [...citations] }),
      retrieved: readCitations(
        retrieved.map((url) => ({ url, title: null, start: null, end: null })),
        'engine',
        owners,
      ),
    });
  };

  test('reads as before, whatever the change and the answer', () => {
    let untouched = 0;
    let touched = 0;
    fc.assert(
      fc.property(change, fc.array(answers, { minLength: 20, maxLength: 40 }), (input, some) => {
        let after: Panel;
        try {
          after = parsePanel(input);
        } catch {
          return; // a word that is a name already, or too short to be one
        }
        const isTouched = createTouchedTest(small, after);
        const [read, readAgain] = [readWith(small), readWith(after)];
        for (const answer of some) {
          if (isTouched(answer)) touched++;
          else {
            untouched++;
            expect(readAgain(answer)).toEqual(read(answer));
          }
        }
      }),
      { numRuns: 25 },
    );
    expect(untouched).toBeGreaterThan(100);
    expect(touched).toBeGreaterThan(5);
  });

  test('is most of them where one name is added, and none where that name stands in it', () => {
    const after = parsePanel({ brands: [...small.brands, { id: 'new', name: 'Quillfeather', domains: ['quillfeather.example'] }] });
    const isTouched = createTouchedTest(small, after);
    const nothing = { citations: [], retrieved: [] };
    expect(texts.some((text) => isTouched({ text, ...nothing }))).toBe(false);
    expect(isTouched({ text: 'Try quillfeather’s free plan.', ...nothing })).toBe(true);
    expect(isTouched({ text: 'See [here](https://blog.quillfeather.example/a).', ...nothing })).toBe(true);
    expect(isTouched({ text: 'No.', citations: [{ url: 'https://quillfeather.example' }], retrieved: [] })).toBe(true);
    expect(isTouched({ text: 'No.', citations: [], retrieved: ['https://www.quillfeather.example/x'] })).toBe(true);
  });
});
