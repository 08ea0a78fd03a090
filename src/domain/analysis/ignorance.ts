import { hangulParticles } from './data/affixes.ts';
import { ignoranceWords } from './data/absent/vocabulary.ts';
import { fold } from './fold.ts';
import { placeholders } from './marked-sentence.ts';

const kind = { other: 0, filler: 1, knows: 2, denies: 4 } as const;
const says = kind.knows | kind.denies;

type Lexicon = {
  exact: Map<string, number>;
  stems: Map<string, { stem: string; bits: number }[]>;
  /** What words were found to be for. */
  known: Map<string, number>;
  /** All words, for scripts without spaces. */
  phrases: RegExp | null;
  /** Where another statement begins: "but". */
  turn: RegExp;
};
const lexicons = new Map<string, Lexicon>();
const writesWithoutSpaces = new Set(['zh', 'ja', 'th']);
/** Clauses of one sentence are looked at; a longer one says more than that nothing is known. */
const longestStatement = 300;
const shared: Record<string, string> = { uk: 'ru', fa: 'ar' };

/**
 * Which brands a sentence only says it knows nothing of, told by its words: nothing in the clause but words for not knowing, among them
 * one that denies and one for knowledge. "I have no information about Acme" is made of such words alone; "Acme has no free plan" is not.
 * @param marked the folded sentence with a placeholder for each mention
 * @returns indexes of mentions within the sentence
 */
export function findIgnorance(marked: string, language: string): number[] {
  const lexicon = lexiconOf(shared[language] ?? language);
  if (lexicon === null || marked.length > longestStatement || !mayDeny(marked, lexicon)) return [];
  // "I searched for Acme but found nothing on it": what follows without a name is still about the same.
  const statements: string[] = [];
  for (const part of marked.split(lexicon.turn)) {
    if (statements.length === 0 || placeholders(part).length > 0) statements.push(part);
    else {
      const before = statements.pop() ?? '';
      // "There is little about Acme, but the few reviews praise it": who knows little and goes on knows something.
      statements.push(little.test(before) ? part : `${before},${part}`);
    }
  }
  return statements.flatMap((statement) => findInStatement(statement, lexicon));
}

/** A glance at the words: without one that denies there is no ignorance, and most sentences have none. */
function mayDeny(marked: string, lexicon: Lexicon): boolean {
  if (lexicon.phrases !== null || marked.includes("n't")) return true;
  for (const word of marked.match(anyWord) ?? []) if ((bitsOfWord(word, lexicon) & kind.denies) !== 0) return true;
  return false;
}

const little = /\b(?:little|barely|scant|sparse|wenig|kaum|peu|poc[ao]|pouc[ao]|weinig|niewiele|malo|az)\b|мало/;

const anyWord = /[\p{L}\p{M}\p{N}]+/gu;

function findInStatement(statement: string, lexicon: Lexicon): number[] {
  const found: number[] = [];
  let run = '';
  let bits = 0;
  for (const clause of [...statement.split(clauseEnd), null]) {
    const clauseBits = clause === null ? kind.other : bitsOf(clause, lexicon);
    if (clauseBits !== kind.other) {
      run += clause;
      bits |= clauseBits;
      continue;
    }
    if ((bits & says) === says) found.push(...placeholders(run));
    run = '';
    bits = 0;
  }
  return found;
}

const clauseEnd = /[,;:()[\]、。!?|]|\s-\s/u;

/** Whether a sentence that names nobody says nothing but that nothing is known. */
export function isIgnorance(sentence: string, language: string): boolean {
  const lexicon = lexiconOf(shared[language] ?? language);
  return lexicon !== null && sentence.length <= longestStatement && (bitsOf(sentence, lexicon) & says) === says;
}

/** What the words of a clause are for; 0 if one of them is none of ignorance's. */
function bitsOf(clause: string, lexicon: Lexicon): number {
  if (owning.test(clause) || notOnly.test(clause)) return kind.other;
  return lexicon.phrases === null ? bitsOfWords(clause, lexicon) : bitsOfCharacters(clause, lexicon.phrases, lexicon.exact);
}

