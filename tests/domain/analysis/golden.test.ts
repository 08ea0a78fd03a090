import { describe, expect, test } from 'vitest';
import { parserVersion } from '../../../src/domain/analysis/analyze.ts';
import type { DetectorScore } from '../../../src/domain/audit/score-detector.ts';
import { auditDetector, loadGolden } from '../../../src/services/audit-detector.ts';

const report = auditDetector();
const wrong = report.wrong.map(({ id, verdicts }) => `${id}: ${JSON.stringify(verdicts)}`).join('\n');
const nameOf = ({ measure, language }: DetectorScore): string => `${measure} in ${language ?? 'all languages'}`;

describe('the labelled answers', () => {
  const { panel, cases } = loadGolden();

  test('are each there once, and speak of brands that are on their panel', () => {
    const ids = cases.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const brands = new Set(panel.brands.map(({ id }) => id));
    const named = cases.flatMap(({ text, lists, recommended, sentiment, comparisons }) => [
      ...[...text.matchAll(/\[\[([a-z0-9-]+)[!~]?:/g)].map(([, brand = '']) => brand),
      ...Object.keys({ ...lists, ...recommended, ...sentiment }),
      ...(comparisons ?? []).flat(),
    ]);
    expect(named.filter((brand) => !brands.has(brand))).toEqual([]);
  });
});

describe('the analysis', () => {
  test.each(report.scores.filter(({ least }) => least !== null).map((score) => [nameOf(score), score] as const))(
    'keeps what it promises for %s',
    (_, score) => {
      expect(score.f1?.value ?? 1, wrong).toBeGreaterThanOrEqual(score.least ?? 1);
      expect(score.unknown?.value ?? 0, wrong).toBeLessThanOrEqual(0.25);
      expect(score.reached).not.toBe(false);
    },
  );

  test('is scored for every language, by the version that stored answers are marked with', () => {
    const measured = report.scores.filter(({ measure, language }) => measure === 'mentions' && language !== null);
    expect(measured.map(({ language }) => language)).toEqual(report.languages);
    expect(report.parserVersion).toBe(parserVersion);
  });
});
