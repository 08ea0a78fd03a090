import {
  adverbs,
  afterVerbs,
  calendarNames,
  calendarWords,
  companyWords,
  coordinators,
  determiners,
  firmNouns,
  firmPrepositions,
  firmVerbs,
  looseWords,
  prepositions,
  sentenceAdverbs,
  verbObjects,
} from './data/grammar-words.ts';
import { isCaselessWord } from './caseless.ts';
import { everydayNames, ordinaryWords } from './data/ordinary-words.ts';
import { type Company, judgeCaseless, judgeEveryday } from './everyday-names.ts';
import { fold } from './fold.ts';
import { isCompanyCompound } from './hyphen-compounds.ts';
import { type Neighbour, wordAfter, wordBefore } from './neighbours.ts';
import { innerCapital, languagesOf } from './ordinary-names.ts';
import { senseOf } from './sense-words.ts';

/** What the judgement looks at. Offsets are UTF-16 into `text`. */
export type HomonymCase = {
  text: string;
  start: number;
  end: number;
  sentenceStart: number;
  sentenceEnd: number;
  /** Folded alias, and the alias as the panel writes it. */
  folded: string;
  alias: string;
  language: string;
  /** Stands at the head of a list item, heading or table cell. */
  isHead: boolean;
  /** Heads an item of a list, not a heading that might be about anything. */
  isListItem: boolean;
  /** What the items beside it in a list are headed by: other brands, labels such as "Budget:", or something else. */
  siblings: () => 'brands' | 'labels' | 'other';
  /** Most words of its line have capitals, or the line has no small letters: capitals say nothing. */
  capitalsSayNothing: boolean;
  /** The answer has no capital letters at all: small letters say nothing. */
  isAllLower: boolean;
  /** The same brand is named elsewhere in the answer by a name that is no ordinary word, or by its domain. */
  isBrandSupported: boolean;
  /** Within a longer name that begins with another brand's: "Colgate Total". */
  isInName: boolean;
  /** Another panel brand stands in the same sentence. */
  hasCompany: boolean;
  /** Joined by a comma or conjunction to another brand of the panel: 3, to one that may be a word too: 1, to none: 0. */
  rowOfNames: () => number;
  /** Folded words of the sentence. */
  sentenceWords: () => readonly string[];
  company: () => Company;
};
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

type Shape = 'lower' | 'capital' | 'upper';

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

function isSentenceStart(item: HomonymCase, before: Neighbour): boolean {
  return before.word === '' || /[:：.!?•|–—]["“«(]*$/.test(before.between) || item.isHead;
}

/** Languages whose words nobody takes into another one's text but as names. */
const seldomBorrowed = new Set(['cs', 'fi', 'hu', 'ro', 'da', 'no', 'sv', 'pl', 'tr', 'vi', 'id']);

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
  // German writes every noun with a capital.
  return item.language === 'de' ? 0.5 : 3;
}

function grammarScore(item: HomonymCase, shape: Shape, before: Neighbour, after: Neighbour): number {
  let score = 0;
  const isTightBefore = before.between === '' || before.between === '"' || before.between === '“';
  const isTightAfter = after.between === '';
  const startsSentence = isSentenceStart(item, before);
  // "A Nike é …", "la Mango": where names take articles, one says little.
  const articleWeight = shape === 'lower' ? 2 : takesArticles.has(item.language) ? 0.5 : 1.5;
  if (isCompanyCompound(item.text, item.end, item.language)) score += 2;
  else if (isTightBefore && determiners.has(before.word) && !isMaker(item, shape, after)) score -= articleWeight;
  if (
    startsSentence &&
    /^\s?\d{1,2}[.)、．][\s*_]*$/.test(item.text.slice(Math.max(0, item.start - 5), item.start)) &&
    !verbObjects.has(after.word)
  )
    score += 1;
  // "The Amazon flooded": companies take no article.
  if (isTightBefore && before.word === 'the' && isTightAfter && isVerb(after.word, item.language)) score -= 1;
  if (item.language === 'de' && isTightBefore && shape !== 'lower' && germanConjunctions.has(before.word)) score += 0.5;
  if (isTightAfter && startsSentence && shape !== 'lower' && isPresentTense(item, after)) score += 2;
  if (shape !== 'lower' && ofWhom.test(item.text.slice(Math.max(0, item.start - 24), item.start))) score += 2;
  if (isTightBefore && firmPrepositions.has(before.word)) score += 1;
  if (shape !== 'lower' && item.hasCompany && comparedTo.test(item.text.slice(item.end, item.end + 40))) score += 1.5;
  if (isTightAfter && isVerb(after.word, item.language) && !(isTightBefore && determiners.has(before.word))) score += 2;
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

/** A verb that bare names take; of the English ones in -ed all but those that make a noun an adjective. */
function isVerb(word: string, language: string): boolean {
  return (
    firmVerbs.has(word) ||
    (language === 'en' &&
      /^[a-z]{2,}ed$/.test(word) &&
      !/(?:based|shaped|sized|related|need|speed|feed|seed|weed|breed|indeed|shed|bed|red)$/.test(word))
  );
}

/** "The Ford Maverick": the article belongs to the product that the capital behind the name begins. */
function isMaker({ capitalsSayNothing, language }: HomonymCase, shape: Shape, after: Neighbour): boolean {
  return shape !== 'lower' && !capitalsSayNothing && language !== 'de' && after.between === '' && /^\p{Lu}/u.test(after.raw);
}

