import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'con|sin|de|del|para|por|en|a|al|que|como|contra|entre|sobre|ante|hasta|desde|y|o|u|ni|pero|si|cómo|cuándo|dónde|qué|quién|es|son|fue|tiene|hay|mejor|peor|similar|similares',
  ),
  noun: '(?:información|informaciones|datos?|rastro|detalles|resultados|referencias|menciones|mención|registros|evidencias?|nada|reseñas|opiniones)',
  fill: '(?:(?:la|el|los|las|una?|marca|empresa|producto|herramienta|llamad[oa]|"|\\*)[\\s"*]*){0,5}',
};

export const es: readonly RegExp[] = [
  sentencePattern(
    `\\bno (?:[a-z]+ ){0,4}?{noun}(?! (?:mal[oa]?s?|negativ|que (?:objet|reproch|critic|envidi|lament|perder)|raro|mejor|peor))(?: [a-z]+){0,4}? (?:sobre|de|acerca de|para|respecto a|con|a) {which}<names:Bs>`,
    words,
  ),
  sentencePattern(
    `\\bno (?:tengo constancia (?:de|sobre)|conozco|reconozco|estoy familiarizad[oa] con|tengo conocimiento de|tengo constancia de|me consta|sé nada (?:de|sobre)) (?:a )?{fill}<names:Bs>`,
    words,
  ),
  sentencePattern(`\\bno (?:[a-z]+ ){0,2}?(?:encontr[a-z]+|hallar|localizar) (?:a )?{fill}<names:Bs>"?(?=[.,;]|$| en )`, words),
  sentencePattern(
    `<names:Bs>"? no (?:se |es |fue |ha sido |está |están )*(?:menciona[a-z]*|aparece[n]?|figura[n]?|encuentra[n]? (?:en|entre)|incluid[oa]s?|listad[oa]s?|consta[n]?)(?! (?:entre|en) (?:las|los|la|el) (?:más|mejor|peor|menos|primer|top))`,
    words,
  ),
  sentencePattern(`\\b(?:sin|ninguna|ningún) {noun}(?: [a-z]+){0,2}? (?:sobre|de|acerca de) {which}<names:Bs>`, words),
  sentencePattern(`\\b(?:sobre|acerca de|respecto a) {which}<names:Bs>"?,? no ~{noun}`, words),
  sentencePattern(
    '\\bno (?:doy|di|damos|logro dar|he dado|consigo dar|pude dar) con (?:[a-záéíóúñ]+ ){0,3}?(?:{noun}|dato)(?: [a-záéíóúñ]+){0,3}? (?:sobre|de|acerca de|relativ[oa] a) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\b(?:no (?:he|había|hemos) oído hablar|nunca (?:he|había|hemos) oído hablar|jamás (?:he|había) oído hablar|no (?:he|había) oído nada|no sé nada|no sabemos nada|desconozco (?:todo|la existencia|por completo)) (?:de|del|sobre) {which}<names:Bs>',
    words,
  ),
  sentencePattern('\\bdesconozco (?:(?:la|el) (?:marca|empresa|producto) )?<names:Bs>', words),
  sentencePattern('<names:Bs>"? (?:no me suena|me es desconocid[oa]|me resulta desconocid[oa]|no me dice nada)', words),
  sentencePattern('\\bno me suena (?:de nada )?(?:la marca |el nombre |ninguna marca llamada )?<names:Bs>', words),
  sentencePattern(
    '\\bno (?:hay|existe|existen|encuentro|localizo) (?:ni )?(?:rastro|constancia|huella|pistas?|presencia) (?:[a-záéíóúñ]+ )?(?:de|sobre) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\bno (?:he podido|puedo|pude|ha sido posible) (?:confirmar|verificar|comprobar) (?:que|si|la existencia de) {which}<names:Bs>(?:"? (?:exist|sea real)|"?[.,])',
    words,
  ),
  sentencePattern(
    '\\bno (?:me consta|conozco|existe|hay|encuentro|encontré|he encontrado)(?: [a-z]+)? ningun[oa]? (?:empresa|marca|producto|herramienta|proveedor|servicio) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '<names:Bs>"? no (?:parece )?(?:existe[n]?|existir|exista|ser una (?:marca|empresa) (?:real|conocida))(?! (?:ning|un|una|problema|queja)[a-z]*)',
    words,
  ),
  sentencePattern(
    '\\b(?:de|sobre|acerca de) {which}<names:Bs>"?,? (?:yo )?no (?:sé|se sabe|tengo|encuentro|encontré|dispongo|hay|he encontrado|he podido encontrar|existe)(?: [a-záéíóúñ]+){0,4}? ?(?:{noun}|ni idea)',
    words,
  ),
  sentencePattern(
    '\\b(?:imposible|difícil) (?:encontrar|hallar|localizar|confirmar|verificar)(?: [a-záéíóúñ]+){0,3}? {noun}(?: [a-záéíóúñ]+){0,2}? (?:sobre|de|acerca de) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\b(?:no está claro|no estoy segur[oa] de|no sé|desconozco) (?:qué es|quién es|si existe|a qué se dedica) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\b(?:carezco|carecemos) de (?:[a-záéíóúñ]+ )?{noun}(?: [a-záéíóúñ]+){0,2}? (?:sobre|de|acerca de) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\bningun[oa](?: [a-záéíóúñ]+){0,6}? (?:menciona|cita|nombra|habla de|recoge|incluye|trata|hace referencia a|alude a)n?(?: a| de)? ["«*]*<names:Bs>(?! (?:como|entre))',
    words,
  ),
];
