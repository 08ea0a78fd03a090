import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'con|senza|di|del|della|dei|delle|per|da|dal|dalla|in|nel|nella|a|al|alla|che|come|contro|tra|fra|su|sul|sulla|e|o|né|ma|se|quando|dove|perché|è|sono|ha|hanno|meglio|simile|simili',
  ),
  noun: '(?:informazion[ei]|dati|dettagli|risultati|riferimenti|menzion[ei]|nulla|niente|notizie|recensioni|tracci[ae]|dato)',
  fill: '(?:(?:la|il|lo|l\'|un|una|marca|marchio|azienda|prodotto|strumento|chiamat[oa]|"|\\*)[\\s"*]*){0,5}',
};

export const it: readonly RegExp[] = [
  sentencePattern(
    `\\b(?:non|nessuna|nessun) (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:su|sulla|sul|riguardo a|di|per|circa|relativ[ei] a) {which}<names:Bs>`,
    words,
  ),
  sentencePattern(`\\bnon (?:conosco|riconosco|sono a conoscenza di|ho familiarità con) {which}<names:Bs>`, words),
  sentencePattern(
    `<names:Bs>"? non (?:è |viene |compare|appare|figura|risulta|sono )(?!(?:tra|fra) (?:i|le|gli) (?:più|meno|miglior|peggior))~(?:menzionat|citat|elencat|tra |nell|nei|nelle|in |present)`,
    words,
  ),
  sentencePattern('\\b(?:non ho )?mai sentito (?:parlare di |nominare )?(?:un marchio chiamato )?{fill}<names:Bs>', words),
  sentencePattern('<names:Bs>"? (?:non mi dice nulla|non mi dice niente|mi è sconosciut[oa]|non mi risulta)', words),
  sentencePattern(
    "\\bnon (?:so|trovo|ho trovato|risulta|c'è|esiste) (?:nulla|niente|traccia|alcuna traccia|nessuna traccia|alcun dato) (?:[a-z]+ )?(?:su|sul|sulla|di|riguardo a) ?{fill}<names:Bs>",
    words,
  ),
  sentencePattern(
    '\\b(?:di|su|sul|sulla|riguardo a) {which}<names:Bs>"?,? non (?:ho|so|trovo|ci sono|risultano|dispongo|si sa)[^.;\\ue000-\\uf8ff]{0,40}{noun}',
    words,
  ),
  sentencePattern('<names:Bs>"? non (?:sembra |pare )?(?:esist[a-z]+|essere un (?:marchio|azienda) (?:reale|noto))', words),
  sentencePattern(
    "\\bnon (?:esiste|risulta|conosco|trovo|c'è)(?: [a-z]+)? (?:nessun[a-z]*|alcun[a-z]*|un[a-z']*) ?(?:azienda|marchio|marca|prodotto|strumento|società|impresa)[a-z ]{0,16}{fill}<names:Bs>",
    words,
  ),
  sentencePattern(
    '\\b(?:impossibile trovare|non è stato possibile trovare)(?: [a-z]+){0,2}? {noun}(?: [a-z]+){0,2}? (?:su|sulla|sul|di) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\b(?:nessun[oa]?|nulla|niente)(?: [a-zàèéìòù\'’]+){0,6}? (?:menziona|cita|nomina|parla di|include|tratta|fa riferimento a|riguarda)(?: di| a)? ["«*]*<names:Bs>(?! (?:come|tra))',
    words,
  ),
];
