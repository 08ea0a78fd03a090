import { byWord, type LanguageComparisons, type Lexicon, romance, rule } from './comparison-rule.ts';

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
  opening: '\\b(?:se|supponendo|dipende|forse)\\b',
  within: '\\b(?:potrebbe|sarebbe|fosse|forse|può essere)\\b',
  rules: [
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
  ],
};
