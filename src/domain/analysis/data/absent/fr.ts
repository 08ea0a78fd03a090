import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'avec|sans|de|du|des|pour|par|dans|en|à|au|aux|que|qui|comme|contre|entre|sur|chez|depuis|et|ou|ni|mais|si|comment|pourquoi|quand|où|est|sont|a|ont|mieux|meilleur|similaire|similaires',
  ),
  noun: '(?:informations?|données?|détails?|résultats?|mentions?|références?|renseignements?|traces?|éléments?|avis|retours?|tests?)',
  fill: '(?:(?:la|le|l\'|les|une?|marque|entreprise|produit|outil|appelée?|nommée?|"|\\*)[\\s"*]*){0,5}',
};

export const fr: readonly RegExp[] = [
  sentencePattern(
    `\\b(?:aucune?|pas|rien)(?: [a-z']+){0,5}? ?{noun}(?: [a-z']+){0,3}? (?:sur|concernant|à propos de|au sujet de|de|pour|relative?s? à) {which}<names:Bs>`,
    words,
  ),
  sentencePattern(`\\b(?:ne |n')(?:connais|connaissons|reconnais) pas {fill}<names:Bs>`, words),
  sentencePattern(
    `<names:Bs>"? (?:n'|ne )(?:est|figure|apparaît|sont|semble|semblent|figurent)[a-z]* pas(?!(?: [a-z]+)? (?:parmi|dans) (?:les|la|le) (?:plus|moins|meilleur|pire|premi))~(?:mentionn|répertori|cité|listé|inclus|dans|parmi|exist)`,
    words,
  ),
  sentencePattern(`\\brien (?:trouvé )?(?:sur|concernant|à propos de) {which}<names:Bs>`, words),
  sentencePattern(`\\b(?:pas|jamais) (?:familier|entendu parler)[a-z]* (?:avec|de) {which}<names:Bs>`, words),
  sentencePattern("\\b(?:jamais|pas) entendu parler (?:de|d') ?{fill}<names:Bs>", words),
  sentencePattern("<names:Bs>\"? (?:ne me dit rien|m'est inconnue?|m'est totalement inconnue?|ne m'évoque rien)", words),
  sentencePattern(
    "\\b(?:aucune trace|pas trace|aucun signe|aucune présence|aucun élément) (?:[a-zàâéèêëîïôùûç]+ )?(?:de|d'|sur|concernant) ?{fill}<names:Bs>",
    words,
  ),
  sentencePattern(
    "\\b(?:sur|concernant|à propos de|quant à|pour) {which}<names:Bs>\"?,? (?:je (?:n'ai|ne dispose|ne trouve|n'en sais)|il n'existe|on ne trouve)[^.;]{0,40}(?:{noun}|rien)",
    words,
  ),
  sentencePattern(
    "\\bje ne (?:sais|trouve|dispose de) rien (?:de |d')?(?:[a-zàâéèêëîïôùûç]+ )?(?:sur|de|concernant) {which}<names:Bs>",
    words,
  ),
  sentencePattern(
    "\\b(?:pas|impossible de)(?: pu)? (?:confirmer|vérifier) (?:que|si|l'existence de) {which}<names:Bs>(?: existe|[.,])",
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:n\'|ne )(?:est|figure|apparaît|sont|figurent)[a-z]*(?: [a-z]+){0,2}? (?:dans |sur |parmi )?aucune?s? (?:comparatif|source|liste|article|guide|test|résultat|classement|avis|document)',
    words,
  ),
  sentencePattern(
    "\\b(?:ne |n')(?:connais|existe|trouve)[a-z]* (?:pas d'|aucune? )(?:entreprise|marque|produit|outil|société) {which}<names:Bs>",
    words,
  ),
  sentencePattern("\\bpas connaissance (?:de |d')?{fill}<names:Bs>", words),
  sentencePattern(
    '<names:Bs>"? (?:n\'|ne )(?:semble|paraît|existe)[a-z]* pas(?: exister| être une marque| correspondre| réelle?)?(?=[\\s.,;!]|$)',
    words,
  ),
  sentencePattern(
    "\\bimpossible (?:de |d')(?:trouver|obtenir|confirmer|vérifier|identifier)(?: [a-z']+){0,3}? {noun}(?: [a-z']+){0,3}? (?:sur|concernant|à propos de|au sujet de|de|pour) {which}<names:Bs>",
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:n\'|ne )(?:est|figure|apparaît|sont|figurent)[a-z]*(?: [a-z]+){0,2}? (?:dans |sur |parmi )?aucune?s? (?:des |de ces |de mes |de nos )?(?:comparatif|source|liste|article|guide|test|résultat|classement|avis|document)',
    words,
  ),
  sentencePattern(
    '\\b(?:sur|concernant|de) {which}<names:Bs>"?,? je (?:ne |n\')(?:sais|trouve|ai|dispose)[^.;\\ue000-\\uf8ff]{0,30}(?:rien|aucun)',
    words,
  ),
  sentencePattern(
    "\\b(?:aucune?|pas de|pas d') ?(?:entreprise|marque|société|produit|outil|logiciel|service) (?:[a-z]+ ){0,2}(?:appelée?|nommée?|du nom de|au nom de|répondant au nom de|portant le nom) (?:de |d')?{fill}<names:Bs>",
    words,
  ),
  sentencePattern(
    "\\b(?:aucune?|rien)(?: [a-zàâéèêëîïôùûç'’]+){0,6}? (?:n['’]|ne )(?:évoque|mentionne|cite|parle|concerne|traite|couvre|aborde|répertorie|recense|fait mention|fait état)[a-z]*(?: de| d['’]| du)? ?[\"«* ]*<names:Bs>(?! (?:comme|pour|parmi les))",
    words,
  ),
  sentencePattern(
    '<names:Bs>"? (?:n[\'’]|ne )(?:est|sont|figure|apparaît|figurent|apparaissent)[a-zé]*(?: [a-zéè]+){0,2}? nulle part',
    words,
  ),
];
