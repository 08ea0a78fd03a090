import { sentencePattern } from '../../sentence-pattern.ts';

export const fi: readonly RegExp[] = [
  sentencePattern(
    '\\b(?:en|ei|emme)(?: [a-zäö]+){0,3}? (?:tietoa|tietoja|tulos|tuloksia|mainintoja)(?: [a-zäö]+){0,2}? (?:yrityksestä |brändistä |tuotteesta )?<names:Bs>',
  ),
  sentencePattern('\\b(?:en|emme) (?:tunne|tiedä|ole kuullut)(?: [a-zäö]+)? ?(?:yritystä |brändiä |yrityksestä |brändistä )?<names:Bs>'),
  sentencePattern('<names:Bs>[a-zäö:]{0,5} (?:ei (?:näytä olevan|vaikuta olevan|ole) olema|ei ole olemassa|ei mainita)'),
  sentencePattern('<names:Bs>[a-zäö:]{0,5} (?:ei löytynyt|ei löydy)(?: [a-zäö]+){0,2}? (?:tietoa|tietoja|mitään)'),
];
