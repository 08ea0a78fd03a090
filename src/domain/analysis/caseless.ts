import { type CaselessCues, caselessCues, caselessWords } from './data/caseless-words.ts';
import { fold } from './fold.ts';

const languageOfWord = new Map(
  Object.entries(caselessWords).flatMap(([language, words]) => words.split(' ').map((word) => [fold(word), language] as const)),
);

/** Whether a folded name is an everyday word of a script without capitals. */
export const isCaselessWord = (folded: string): boolean => languageOfWord.has(folded);

type Expressions = { before: RegExp; behind: RegExp; near: RegExp; not: RegExp | null; notBehind: RegExp | null };
const expressions = new Map<string, Expressions>();

function expressionsOf(language: string): Expressions | null {
  const known = expressions.get(language);
  const cues: CaselessCues | undefined = caselessCues[language];
  if (known !== undefined || cues === undefined) return known ?? null;
  const folded = (source: string): string => source.replace(/[^\u0000-\u007f]+/g, (part) => fold(part));
  const made = {
    before: new RegExp(`(?:${folded(cues.before)})["「『“«《]?$`, 'u'),
    behind: new RegExp(`^["」』”»》]?(?:${folded(cues.behind)})`, 'u'),
    near: new RegExp(folded(cues.near), 'u'),
    not: cues.not === undefined ? null : new RegExp(`(?:${folded(cues.not)})$`, 'u'),
    notBehind: cues.notBehind === undefined ? null : new RegExp(`^(?:${folded(cues.notBehind)})`, 'u'),
  };
  expressions.set(language, made);
  return made;
}

/** UTF-16 units on either side. */
const nearby = 14;

/** What its surroundings say for a name (positive) or for the everyday word (negative). `start` and `end` are UTF-16 offsets. */
export function caselessScore(text: string, start: number, end: number, sentenceStart: number, sentenceEnd: number, word: string): number {
  const cues = expressionsOf(languageOfWord.get(word) ?? scriptLanguage(word));
  if (cues === null) return 0;
  const before = foldSpaced(text.slice(Math.max(sentenceStart, start - nearby), start));
  const behind = foldSpaced(text.slice(end, Math.min(sentenceEnd, end + nearby)));
  let score = 0;
  if (cues.before.test(before)) score += 1;
  if (cues.behind.test(behind)) score += 2;
  if (cues.near.test(lastClause(before)) || cues.near.test(firstClause(behind))) score += 1;
  if (cues.not?.test(before)) score -= 3;
  if (cues.notBehind?.test(behind)) score -= 5;
  return score;
}

/** Folding takes the spaces at the ends away, which say whether something stands right beside the word. */
function foldSpaced(part: string): string {
  const lead = /^\s/.test(part) ? ' ' : '';
  const tail = part.length > 1 && /\s$/.test(part) ? ' ' : '';
  return `${lead}${fold(part)}${tail}`;
}

const clauseEnd = /[,;:.!?、。]/;
const lastClause = (part: string): string => part.slice(part.search(/[^,;:.!?、。]*$/));
const firstClause = (part: string): string => part.split(clauseEnd)[0] ?? part;

function scriptLanguage(word: string): string {
  if (/[\u3041-\u30ff]/.test(word)) return 'ja';
  if (/[\uac00-\ud7af]/.test(word)) return 'ko';
  if (/[\u4e00-\u9fff]/.test(word)) return 'zh';
  if (/[\u0e00-\u0e7f]/.test(word)) return 'th';
  if (/[\u0590-\u05ff]/.test(word)) return 'he';
  if (/[\u0600-\u06ff]/.test(word)) return 'ar';
  return /[\u0900-\u097f]/.test(word) ? 'hi' : '';
}
