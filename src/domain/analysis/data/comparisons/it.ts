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
  good: "(?:miglior[ei]?|meglio|superior[ei]|più [a-zàèéìòù'-]+|meno (?:caro|cara|costos[oa]|compless[oa]|complicat[oa]|problemi))",
  bad: "(?:peggior[ei]?|peggio|inferior[ei]|più (?:car[oaie]|costos[oaie]|lent[oaie]|complicat[oaie]|compless[oaie]|difficil[ei]|limitat[oaie]|pesant[ei]|rumoros[oaie]|problemi)|meno (?!car[oa]|costos|compless|complicat|problemi)[a-zàèéìòù'-]+)",
  aspects: [
    [/facil|semplic|intuitiv|complicat|compless|difficil|usare/, 'facilità d’uso'],
    [/economic|car[oaie]|prezzo|costos|convenient/, 'prezzo'],
    [/veloc|rapid|lent/, 'velocità'],
    [/affidabil|stabil/, 'affidabilità'],
    [/complet|potent|funzion/, 'funzionalità'],
  ],
};

const itWords = romance("(?:di|del|della|dello|dell'|rispetto a|che|a) ?(?:il |la |lo |l')?", 'non|mai|né');

export const it: LanguageComparisons = {
  lexicon,
  articles: "quella di|quello di|quelli di|quelle di|il|lo|la|l'|i|gli|le|un|una",
  opening: '\\b(?:se|supponendo|dipende|forse)\\b',
  within: '\\b(?:potrebbe|sarebbe|fosse|forse|può essere)\\b',
  rules: [
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costano?|consumano?|pesano?|spendono?) [^\\ue000-\\uf8ff.;:!?]{0,24}?in meno (?:di|rispetto a) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costano?|consumano?|pesano?) [^\\ue000-\\uf8ff.;:!?]{0,24}?in più (?:di|rispetto a) <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,12}?(?<!non )\\b(?:ha (?:una marcia in più|un vantaggio|qualcosa in più|la meglio)|è (?:un gradino|una spanna|nettamente) (?:sopra|avanti)) (?:rispetto a|su|a|di) ?<b:Bs>',
      'a',
    ),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costan?o?|consuman?o?|pesan?o?) (?:molto )?meno (?:di |del |della )<b:Bs>', 'a'),
    rule('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:costan?o?|consuman?o?|pesan?o?) (?:molto )?(?:di )?più (?:di |del |della )<b:Bs>', 'b'),
    byWord(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,30}?\\bnon (?:è|sono|sembra) (?:così|tanto) (?<word>[a-zàèéìòù]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) (?:come|quanto) <b:Bs>',
      {
        ...lexicon,
        good: '^(?!car[oa]|lent[oa]|complicat|compless|difficil|pesant)',
        bad: '^(?:car[oa]|lent[oa]|complicat|compless|difficil|pesant)',
      },
      {},
      true,
    ),
    byWord(
      "<a:Bs>{mid}(?<word>\\b(?:miglior[ei]?|meglio|peggior[ei]?|peggio|superior[ei]|inferior[ei]|più [a-zàèéìòù'-]+|meno [a-zàèéìòù'-]+)){tail} {than}<b:Bs>",
      lexicon,
      itWords,
    ),
    rule(
      '<a:Bs>{mid}\\b(?:supera|batte|vince su|vince contro|sorpassa) (?:il |la )?<b:Bs>(?: (?:in|per|su) (?<aspect>[a-zàèéìòù ]{3,30}?)(?=[.,;]|$))?',
      'a',
      itWords,
    ),
    rule(
      '(?<!non )\\b(?:preferisco|preferiamo|consiglio|consigliamo|scegli|sceglierei) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:a|rispetto a|invece di|piuttosto che|al posto di) (?:il |la )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?(?<!non )\\b(?:batte|straccia|surclassa|stacca|umilia|domina|sbaraglia|fa mangiare la polvere a|dà (?:dei punti|la paga|una pista|filo da torcere)|ha la meglio|la spunta|vince (?:nettamente |a mani basse )?(?:su|contro)|si impone|sta (?:una spanna|un gradino) sopra|gioca in un altro campionato|è (?:avanti|davanti|superiore|preferibile)) ?(?:a|su|di|rispetto a|nei confronti di|sopra)? ?<b:Bs>',
      'a',
    ),
    rule(
      "<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}?\\b(?:non (?:regge il confronto|è all'altezza|arriva|si avvicina|può competere|tiene il passo|vale)[^\\ue000-\\uf8ff.;!?]{0,16}?|resta (?:indietro|dietro)|è (?:un gradino |molto |ben )?(?:sotto|dietro|indietro|inferiore)|perde (?:il confronto |contro )?|ha molto da imparare|sfigura|impallidisce|cede il passo) ?(?:con|a|di|rispetto a|contro|da|accanto a|nei confronti di)? ?<b:Bs>",
      'b',
    ),
    rule(
      '(?<!non )\\b(?:io (?:sceglierei|prenderei|andrei su|punterei su|comprerei)|sceglierei|prenderei|andrei su|punterei su|comprerei|meglio|punta su|scegli|opta per|prendi) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:invece di|invece che|anziché|piuttosto che|al posto di|che|e non|prima di|rispetto a) <b:Bs>',
      'a',
    ),
    byWord(
      "<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*)[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:è|resta|rimane|sembra|risulta) (?:senza dubbio |chiaramente |di gran lunga )?(?:il|la|l') ?(?<word>\\b(?:miglior[ei]?|meglio|peggior[ei]?|peggio|superior[ei]|inferior[ei]|più [a-zàèéìòù'-]+|meno [a-zàèéìòù'-]+))(?! che| del mercato)",
      lexicon,
      itWords,
    ),
    byWord(
      "\\b(?:rispetto a|in confronto a|a differenza di|accanto a|contro) <b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,16}? <a:Bs>{mid}(?<word>\\b(?:miglior[ei]?|meglio|peggior[ei]?|peggio|superior[ei]|inferior[ei]|più [a-zàèéìòù'-]+|meno [a-zàèéìòù'-]+))",
      lexicon,
      itWords,
    ),
    rule(
      '\\b(?:a differenza di|al contrario di) <b:Bs>,? <a:Bs> (?:non (?:richiede|necessita|costa|obbliga|fa pagare|si blocca)|si impara|si configura|è (?:facile|semplice|intuitiv|veloce|gratis|gratuit)|offre|include|permette|funziona)',
      'a',
    ),
    ...contrastRules(lexicon, {
      mid: itWords.mid,
      word: "(?<word>\\b(?:miglior[ei]?|meglio|peggior[ei]?|peggio|superior[ei]|inferior[ei]|più [a-zàèéìòù'-]+|meno [a-zàèéìòù'-]+))",
      than: 'di|del|della|dei|che|rispetto',
      but: 'mentre|ma|invece|però|e',
    }),
    ...splitRules(
      'vince|è avanti|domina|primeggia|spicca|brilla|è migliore|è superiore|la spunta|eccelle|è in testa',
      'su|sul|sulla|sui|in|nel|nella|nei|nelle|per',
      'e|mentre|ma',
    ),
    ...gappedSplitRules('su(?:l|lla)?|per|nel|nella|quanto a', 'vince|prevale|domina|si impone|è avanti|ha la meglio'),
    rule('\\bmeglio <a:B>[^\\ue000-\\uf8ff.;!?]{0,14}? (?:di|che|piuttosto che) <b:B>', 'a'),
    rule('\\b(?:tra|fra) <a:B> (?:e|o) <b:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:scelgo|sceglierei|preferisco|consiglio) \\k<a>', 'a'),
    rule('\\b(?:tra|fra) <b:B> (?:e|o) <a:B>,? [^\\ue000-\\uf8ff.;!?]{0,24}?(?:scelgo|sceglierei|preferisco|consiglio) \\k<a>', 'a'),
    ...choiceRules('tra|fra', 'e|o', 'scelgo|sceglierei|prendo|prenderei|preferisco|consiglio|punterei su|mi tengo'),
    ...turnRules({
      but: whole('ma|però|tuttavia|eppure'),
      although: whole('sebbene|anche se|benché'),
      choose: whole(
        '(?:preferisco|preferiamo|preferirei|scelgo|sceglierei|scegliamo|consiglio|consigliamo|consiglierei|prendo|prenderei|opto per|opterei per|punto su|punterei su|la mia scelta (?:è|resta|cade su))',
      ),
    }),
  ],
};
