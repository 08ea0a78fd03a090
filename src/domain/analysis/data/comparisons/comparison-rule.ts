import { fold } from '../../fold.ts';
import { sentencePattern } from '../../sentence-pattern.ts';

/** Comparatives by language: what everybody wants (`good`), what nobody wants (`bad`, looked for first), and what each is about. */
export type Lexicon = { good: string; bad: string; aspects: [RegExp, string][] };

/**
 * `winner`: which captured side is preferred, or `word`: the captured adjective decides. `weight`: a `choice` of one before the other
 * outweighs what an `implied` comparison grants to that other.
 */
export type ComparisonRule = {
  pattern: RegExp;
  winner: 'a' | 'b' | 'word';
  judge: (word: string) => 'a' | 'b' | null;
  weight?: 'choice' | 'implied';
};

/** How one language states a preference, and how it supposes one: `opening` in the clause before the comparison, `within` inside it. */
export type LanguageComparisons = {
  lexicon: Lexicon;
  opening: string;
  within: string;
  /** What would have to be true of a brand first: "if A were cheaper, …". */
  supposed?: string;
  /** What may stand between a preposition and a name, and says nothing: articles. */
  articles?: string;
  rules: readonly ComparisonRule[];
};

const never = (): null => null;

export const rule = (source: string, winner: 'a' | 'b', words: Record<string, string> = {}): ComparisonRule => ({
  pattern: sentencePattern(source, words),
  winner,
  judge: never,
});

/** A comparative prefers the side it is said of, unless it names something nobody wants (slower, pricier); `turned` for "not as … as". */
export function byWord(source: string, lexicon: Lexicon, words: Record<string, string> = {}, turned = false): ComparisonRule {
  const good = new RegExp(foldSource(lexicon.good));
  const bad = new RegExp(foldSource(lexicon.bad));
  const judge = (word: string): 'a' | 'b' | null => {
    const isBad = bad.test(word);
    if (!isBad && !good.test(word)) return null;
    return isBad === turned ? 'a' : 'b';
  };
  return { pattern: sentencePattern(source, words), winner: 'word', judge };
}

export function foldSource(source: string): string {
  return source.replace(/[^\u0000-\u007f]+/g, (part) => fold(part));
}

/** What the rules of the Romance languages have in common: a stretch without negation, what follows the adjective, and their "than". */
export const romance = (than: string, not: string): { mid: string; tail: string; than: string } => ({
  mid: `(?![^\\ue000-\\uf8ff]*\\b(?:${not})\\b)[^\\ue000-\\uf8ff.;:!?]{0,60}?`,
  tail: '(?<aspect>[^\\ue000-\\uf8ff.;:!?,]{0,50}?)',
  than,
});

/** Whole words, in any script. */
export const whole = (words: string): string => `(?<!\\p{L})(?:${words})(?!\\p{L})`;
/** In front of a look behind: without it, each place of the sentence would be looked behind from, not the names alone. */
const here = '(?=<B>)';
const gap = (most: number): string => `[^\\ue000-\\uf8ff.!?]{0,${most}}?`;

/** "A is cheaper, while B is faster": two preferences without a "than". `but` joins the two; `word` holds the captured comparative. */
export function contrastRules(lexicon: Lexicon, words: { mid: string; word: string; than: string; but: string }): ComparisonRule[] {
  const said = `${words.mid}${words.word}(?!${gap(60)}${whole(words.than)})`;
  const but = `(?:;|${whole(words.but)})`;
  const behind = `(?<=(?!\\k<a>)<b:B>[^.!?]{0,110}?${but}${gap(24)}\\k<a>)`;
  // "While A is cheaper, B is faster."
  const opening = `${here}(?<=(?:^|[,;.] ?)${whole(words.but)} )`;
  const behindComma = `(?<=(?:^|[,;.] ?)${whole(words.but)} (?!\\k<a>)<b:B>[^.!?]{1,110}?,${gap(12)}\\k<a>)`;
  return [
    byWord(`<a:B>${said}(?=${gap(60)}${but}${gap(24)}<b:B>)`, lexicon),
    byWord(`<a:B>${behind}${said}`, lexicon),
    byWord(`${opening}<a:B>${said}(?=${gap(60)},${gap(12)}<b:B>)`, lexicon),
    byWord(`<a:B>${behindComma}${said}`, lexicon),
  ].map((one) => ({ ...one, weight: 'implied' }));
}

