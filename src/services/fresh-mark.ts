import { randomBytes } from 'node:crypto';

/** A line that the text does not hold, as it could not know it: what stands between two of them is data. */
export function freshMark(text: string): string {
  for (;;) {
    const mark = `==== ${randomBytes(16).toString('hex')} ====`;
    if (!text.includes(mark)) return mark;
  }
}
