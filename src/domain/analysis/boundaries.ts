import { characterClass as is, classOf } from './character-class.ts';
import {
  arabicPrefixes,
  arabicSuffixes,
  cyrillicAdjectiveEndings,
  cyrillicEndings,
  cyrillicVowelEndings,
  greekEndings,
  hangulContinuations,
  hangulParticles,
  hebrewPrefixLetters,
  latinEndings,
  latinVowelEndings,
  katakanaContinuations,
} from './data/affixes.ts';
import { germanOthers } from './data/grammar-words.ts';
import { isTopLevelDomain } from './data/top-level-domains.ts';
import { endOf, type FoldedText, foldedSlice } from './fold.ts';
import { adjective, fleeting } from './inflection.ts';
import { isWordOf } from './ordinary-names.ts';
import type { Pattern } from './patterns.ts';

/** Whether `folded[from, to)` stands as a name of its own there, by the rules of the scripts at its two ends. */
export function isWhole(text: string, folded: FoldedText, from: number, to: number, pattern: Pattern, language: string): boolean {
  return isLeftEdge(text, folded, from, pattern) && isRightEdge(text, folded, to, pattern, language);
}

/** Where the name ends: behind the case ending where the pattern is a stem (Пятёрочк-е), else at `to`. */
export function wholeEnd(folded: FoldedText, to: number, pattern: Pattern): number {
  return pattern.isStem ? runEnd(folded, to, pattern.lastClass) : to;
}

function isLeftEdge(text: string, folded: FoldedText, from: number, pattern: Pattern): boolean {
  if (from === 0) return true;
  if (isInPath(folded, from)) return false;
  const previous = folded.chars[from - 1] as number;
  const previousClass = classOf(previous);
  const first = pattern.firstClass;
  if (previousClass === is.other) return isLeftOfSymbol(text, folded, from, previous, pattern);
  switch (first) {
    case is.latin:
      if (previousClass === is.latin) return isCaseJoinLeft(text, folded, from, pattern);
      if (previousClass === is.digit) return pattern.length >= (pattern.isOrdinary ? 4 : 3) && isUpper(text, folded.starts[from] as number);
      return previousClass !== is.mark;
    case is.digit:
      return previousClass !== is.digit && previousClass !== is.latin;
    case is.arabic:
      return previousClass !== is.arabic || hasArabicPrefix(text, folded, from);
    case is.hebrew:
      return previousClass !== is.hebrew || hasHebrewPrefix(folded, from);
    case is.katakana:
      return previousClass !== is.katakana;
    case is.hiragana:
      return previousClass !== is.hiragana || pattern.length >= 3;
    case is.hangul:
      return previousClass !== is.hangul || pattern.length >= 4;
    case is.unspaced:
      return !(previous >= 0x0e40 && previous <= 0x0e44);
    case is.han:
      return true;
    case is.other:
      return previousClass !== is.latin || pattern.folded.charCodeAt(0) !== 46;
    default:
      return previousClass !== first && previousClass !== is.mark;
  }
}

/** Part of a file's path: /usr/local/hubspot, ./acme, ~/acme. "Sony/Acme" is none. */
function isInPath({ chars }: FoldedText, from: number): boolean {
  if (chars[from - 1] !== slash) return false;
  let start = from - 1;
  while (start > 0 && from - start < 80 && isPathUnit(chars[start - 1] as number)) start--;
  const first = chars[start];
  const isOpening = start === 0 || (chars[start - 1] as number) <= 32;
  return isOpening && (first === slash || first === 46 || first === 126) && from - start > 1;
}

const slash = 47;

function isPathUnit(code: number): boolean {
  const kind = classOf(code);
  return kind === is.latin || kind === is.digit || code === slash || code === 45 || code === 46 || code === 95 || code === 126;
}

function isLeftOfSymbol(text: string, folded: FoldedText, from: number, previous: number, pattern: Pattern): boolean {
  const before = from > 1 ? classOf(folded.chars[from - 2] as number) : is.other;
  const isTight = before === is.latin || before === is.digit;
  if (previous === 46) {
    if (pattern.firstClass === is.digit) return before !== is.digit;
    return !isTight || pattern.firstClass !== is.latin || isUpper(text, folded.starts[from] as number);
  }
  if (previous === 44) return pattern.firstClass !== is.digit || before !== is.digit;
  if (previous === 95) return !isTight;
  if (previous === 38) return !isTight || pattern.length > 2;
  return true;
}

