import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDetailedAnalyzer } from '../../../src/domain/analysis/analyze.ts';
import type { Overruling } from '../../../src/domain/analysis/overrulings.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';

const panel = parsePanel({
  brands: [
    { id: 'target', name: 'Target', domains: ['target.com'] },
    { id: 'acme', name: 'Acme', aliases: ['Acme CRM', { text: 'Ace', near: ['software'] }] },
    { id: 'bolt', name: 'Boltwise' },
  ],
});

function mentions(text: string, overrulings: Overruling[] = [], id = 'a1'): string[] {
  const { mentions: found } = createDetailedAnalyzer(panel, overrulings)({ id, text });
  for (const { start, end, text: words } of found) expect(text.slice(start, end)).toBe(words);
  return found.map(({ brand, start, rule }) => `${brand}@${start} ${rule}`);
}
const place = (text: string, words: string, brand: string, counts: boolean, answer = 'a1'): Overruling => {
  const start = text.indexOf(words);
  return { scope: 'mention', answer, brand, start, end: start + words.length, counts };
};
const rule = (more: Partial<Overruling & { scope: 'rule' }>): Overruling => ({
  scope: 'rule',
  brand: 'acme',
  alias: 'Acme',
  counts: false,
  rule: null,
  near: null,
  within: null,
  ...more,
});

test('a place that is not the brand is no mention, in that answer only and at that place only', () => {
  const text = 'Acme is the summit. Acme sells software.';
  expect(mentions(text, [place(text, 'Acme', 'acme', false)])).toEqual(['acme@20 name']);
  expect(mentions(text, [place(text, 'Acme', 'acme', false, 'other')])).toEqual(['acme@0 name', 'acme@20 name']);
});

test('a place that is the brand counts, whatever stands there, and what else was found there gives way', () => {
  const text = 'The red shop with the bullseye beats Boltwise.';
  expect(mentions(text, [place(text, 'red shop', 'target', true)])).toEqual(['target@4 overruled', 'bolt@37 name']);
  expect(mentions(text, [place(text, 'Boltwise', 'acme', true)])).toEqual(['acme@37 overruled']);
  const nothing = 'Nothing of ours is here.';
  expect(mentions(nothing, [place(nothing, 'ours', 'acme', true)])).toEqual(['acme@11 overruled']);
});

test('what a judgement refused counts where a person says so, and the later word holds', () => {
  const text = 'They hit the target again.';
  expect(mentions(text)).toEqual([]);
  expect(mentions(text, [place(text, 'target', 'target', true)])).toEqual(['target@13 overruled']);
  expect(mentions(text, [place(text, 'target', 'target', true), place(text, 'target', 'target', false)])).toEqual([]);
});

test('a name that is always to count needs neither judgement nor condition', () => {
  const text = 'They hit the target again. Ace is fine.';
  const always = [rule({ brand: 'target', alias: 'Target', counts: true }), rule({ alias: 'Ace', counts: true })];
  expect(mentions(text, always)).toEqual(['target@13 overruled', 'acme@27 overruled']);
});

test('a name that is never to count is left out near a phrase, within one, or by what decided', () => {
  const near = [rule({ near: 'mountain' })];
  expect(mentions('Acme of the mountain. Acme of the market.', near)).toEqual(['acme@22 name']);
  const within = [rule({ within: 'Acme Street' })];
  expect(mentions('On Acme Street they sell Acme.', within)).toEqual(['acme@25 name']);
  const judged = 'We shop at Target and Boltwise. Boltwise is like Target.';
  const decided = mentions(judged).filter((one) => one.startsWith('target'));
  expect(decided.every((one) => one.includes('homonym:'))).toBe(true);
  expect(decided).not.toEqual([]);
  expect(mentions(judged, [rule({ brand: 'target', alias: 'Target', rule: 'homonym' })])).toEqual(['bolt@22 name', 'bolt@32 name']);
  expect(mentions(judged, [rule({ brand: 'target', alias: 'Target', rule: 'name' })])).toEqual(mentions(judged));
});

test('a word on one place holds above a word on the name', () => {
  const text = 'Acme, and Acme.';
  expect(mentions(text, [place(text, 'Acme,', 'acme', true), rule({})])).toEqual(['acme@0 overruled']);
  expect(mentions(text, [rule({ counts: true }), place(text, 'Acme', 'acme', false)])).toEqual(['acme@10 overruled']);
});

test('a shorter name counts where the longer one that held it is overruled', () => {
  const text = 'Acme CRM is good.';
  expect(mentions(text)).toEqual(['acme@0 name']);
  expect(mentions(text, [rule({ alias: 'Acme CRM' })])).toEqual(['acme@0 name']);
  expect(createDetailedAnalyzer(panel, [rule({ alias: 'Acme CRM' })])({ id: 'a1', text }).mentions[0]?.text).toBe('Acme');
});

test('of two places that overlap the one said last counts, and the first again where that was taken back', () => {
  const text = 'The suite called Widget is good.';
  const found = (...overrulings: Overruling[]) =>
    createDetailedAnalyzer(panel, overrulings)({ id: 'a1', text }).mentions.filter(({ rule: by }) => by === 'overruled');
  const [wide, late] = [place(text, 'suite called', 'acme', true), place(text, 'called Widget', 'bolt', true)];
  expect(found(wide, late)).toMatchObject([{ brand: 'bolt', start: 10, end: 23 }]);
  expect(found(wide, late, place(text, 'called Widget', 'bolt', false))).toMatchObject([{ brand: 'acme', start: 4, end: 16 }]);
});

test('places outside a text, empty ones and those of other answers change nothing; mentions never overlap', () => {
  const words = fc.constantFrom('Acme', 'Target', 'Boltwise', 'the', '小米', 'é', '**', '\n', '😀', ' ', '.');
  fc.assert(
    fc.property(
      fc.array(words, { maxLength: 30 }).map((parts) => parts.join(' ')),
      fc.array(fc.record({ start: fc.nat(200), length: fc.nat(12), brand: fc.constantFrom('acme', 'bolt'), counts: fc.boolean() }), {
        maxLength: 5,
      }),
      (text, places) => {
        const overrulings = places.map(({ start, length, brand, counts }): Overruling => ({
          scope: 'mention',
          answer: 'a1',
          brand,
          start,
          end: start + length,
          counts,
        }));
        const { mentions: found } = createDetailedAnalyzer(panel, overrulings)({ id: 'a1', text });
        for (const [index, { start, end, text: written }] of found.entries()) {
          expect(text.slice(start, end)).toBe(written);
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0);
        }
        expect(createDetailedAnalyzer(panel, overrulings)({ id: 'b', text })).toEqual(createDetailedAnalyzer(panel)({ id: 'b', text }));
      },
    ),
  );
});
