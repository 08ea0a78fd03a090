import {
  adverbs,
  afterVerbs,
  calendarNames,
  coordinators,
  determiners,
  firmNouns,
  firmPrepositions,
  firmVerbs,
  germanOthers,
  placePrepositions,
  places,
  sentenceAdverbs,
  subjectWords,
  verbObjects,
} from './data/grammar-words.ts';
import { isCaselessWord } from './caseless.ts';
import {
  choiceLabel,
  comparedTo,
  ofWhom,
  apposition,
  colourPhrase,
  germanConjunctions,
  takesArticles,
  seldomBorrowed,
} from './data/homonym-context.ts';
import { everydayNames, ordinaryWords } from './data/ordinary-words.ts';
import { judgeCaseless, judgeEveryday } from './everyday-names.ts';
import { fold } from './fold.ts';
import { isCompanyCompound } from './hyphen-compounds.ts';
import { type Neighbour, wordAfter, wordBefore } from './neighbours.ts';
import { innerCapital, isWordOf, languagesOf } from './ordinary-names.ts';
import { type HomonymCase, isMaker, isSentenceStart, type Shape } from './homonym-case.ts';
import { senseScore } from './sense-score.ts';

export type Verdict = { isBrand: boolean; rule: string };

/** Judges one place where an ordinary word that is also a brand stands. */
export function judge(item: HomonymCase): Verdict {
  const everyday = everydayNames[item.folded];
  if (everyday !== undefined) return judgeEveryday(item, everyday.unless);
  if (isCaselessWord(item.folded)) return judgeCaseless(item);
  const surface = item.text.slice(item.start, item.end);
  const shape = shapeOf(surface);
  if (innerCapital.test(item.alias)) return { isBrand: shape !== 'lower' || item.isAllLower, rule: 'inner-capital' };
  if (isForeignAccent(item, surface)) return { isBrand: false, rule: 'accented-word' };
  const before = wordBefore(item.text, item.start, item.sentenceStart);
  const after = wordAfter(item.text, item.end, item.sentenceEnd);
  if (item.isInName) return { isBrand: false, rule: 'in-name' };
  if (item.folded.includes(' ')) return judgePhrase(item, shape, before);
  const score =
    shapeScore(item, shape, before) +
    grammarScore(item, shape, before, after) +
    listScore(item, before, after) +
    senseScore(item, before, after, shape) +
    (item.isBrandSupported ? (calendarNames.has(item.folded) ? 1 : 2) : 0);
  return { isBrand: score >= 1, rule: `homonym:${score}` };
}

/** "the best buy for the money": all small is not Best Buy. */
function judgePhrase(item: HomonymCase, shape: Shape, before: Neighbour): Verdict {
  if (shape !== 'lower') return { isBrand: true, rule: 'phrase:capitals' };
  if (item.alias === item.alias.toLowerCase() && !determiners.has(before.word)) return { isBrand: true, rule: 'phrase:as-written' };
  const isBrand = item.isAllLower && !determiners.has(before.word);
  return { isBrand, rule: 'phrase:lower' };
}

function shapeOf(surface: string): Shape {
  if (surface === surface.toLowerCase()) return 'lower';
  return surface.length > 1 && surface === surface.toUpperCase() ? 'upper' : 'capital';
}

/** "über" is not Uber, "más" is not MAS: the accented form is itself a word, and the alias is written without. */
function isForeignAccent(item: HomonymCase, surface: string): boolean {
  const written = surface.normalize('NFC').toLowerCase();
  if (written === item.alias.normalize('NFC').toLowerCase()) return false;
  if (!/[^\u0000-\u007f]/.test(written)) return false;
  for (const words of Object.values(ordinaryWords)) if (` ${words} `.includes(` ${written} `)) return true;
  return false;
}

/** Languages that are easily taken for one another, and share many words. */
const neighbours = new Map([
  ['uk', ['ru']],
  ['ru', ['uk']],
  ['pt', ['es']],
  ['es', ['pt']],
]);

function shapeScore(item: HomonymCase, shape: Shape, before: Neighbour): number {
  const languages = languagesOf(item.folded);
  const isForeign =
    languages !== undefined && !languages.has(item.language) && !neighbours.get(item.language)?.some((one) => languages.has(one));
  // An alias that is written small itself (bol, x.ai) says nothing by being small.
  if (shape === 'lower')
    return item.isAllLower || item.alias === item.alias.toLowerCase()
      ? 0
      : isForeign && item.language !== 'en' && /[\u3000-\u9fff\uac00-\ud7af]/.test(item.text)
        ? -1
        : -4;
  if (item.capitalsSayNothing) return isForeign ? 2 : 0;
  // A name of capitals only (LINE), written so in a line that has small letters.
  if (shape === 'upper') return item.alias === item.alias.toUpperCase() ? 3 : 1;
  // Not a word of any language but a name with another bearer: Nike the goddess.
  if (isForeign || languages === undefined)
    return languages !== undefined && [...languages].every((one) => seldomBorrowed.has(one)) ? 3 : 2;
  if (isSentenceStart(item, before)) return 0;
  // German writes every noun with a capital, and no other word.
  return item.language === 'de' && !(germanOthers.has(item.folded) && !colourPhrase.test(before.word)) ? 0.5 : 3;
}

