import { describe, expect, test } from 'vitest';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';
import { type GoldenCase, parseGoldenCase } from '../../../src/domain/audit/golden.ts';
import { type DetectorScore, scoreDetector } from '../../../src/domain/audit/score-detector.ts';
import type { Measure } from '../../../src/domain/audit/judge-case.ts';

const panel = parsePanel({
  brands: [
    { id: 'acme', name: 'Acme' },
    { id: 'zeta', name: 'Zeta', domains: ['zeta.com'] },
  ],
});
const labelled = (fields: object): GoldenCase => parseGoldenCase({ id: 'x', category: 'boundary', ...fields }, 'en');

function scoreOf(cases: GoldenCase[], measure: Measure, language: string | null = null): DetectorScore {
  const score = scoreDetector(panel, cases).scores.find((one) => one.measure === measure && one.language === language);
  if (score === undefined) throw new Error(`${measure} is not scored`);
  return score;
}

describe('the score of the analysis', () => {
  test('counts what was found, missed and made up, by hand: 2 found, 1 missed, 1 made up', () => {
    const score = scoreOf([labelled({ text: '[[acme:Acme]] and [[zeta:Zeta]] met [[acme:Akme]]. Zeta left.' })], 'mentions');
    expect(score).toMatchObject({ cases: 1, items: 3, reached: false });
    expect([score.precision?.value, score.recall?.value, score.f1?.value]).toEqual([2 / 3, 2 / 3, 2 / 3]);
  });

  test('gives every figure an interval that holds it, and one below 1 where all was right', () => {
    const { f1, precision } = scoreOf([labelled({ text: '[[acme:Acme]] and [[zeta:Zeta]].' })], 'mentions');
    expect([f1?.value, precision?.value]).toEqual([1, 1]);
    expect(f1?.low).toBeGreaterThan(0);
    expect(f1?.low).toBeLessThan(1);
  });

  test('lets a case without any mention count against what is made up', () => {
    const right = labelled({ text: '[[acme:Acme]] works.' });
    expect(scoreOf([right, labelled({ text: 'Acme works.', why: 'not labelled on purpose' })], 'mentions')).toMatchObject({
      cases: 2,
      precision: { value: 0.5 },
    });
  });

  test('leaves out what the analysis cannot tell from F1, and says how much that is', () => {
    const score = scoreOf(
      [
        labelled({ text: 'We recommend [[acme:Acme]].', recommended: { acme: true } }),
        labelled({ text: 'என்ன [[acme:Acme]]', recommended: { acme: true } }),
      ],
      'recommendation',
    );
    expect(score).toMatchObject({ f1: { value: 1 }, unknown: { value: 0.5 }, reached: false });
  });

  test('wants all citations of an answer right, with their owners', () => {
    const text = 'See https://zeta.com/a and https://other.org/.';
    expect(scoreOf([labelled({ text, citations: [['https://zeta.com/a', 'zeta'], 'https://other.org/'] })], 'citations').f1?.value).toBe(1);
    expect(scoreOf([labelled({ text, citations: ['https://zeta.com/a'] })], 'citations').f1?.value).toBe(0);
  });

  test('scores each language apart and all together', () => {
    const cases = [labelled({ text: '[[acme:Acme]]' }), labelled({ text: 'Acme', language: 'de' })];
    expect([null, 'en', 'de'].map((language) => scoreOf(cases, 'mentions', language).precision?.value)).toEqual([0.5, 1, 0]);
  });
});