/** "A wins on price and B on support": each is ahead of the other in something. `lead` with its preposition, `on` alone. */
export function splitRules(lead: string, on: string, and: string): ComparisonRule[] {
  const first = `[^\\ue000-\\uf8ff.;:!?]{0,12}?${whole(lead)}[^\\ue000-\\uf8ff.!?]{2,50}?(?:[,;]|${whole(and)})${gap(12)}`;
  const second = `${gap(24)}${whole(on)}(?! the (?:one|other) hand)`;
  return [rule(`<a:B>(?=${first}<b:B>${second})`, 'a'), rule(`${here}(?<=<b:B>${first})<a:B>${second}`, 'a')];
}

/** "On price A wins, on support B": `lead` stands in front of the first name or behind it, the second needs none. */
export function gappedSplitRules(on: string, lead: string): ComparisonRule[] {
  const some = '[^\\ue000-\\uf8ff.;:!?]{2,40}?';
  const second = `${gap(30)}[,;]${gap(8)}${whole(on)}${some}`;
  const inFront = `${whole(on)}${some}${whole(lead)}${gap(12)}`;
  const behind = `${gap(12)}${whole(lead)}`;
  return [
    rule(`${here}(?<=${inFront})<a:B>(?=${second}<b:B>)`, 'a'),
    rule(`${here}(?<=${inFront}<b:B>${second})<a:B>`, 'a'),
    rule(`${here}(?<=${whole(on)}${some})<a:B>(?=${behind}${second}<b:B>)`, 'a'),
    rule(`${here}(?<=${whole(on)}${some}<b:B>${behind}${second})<a:B>`, 'a'),
  ];
}

/** "Between A and B, I'd take A", "If you are torn between A and B, get A." */
export function choiceRules(between: string, and: string, choose: string): ComparisonRule[] {
  const chosen = `(?:[^\\ue000-\\uf8ff.,;:!?]{1,40})?[,:]? [^\\ue000-\\uf8ff.;!?]{0,40}?${whole(choose)}(?: [\\p{L}']{1,5})? ?\\k<a>`;
  return [
    choice(`${whole(between)}(?: \\p{L}{1,3})? <a:B> ${whole(and)}(?: \\p{L}{1,2})? <b:B>${chosen}`),
    choice(`${whole(between)}(?: \\p{L}{1,3})? <b:B> ${whole(and)}(?: \\p{L}{1,2})? <a:B>${chosen}`),
  ];
}

const choice = (source: string): ComparisonRule => ({ ...rule(source, 'a'), weight: 'choice' });

/**
 * "B is fine, but I prefer A", "though B is fine, I prefer A", "I prefer A, though B is fine": whoever chooses one after a turn
 * chooses it before the other. `choose` stands in front of the name, `chosen` behind it.
 */
export function turnRules({ but, although, choose, chosen }: Record<'but' | 'although', string> & { choose?: string; chosen?: string }) {
  const inFront = choose === undefined ? gap(12) : `${choose}(?: [\\p{L}']{1,5}){0,2}? ?`;
  const behind = chosen ?? '';
  return [
    choice(`<b:B>${gap(90)}${but}${gap(16)}${inFront}(?!\\k<b>)<a:Bs>${behind}`),
    choice(`${although} ?(?:[\\p{L}']{1,5} )?<b:B>${gap(90)}[,，、]${gap(16)}${inFront}(?!\\k<b>)<a:Bs>${behind}`),
    choice(`${inFront}<a:Bs>${behind}${gap(30)}${although} ?(?:[\\p{L}']{1,5} )?(?!\\k<a>)<b:B>`),
  ];
}