function grammarScore(item: HomonymCase, shape: Shape, before: Neighbour, after: Neighbour): number {
  let score = 0;
  const isTightBefore = before.between === '' || before.between === '"' || before.between === '“';
  const isTightAfter = after.between === '';
  const startsSentence = isSentenceStart(item, before);
  // "A Nike é …", "la Mango": where names take articles, one says little.
  const articleWeight = shape === 'lower' ? 2 : takesArticles.has(item.language) || isBorrowed(item, after) ? 0.5 : 1.5;
  if (isCompanyCompound(item.text, item.end, item.language)) score += 2;
  else if (isTightBefore && determiners.has(before.word) && !isMaker(item, shape, after) && !isForeignCompound(item))
    score -= articleWeight;
  if (
    startsSentence &&
    /^\s?\d{1,2}[.)、．][\s*_]*$/.test(item.text.slice(Math.max(0, item.start - 5), item.start)) &&
    !verbObjects.has(after.word)
  )
    score += 1;
  // "The Amazon flooded": companies take no article.
  if (isTightBefore && before.word === 'the' && isTightAfter && !item.hasCompany && isVerb(after.word, item.language)) score -= 1;
  if (item.language === 'de' && isTightBefore && shape !== 'lower' && germanConjunctions.has(before.word)) score += 0.5;
  if (
    isTightAfter &&
    startsSentence &&
    item.hasCompany &&
    item.language === 'en' &&
    shape !== 'lower' &&
    /^[a-z]{3,}[^su]s$/.test(after.raw)
  )
    score += 1;
  if (isTightAfter && startsSentence && shape !== 'lower' && !subjectWords.has(item.folded) && isPresentTense(item, after)) score += 2;
  if (shape !== 'lower' && ofWhom.test(item.text.slice(Math.max(0, item.start - 24), item.start))) score += 2;
  if (isTightBefore && firmPrepositions.has(before.word)) score += 1;
  // "Hiking in Patagonia in winter", unlike "in Patagonia stores".
  if (isTightBefore && placePrepositions.has(before.word) && places.has(item.folded) && !firmNouns.has(after.word)) score -= 3;
  if (shape !== 'lower' && item.hasCompany && comparedTo.test(item.text.slice(item.end, item.end + 40))) score += 1.5;
  if (isTightAfter && isVerb(after.word, item.language) && !(isTightBefore && determiners.has(before.word)))
    score += startsSentence && subjectWords.has(item.folded) ? 0 : 2;
  if (isTightAfter && firmNouns.has(after.word)) score += shape === 'lower' ? 1 : 2;
  if (isTightAfter && startsSentence && verbObjects.has(after.word) && (item.capitalsSayNothing || after.raw === after.word)) score -= 3;
  // Latin in Chinese, Japanese or Korean text is a name, in small letters too: "vivo X100".
  if (shape === 'lower' && isTightAfter && /\d/.test(after.raw) && /[\u3040-\u9fff\uac00-\ud7af]/.test(item.text)) score += 3;
  if (shape !== 'lower' && isTightAfter) score += productScore(item, after, startsSentence);
  if (
    shape !== 'lower' &&
    (item.capitalsSayNothing || startsSentence) &&
    choiceLabel.test(item.text.slice(Math.max(0, item.start - 40), item.start))
  )
    score += 1;
  if (startsSentence && shape !== 'lower' && /^[:：(–—]/.test(after.between) && /^\p{Lu}|^formerly$/u.test(after.raw)) score += 1;
  if (shape !== 'lower' && after.between.startsWith(',') && apposition.test(item.text.slice(item.end, item.end + 70))) score += 2;
  if (before.word === '' && after.between.startsWith(',') && sentenceAdverbs.has(item.folded)) score -= 4;
  // "Target's", Turkish "Mavi'den"; quotation marks around a capital, as Russian writes names.
  if (shape === 'lower') return score;
  const next = item.text.charAt(item.end);
  if (!calendarNames.has(item.folded) && (next === "'" || next === '’') && /\p{L}/u.test(item.text.charAt(item.end + 1))) score += 2;
  if ('»“”"」'.includes(next) && next !== '' && '«„“"「'.includes(item.text.charAt(item.start - 1))) score += 1;
  return score;
}

