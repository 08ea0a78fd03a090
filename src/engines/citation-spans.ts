/** A place in a text: UTF-16 offsets, end exclusive. */
export type Span = { start: number; end: number };

const astral = /[\u{10000}-\u{10ffff}]/u;

/**
 * A link's span as OpenAI and its like give it. They count UTF-16 units or code points, which differ after an emoji:
 * the reading is taken under which the span holds the cited address, and the better one where both do.
 * @returns null where neither fits
 */
export function linkSpan(text: string, start: number | null | undefined, end: number | null | undefined, url: string): Span | null {
  if (typeof start !== 'number' || typeof end !== 'number' || !isRange(start, end)) return null;
  const readings: Span[] = [{ start, end }];
  if (astral.test(text)) readings.push({ start: utf16OfCodePoint(text, start), end: utf16OfCodePoint(text, end) });
  let best: { span: Span; fit: number } | null = null;
  for (const span of readings) {
    const fit = linkFit(text, span, url);
    if (fit > (best?.fit ?? 0)) best = { span, fit };
  }
  return best?.span ?? null;
}

/** 0: the address is not inside; 1: inside; 2: and the span is a whole Markdown link, in brackets or not. */
function linkFit(text: string, { start, end }: Span, url: string): number {
  if (end > text.length) return 0;
  const slice = text.slice(start, end);
  if (!slice.includes(url) && !slice.includes(withoutEngineTag(url))) return 0;
  const isLink = /^(?:\(\[.*\]\(.*\)\)|\[.*\]\(.*\))$/s.test(slice);
  return isLink && slice.split('(').length === slice.split(')').length ? 2 : 1;
}

/** A Gemini segment: UTF-8 byte offsets, end exclusive. `null` where they fall inside a character or beyond the end. */
export function byteSpan(text: string, startByte: number, endByte: number): Span | null {
  if (!isRange(startByte, endByte)) return null;
  const bytes = Buffer.from(text, 'utf8');
  if (endByte > bytes.length || !isBoundary(bytes, startByte) || !isBoundary(bytes, endByte)) return null;
  const start = bytes.toString('utf8', 0, startByte).length;
  return { start, end: start + bytes.toString('utf8', startByte, endByte).length };
}

/** Where `part` stands in `text`, if it stands there exactly once. */
export function onlyPlace(text: string, part: string): Span | null {
  const start = part === '' ? -1 : text.indexOf(part);
  if (start < 0 || text.includes(part, start + 1)) return null;
  return { start, end: start + part.length };
}

/** `[3]`, `[1, 2]` and `[web:3]` in a text, one entry a number. */
export function numberMarkers(text: string): { number: number; span: Span }[] {
  return [...text.matchAll(/\[(?:web:)?(\d{1,3}(?:\s*,\s*(?:web:)?\d{1,3})*)\]/g)].flatMap((match) => {
    const span = { start: match.index, end: match.index + match[0].length };
    return (match[1] ?? '').split(',').map((part) => ({ number: Number(part.replace(/\D/g, '')), span }));
  });
}

/** The address as the page has it: engines add `utm_source=openai` to what they cite, not to what they retrieved. */
export function withoutEngineTag(url: string): string {
  return url.replace(/([?&])utm_source=(?:openai|chatgpt\.com)(&|#|$)/, (_, before: string, after: string) =>
    after === '&' ? before : after,
  );
}

/** Each page once, in the order given. */
export function distinctPages(urls: Iterable<string>): string[] {
  return [...new Set([...urls].map(withoutEngineTag))];
}

export function utf16OfCodePoint(text: string, codePoints: number): number {
  let units = 0;
  let seen = 0;
  for (const character of text) {
    if (seen === codePoints) return units;
    seen++;
    units += character.length;
  }
  // Beyond the end stays beyond the end, so that the check fails.
  return units + (codePoints - seen);
}

function isBoundary(bytes: Buffer, at: number): boolean {
  return at === bytes.length || ((bytes[at] ?? 0) & 0b1100_0000) !== 0b1000_0000;
}

function isRange(start: number, end: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end > start;
}
