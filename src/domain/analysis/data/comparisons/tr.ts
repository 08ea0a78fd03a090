import { byWord, type LanguageComparisons, type Lexicon, rule } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\b(?:kotu|pahali|yavas|zor|karmasik|agir|gurultulu|zayif|az|kisa|kucuk|sorunlu)',
  aspects: [
    [/ucuz|pahali|fiyat/, 'fiyat'],
    [/hizli|yavas/, 'hız'],
    [/kolay|basit|zor|karmasik/, 'kullanım kolaylığı'],
    [/guvenilir/, 'güvenilirlik'],
    [/uzun sure/, 'süre'],
  ],
};

export const tr: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:eger|acaba|belki)\\b',
  within: '\\b(?:olsa|olsaydi|belki|olabilir|mi|mu)\\b',
  rules: [
    byWord(
      "<a:Bs>(?:'?(?:n?[iu]n|nin|nun))?,?[^\\ue000-\\uf8ff.;:!?]{0,24}? ?<b:Bs>(?:'?(?:[dt]an|[dt]en|dan|den|ndan|nden)|'?(?:ya|ye|na|ne|a|e) (?:gore|kiyasla|nazaran))[^\\ue000-\\uf8ff.;:!?]{0,16}? (?:cok )?daha (?<word>(?![^\\ue000-\\uf8ff.;:!?]{0,24}degil)[^\\ue000-\\uf8ff.;:!?]{2,30})",
      lexicon,
    ),
    byWord(
      "(?:^|[,;] ?)<b:Bs>(?:'?(?:[dt]an|[dt]en|dan|den|ndan|nden)|'?(?:ya|ye|na|ne|a|e) (?:gore|kiyasla|nazaran))[^\\ue000-\\uf8ff.;:!?]{0,12}? <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,12}? daha (?<word>(?![^\\ue000-\\uf8ff.;:!?]{0,24}degil)[^\\ue000-\\uf8ff.;:!?]{2,30})",
      lexicon,
    ),
    rule(
      "<a:Bs>,? ?[^\\ue000-\\uf8ff.;:!?]{0,16}?<b:Bs>(?:'?[yn]?[iu])? ?(?:gecer|geciyor|yener|yeniyor|geride birakiyor|solluyor|golgede birakiyor|alt ediyor)",
      'a',
    ),
    rule(
      "<a:Bs>,? ?[^\\ue000-\\uf8ff.;:!?]{0,16}?<b:Bs>(?:'?(?:[dt]an|[dt]en|dan|den|ndan|nden)|'?(?:ya|ye|na|ne|a|e) (?:gore|kiyasla|nazaran)) (?:ustun|iyi|onde|avantajli)",
      'a',
    ),
    rule("<a:Bs>,? ?[^\\ue000-\\uf8ff.;:!?]{0,16}?<b:Bs>(?:'?(?:nin|nun|in|un))? ?(?:gerisinde|altinda|eline su dokemez)", 'b'),
    rule("<b:Bs> (?:yerine|degil),? <a:Bs>(?:'?[yn]?[iu])? ?(?:oneririm|tavsiye|alin|tercih|secin|secerdim|alirdim)", 'a'),
  ],
};
