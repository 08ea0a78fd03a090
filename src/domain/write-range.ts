/** `15–24%`, small ones `3.1–8.2%`: an interval of shares with one sign, which all our languages write behind the number, and no space. */
export function rangeWriter(language: string): (bounds: readonly [number, number]) => string {
  const [coarse, fine] = [0, 1].map((maximumFractionDigits) => {
    const number = new Intl.NumberFormat(language, { maximumFractionDigits });
    const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits });
    return ([low, high]: readonly [number, number]) => `${number.format(low * 100)}–${percent.format(high)}`;
  }) as [(bounds: readonly [number, number]) => string, (bounds: readonly [number, number]) => string];
  return (bounds) => (bounds[1] < 0.095 ? fine : coarse)(bounds);
}
