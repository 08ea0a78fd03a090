import type { Figure } from '../metrics/cell.ts';
import en from './locales/en.json' with { type: 'json' };
import zhCN from './locales/zh-CN.json' with { type: 'json' };
import zhTW from './locales/zh-TW.json' with { type: 'json' };
import type { Report, ReportLanguage } from './report.ts';
import { dayMs } from '../durations.ts';
import { rangeWriter } from '../write-range.ts';

type Texts = typeof en;
const texts: Record<ReportLanguage, Texts> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW };
type Group = { [Name in keyof Texts]: Texts[Name] extends string ? never : Name }[keyof Texts];

/** `{{n}}` is a value, `{{n|answer|answers}}` the word that goes with it: one, or any other number. */
const say = (text: string, values: Record<string, string> = {}): string =>
  text.replaceAll(/\{\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}\}/g, (_all, name: string, one?: string, other?: string) =>
    one === undefined ? (values[name] ?? '') : /^[+-]?1$/.test(values[name] ?? '') ? one : (other ?? ''),
  );

function createShares(language: ReportLanguage, { under, almostAll }: Texts) {
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const fine = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return {
    fine,
    /** None and all are said of nothing less. */
    share: (value: number): string => {
      if (value > 0 && value < 0.0005) return say(under, { value: fine.format(0.001) });
      if (value > 0.9995 && value < 1) return say(almostAll, { value: fine.format(0.999) });
      return ((value > 0 && value < 0.095) || (value >= 0.995 && value < 1) ? fine : percent).format(value);
    },
    range: rangeWriter(language),
  };
}

/** A report's texts, numbers and names as a language writes them. */
export type Words = ReturnType<typeof createWords>;

export function createWords(language: ReportLanguage, { brands, engineNames }: Pick<Report, 'brands' | 'engineNames'>) {
  const known = texts[language];
  const number = new Intl.NumberFormat(language);
  const points = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const month = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const conjunction = new Intl.ListFormat(language, { type: 'conjunction' });
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const nameOf = new Map(brands.map(({ key, name }) => [key, name]));
  const { share, range, fine } = createShares(language, known);
  const withRange = (value: number, interval: readonly [number, number] | null) =>
    interval === null ? share(value) : say(known.bracketed, { value: share(value), range: range(interval) });
  /** A word of ours; one that is not ours as it is. */
  const word = (group: Group, name: string): string => {
    const found: Record<string, unknown> = known[group];
    const text = Object.hasOwn(found, name) ? found[name] : name;
    return typeof text === 'string' ? text : name;
  };
  return {
    language,
    texts: known,
    say,
    word,
    /** Things in a row, the last with its “and”. */
    all: (items: readonly string[]) => conjunction.format(items),
    number: (value: number) => number.format(value),
    share,
    range,
    day: (iso: string) => day.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    /** A week or month as it is called. */
    period: ({ kind, label, from }: Pick<Report['period'], 'kind' | 'label' | 'from'>) => {
      const [year = '', week = ''] = label.split('-W');
      return say(known.kinds[kind], { label, year, week: String(Number(week)), month: month.format(new Date(`${from}T00:00:00Z`)) });
    },
    /** The last day of a period whose end is not included. */
    dayBefore: (iso: string) => day.format(new Date(Date.parse(`${iso}T00:00:00Z`) - dayMs)),
    brand: (key: string | null) => (key === null ? known.all : isolated(nameOf.get(key) ?? key)),
    stage: (stage: string | null) => (stage === null ? known.allStages : word('stages', stage)),
    engine: (engine: string | null) => (engine === null ? known.allEngines : (engineNames[engine] ?? engine)),
    figure: ({ value, panel, flagged }: Figure) =>
      value === null ? known.notMeasured : `${withRange(value, panel)}${flagged ? ' ⚠' : ''}`,
    /** A share with the interval of its own. */
    bounded: ({ value, interval }: { value: number | null; interval: readonly [number, number] | null }) =>
      value === null ? known.notMeasured : withRange(value, interval),
    /** A probability: one too small to be written is not none. */
    chance: (value: number) => (value < 0.001 ? say(known.under, { value: fine.format(0.001) }) : share(value)),
    /** Points without a sign. */
    distance: (value: number) => say(known.points, { points: points.format(value * 100).replace(/^\+/, '') }),
    points: ({ value, interval }: { value: number | null; interval: readonly [number, number] | null }) => {
      if (value === null) return known.notMeasured;
      const [change, low, high] = [value, interval?.[0] ?? 0, interval?.[1] ?? 0].map((one) => points.format(one * 100));
      return say(interval === null ? known.points : known.pointsRange, { points: change ?? '', low: low ?? '', high: high ?? '' });
    },
  };
}

/** A name that runs from right to left, or holds marks that turn the direction, turns nothing around it. */
const isolated = (name: string): string =>
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/.test(name) ? `\u2068${name}\u2069` : name;