function isRightEdge(text: string, folded: FoldedText, to: number, pattern: Pattern, language: string): boolean {
  if (pattern.isStem) {
    if (pattern.length < 4 && !isUpper(text, folded.starts[to - pattern.length] as number)) return false;
    return to < folded.length && (stemEndings(pattern, language)?.has(run(folded, to, pattern.lastClass)) ?? false);
  }
  if (to >= folded.length) return true;
  const next = folded.chars[to] as number;
  const nextClass = classOf(next);
  if (nextClass === is.other) return isRightOfSymbol(text, folded, to, next, pattern);
  switch (pattern.lastClass) {
    case is.latin:
      return (
        isLatinRight(text, folded, to, nextClass, pattern, language) ||
        (nextClass === is.latin && isInflected(text, folded, to, pattern, language))
      );
    case is.digit:
      return nextClass !== is.digit && nextClass !== is.latin;
    case is.cyrillic:
      return nextClass !== is.cyrillic ? nextClass !== is.mark : pattern.length >= 4 && cyrillicEndings.has(run(folded, to, is.cyrillic));
    case is.arabic:
      return nextClass !== is.arabic || isSeparated(text, folded, to) || arabicSuffixes.has(run(folded, to, is.arabic));
    case is.hangul:
      return nextClass !== is.hangul || isHangulRight(folded, to, pattern);
    case is.katakana:
      return nextClass !== is.katakana || isKatakanaRight(folded, to, pattern);
    case is.hiragana:
      return nextClass !== is.hiragana || pattern.length >= 3;
    case is.unspaced:
      return !isThaiContinuation(next) && !/\p{M}/u.test(String.fromCharCode(next));
    case is.indic:
      return nextClass !== is.indic || (next > 0x097f && pattern.length >= 4 && run(folded, to, is.indic).length <= 5);
    case is.han:
    case is.other:
      return true;
    default:
      return nextClass !== pattern.lastClass && nextClass !== is.mark;
  }
}

function stemEndings({ lastClass, word }: Pattern, language: string): ReadonlySet<string> | undefined {
  if (adjective.test(word)) return cyrillicAdjectiveEndings;
  if (fleeting.test(word)) return cyrillicEndings;
  if (lastClass === is.greek) return greekEndings;
  return lastClass === is.latin ? latinVowelEndings[language] : cyrillicVowelEndings;
}

function isLatinRight(text: string, folded: FoldedText, to: number, nextClass: number, pattern: Pattern, language: string): boolean {
  // "iPhone15" has lost its space; "Acme2" is another name.
  if (nextClass === is.digit) return pattern.length >= 4 && !pattern.isOrdinary && run(folded, to, is.digit).length >= 2;
  if (nextClass !== is.latin) return nextClass !== is.mark;
  return isPlural(text, folded, to, pattern, language) || isCaseJoinRight(text, folded, to, pattern);
}

/** Polish "Samsunga", Finnish "Samsungin": case endings, in languages that have them, behind a name in capitals. */
function isInflected(text: string, folded: FoldedText, to: number, pattern: Pattern, language: string): boolean {
  const endings = latinEndings[language];
  if (endings === undefined || pattern.length < 4 || !isUpper(text, folded.starts[to - pattern.length] as number)) return false;
  return endings.has(run(folded, to, is.latin));
}

function isRightOfSymbol(text: string, folded: FoldedText, to: number, next: number, pattern: Pattern): boolean {
  const behind = to + 1 < folded.length ? classOf(folded.chars[to + 1] as number) : is.other;
  const isTight = behind === is.latin || behind === is.digit;
  if (pattern.lastClass === is.digit && (next === 46 || next === 44)) return behind !== is.digit;
  if (pattern.lastClass !== is.latin) return true;
  if (next === apostrophe && isTight && elided.has(pattern.folded) && !isPossessive(folded, to)) return false;
  if (next === 46 && isTight) return isNameBeforeDot(text, folded, to, pattern);
  if (next === 95) return !isTight;
  if (next === 38) return !isTight || pattern.length > 2;
  if (next === 43 || next === 35) return pattern.length > 1;
  return true;
}

const apostrophe = 39;
/** Italian and French articles that lose their vowel: "dell'auto" is not Dell. */
const elided = new Set(['dell', 'all', 'nell', 'sull', 'dall', 'quell', 'bell', 'un', 'l', 'd', 'c', 'j', 'm', 'n', 's', 't', 'qu']);

function isPossessive(folded: FoldedText, to: number): boolean {
  return folded.chars[to + 1] === 115 && (to + 2 >= folded.length || classOf(folded.chars[to + 2] as number) !== is.latin);
}

/** "Amazon.com" with a capital is the name, "teams.Amazon" has lost its space; "node.js" and "hubspot.com" are other things. */
function isNameBeforeDot(text: string, folded: FoldedText, to: number, pattern: Pattern): boolean {
  const behind = folded.starts[to + 1] as number;
  if (isUpper(text, behind)) return pattern.length > 1;
  if (!isUpper(text, folded.starts[to - pattern.length] as number)) return false;
  const suffix = /^[a-z]{2,12}/.exec(foldedSlice(folded, to + 1, Math.min(folded.length, to + 14)))?.[0] ?? '';
  return isTopLevelDomain(suffix);
}

/** Languages whose genitive is a bare s: "Apples iPhone" owns something there. */
const genitives = new Set(['de', 'nl', 'sv', 'da', 'no']);

