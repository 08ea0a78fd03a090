import { isCaselessWord } from './caseless.ts';
import { determiners, phraseWords } from './data/grammar-words.ts';
import { everydayNames, ordinaryWords } from './data/ordinary-words.ts';
import { senses } from './data/senses.ts';
import { fold } from './fold.ts';

let languagesOfWord: Map<string, Set<string>> | null = null;

/** The languages that a folded word is a word of. */
export function languagesOf(word: string): Set<string> | undefined {
  if (languagesOfWord === null) {
    languagesOfWord = new Map();
    for (const [language, words] of Object.entries(ordinaryWords)) {
      for (const ordinary of words.split(' ')) {
        const key = fold(ordinary);
        const languages = languagesOfWord.get(key) ?? new Set<string>();
        languagesOfWord.set(key, languages.add(language));
      }
    }
  }
  return languagesOfWord.get(word);
}

/** Whether a folded name is a word of a language besides. */
export const isWordOf = (word: string, language: string): boolean => languagesOf(word)?.has(language) ?? false;

/** Whether a name consists of ordinary words only, so that its place in the sentence has to decide. */
export function isOrdinaryName(folded: string, alias: string): boolean {
  if (folded in everydayNames || folded in senses || isCaselessWord(folded)) return true;
  const words = folded.split(/[ -]/);
  // A capital inside (HubSpot, eBay) is how nobody writes the ordinary words that it may be made of.
  if (words.length > 1 && innerCapital.test(alias)) return false;
  return words.every((word) => languagesOf(word) !== undefined || (words.length > 1 && (determiners.has(word) || phraseWords.has(word))));
}

export const innerCapital = /\p{Ll}\p{Lu}/u;