/** "Der Ford bietet": no German noun, no compound, and the subject of a verb. */
const isBorrowed = ({ text, end, language, folded }: HomonymCase, after: Neighbour): boolean =>
  language === 'de' && !isWordOf(folded, 'de') && text.charCodeAt(end) !== 45 && after.between === '' && isVerb(after.word, language);

/** "Ein Miele-Staubsauger": the article is the compound's; neither a German nor a borrowed word stands in front of the hyphen. */
function isForeignCompound({ text, end, language, folded }: HomonymCase): boolean {
  if (language !== 'de' || text.charCodeAt(end) !== 45 || isWordOf(folded, 'de') || isWordOf(folded, 'en')) return false;
  return /^-\p{Lu}/u.test(text.slice(end, end + 2));
}

/** A verb that bare names take; of the English ones in -ed all but those that make a noun an adjective. */
function isVerb(word: string, language: string): boolean {
  return (
    firmVerbs.has(word) ||
    (language === 'en' &&
      /^[a-z]{2,}ed$/.test(word) &&
      !/(?:based|shaped|sized|related|need|speed|feed|seed|weed|breed|indeed|shed|bed|red)$/.test(word))
  );
}

/** "Bounty absorbs more than …": a bare word, a word in -s and what no noun stands in front of. */
function isPresentTense({ language, text, sentenceEnd }: HomonymCase, { raw, start }: Neighbour): boolean {
  if (language === 'en' && adverbs.has(raw)) {
    const verb = wordAfter(text, start + raw.length, sentenceEnd).raw;
    return /^[a-z]{2,}[^su]s$/.test(verb) || firmVerbs.has(verb);
  }
  return language === 'en' && /^[a-z]{3,}[^su]s$/.test(raw) && afterVerbs.has(wordAfter(text, start + raw.length, sentenceEnd).word);
}

/** "Lucid Air", "Brother HL-L2350": what follows a maker's name is written like a name itself, or like a model's number. */
function productScore(item: HomonymCase, after: Neighbour, startsSentence: boolean): number {
  if (/\d/.test(after.raw) && /\p{L}/u.test(after.raw)) return 2;
  // "Sage 50 is …": a model's number, not a count of things.
  if (startsSentence && /^\d{1,4}$/.test(after.raw) && !calendarNames.has(item.folded)) {
    const next = wordAfter(item.text, after.start + after.raw.length, item.sentenceEnd);
    return next.between === '' && isVerb(next.word, item.language) ? 1.5 : 0;
  }
  if (item.language === 'de' || !/^\p{Lu}/u.test(after.raw)) return 0;
  if (item.capitalsSayNothing) return item.isListItem ? 1 : 0;
  return startsSentence ? 1.5 : 0;
}

/** Names stand in rows with other names: "Walmart, Target and Costco"; a head that stands alone is what the list is about. */
function listScore(item: HomonymCase, before: Neighbour, after: Neighbour): number {
  const isVersus = before.word === 'vs' && before.between.startsWith('.');
  const rowBefore = isVersus || /^[,、，/&]$/.test(before.between) || (before.between === '' && coordinators.has(before.word));
  const rowAfter = /^[,、，/&]$/.test(after.between) || (after.between === '' && coordinators.has(after.word));
  const isNamed = (neighbour: Neighbour): boolean => /^\p{Lu}/u.test(neighbour.raw) && languagesOf(neighbour.word) === undefined;
  let score = 0;
  if ((rowBefore || rowAfter) && item.hasCompany) score += 2;
  else if ((rowBefore && isNamed(before)) || (rowAfter && isNamed(after)) || (rowAfter && isJoinedToName(item))) score += 1;
  if (!item.isHead) return score;
  const siblings = item.siblings();
  const isAlone = after.word === '' || /[:：–—|(-]/.test(after.between);
  if (siblings === 'labels' && isAlone) return score - 2;
  return score + (isAlone ? 1 : 0) + (siblings === 'brands' ? 1 : 0);
}

/** "Grab and Gojek": what a conjunction joins it to is a name that is no word. */
function isJoinedToName({ text, end, capitalsSayNothing }: HomonymCase): boolean {
  const next = /^ (?:and|or|und|oder|y|o|et|ou|e) (\p{Lu}[\p{L}\p{N}]+)/u.exec(text.slice(end, end + 40))?.[1];
  return !capitalsSayNothing && next !== undefined && languagesOf(fold(next)) === undefined;
}