function bitsOfWords(clause: string, lexicon: Lexicon): number {
  // "Acme만한 것이 없다": nothing like Acme.
  if (/[\ue000-\uf8ff](?:만한|만큼|보다|처럼|같은|말고)/.test(clause)) return kind.other;
  let bits: number = kind.filler;
  // What stands right behind a name is its case ending.
  const words =
    clause
      .replace(/n't\b/g, ' not')
      .replace(/\ba little\b/g, '')
      .replace(/\b(tell|give|show|offer) you\b/g, '$1')
      .replace(/([\ue000-\uf8ff])['’]?\p{L}{1,5}(?!\p{L})/gu, '$1 ')
      .match(anyWord) ?? [];
  for (const word of words) {
    const found = bitsOfWord(word, lexicon);
    if (found === kind.other) return kind.other;
    bits |= found;
  }
  return bits;
}

/** "Acme has no documentation" says something of Acme. */
const owning = /[\ue000-\uf8ff] (?:has|have|had|hat|haben|hatte|tiene|tienen|tem|tinha|ha|hanno|heeft|hebben|ma|maja|har)\b/;

/** "Not only Acme", "しか": what is found besides or alone is found. Folded. */
const notOnly = new RegExp(
  `\\b(?:not (?:only|just|merely)|nicht nur|no solo|no solamente|nao (?:so|apenas)|non solo|pas (?:seulement|que)|niet alleen|nie tylko|nejen|inte bara|ei vain|khong chi|tidak hanya)\\b|[\\ue000-\\uf8ff]${fold('しか')}|${['не только', 'не лише', '少なくな', '少なくあり', 'ไม่เพียง', 'ไม่ใช่แค่', '不只', '不仅'].map(fold).join('|')}`,
  'u',
);

function bitsOfWord(word: string, lexicon: Lexicon): number {
  let bits = lexicon.known.get(word);
  if (bits === undefined) {
    bits = lookUp(word, lexicon);
    if (lexicon.known.size >= mostKnown) lexicon.known.clear();
    if (word.length <= longestKnown) lexicon.known.set(word, bits);
  }
  return bits;
}

const mostKnown = 20_000;
// Longer ones would keep the text alive that they were cut out of.
const longestKnown = 12;

function lookUp(word: string, { exact, stems }: Lexicon): number {
  if (/^(?:[a-z]|\d+)$/.test(word)) return kind.filler;
  const found = exact.get(word) ?? bitsOfStem(word, stems);
  if (found !== kind.other) return found;
  if (hangulParticles.has(word)) return kind.filler;
  if (word.charCodeAt(0) < firstHebrew) return kind.other;
  // Articles and conjunctions that Arabic and Hebrew write together with the word.
  const bare = word.replace(/^(?:[وف]?(?:ال|لل|ب|ل|ك)?|[והבלמש]{1,2})/u, '');
  return bare.length >= 2 && bare !== word ? (exact.get(bare) ?? bitsOfStem(bare, stems)) : kind.other;
}

const firstHebrew = 0x590;

function bitsOfStem(word: string, stems: Lexicon['stems']): number {
  let bits = 0;
  for (const { stem, bits: own } of stems.get(word.charAt(0)) ?? []) if (word.startsWith(stem)) bits |= own;
  return bits;
}

function bitsOfCharacters(clause: string, phrases: RegExp, exact: Lexicon['exact']): number {
  let bits: number = kind.filler;
  const rest = clause.replace(phrases, (phrase) => {
    bits |= exact.get(phrase) ?? 0;
    return '';
  });
  return /[\p{L}\p{N}]/u.test(rest.replace(/[\ue000-\uf8ff]/g, '')) ? kind.other : bits;
}

function lexiconOf(language: string): Lexicon | null {
  const known = lexicons.get(language);
  const words = ignoranceWords[language];
  if (known !== undefined || words === undefined) return known ?? null;
  const exact = new Map<string, number>();
  const stems = new Map<string, { stem: string; bits: number }[]>();
  const add = (list: string, bits: number): void => {
    for (const raw of list.split(' ')) {
      const word = fold(raw.replace(/\*$/, ''));
      if (word === '') continue;
      if (raw.endsWith('*')) stems.set(word.charAt(0), [...(stems.get(word.charAt(0)) ?? []), { stem: word, bits }]);
      else exact.set(word, (exact.get(word) ?? 0) | bits);
    }
  };
  add(words.filler, kind.filler);
  add(words.knows, kind.knows);
  add(words.denies, kind.denies);
  add(words.unknown, says);
  const isSpaced = !writesWithoutSpaces.has(language);
  const made: Lexicon = {
    exact,
    stems,
    known: new Map(),
    phrases: isSpaced ? null : anyOf([...exact.keys()], ''),
    turn: anyOf(words.turns.split(' ').map(fold), isSpaced ? '\\p{L}' : ''),
  };
  lexicons.set(language, made);
  return made;
}

/** Longer ones first, as they hold shorter ones; none within a word of `letters`. */
function anyOf(words: readonly string[], letters: string): RegExp {
  const choice = words.toSorted((a, b) => b.length - a.length).join('|');
  return new RegExp(letters === '' ? choice : `(?<!${letters})(?:${choice})(?!${letters})`, 'gu');
}
