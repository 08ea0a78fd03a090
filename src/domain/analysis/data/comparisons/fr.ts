import { byWord, type LanguageComparisons, type Lexicon, romance, rule } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: "(?:meilleure?s?|mieux|supérieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins (?:cher|chère|chers|coûteux|coûteuse|complexe|compliquée?|lourde?|bruyante?))",
  bad: "(?:pire|moins bon(?:ne)?|inférieure?s?|plus (?:cher|chère|chers|coûteux|coûteuse|onéreux|onéreuse|lente?s?|complexes?|compliquée?s?|difficiles?|limitée?s?|lourde?s?|bruyante?s?|fragiles?)|moins (?!cher|chère|coûteu|complexe|compliqué|lourd|bruyant)[a-zàâéèêëîïôùûç'-]+)",
  aspects: [
    [/facile|simple|intuitif|intuitive|complexe|complique|difficile|utiliser/, 'facilité d’utilisation'],
    [/cher|chere|prix|abordable|couteu|onereu|economique/, 'prix'],
    [/rapide|lent|vitesse/, 'vitesse'],
    [/fiable|stable/, 'fiabilité'],
    [/complet|puissant|fonction/, 'fonctionnalités'],
    [/flexible/, 'flexibilité'],
    [/support|service client/, 'support'],
    [/autonomie|batterie/, 'autonomie'],
  ],
};

const frWords = romance("(?:que|qu'|par rapport à|comparée? à|à) ?(?:le |la |les |l'|celui de |celle de )?", 'pas|jamais|ni');

export const fr: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:si|supposons|à savoir|dépend|peut-être)\\b',
  within: '\\b(?:pourrait|serait|était|peut-être|peut être)\\b',
  rules: [
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:garde|a|conserve|prend|possède) (?:une |un |l')(?:net |nette |léger |légère |belle )?(?:longueur d'avance|avance|avantage|ascendant) sur <b:Bs>",
      'a',
    ),
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?\\b(?:est|reste) (?:nettement |clairement |un cran )?(?:au-dessus|devant) (?:de |d')?<b:Bs>",
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) (?:beaucoup |bien |nettement |un peu )?moins(?: cher)? que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) (?:beaucoup |bien |nettement |un peu )?plus(?: cher)? que <b:Bs>',
      'b',
    ),
    byWord(
      "<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\b(?:n'est|n'offre|ne sont|n'a) pas (?:tout à fait )?(?:aussi|si) (?<word>[a-zàâéèêëîïôùûç]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:que |qu')<b:Bs>",
      {
        ...lexicon,
        good: '^(?!cher|lent|complex|compliqu|difficile|lourd|bruyant|coût)',
        bad: '^(?:cher|lent|complex|compliqu|difficile|lourd|bruyant|coût)',
      },
      {},
      true,
    ),
    byWord(
      "<a:Bs>{mid}(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+)){tail} {than}<b:Bs>",
      lexicon,
      frWords,
    ),
    rule(
      "<a:Bs>{mid}\\b(?:surpasse|bat|devance|dépasse|surclasse|l'emporte sur) (?:le |la |l')?<b:Bs>(?: (?:en|sur|pour) (?<aspect>[a-zàâéèêëîïôùûç ']{3,30}?)(?=[.,;]|$))?",
      'a',
      frWords,
    ),
    rule(
      "(?<!pas )\\b(?:préfère|préférons|préférez|recommande|recommandons|choisissez|choisir|privilégiez) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:à|plutôt que|plutôt qu'|au lieu de|devant) (?:le |la )?<b:Bs>",
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:perd face à|reste derrière|est (?:dépassée?|surpassée?|battue?) par|est en retrait par rapport à) <b:Bs>',
      'b',
    ),
    byWord(
      "\\b(?:par rapport à|comparée? à|contrairement à|face à) <b:Bs>,? <a:Bs>{mid}(?<word>\\b(?:meilleure?|pire|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))",
      lexicon,
      frWords,
    ),
  ],
};