/** "Teslas", "BMWs", German "Googles Suche": a bare s behind a name that is no ordinary word. */
function isPlural(text: string, folded: FoldedText, to: number, pattern: Pattern, language: string): boolean {
  const isOrdinary =
    pattern.isOrdinary &&
    (!genitives.has(language) || (isWordOf(pattern.word, language) && !(language === 'de' && germanOthers.has(pattern.word))));
  if (folded.chars[to] !== 115 || isOrdinary || pattern.length < 2 || folded.chars[to - 1] === 115) return false;
  if (to + 1 < folded.length && classOf(folded.chars[to + 1] as number) === is.latin) return false;
  // "yahoos" and "oracles" are words; "Yahoos" and "SONYs" are names.
  // Of two letters both have to be capitals: "VWs", not "Mes".
  return (
    text.charCodeAt(folded.starts[to] as number) === 115 &&
    isUpper(text, folded.starts[to - pattern.length] as number) &&
    (pattern.length > 2 || isUpper(text, folded.starts[to - 1] as number))
  );
}

/** "Best overallApple": the writer's space was lost between a small and a capital letter. "MacBook" is one word, so an ordinary word never splits from a capital one. */
function isCaseJoinLeft(text: string, folded: FoldedText, from: number, pattern: Pattern): boolean {
  const at = folded.starts[from] as number;
  if (!isUpper(text, at) || !isLower(text, at - 1)) return false;
  let start = at - 1;
  while (start > 0 && at - start < 30 && isLetter(text.charCodeAt(start - 1))) start--;
  const fragment = text.slice(start, at);
  // "Runner-upJBL": part of a compound.
  const isPlainWord = /^\p{Ll}{3,}$/u.test(fragment) || (fragment.length === 2 && text.charCodeAt(start - 1) === 45);
  return isPlainWord || (!pattern.isOrdinary && fragment.length >= 3);
}

function isCaseJoinRight(text: string, folded: FoldedText, to: number, pattern: Pattern): boolean {
  const at = folded.starts[to] as number;
  if (!isUpper(text, at) || pattern.length < 3 || (pattern.isOrdinary && !isJoinedLeft(text, folded, to - pattern.length, pattern)))
    return false;
  return isLower(text, at - 1) || (isLower(text, at + 1) && pattern.alias.text === pattern.alias.text.toUpperCase());
}

/** "budgetPumaVelocity": joined on both sides is a table whose cells ran together; "SquareTrade" is a name of its own. */
function isJoinedLeft(text: string, folded: FoldedText, from: number, pattern: Pattern): boolean {
  return from > 0 && classOf(folded.chars[from - 1] as number) === is.latin && isCaseJoinLeft(text, folded, from, pattern);
}

function isLetter(code: number): boolean {
  const kind = classOf(code);
  return kind !== is.other && kind !== is.digit && kind !== is.mark && kind !== is.indic && kind !== is.unspaced;
}

function isUpper(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character.toLowerCase() !== character;
}

function isLower(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character.toUpperCase() !== character;
}

function runEnd(folded: FoldedText, from: number, wanted: number): number {
  let end = from;
  while (end < folded.length && end - from < 12 && classOf(folded.chars[end] as number) === wanted) end++;
  return end;
}

function run(folded: FoldedText, from: number, wanted: number): string {
  return foldedSlice(folded, from, runEnd(folded, from, wanted));
}

function runBefore(folded: FoldedText, from: number, wanted: number): string {
  let start = from;
  while (start > 0 && from - start < 6 && classOf(folded.chars[start - 1] as number) === wanted) start--;
  return foldedSlice(folded, start, from);
}

/** Persian joins its endings by a zero-width non-joiner (سامسونگ‌ها): the name is whole before it. */
function isSeparated(text: string, folded: FoldedText, at: number): boolean {
  const end = endOf(folded, at - 1);
  return end < (folded.starts[at] as number) && text.charCodeAt(end) === 0x200c;
}

function hasArabicPrefix(text: string, folded: FoldedText, from: number): boolean {
  return isSeparated(text, folded, from) || arabicPrefixes.has(runBefore(folded, from, is.arabic));
}

function hasHebrewPrefix(folded: FoldedText, from: number): boolean {
  const prefix = runBefore(folded, from, is.hebrew);
  return prefix.length <= 3 && [...prefix].every((letter) => hebrewPrefixLetters.includes(letter));
}

function isHangulRight(folded: FoldedText, to: number, pattern: Pattern): boolean {
  const rest = run(folded, to, is.hangul);
  if (hangulParticles.has(rest) || pattern.length >= 4) return true;
  const continuation = hangulContinuations.find((name) => rest.startsWith(name));
  if (continuation === undefined) return false;
  return rest === continuation || hangulParticles.has(rest.slice(continuation.length));
}

function isKatakanaRight(folded: FoldedText, to: number, pattern: Pattern): boolean {
  if (folded.chars[to] === 0x30fc) return false;
  const rest = run(folded, to, is.katakana);
  return katakanaContinuations.some((name) => rest.startsWith(name)) || (pattern.length >= 5 && !pattern.isOrdinary);
}

/** Vowels written behind the consonant they belong to: a name cannot end in front of them. */
function isThaiContinuation(code: number): boolean {
  return code >= 0x0e30 && code <= 0x0e33 && code !== 0x0e32 ? true : code === 0x0e32 || code === 0x0e45;
}
