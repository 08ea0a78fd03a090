import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correctRate, detectionByLanguage, detectionIn } from '../../../src/domain/audit/detection.ts';
import { parseGoldenCase } from '../../../src/domain/audit/golden.ts';
import { parsePanel } from '../../../src/domain/analysis/panel.ts';
import { sayDetection } from '../../../src/domain/audit/verdicts.ts';

const exactly = (value: number) => ({ value, low: value, high: value });

describe('a corrected rate', () => {
  test('is that of Rogan and Gladen, worked by hand', () => {
    // (0.3 + 0.95 − 1)/(0.95 + 0.8 − 1) = 0.25/0.75
    expect(correctRate(exactly(0.3), exactly(0.8), exactly(0.95))?.value).toBeCloseTo(1 / 3, 12);
  });

  test('undoes what a detector of known errors does to a true rate', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const good = fc.double({ min: 0.6, max: 1, noNaN: true });
    fc.assert(
      fc.property(part, good, good, (truth, q1, q0) => {
        const raw = truth * q1 + (1 - truth) * (1 - q0);
        expect(correctRate(exactly(raw), exactly(q1), exactly(q0))?.value).toBeCloseTo(truth, 9);
      }),
    );
  });

  test('is within 0 and 1 with its interval around it, and wider the less the errors are known', () => {
    const raw = { value: 0.02, low: 0.01, high: 0.04 };
    const sure = correctRate(raw, exactly(0.95), exactly(0.97));
    expect(sure).toMatchObject({ value: 0, low: 0 });
    const [q1, q0] = [
      { value: 1, low: 0.9, high: 1 },
      { value: 1, low: 0.99, high: 1 },
    ];
    const unsure = correctRate({ value: 0.5, low: 0.45, high: 0.55 }, q1, q0);
    expect(unsure?.low).toBeCloseTo(0.5 - Math.hypot(0.05, 0.5 * 0.01), 12);
    expect(unsure?.high).toBeCloseTo(0.5 + Math.hypot(0.05, 0.5 * 0.1), 12);
  });

  test('is none for a detector that is no better than chance', () => {
    expect(correctRate(exactly(0.5), exactly(0.5), exactly(0.5))).toBeNull();
  });
});

describe('detection by language', () => {
  const panel = parsePanel({
    brands: [
      { id: 'acme', name: 'Acme', own: true },
      { id: 'bolt', name: 'Boltwise' },
    ],
  });
  const cases = [
    parseGoldenCase({ id: '1', category: 'boundary', text: '[[acme:Acme]] is good.' }, 'en'),
    parseGoldenCase({ id: '2', category: 'boundary', text: 'Boltwise is good, but nobody marked it.' }, 'en'),
    parseGoldenCase({ id: '3', category: 'boundary', text: '[[acme:Akme]] is good.' }, 'de'),
  ];

  test('asks of each labelled answer once for every brand', () => {
    const [en, de] = detectionByLanguage(panel, cases);
    expect(en).toMatchObject({ language: 'en', cases: 2, sensitivity: { value: 1 }, specificity: { value: 2 / 3 } });
    expect(de).toMatchObject({ language: 'de', sensitivity: { value: 0 }, specificity: { value: 1 } });
  });

  test('takes the language that another is a kind of, and says where there is none', () => {
    const all = detectionByLanguage(panel, cases);
    expect(detectionIn(all, 'en-GB')?.language).toBe('en');
    expect(detectionIn(all, 'fi')).toBeNull();
    expect(sayDetection({ sensitivity: null, specificity: null }, 'fi', null)).toBe(
      'fi: no labelled answers in this language, so its rate cannot be corrected.',
    );
  });
});
