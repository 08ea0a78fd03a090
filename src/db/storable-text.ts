/**
 * PostgreSQL's text cannot hold NUL, nor UTF-8 half a surrogate pair. The replacement has the same length, so offsets
 * stay right.
 */
export const storableText = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

/** The same for every string of a value, as JSON. */
export const storableJson = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? storableText(item) : item));
