import {
  gappedSplitRules,
  byWord,
  splitRules,
  contrastRules,
  type LanguageComparisons,
  type Lexicon,
  romance,
  rule,
  choiceRules,
  turnRules,
  whole,
} from './comparison-rule.ts';

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
  articles: "celle de|celui de|ceux de|celles de|le|la|les|l'|un|une",
  opening: '\\b(?:si(?! (?:je|on|nous|vous) (?:devais|devait|devions|avais|dois|doit|devez))|supposons|à savoir|dépend|peut-être)\\b',
  supposed: '\\bsi <B>[^\\ue000-\\uf8ff,.;]{0,24}?\\b(?:était|avait|pouvait|offrait|proposait|baissait)\\b',
  within: '\\b(?:pourrait|serait|était|peut-être|peut être)\\b',
  rules: [
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:se (?:déprécie|dégrade|décharge|casse|dévalue)|s'use|perd|chauffe|vieillit|plante|tombe en panne)\\b[^\\ue000-\\uf8ff.;:!?]{0,16}?plus (?:vite|rapidement|souvent|facilement|tôt)[^\\ue000-\\uf8ff.;:!?]{0,12}? que <b:Bs>",
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) [^\\ue000-\\uf8ff.;:!?]{0,24}?moins (?:cher )?que <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:coûte|coûtent|revient|consomme|consomment|pèse) [^\\ue000-\\uf8ff.;:!?]{0,24}?plus (?:cher )?que <b:Bs>',
      'b',
    ),
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
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?\\b(?:écrase|enterre|éclipse|distance|coiffe|relègue|supplante|domine|détrône|met|laisse|prend le dessus sur|prend l'avantage sur|fait de l'ombre à|va plus loin que|l'emporte (?:largement |haut la main |nettement )?(?:sur|face à|devant)|s'impose (?:face à|devant)|se classe devant|passe devant|joue dans une autre cour que|a une longueur d'avance sur) <b:Bs>",
      'a',
    ),
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?\\b(?:n'arrive pas à la cheville de|n'égale pas|ne fait pas le poids (?:face à|contre|devant)|ne rivalise pas avec|ne peut pas rivaliser avec|est (?:bien |très |loin |nettement |un cran )*(?:derrière|en dessous de|inférieur à|loin de)|fait (?:nettement |beaucoup |bien )?moins bien que|s'incline (?:face à|devant)|est à la traîne (?:face à|derrière)|reste (?:loin )?derrière|a du mal à suivre|souffre de la comparaison avec|pâlit (?:face à|à côté de)|n'est pas au niveau de|n'est pas à la hauteur de|a beaucoup à envier à) <b:Bs>",
      'b',
    ),
    rule(
      "(?<!pas )\\b(?:je (?:prendrais|choisirais|partirais sur|pencherais pour|miserais sur|conseille|conseillerais|garderais|préférerais)|mieux vaut|autant prendre|optez pour|prenez|misez sur|choisissez|privilégiez) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:plutôt que|plutôt qu'|que|au lieu de|avant|à la place de|et non|et pas) <b:Bs>",
      'a',
    ),
    byWord(
      "<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*)[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:est|reste|semble|demeure|paraît) (?:sans doute |clairement |de loin )?(?:le|la|l') ?(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))(?! que| du marché)",
      lexicon,
      frWords,
    ),
    byWord(
      "\\b(?:par rapport à|comparée? à|contrairement à|face à|à côté de|à la différence de) <b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,16}? <a:Bs>{mid}(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))",
      lexicon,
      frWords,
    ),
    byWord(
      "(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))[^\\ue000-\\uf8ff.;:!?]{0,36}? (?:avec|chez|sur|de) <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}? qu(?:e |')(?:avec |chez |sur |de )?<b:Bs>",
      lexicon,
      frWords,
    ),
    rule(
      "\\b(?:contrairement à|à la différence de|à l'inverse de) <b:Bs>,? <a:Bs> (?:ne (?:nécessite|demande|facture|requiert|plante|coûte|impose)|n'(?:exige|impose|a pas besoin|oblige)|s'apprend|se configure|est (?:facile|simple|intuitif|rapide|gratuit)|offre|propose|inclut|permet|fonctionne)",
      'a',
    ),
    ...contrastRules(lexicon, {
      mid: frWords.mid,
      word: "(?<word>\\b(?:meilleure?s?|mieux|pire|supérieure?s?|inférieure?s?|plus [a-zàâéèêëîïôùûç'-]+|moins [a-zàâéèêëîïôùûç'-]+))",
      than: "que|qu'|de",
      but: 'tandis que|alors que|mais|en revanche|et|quand|là où',
    }),
    ...splitRules(
      "gagne|l'emporte|domine|mène|est devant|brille|excelle|est meilleur|est supérieur|prend l'avantage|s'impose",
      'sur|en|pour|côté|au|à',
      'et|tandis que|mais',
    ),
    ...gappedSplitRules('pour|côté|sur|en|au niveau du?', "l'emporte|gagne|domine|devance|s'impose"),
    rule(
      '\\b(?:contrairement a|a la difference de) <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?, <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?(?:ne [a-z ]{0,20}?(?:pas|jamais|aucun)|se prend en main|reste (?:simple|abordable)|est (?:simple|facile|rapide|gratuit|abordable)|permet|offre|inclut|propose)',
      'a',
    ),
    rule(
      '\\b(?:entre) <a:B> (?:et|ou) <b:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:je choisis|je choisirais|je prefere|je conseille|je recommande) \\k<a>',
      'a',
    ),
    rule(
      '\\b(?:entre) <b:B> (?:et|ou) <a:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:je choisis|je choisirais|je prefere|je conseille|je recommande) \\k<a>',
      'a',
    ),
    ...choiceRules(
      'entre',
      'et|ou',
      "je prends|je prendrais|je choisis|je choisirais|je préfère|je recommande|je garde|j'opterais pour|je penche pour|on préfère",
    ),
    ...turnRules({
      but: whole('mais|cependant|pourtant|toutefois|néanmoins'),
      although: whole('bien que|même si|quoique'),
      choose: whole(
        "(?:(?:je|nous) (?:préfère|préférons|préférerais|choisis|choisirais|choisissons|prends|prendrais|recommande|recommandons|recommanderais|conseille|conseillons|conseillerais|penche pour|pencherais pour)|j'opte pour|j'opterais pour|(?:mon|notre) (?:choix|préféré|préférence) (?:est|reste|va à|se porte sur))",
      ),
    }),
  ],
};