/** "Bounty absorbs more than …": a bare word, a word in -s and what no noun stands in front of. */
function isPresentTense({ language, text, sentenceEnd }: HomonymCase, { raw, start }: Neighbour): boolean {
  if (language === 'en' && adverbs.has(raw)) {
    const verb = wordAfter(text, start + raw.length, sentenceEnd).raw;
    return /^[a-z]{2,}[^su]s$/.test(verb) || firmVerbs.has(verb);
  }
  return language === 'en' && /^[a-z]{3,}[^su]s$/.test(raw) && afterVerbs.has(wordAfter(text, start + raw.length, sentenceEnd).word);
}

/** A German noun that is to be counted takes an article behind them, a name does not: "während Globus nur …". */
const germanConjunctions = new Set(['während', 'weil', 'dass', 'wenn', 'ob', 'aber', 'sondern', 'denn', 'da', 'obwohl']);

const takesArticles = new Set(['pt', 'it', 'es', 'fr', 'el']);

/** "Best overall:", "Runner-up:": what follows is a choice. */
const choiceLabel =
  /\b(?:best|top|winner|runner-up|pick|choice|overall|budget|value|upgrade|premium|option|alternative|\d(?:st|nd|rd|th)|platz \d|puesto|lugar|posto|mejor|meilleure?|melhor|migliore?|beste[rsn]?|testsieger|second|third|first)\b[^:：.!?]{0,24}(?:[:：]| [–—-])[\s*]*$|(?<!\p{L})(?:место|місце|лучш\p{L}+|выбор|miejsce|najleps\p{L}+|nejlep\p{L}+|misto|místo|sija|paras|θέση|καλύτερ\p{L}+|sıra|en iyi)[^:.!?]{0,16}(?::| [–—-])[\s*]*$/iu;

/** "Wolf ist leiser als Vaillant", beside a brand. */
const comparedTo = /^[^.,;:!?]{1,30} (?:als|than|dan|que|niż|než|чем|ніж) \p{Lu}/u;

/** "Pros of Square", "alternatives to Notion". */
const ofWhom =
  /\b(?:pros|cons|advantages|disadvantages|drawbacks|benefits|reviews?|alternatives?|downsides|upsides) (?:of|to|for|about) $/i;

/** "Orange, the French telecoms group". */
const apposition =
  /^,\s(?:the|a|an|one of)\s[^.,;]{0,50}\b(?:company|group|retailer|maker|brand|fintech|lender|insurer|carmaker|automaker|neobank|telecom|supermarket|carrier|unicorn|exchange|marketplace|label|publisher|broker|provider|firm|chain|platform|operator|giant|start-?up|bank|carrier|app|service|manufacturer|vendor|store|airline|network)\b/i;

/** "Lucid Air", "Brother HL-L2350": what follows a maker's name is written like a name itself, or like a model's number. */
function productScore(item: HomonymCase, after: Neighbour, startsSentence: boolean): number {
  if (/\d/.test(after.raw) && /\p{L}/u.test(after.raw)) return 2;
  if (item.language === 'de' || !/^\p{Lu}/u.test(after.raw)) return 0;
  if (item.capitalsSayNothing) return item.isListItem ? 1 : 0;
  return startsSentence ? 1.5 : 0;
}

/** Names stand in rows with other names: "Walmart, Target and Costco"; a head that stands alone is what the list is about. */
function listScore(item: HomonymCase, before: Neighbour, after: Neighbour): number {
  const rowBefore = /^[,、，/&]$/.test(before.between) || (before.between === '' && coordinators.has(before.word));
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

function senseScore(item: HomonymCase, before: Neighbour, after: Neighbour, shape: Shape): number {
  const isCompany = shape !== 'lower' && !item.capitalsSayNothing && !determiners.has(before.word) && speaksOfCompany(item);
  const sense = senseOf(item.folded);
  if (sense === undefined) return isCompany ? 2 : 0;
  let score = isCompany ? 2 : 0;
  if (after.between === '' && sense.next.has(after.word)) score -= isFollowedByPhrase(item, shape, before, after) ? 2 : 5;
  if (before.between === '' && sense.before.has(before.word)) {
    const isDate = calendarWords.has(before.word) && shape !== 'lower';
    // "to Zoom" may be either; "a work Visa" is not the brand, whatever follows.
    const isLoose = looseWords.has(before.word);
    score -= isDate ? 5 : determiners.has(before.word) ? Number(!isMaker(item, shape, after)) : isLoose ? (shape === 'lower' ? 3 : 2) : 5;
  }
  if (sense.near.size === 0 && sense.brand.size === 0) return score;
  let company = 0;
  for (const word of item.sentenceWords()) {
    if (sense.brand.has(word) || (word.endsWith('s') && sense.brand.has(word.slice(0, -1)))) return score + 2;
    if (sense.near.has(word)) company = -3;
  }
  return score + company;
}

/** "We use Zoom in Berlin", unlike "click Zoom in to enlarge": a capital within a sentence says more than a preposition behind it. */
function isFollowedByPhrase(item: HomonymCase, shape: Shape, before: Neighbour, after: Neighbour): boolean {
  if (shape === 'lower' || item.capitalsSayNothing || isSentenceStart(item, before) || !prepositions.has(after.raw)) return false;
  const next = wordAfter(item.text, after.start + after.raw.length, item.sentenceEnd);
  return next.between === '' && next.word !== '' && next.word !== 'and' && !prepositions.has(next.word);
}

function speaksOfCompany(item: HomonymCase): boolean {
  for (const word of item.sentenceWords()) if (companyWords.has(word)) return true;
  return false;
}
