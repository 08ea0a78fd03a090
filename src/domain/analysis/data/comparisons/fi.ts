import type { LanguageComparisons, Lexicon } from './comparison-rule.ts';
import { byWord, rule } from './comparison-rule.ts';
import { simpleRules } from './simple.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '(?:^|\\b)(?:kalliim|hitaam|huonom|heikom|hankalam|vaikeam|monimutkaisem|raskaam|painavam|meluisam|äänekkääm|kömpelöm|epävarm|kankeam|sekavam|lyhyem|pienem|vähemmän|korkeam(?:pi|mat) (?:hin|maks|kul))',
  aspects: [
    [/halvem|edullisem|kalliim|hin/, 'hinta'],
    [/nopeam|hitaam/, 'nopeus'],
    [/helpom|yksinkertaisem|vaikeam|hankalam/, 'helppokäyttöisyys'],
    [/luotettavam|kestäväm/, 'luotettavuus'],
  ],
};

const comparative = '(?:[a-z]{2,}(?:mpi|mmat|mpaa|mpia|mman|mmin|mmalla|mmassa)\\b|enemmän(?: [a-z]+)?|vähemmän(?: [a-z]+)?)';

export const fi: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:jos|mikäli|onko|ehkä|riippuu)\\b',
  within: '\\b(?:ehkä|saattaa|voisi|mahdollisesti)\\b',
  rules: [
    ...simpleRules(
      {
        comparative,
        asMuch: { not: 'ei ole (?:aivan |ihan )?yhtä', as: 'kuin', bad: '^(?:kallis|hidas|hankala|vaikea|raskas|painava|meluisa|huono)' },
        than: 'kuin|verrattuna',
        not: 'ei|eivät|tuskin',
        ending: '(?:[a-zåäö]{1,4}\\b)?',
        beats: 'päihittää|voittaa|peittoaa|ohittaa|on edellä',
        loses: 'häviää|ei pärjää|ei yllä|jää jälkeen',
        prefer:
          'suosittelen|suosittelemme|suosittelisin|valitsisin|valitse|ottaisin|ostaisin|mieluummin|osta|kannattaa valita|ennemmin|ota',
        instead: 'sijaan|sijasta|ennemmin kuin|mieluummin kuin|kuin|eikä',
        against: 'toisin kuin|verrattuna',
        but: 'mutta|kuitenkin',
        although: 'vaikka',
      },
      lexicon,
    ),
    // "A on B:tä halvempi": what it is compared with stands in front, in the partitive.
    byWord(`<a:B>(?:[a-z]{1,4})? on <b:B>(?:[a-z]{1,4}|:[a-z]{1,3})? (?:\\p{L}+ )?(?<word>${comparative})`, lexicon),
    rule('<b:B>[a-z:]{0,6} (?:sijaan|sijasta)[^\\ue000-\\uf8ff.;!?]{0,30} <a:B>', 'a'),
  ],
};
