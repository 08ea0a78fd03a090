/**
 * PostgreSQL's text cannot hold NUL, nor UTF-8 half a surrogate pair. The replacement has the same length, so offsets
 * stay right.
 */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** The same for every string of a value, as JSON. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  // Half a surrogate pair and NUL are written as escapes; nearly no answer has one, and looking into every part costs.
  if (!text.includes('\\u') || !/\\u(?:0000|d[89a-f])/.test(text)) return text;
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? storableText(item) : item));
}
