import { sentencePattern } from '../../sentence-pattern.ts';
import { type ComparisonRule, foldSource, type LanguageComparisons } from './comparison-rule.ts';
import { ar } from './ar.ts';
import { choiceFrames } from './choices.ts';
import { cs } from './cs.ts';
import { de } from './de.ts';
import { el } from './el.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fi } from './fi.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { id } from './id.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { th } from './th.ts';
import { tr } from './tr.ts';
import { uk } from './uk.ts';
import { vi } from './vi.ts';
import { unlikeRules } from './unlike.ts';
import { zh } from './zh.ts';

const languages: Record<string, LanguageComparisons> = {
  ar,
  cs,
  de,
  el,
  en,
  es,
  fi,
  fr,
  he,
  hi,
  id,
  it,
  ja,
  ko,
  nl,
  pl,
  pt,
  ru,
  sv,
  th,
  tr,
  uk,
  vi,
  zh,
};

function byLanguage<T>(pick: (one: LanguageComparisons) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(languages).map(([language, one]) => [language, pick(one)]));
}

export const comparisonRules: Readonly<Record<string, readonly ComparisonRule[]>> = Object.fromEntries(
  Object.entries(languages).map(([language, { rules, lexicon }]) => [
    language,
    [...rules, ...unlikeRules(language, lexicon), ...choiceFrames(language)],
  ]),
);

/** `opening`: in the clause before the comparison; `within`: inside it; `supposed`: of a brand, anywhere before it in the sentence. */
export const hypotheticals = byLanguage(({ opening, within, supposed }) => ({
  opening: new RegExp(foldSource(opening)),
  within: new RegExp(foldSource(within)),
  supposed: supposed === undefined ? null : sentencePattern(supposed),
}));

/** Articles in front of a name, which no rule needs to know of. */
export const articles = byLanguage((one) =>
  one.articles === undefined ? null : new RegExp(`\\b(?:${one.articles}) (?=[\\ue000-\\uf8ff])`, 'g'),
);

/** What everybody wants, and what nobody wants. */
export const lexicons = byLanguage(({ lexicon }) => ({
  good: new RegExp(foldSource(lexicon.good)),
  bad: new RegExp(foldSource(lexicon.bad)),
}));

const aspects = byLanguage(({ lexicon }) =>
  lexicon.aspects.map(([pattern, name]): [RegExp, string] => [new RegExp(foldSource(pattern.source)), name]),
);

/** What the preference is about: by the comparative's meaning, else what the sentence says it is for. */
export function aspectOf(language: string, word: string, rest: string | null): string | null {
  const tail = (rest ?? '').trim();
  for (const [pattern, name] of aspects[language] ?? []) if (pattern.test(`${word} ${tail}`)) return name;
  const named = tail
    .replace(/^(?:for|in terms of|when it comes to|on|in|at|to use for|with|regarding|bei|beim|für|en|para|pour)\s+/, '')
    .trim();
  if (named.length >= 3 && !/^(?:than|to|use|overall|and|or)\b/.test(named)) return named.slice(0, 60);
  const noun = /^(?:much |far )?(?:more|fewer|higher|lower|longer|greater|mehr|más|plus|mais|più) ([a-z-]{4,})$/.exec(word)?.[1];
  return noun !== undefined && noun.endsWith('s') ? noun : null;
}
