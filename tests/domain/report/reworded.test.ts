import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reportLanguages } from '../../../src/domain/report/report.ts';
import { fixedIn, whyChanged } from '../../../src/domain/report/reworded.ts';
import { sampleReport } from './sample.ts';

const report = sampleReport();
const paragraphs = reportLanguages.map((language) => ({ rules: report.summary[language] ?? '', fixed: fixedIn(report, language) }));
const { fixed } = paragraphs[0] ?? { fixed: fixedIn(report, 'en') };
const moved =
  'Acme is down from 37% (15–60%) to 1,204% at Awareness on OpenAI API. Of the 50 answers that leave Acme out, 20 name 云鹭 & <Cirro>. Nothing has changed by more than chance explains.';
const paragraph = fc.constantFrom(...paragraphs, { rules: moved, fixed });
/** A place in a paragraph where the pattern matches. */
const placed = (pattern: RegExp) =>
  fc.tuple(paragraph, fc.nat()).map(([one, at]) => {
    const found = [...one.rules.matchAll(pattern)];
    const match = found[at % found.length];
    return { ...one, at: match?.index ?? 0, part: match?.[0] ?? '' };
  });
type Placed = { rules: string; at: number; part: string };
const put = ({ rules, at, part }: Placed, text: string) => rules.slice(0, at) + text + rules.slice(at + part.length);

test('the paragraph as it is passes, with its sentences in any order', () => {
  for (const { rules, fixed: names } of paragraphs) expect(whyChanged(rules, rules, names)).toBeNull();
  expect(
    whyChanged(
      moved,
      moved
        .split(/(?<=\.) /)
        .toReversed()
        .join(' '),
      fixed,
    ),
  ).toBeNull();
});

test.each([
  'At Awareness on OpenAI API, Acme fell from 37% (15–60%) to 1,204%. Acme is left out of 50 answers, of which 20 name 云鹭 & <Cirro>. Nothing has changed by more than chance explains.',
  moved.replace('is down', 'has gone down'),
])('other words for the same facts pass: %s', (given) => {
  expect(whyChanged(moved, given, fixed)).toBeNull();
});

test('so do other words in Chinese, and not those that turn a denial round', () => {
  const { rules, fixed: names } = paragraphs[1] ?? { rules: '', fixed };
  const given = rules.replace('被提及的比例：', '在回答中出现的比例为').replace('，但偶然波动就', '，不过偶然波动');
  expect(given).toContain('不过');
  expect(given).toContain('出现的比例');
  expect(whyChanged(rules, given, names)).toBeNull();
  expect(whyChanged(rules, rules.replace('没有提及 Acme', '提及 Acme'), names)).toBe('facts');
});

test.each([
  ['up for down', 'is down', 'is up'],
  ['a denial', 'Acme is down', 'Acme is not down'],
  ['a sentence of its own', 'Nothing has changed', 'Everything has changed'],
  ['a swapped pair of brands', 'leave Acme out, 20 name 云鹭 & <Cirro>', 'leave 云鹭 & <Cirro> out, 20 name Acme'],
  ['before for after', 'from 37% (15–60%) to 1,204%', 'from 1,204% to 37% (15–60%)'],
  ['another stage', 'Awareness', 'Consideration'],
  ['a brand written otherwise', 'Acme is', 'ACME is'],
  ['a number in words', '20 name', 'twenty name'],
  ['one more number in words', 'Of the', 'Half of the'],
  ['questions for answers', '50 answers', '50 questions'],
  ['a range without its dash', '15–60%', '15, 60%'],
  ['a link', 'chance explains', 'chance explains, see acme.example'],
])('%s is refused', (_name, from, to) => {
  expect(moved).toContain(from);
  expect(whyChanged(moved, moved.replace(from, to), fixed)).not.toBeNull();
});

test('any other digit, in any script or width, and any percent sign, sign or flag that comes or goes is refused', () => {
  const digits = fc.constantFrom('0', '1', '3', '6', '9', '０', '３', '９', '٣', '๙', '');
  const refused = (one: Placed & { fixed: typeof fixed }, text: string) => {
    fc.pre(text !== one.part);
    expect(whyChanged(one.rules, put(one, text), one.fixed)).not.toBeNull();
  };
  fc.assert(fc.property(placed(/\d/g), digits, refused));
  fc.assert(fc.property(placed(/\d/g), fc.constantFrom('-', '±', '+', '1,'), (one, sign) => refused(one, sign + one.part)));
  fc.assert(fc.property(placed(/[%⚠–]/g), fc.constantFrom('', '‰', '⚠', ' to '), refused));
});

test('no number changes its place with another, and no name with another or with a new one', () => {
  fc.assert(
    fc.property(placed(/\d[\d.,]*%?/g), fc.nat(), (one, which) => {
      const others = [...one.rules.matchAll(/\d[\d.,]*%?/g)].filter(({ index, 0: text }) => index > one.at && text !== one.part);
      const other = others[which % others.length];
      fc.pre(other !== undefined);
      if (!other) return;
      const rules = put({ rules: one.rules, at: other.index, part: other[0] }, one.part);
      expect(whyChanged(one.rules, put({ ...one, rules }, other[0]), one.fixed)).not.toBeNull();
    }),
  );
  const brands = fc.constantFrom('Acme', '云鹭 & <Cirro>', '=HYPERLINK("http://evil.example")', '');
  fc.assert(
    fc.property(placed(/Acme/g), brands, (one, name) => {
      fc.pre(name !== 'Acme');
      expect(whyChanged(one.rules, put(one, name), one.fixed)).not.toBeNull();
    }),
  );
  fc.assert(
    fc.property(placed(/(?<=\p{L}) (?=\p{L})/gu), brands, (one, name) => {
      fc.pre(name !== '');
      expect(whyChanged(one.rules, put(one, ` ${name} `), one.fixed)).not.toBeNull();
    }),
  );
});

test('markup, line breaks, what is invisible and other lengths are refused', () => {
  const strange = fc.constantFrom('\n', '<b>', '**', '\u200b', '[x](y)', 'https://evil.example', '&#8203;', 'В');
  fc.assert(
    fc.property(placed(/ /g), strange, (one, text) => {
      expect(whyChanged(one.rules, put(one, ` ${text} `), one.fixed)).not.toBeNull();
    }),
  );
  for (const given of ['', ' ', moved.slice(0, 20), `${moved} ${moved}`]) expect(whyChanged(moved, given, fixed)).not.toBeNull();
});
