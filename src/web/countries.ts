/** Codes that stand for no country: groups of countries, private use, and "unknown". */
const noCountries = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ']);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Every country that the reader's language has a name for, by that name; codes of ISO 3166-1. */
export function allCountries(reader: string): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(reader, { type: 'region', fallback: 'none' });
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .flatMap((value) => {
      // A code of a country that is no more stands for its successor.
      const isPresent = !noCountries.has(value) && new Intl.Locale(`und-${value}`).region === value;
      const label = isPresent ? names.of(value) : undefined;
      return label === undefined ? [] : [{ value, label }];
    })
    .toSorted((a, b) => a.label.localeCompare(b.label, reader));
}
