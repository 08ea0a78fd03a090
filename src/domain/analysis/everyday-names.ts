import { caselessScore } from './caseless.ts';
import { everydayNames } from './data/ordinary-words.ts';
import { fold } from './fold.ts';
import type { HomonymCase } from './homonym-case.ts';
import type { Verdict } from './homonyms.ts';

/** Which company an everyday word keeps in a sentence; worked out once a sentence and name. */
export type Company = { brand: boolean; taken: boolean };

const everydayWords = new Map<string, { brand: string[]; taken: string[] }>();

export function companyOf(word: string, sentence: string): Company {
  const entry = everydayNames[word];
  let words = everydayWords.get(word);
  if (words === undefined) {
    const split = (list = ''): string[] => (list === '' ? [] : list.split(' ').map(fold));
    words = { brand: split(entry?.brand), taken: split(entry?.taken) };
    everydayWords.set(word, words);
  }
  return { brand: words.brand.some((cue) => sentence.includes(cue)), taken: words.taken.some((cue) => sentence.includes(cue)) };
}

export function judgeEveryday(item: HomonymCase, unless: boolean): Verdict {
  const { text, start, end, sentenceStart, sentenceEnd, folded } = item;
  const surroundings = caselessScore(text, start, end, sentenceStart, sentenceEnd, folded);
  if (surroundings <= -4) return { isBrand: false, rule: 'everyday:form' };
  const company = item.company();
  if (company.brand) return { isBrand: true, rule: 'everyday:brand-company' };
  if (company.taken) return { isBrand: false, rule: 'everyday:ordinary-company' };
  if (!unless) return { isBrand: true, rule: 'everyday:default' };
  const isBrand = item.isHead || item.hasCompany || item.isBrandSupported || surroundings >= 1;
  return { isBrand, rule: isBrand ? 'everyday:place' : 'everyday:no-evidence' };
}

/** An everyday word of a script without capitals is a name where its surroundings say so: a row of names, a product, a purchase. */
export function judgeCaseless(item: HomonymCase): Verdict {
  const { text, start, end, sentenceStart, sentenceEnd, folded } = item;
  const score =
    caselessScore(text, start, end, sentenceStart, sentenceEnd, folded) +
    item.rowOfNames() +
    (item.isHead ? 2 : 0) +
    (item.isBrandSupported ? 1 : 0);
  return { isBrand: score >= 1, rule: `caseless:${score}` };
}
