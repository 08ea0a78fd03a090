import { commonHan, commonKana, commonWords, hanAdvice, hanBreaks, hanEndings, hanKinds } from './data/not-names.ts';
import { ordinaryWords } from './data/ordinary-words.ts';
import { fold } from './fold.ts';

/** A name as written, the key that its spellings share, and the head that names of one brand share ("zoho" of "zoho crm"). */
export type Name = { name: string; key: string; head: string };

const words = (text: string): string[] => text.split(' ').map(fold);
const foldedWords = new Map<string, string>();
/** The same few thousand words head the items of all answers. */
function foldWord(word: string): string {
  const known = foldedWords.get(word);
  if (known !== undefined) return known;
  const folded = fold(word);
  if (foldedWords.size > 50_000) foldedWords.clear();
  if (word.length <= 40) foldedWords.set(word, folded);
  return folded;
}
const common = new Set(Object.values(commonWords).flatMap(words));
const kinds = new Set(words(commonWords['kinds'] ?? ''));
const ordinary = new Set(Object.values(ordinaryWords).flatMap(words));
/** Everyday words that are one brand's first word all the same. */
const plainHeads = new Set(words('apple amazon oracle ninja intuit puma visa uber adobe canon oppo vivo nissan acer jaguar bosch alibaba'));
const connectors = new Set(words('& + and of the de la le du di da y et und by for'));
/** Advice and ranks, not names: "Best for Verizon", "Consider Zoho", "Open HubSpot". */
const openers = new Set(
  words(
    'best top for budget consider read choose open use try go how why what when which see visit premium key bester beste mejor meilleur',
  ),
);
const longestName = 4;

const commonParts = new Set([...words(commonHan), ...words(commonKana)]);
const longestPart = Math.max(...[...commonParts].map((part) => part.length));
const endings = new Set(fold(hanEndings));
const breaks = new Set(fold(hanBreaks));
const advice = words(hanAdvice);
const kindEndings = words(hanKinds).toSorted((a, b) => b.length - a.length);

/**
 * The name that `text` begins with. `whole`: the writer marked the text off (bold, a link, a cell), so that words behind the name
 * may be left over. `lower` holds the words that the answer writes small elsewhere: those name nobody.
 * @returns null where it names nobody
 */
export function readName(text: string, whole: boolean, lower: ReadonlySet<string>): Name | null {
  return /^[\p{sc=Han}\p{sc=Katakana}ー]/u.test(text) ? readHanName(text) : readLatinName(text, whole, lower);
}

