/** A part of a text; one that is `whole` is not to be broken between lines. */
type Piece = { text: string; whole: boolean };

/** An interval in its brackets: `(16–25%)`, `（−1 至 +7）`. */
const intervals = /([（(][+−-]?\d[^（()）]{0,24}[）)])/u;

/** A text cut so that intervals stay whole; put together again it is the same. */
export const piecesOf = (text: string): Piece[] =>
  text
    .split(intervals)
    .map((piece, index) => ({ text: piece, whole: index % 2 === 1 }))
    .filter((piece) => piece.text !== '');
