import { byWord, choiceRules, type LanguageComparisons, type Lexicon, rule, turnRules, whole } from './comparison-rule.ts';

/** What a language with a "than" needs for the common sentences. `comparative` is a pattern of its own words; `not` keeps a clause from being one. */
type Words = {
  comparative: string;
  /** Of the same adjectives in "not as … as": the word, and what nobody wants among them. */
  asMuch?: { not: string; as: string; bad: string };
  than: string;
  not: string;
  /** Case endings behind a name. */
  ending?: string;
  beats: string;
  loses: string;
  prefer: string;
  instead: string;
  against: string;
  between?: { between: string; and: string };
  but: string;
  although: string;
};

const clause = '[^\\ue000-\\uf8ff.;:!?]';

/** @returns the frames that every such language has: "A is …er than B", "A beats B", "A rather than B", "compared with B, A is …er" */
export function simpleRules(words: Words, lexicon: Lexicon): LanguageComparisons['rules'] {
  const { comparative, than, not, ending = '', beats, loses, prefer, instead, against, between, but, although, asMuch } = words;
  const a = `<a:Bs>${ending}`;
  const b = `<b:Bs>${ending}`;
  return [
    byWord(
      `${a}(?!${clause}*${whole(not)})${clause}{0,60}?(?<!\\p{L})(?<word>${comparative})(?<aspect>${clause}{0,40}?) (?:${than}) (?:\\p{L}{1,4} )?${b}`,
      lexicon,
    ),
    ...(asMuch === undefined
      ? []
      : [
          byWord(
            `${a}${clause}{0,30}?${whole(asMuch.not)} (?<word>\\p{L}+)${clause}{0,24}? ${asMuch.as} ${b}`,
            { ...lexicon, bad: asMuch.bad },
            {},
            true,
          ),
        ]),
    rule(`${a}(?!${clause}*${whole(not)})${clause}{0,24}?${whole(beats)} ${b}`, 'a'),
    rule(`${a}${clause}{0,24}?${whole(loses)} ${b}`, 'b'),
    rule(`${whole(prefer)}(?: \\p{L}+){0,2}? ${a}${clause}{0,20}? (?:${instead}) ${b}`, 'a'),
    rule(`${whole(instead)} ${b},? ${clause}{0,30}?${whole(prefer)}(?: \\p{L}+){0,2}? ${a}`, 'a'),
    byWord(`${whole(against)} ${b},?${clause}{0,14}? ${a}${clause}{0,40}?(?<!\\p{L})(?<word>${comparative})`, lexicon),
    ...(between === undefined ? [] : choiceRules(between.between, between.and, prefer)),
    ...turnRules({ but: whole(but), although: whole(although), choose: whole(prefer) }),
  ];
}
