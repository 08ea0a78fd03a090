import { readdirSync, readFileSync } from 'node:fs';
import { parsePanel, type Panel } from '../domain/analysis/panel.ts';
import { type GoldenCase, parseGoldenCase } from '../domain/audit/golden.ts';
import { type DetectorReport, scoreDetector } from '../domain/audit/score-detector.ts';

const folder = new URL('../domain/analysis/golden/', import.meta.url);

/** The labelled answers that the product ships, one file a language, and the panel that they are read with. */
export function loadGolden(): { panel: Panel; cases: GoldenCase[] } {
  const files = readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
  const cases = files.toSorted().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => parseGoldenCase(JSON.parse(line), name.replace('.jsonl', ''))),
  );
  return { panel: parsePanel(JSON.parse(readFileSync(new URL('panel.json', folder), 'utf8'))), cases };
}

let report: DetectorReport | null = null;

/** How often this version's analysis is right. Neither the set nor the analysis changes while it runs, so it is worked out once. */
export function auditDetector(): DetectorReport {
  if (report === null) {
    const { panel, cases } = loadGolden();
    report = scoreDetector(panel, cases);
  }
  return report;
}
