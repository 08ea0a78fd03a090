import { createDetailedAnalyzer } from '../analysis/analyze.ts';
import type { Panel } from '../analysis/panel.ts';
import { wilson } from '../statistics/wilson.ts';
import { type GoldenCase, readMarks } from './golden.ts';
import type { Share } from './score-detector.ts';

/** How often the analysis tells right whether an answer names a brand, in one language. */
export type Detection = {
  language: string;
  cases: number;
  /** Of the brands that an answer names, the share that is found; of those that it does not name, the share that is not. */
  sensitivity: Share | null;
  specificity: Share | null;
};

/** On labelled answers, each of which asks once for every brand of the panel: does it name the brand? */
export function detectionByLanguage(panel: Panel, cases: readonly GoldenCase[]): Detection[] {
  const analyze = createDetailedAnalyzer(panel);
  const languages = Map.groupBy(cases, ({ language }) => language);
  return [...languages].map(([language, own]) => {
    const counts = { named: 0, found: 0, absent: 0, silent: 0 };
    for (const item of own) {
      const { answer, mentions } = readMarks(item);
      const named = new Set(mentions.filter(({ absent }) => !absent).map(({ key }) => key.slice(0, key.lastIndexOf('@'))));
      const found = new Set(analyze(answer).brands.flatMap(({ brand, visible }) => (visible ? [brand] : [])));
      for (const { id } of panel.brands) {
        if (named.has(id)) {
          counts.named++;
          if (found.has(id)) counts.found++;
        } else {
          counts.absent++;
          if (!found.has(id)) counts.silent++;
        }
      }
    }
    const { named, found, absent, silent } = counts;
    return { language, cases: own.length, sensitivity: shareOf(found, named), specificity: shareOf(silent, absent) };
  });
}

function shareOf(part: number, whole: number): Share | null {
  const bounds = wilson(part / whole, whole);
  return bounds && { value: part / whole, low: bounds[0], high: bounds[1] };
}

/** The labelled answers in a language, or else in the language that it is a kind of (en for en-GB). */
export const detectionIn = (detections: readonly Detection[], language: string): Detection | null =>
  detections.find((one) => one.language === language) ?? detections.find((one) => one.language === language.split('-')[0]) ?? null;

const within = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * The rate behind a measured one: θ = (p + q0 − 1)/(q0 + q1 − 1) with sensitivity q1 and specificity q0 (Rogan & Gladen
 * 1978), kept in 0..1. The interval adds the three errors by squares, each on its side and by its slope, 1, θ and 1 − θ over
 * q0 + q1 − 1 (variance recovery, Zou & Donner 2008): what the labelled answers leave open is in it.
 * @returns null for a detector that is no better than chance
 */
export function correctRate(raw: Share, sensitivity: Share, specificity: Share): Share | null {
  const scale = sensitivity.value + specificity.value - 1;
  if (!(scale > 0)) return null;
  const rate = within((raw.value + specificity.value - 1) / scale);
  // θ falls as the sensitivity rises, and rises with the specificity.
  const down = [raw.value - raw.low, rate * (sensitivity.high - sensitivity.value), (1 - rate) * (specificity.value - specificity.low)];
  const up = [raw.high - raw.value, rate * (sensitivity.value - sensitivity.low), (1 - rate) * (specificity.high - specificity.value)];
  return { value: rate, low: within(rate - Math.hypot(...down) / scale), high: within(rate + Math.hypot(...up) / scale) };
}
