import { listBrands } from '../db/panels.ts';
import { listLanguages } from '../db/prompts.ts';
import { readTrend } from '../db/trends.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import { correctRate, detectionByLanguage, detectionIn, type Detection } from '../domain/audit/detection.ts';
import type { Share } from '../domain/audit/score-detector.ts';
import { sayDetection } from '../domain/audit/verdicts.ts';
import { figures } from '../domain/metrics/index.ts';
import { loadGolden } from './audit-detector.ts';
import { dayMs } from '../domain/durations.ts';

/** One language and brand of the user's own: what was measured, and what that is without the analysis's own mistakes. */
export type LanguageDetection = Omit<Detection, 'cases'> & {
  brand: string;
  name: string;
  /** Labelled answers that this rests on. */
  cases: number;
  raw: Share | null;
  corrected: Share | null;
  sentence: string;
};

let known: Detection[] | null = null;

/** Neither the labelled answers nor the analysis changes while this runs. */
function detections(): Detection[] {
  if (known === null) {
    const { panel, cases } = loadGolden();
    known = detectionByLanguage(panel, cases);
  }
  return known;
}

/** The languages that the workspace asks in, with the visibility of its own brands (of all where it has none) over a period. */
export async function readDetection(deps: Deps, { id }: Workspace, period: { from: Date; to: Date }): Promise<LanguageDetection[]> {
  const panel = await listBrands(deps.db, id);
  const own = panel.some((brand) => brand.own) ? panel.filter((brand) => brand.own) : panel;
  const brands = own.map(({ key }) => key);
  const { from } = period;
  // The end of a trend is a day that is no longer in it.
  const to = new Date(Math.floor(period.to.getTime() / dayMs + 1) * dayMs);
  const rows: LanguageDetection[] = [];
  for (const language of await listLanguages(deps.db, id)) {
    const groups = await readTrend(deps.db, id, { from, to, grain: 'month', brands, branded: false, byEngine: false, language });
    const opened = groups.map((group) => group.open());
    for (const { key, name } of own) {
      const { visibility } = figures(
        opened.flatMap((group) => group.cellsOf(key)),
        ['visibility'],
      );
      const raw =
        visibility.value === null || visibility.panel === null
          ? null
          : { value: visibility.value, low: visibility.panel[0], high: visibility.panel[1] };
      rows.push(rowOf(language, key, name, raw));
    }
  }
  return rows;
}

function rowOf(language: string, brand: string, name: string, raw: Share | null): LanguageDetection {
  const { cases, sensitivity, specificity } = detectionIn(detections(), language) ?? { cases: 0, sensitivity: null, specificity: null };
  const corrected = raw && sensitivity && specificity && correctRate(raw, sensitivity, specificity);
  const rates = raw && { brand: name, raw, corrected };
  return {
    language,
    brand,
    name,
    cases,
    sensitivity,
    specificity,
    raw,
    corrected,
    sentence: sayDetection({ sensitivity, specificity }, language, rates),
  };
}
