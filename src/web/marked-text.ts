export type Piece<Mention> = { text: string; mention: Mention | null };

/** Cuts an answer's text at its mentions. Mentions come in order and never overlap; one that does not fit the text is left unmarked. */
export function markText<Mention extends { start: number; end: number }>(text: string, mentions: readonly Mention[]): Piece<Mention>[] {
  const pieces: Piece<Mention>[] = [];
  let at = 0;
  for (const mention of mentions) {
    const { start, end } = mention;
    if (start < at || end > text.length || start >= end) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mention: null });
    pieces.push({ text: text.slice(start, end), mention });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), mention: null });
  return pieces;
}

/** An address that may be a link: a web page, and nothing that runs. */
export const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
