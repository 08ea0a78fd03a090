import type { IntervalCoverage } from './coverage.ts';
import type { Detection } from './detection.ts';
import type { FalseAlarms } from './replay.ts';
import type { Missing } from './collection.ts';
import type { Share } from './score-detector.ts';

/** What a figure of the audit comes to. */
export type Verdict = 'kept' | 'cannot tell' | 'broken' | 'too short' | 'not measured';

/**
 * Changes are sought over up to six weeks (`windows` of the sustained tier), so fewer watched weeks show less than their
 * share of a half-year's alarms, while one odd sweep among them counts in every replay, of which the interval knows
 * nothing. Too high or too low, no verdict rests on such a rate.
 */
const tellingWeeks = 6;
/** One replay without an alarm shows nothing: as few as allowed are told only where so many times as many are ruled out. */
const tellingHigh = 2;

/** Whether there are as few false alarms as allowed; broken only where the interval leaves no doubt. */
export function judgeAlarms({ perHalfYear, budget, moreWeeks, weeks }: FalseAlarms): Verdict {
  if (perHalfYear === null) return moreWeeks > 0 ? 'too short' : 'not measured';
  if (weeks < tellingWeeks) return 'cannot tell';
  if (perHalfYear.value <= budget && perHalfYear.high <= tellingHigh * budget) return 'kept';
  return perHalfYear.low > budget ? 'broken' : 'cannot tell';
}

/** 93–97 % are what calibrated intervals show (metrics.md). */
const tolerance = 0.02;

export function judgeCoverage({ share, nominal, moreSweeps }: IntervalCoverage): Verdict {
  if (share === null) return moreSweeps > 0 ? 'too short' : 'not measured';
  if (Math.abs(share.value - nominal) <= tolerance) return 'kept';
  if (share.low === null || share.high === null) return 'cannot tell';
  return share.high < nominal || share.low > nominal ? 'broken' : 'cannot tell';
}

const percent = (value: number): string => `${(value * 100).toFixed(1)}%`;
const rate = (value: number): string => value.toFixed(value < 0.1 && value > 0 ? 2 : 1);
const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;
const range = (share: { low: number; high: number }, write: (value: number) => string): string =>
  `${write(share.low)}–${write(share.high)}`;

export function sayAlarms(result: FalseAlarms): string {
  const { perHalfYear, budget, replays, weeks, moreWeeks } = result;
  const verdict = judgeAlarms(result);
  if (perHalfYear === null) {
    if (verdict === 'too short')
      return `Not enough history yet: the false-alarm rate needs ${plural(moreWeeks, 'more week')} with complete sweeps.`;
    return 'There is nothing to watch yet: no series has enough answers.';
  }
  const measured = `With all changes shuffled away, the alerts fire ${rate(perHalfYear.value)} times a half-year (95% interval ${range(perHalfYear, rate)}; ${plural(replays, 'replay')} of ${plural(weeks, 'watched week')})`;
  const allowed = `${rate(budget)} allowed`;
  if (verdict === 'kept') return `${measured}: within the ${allowed}.`;
  if (weeks < tellingWeeks)
    return `${measured}: so few weeks can be far off either way, ${plural(tellingWeeks - weeks, 'more week')} will tell whether that is within the ${allowed}.`;
  return verdict === 'broken'
    ? `${measured}: more than the ${allowed}.`
    : `${measured}: it cannot be told yet whether that is more than the ${allowed}.`;
}

export function sayCoverage(result: IntervalCoverage): string {
  const { share, nominal, comparisons, groups, moreSweeps } = result;
  const verdict = judgeCoverage(result);
  if (share === null) {
    if (verdict === 'too short')
      return `Not enough history yet: one month of one engine and stage needs ${plural(moreSweeps, 'more complete sweep')} to be split in two.`;
    return 'Every answer is alike: intervals cannot be checked on brands that are named always or never.';
  }
  const bounds =
    share.low === null || share.high === null
      ? 'no interval under ten months of a stage'
      : `95% interval ${range({ low: share.low, high: share.high }, percent)}`;
  const measured = `Of ${plural(comparisons, 'random split')} of the sweeps in ${plural(groups, 'month')} of a stage, the ${percent(nominal)} intervals of one half covered the other in ${percent(share.value)} (${bounds})`;
  if (verdict === 'kept') return `${measured}: as they should.`;
  if (verdict === 'cannot tell') return `${measured}: too few to tell whether that is as it should be.`;
  return share.value < nominal
    ? `${measured}: they are too narrow on this history.`
    : `${measured}: they are wider than they need to be on this history.`;
}

export function sayDetection(
  { sensitivity, specificity }: Pick<Detection, 'sensitivity' | 'specificity'>,
  language: string,
  rates: { brand: string; raw: Share; corrected: Share | null } | null,
): string {
  if (sensitivity === null || specificity === null)
    return `${language}: no labelled answers in this language, so its rate cannot be corrected.`;
  const right = `${language}: ${percent(sensitivity.value)} of the brands that an answer names are found, and ${percent(1 - specificity.value)} of those that it does not name are found by mistake`;
  if (rates === null) return `${right}; nothing was measured in this language.`;
  const { brand, raw, corrected } = rates;
  if (corrected === null) return `${right}; that is no better than chance, so nothing can be corrected.`;
  return `${right}; corrected for it, ${brand} is named in ${percent(corrected.value)} (${range(corrected, percent)}) instead of ${percent(raw.value)} of the answers.`;
}

/** Above this intervals are widened (metrics.md). */
const tolerated = 0.05;

export function sayMissing({ share, asked, failed }: Missing): string {
  if (share === null) return 'Nothing was asked in this period, or it is still being asked.';
  const counted = `${failed} of ${plural(asked, 'question')} (${percent(share.value)}) came back without an answer because of an error`;
  return share.value > tolerated
    ? `${counted}: over 5%, so intervals are widened to the best and the worst case.`
    : `${counted}: under 5%, as intervals allow.`;
}

export function saySweep(ageHours: number | null): string {
  if (ageHours === null) return 'There is no complete sweep in this period.';
  if (ageHours < 48) return `The last complete sweep ended ${plural(Math.round(ageHours), 'hour')} ago.`;
  return `The last complete sweep ended ${plural(Math.round(ageHours / 24), 'day')} ago.`;
}
