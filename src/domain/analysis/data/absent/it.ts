import { sentencePattern } from '../../sentence-pattern.ts';

const words = {
  noun: '(?:informazion[ei]|dati|dettagli|risultati|riferimenti|menzion[ei]|nulla|niente|notizie)',
  fill: '(?:(?:la|il|lo|l\'|un|una|marca|marchio|azienda|prodotto|strumento|chiamat[oa]|"|\\*)[\\s"*]*){0,5}',
};

export const it: readonly RegExp[] = [
  sentencePattern(
    `\\b(?:non|nessuna|nessun) (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:su|sulla|sul|riguardo a|di|per|circa|relativ[ei] a) {fill}<names:Bs>`,
    words,
  ),
  sentencePattern(`\\bnon (?:conosco|riconosco|sono a conoscenza di|ho familiarità con) {fill}<names:Bs>`, words),
  sentencePattern(
    `<names:Bs>"? non (?:è |viene |compare|appare|figura|risulta|sono )~(?:menzionat|citat|elencat|tra |nell|nei|nelle|in |present)`,
    words,
  ),
];
