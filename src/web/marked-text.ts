type Span = { start: number; end: number };
export type Layers<Mention, Comparison, Citation> = {
  mentions: readonly Mention[];
  comparisons: readonly Comparison[];
  citations: readonly Citation[];
};
/** A stretch of text with what holds over all of it; `cited`: the citations that end where it ends. */
export type Piece<Mention, Comparison, Citation> = Span & {
  text: string;
  mention: Mention | null;
  comparison: Comparison | null;
  cited: Citation[];
};

/** Cuts an answer's text where mentions, compared sentences and cited passages begin and end. What does not fit the text is left unmarked; of two mentions that overlap the first counts. */
export function markText<Mention extends Span, Comparison extends Span = Span, Citation extends Span = Span>(
  text: string,
  layers: Layers<Mention, Comparison, Citation>,
): Piece<Mention, Comparison, Citation>[] {
  const fits = ({ start, end }: Span) => start >= 0 && start < end && end <= text.length;
  const mentions: Mention[] = [];
  for (const mention of layers.mentions.toSorted((a, b) => a.start - b.start))
    if (fits(mention) && mention.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(mention);
  const comparisons = layers.comparisons.filter(fits);
  const citations = layers.citations.filter(fits);
  const isInside = (at: number) => mentions.some(({ start, end }) => at > start && at < end);
  const cuts = new Set([0, text.length, ...mentions.flatMap(({ start, end }) => [start, end])]);
  for (const { start, end } of [...comparisons, ...citations]) for (const at of [start, end]) if (!isInside(at)) cuts.add(at);
  const places = [...cuts].toSorted((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const covers = (span: Span) => span.start < end && span.end > start;
    return {
      start,
      end,
      text: text.slice(start, end),
      mention: mentions.find((span) => span.start === start) ?? null,
      comparison: comparisons.find(covers) ?? null,
      cited: citations.filter((span) => span.end > start && span.end <= end),
    };
  });
}

/** Characters that turn the direction of what follows are shown, not obeyed; each stays one character, so offsets hold. */
export const showOverrides = (text: string): string => text.replaceAll(/[\u202A-\u202E]/g, '\uFFFD');

/** An address that may be a link: a web page, and nothing that runs. */
export const isWebAddress = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);

/** The first place of the words that no mention touches. */
export function findUnmarked(text: string, words: string, mentions: readonly Span[]): Span | null {
  if (words.trim() === '') return null;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!mentions.some((mention) => mention.start < end && mention.end > start)) return { start, end };
  }
  return null;
}

/** Markdown's signs for headings, emphasis, rules and lists taken out: for a line that is read in passing, never for the answer itself. */
const withoutMarkup = (text: string): string =>
  text
    .replaceAll(/^[ \t]*(#{1,6}|[-*+>]|\|?[ \t]*:?-{3,}[-:| \t]*)(?=\s|$)/gm, '')
    .replaceAll(/(\*\*|__|`)(?=\S)(.*?\S)\1/g, '$2')
    .replaceAll('**', '') // its other half was cut off
    .replaceAll(/\[([^[\]]*)\]\([^()\s]*\)/g, '$1');

/** About `length` characters of a text around the first of the places given, whole code points, without Markdown's signs. */
export function excerpt(text: string, places: readonly number[], length: number): string {
  const start = Math.max(0, (places.toSorted((a, b) => a - b)[0] ?? 0) - Math.floor(length / 3));
  const cut = withoutMarkup(text.slice(start, start + length))
    .replaceAll(/\s+/g, ' ')
    .toWellFormed()
    .trim();
  return `${start > 0 ? '…' : ''}${cut}${start + length < text.length ? '…' : ''}`;
}

/** A text cut where one of the words stands, whatever its letters' case: every second piece is such a word. */
export function splitAtWords(text: string, words: readonly string[]): string[] {
  const wanted = words.filter((word) => word !== '').map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return wanted.length === 0 ? [text] : text.split(new RegExp(`(${wanted.join('|')})`, 'giu'));
}