function readLatinName(text: string, whole: boolean, lower: ReadonlySet<string>): Name | null {
  // Han behind a Latin name is another word: OPPO手机.
  const latin = /^[^\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+/u.exec(text)?.[0] ?? '';
  const tokens = latin.trim().split(/\s+/).map(bareWord);
  const taken = takeWords(tokens);
  if (taken.length === 0 || (taken.length > 1 && openers.has(foldWord(taken[0] ?? ''))) || (!whole && taken.length < tokens.length))
    return null;
  const cut = taken.findIndex((word, index) => endsName(taken, word, index));
  const kept = withoutTail(cut === -1 ? taken : taken.slice(0, cut)).slice(0, longestName);
  if (!kept.some((word) => isTelling(word)) || (kept.length === 1 && !isSingleName(kept[0] ?? '', lower))) return null;
  if (kept.length > 1 && kept.every((word) => lower.has(word.toLowerCase()) || !isTelling(word))) return null;
  const name = withoutTail(kept)
    .join(' ')
    .replace(/['’]s?$/u, '');
  return { name, key: fold(name), head: headOf(kept) };
}

/** Numbers of models and kinds of product end a name; behind two words of a name any common word does. */
function endsName(taken: readonly string[], word: string, index: number): boolean {
  const folded = foldWord(word);
  if (index === 0 || connectors.has(folded) || connectors.has(foldWord(taken[index - 1] ?? ''))) return false;
  return /\d/.test(word) || kinds.has(folded) || (index > 1 && common.has(folded));
}

/** Punctuation, escapes and marks are not the name's; "Yahoo!" keeps nothing that it needs to be told by. */
const bareWord = (word: string): string => word.replaceAll(/[®™©*_`"“”«»()[\]{}\\]/gu, '').replace(/[.,;:!?…]+$/u, '');

function takeWords(tokens: readonly string[]): string[] {
  const taken: string[] = [];
  for (const [index, word] of tokens.entries()) {
    const joins = index > 0 && connectors.has(foldWord(word)) && isCapital(tokens[index + 1] ?? '');
    if ((!isCapital(word) && !joins) || /[:;|]/.test(word)) break;
    taken.push(word);
  }
  return taken;
}

/** Upper case or a digit first, a capital inside (iRobot), or a domain (monday.com). */
const isCapital = (word: string): boolean =>
  /^[\p{Lu}\d]/u.test(word) ? /\p{L}/u.test(word) || /^\d/.test(word) : /^\p{Ll}{1,3}\p{Lu}/u.test(word) || isDomainName(word);

const isDomainName = (word: string): boolean => /^[a-z\d-]{2,30}\.(?:com|io|ai|co|net|org|app|de|cn|jp|fr|es|uk|tv)$/i.test(word);

function withoutTail(taken: readonly string[]): string[] {
  const last = taken.findLastIndex((word) => !connectors.has(foldWord(word)));
  return taken.slice(0, last + 1);
}

/** Holds a letter and is no common word, nor one made of common words (All-in-One, Pros/Cons). */
const isTelling = (word: string): boolean => {
  if (isDomainName(word)) return true;
  const parts = foldWord(word)
    .split(/[-/&+]/)
    .filter((part) => part !== '');
  return /\p{L}/u.test(word) && parts.some((part) => /\p{L}{2}|^[a-z]$|\d\p{L}|\p{L}\d/u.test(part) && !common.has(part));
};

const abstract =
  /(?:ness|ability|ibility|ations?|ization|isation|ungen|keit|heit|schaft|idad|idades|cion|ciones|mente|ites?|(?<=.{4})ing|(?<=.{6})ung)$/;

function isSingleName(word: string, lower: ReadonlySet<string>): boolean {
  if (isDomainName(word)) return true;
  const folded = foldWord(word);
  // A capital inside is a name's (HubSpot), whatever the word ends in.
  if (/\p{Ll}\p{Lu}/u.test(word)) return true;
  if (folded.length < 2 || /^\d+\p{L}{0,2}$/u.test(folded) || /^\p{L}\d+$/u.test(folded)) return false;
  return !lower.has(word.toLowerCase()) && !abstract.test(folded);
}

function headOf(kept: readonly string[]): string {
  const [first = '', second] = kept.map(foldWord);
  const tells = first.length > 2 || /^\p{Lu}{2}$|\d/u.test(kept[0] ?? '');
  const isPlain = plainHeads.has(first) || (tells && !common.has(first) && !ordinary.has(first));
  return isPlain || second === undefined ? first : fold(kept.slice(0, connectors.has(second) ? 3 : 2).join(' '));
}

function readHanName(text: string): Name | null {
  const run = /^[\p{sc=Han}\p{sc=Katakana}ー・々〆]+/u.exec(text)?.[0] ?? '';
  const behind = text.slice(run.length);
  const name = withoutKind(run.replace(/等+$/, ''));
  const folded = fold(name);
  // A word that goes on in hiragana is a sentence (使いやすさ), unless a particle follows it (カオナビは).
  if (/^[\p{sc=Hiragana}]/u.test(behind) && !/^(?:は|が|を|の|と|や|も|に|で)/.test(behind)) return null;
  const isKana = /^[\p{sc=Katakana}ー・]+$/u.test(name);
  if (folded.length < 2 || folded.length > (isKana ? 14 : 8)) return null;
  if ([...folded].some((character, index) => index > 1 && breaks.has(character)) || advice.some((phrase) => folded.includes(phrase)))
    return null;
  const rest = withoutCommonParts(folded);
  const telling = [...rest].filter((character) => !endings.has(character)).length;
  if (telling === 0 || (isKana && telling < 2) || telling * 3 < folded.length - 1) return null;
  return { name, key: folded, head: folded };
}

function withoutKind(run: string): string {
  const folded = fold(run);
  const kind = kindEndings.find((ending) => folded.endsWith(ending) && folded.length - ending.length >= 2);
  return kind === undefined || folded.length !== run.length ? run : withoutKind(run.slice(0, -kind.length));
}

/** What is left of a run when the longest common words are taken out, from front to back. */
function withoutCommonParts(run: string): string {
  let rest = '';
  for (let at = 0; at < run.length;) {
    let length = Math.min(longestPart, run.length - at);
    while (length > 1 && !commonParts.has(run.slice(at, at + length))) length--;
    if (length === 1) rest += run.charAt(at);
    at += length;
  }
  return rest;
}
