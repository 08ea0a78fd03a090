export type Piece = { text: string; mention: { brand: string; status: string } | null };

/** Cuts an answer's text at its mentions. Mentions come in order and never overlap; one that does not fit the text is left unmarked. */
export function markText(text: string, mentions: readonly { brand: string; start: number; end: number; status: string }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { brand, start, end, status } of mentions) {
    if (start < at || end > text.length || start >= end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mention: null });
    pieces.push({ text: text.slice(start, end), mention: { brand, status } });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mention: null });
  return pieces;
}

/** An address that may be a link: a web page, and nothing that runs. */
export const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
