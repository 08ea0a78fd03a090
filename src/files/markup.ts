import { piecesOf } from '../domain/report/pieces.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as it may stand in HTML or XML, in an element or a quoted attribute. */
export const escapeMarkup = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

/** A text whose intervals are not broken between lines; the style stands in place, as mail programs want it. */
export const figureMarkup = (text: string): string =>
  piecesOf(text)
    .map((piece) => (piece.whole ? `<span style="white-space:nowrap">${escapeMarkup(piece.text)}</span>` : escapeMarkup(piece.text)))
    .join('');

/** Texts with words as long as addresses, or Han characters in a row, may be broken anywhere; others would be torn where columns are many. */
export const isLong = (text: string): boolean => /\S{25}|[\u2E80-\u9FFF]{9}/.test(text);
