import { describedBy, sentencePattern } from '../../sentence-pattern.ts';

const words = {
  which: describedBy(
    'com|sem|de|do|da|dos|das|para|por|pela|pelo|em|no|na|a|ao|à|que|como|contra|entre|sobre|e|ou|nem|mas|se|quando|onde|porque|é|são|tem|foi|melhor|similar|similares',
  ),
  noun: '(?:informaç(?:ão|ões)|dados|detalhes|resultados|referências|menç(?:ão|ões)|registros|registos|nada|evidências?|vestígios?|avaliações)',
  fill: '(?:(?:a|o|os|as|uma?|marca|empresa|produto|ferramenta|chamad[oa]|"|\\*)[\\s"*]*){0,5}',
};

export const pt: readonly RegExp[] = [
  sentencePattern(
    `\\bnão (?:[a-z]+ ){0,4}?{noun}(?: [a-z]+){0,4}? (?:sobre|de|da|do|acerca de|para|a respeito d[aoe]) {which}<names:Bs>`,
    words,
  ),
  sentencePattern(
    `\\bnão (?:conheço|reconheço|estou familiarizad[oa] com|tenho conhecimento (?:de|sobre)) (?:a |o )?{fill}<names:Bs>`,
    words,
  ),
  sentencePattern(
    `<names:Bs>"? não (?:é |foi |está |são )?(?:mencionad[oa]s?|aparece[m]?|consta[m]?|figura[m]?|listad[oa]s?|citad[oa]s?)(?! (?:entre|n[ao]s?) (?:[ao]s? )?(?:mais|melhor|pior|menos|primeir))`,
    words,
  ),
  sentencePattern(`\\b(?:nenhuma|sem|nenhum) {noun}(?: [a-z]+){0,3}? (?:sobre|de|da|do) {which}<names:Bs>`, words),
  sentencePattern('\\bdesconheço (?:(?:a|o|uma|qualquer) )?(?:marca|empresa|produto|companhia)? ?(?:chamad[oa] )?<names:Bs>', words),
  sentencePattern('\\b(?:nunca|jamais|não) ouvi(?:mos)? falar (?:de|da|do|na|no|em|sobre)? ?{fill}<names:Bs>', words),
  sentencePattern('<names:Bs>"? (?:não me diz nada|me é desconhecid[oa]|é desconhecid[oa] para mim)', words),
  sentencePattern(
    '\\bnão (?:sei|sabemos|encontrei|achei|localizei|consegui achar|consegui encontrar) nada (?:sobre|de|da|do|a respeito d[aoe]) ?{fill}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\bnão (?:há|existe|encontrei|achei) (?:nenhum |qualquer )?(?:rastro|sinal|vestígio|registro|presença) (?:[a-zç]+ )?(?:de|da|do|sobre) {which}<names:Bs>',
    words,
  ),
  sentencePattern('\\bsobre (?:a |o )?{fill}<names:Bs>"?,? não (?:encontrei|há|tenho|achei|localizei|existem)[^.;]{0,40}{noun}', words),
  sentencePattern(
    '\\bnão (?:existe|há|conheço|encontrei|parece existir|parece haver)(?: [a-z]+)? ?(?:nenhum[a]?|um[a]?|qualquer) (?:empresa|marca|produto|ferramenta|companhia|serviço)[a-z ]{0,16}{fill}<names:Bs>',
    words,
  ),
  sentencePattern('<names:Bs>"? (?:parece )?não (?:parece )?exist[a-z]+', words),
  sentencePattern(
    '\\b(?:impossível|não foi possível|não consegui) (?:encontrar|localizar|confirmar|verificar|achar)(?: [a-zçãõ]+){0,3}? {noun}(?: [a-z]+){0,2}? (?:sobre|de|da|do|a respeito d[aoe]) {which}<names:Bs>',
    words,
  ),
  sentencePattern(
    '\\b(?:nenhum[a]?|nada)(?: [a-zàáâãéêíóôõúç]+){0,6}? (?:menciona|cita|fala d[aeo]|inclui|trata d[aeo]|faz referência a[o]?|refere)(?: [ao])? ["«*]*<names:Bs>(?! (?:como|entre))',
    words,
  ),
];
