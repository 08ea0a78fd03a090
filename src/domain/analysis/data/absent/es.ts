import { sentencePattern } from '../../sentence-pattern.ts';

const words = {
  noun: '(?:información|informaciones|datos|detalles|resultados|referencias|menciones|mención|registros|evidencias?|nada|reseñas)',
  fill: '(?:(?:la|el|los|las|una?|marca|empresa|producto|herramienta|llamad[oa]|"|\\*)[\\s"*]*){0,5}',
};

export const es: readonly RegExp[] = [
  sentencePattern(`\\bno (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:sobre|de|acerca de|para|respecto a|con|a) {fill}<names:Bs>`, words),
  sentencePattern(
    `\\bno (?:tengo constancia (?:de|sobre)|conozco|reconozco|estoy familiarizad[oa] con|tengo conocimiento de|tengo constancia de|me consta|sé nada (?:de|sobre)) (?:a )?{fill}<names:Bs>`,
    words,
  ),
  sentencePattern(`\\bno (?:[a-z]+ ){0,2}?(?:encontr[a-z]+|hallar|localizar) (?:a )?{fill}<names:Bs>"?(?=[.,;]|$| en )`, words),
  sentencePattern(
    `<names:Bs>"? no (?:se |es |fue |ha sido |está |están )*(?:menciona[a-z]*|aparece[n]?|figura[n]?|encuentra[n]? (?:en|entre)|incluid[oa]s?|listad[oa]s?|consta[n]?)`,
    words,
  ),
  sentencePattern(`\\b(?:sin|ninguna|ningún) {noun}(?: [a-z]+){0,2}? (?:sobre|de|acerca de) {fill}<names:Bs>`, words),
  sentencePattern(`\\b(?:sobre|acerca de|respecto a) {fill}<names:Bs>"?,? no ~{noun}`, words),
];
