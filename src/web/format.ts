import { useTranslation } from 'react-i18next';
import { rangeWriter } from '../domain/write-range.ts';

export type Format = ReturnType<typeof createFormat>;

/** Made when it is first needed. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/** Numbers and times as the reader's language writes them. Times are shown in the reader's own zone, days of figures in UTC as they are counted. */
export function createFormat(language: string) {
  const number = once(() => new Intl.NumberFormat(language));
  const decimal = once(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'negative' }));
  const percent = once(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
  const fine = once(() => new Intl.NumberFormat(language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const range = once(() => rangeWriter(language));
  const signed = once(() => new Intl.NumberFormat(language, { signDisplay: 'exceptZero', maximumFractionDigits: 0 }));
  const usd = once(
    () =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 2,
      }),
  );
  const cents = once(
    () =>
      new Intl.NumberFormat(language, {
        style: 'currency',
        currency: 'USD',
        currencyDisplay: 'narrowSymbol',
        maximumSignificantDigits: 2,
      }),
  );
  const seconds = once(() => new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }));
  const time = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }));
  const dayLong = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
  const dayShort = once(() => new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
  const month = once(() => new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' }));
  const weekday = once(() => new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }));
  const atUtc = (day: string) => new Date(`${day}T00:00:00Z`);
  return {
    integer: (value: number) => number().format(value),
    /** One digit behind the point; what rounds to 0 has no sign. */
    decimal: (value: number) => decimal().format(value),
    percent: (value: number) => (value > 0 && value < 0.095 ? fine() : percent()).format(value),
    percentWhole: (value: number) => percent().format(value),
    /** `38–46%`, as reports write it. */
    range: (bounds: readonly [number, number]) => range()(bounds),
    /** Percentage points of a difference, without its sign: 0.093 is 9, 0.013 is 1.3. */
    points: (value: number) =>
      (Math.abs(value) < 0.0195 ? decimal() : number()).format(
        Math.abs(value) < 0.0195 ? Math.abs(value) * 100 : Math.round(Math.abs(value) * 100),
      ),
    /** A difference and its bounds, in points with their signs: `−4 to +2`. */
    signed: (value: number) => signed().format(Math.round(value * 100)),
    usd: (value: number) => (value !== 0 && Math.abs(value) < 0.1 ? cents() : usd()).format(value),
    seconds: (ms: number) => seconds().format(ms / 1000),
    time: (iso: string) => time().format(new Date(iso)),
    /** 0 is Sunday. */
    weekday: (day: number) => weekday().format(new Date(Date.UTC(2026, 1, 1 + day))),
    /** A period's name by its first day. */
    period: (day: string, by: 'day' | 'week' | 'month') => (by === 'month' ? month() : dayLong()).format(atUtc(day)),
    tick: (day: string, by: 'day' | 'week' | 'month') => (by === 'month' ? month() : dayShort()).format(atUtc(day)),
  };
}

const made = new Map<string, Format>();

/** The reader's way of writing, made once a language: formatters are dear, and every row of a table writes figures. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n;
  const format = made.get(language) ?? createFormat(language);
  made.set(language, format);
  return format;
}
