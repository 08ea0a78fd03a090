import { byWord, type LanguageComparisons, type Lexicon, rule, choiceRules } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\b(?:gorsz|gorzej|drozsz|drozej|wolniejsz|slabsz|trudniejsz|ciezsz|glosniejsz|mniej |bardziej (?:skomplikowan|awaryjn|kosztown)|wiecej (?:problem|bled|reklam))',
  aspects: [
    [/tansz|drozsz|taniej|drozej|cen/, 'cena'],
    [/szybs|szybciej|woln/, 'szybkość'],
    [/prostsz|latwiej|intuicyjn/, 'łatwość obsługi'],
    [/niezawodn/, 'niezawodność'],
  ],
};

export const pl: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:jesli|jezeli|gdyby|czy|moze|zalezy)\\b',
  within: '\\b(?:moze|moglby|moglaby|gdyby|czy)\\b',
  rules: [
    byWord(
      '<a:Bs>[a-z]{0,3}(?![^\\ue000-\\uf8ff.;:!?]*\\bnie (?:jest|ma|sa)\\b)[^\\ue000-\\uf8ff.;:!?]{0,50}?(?<word>\\b(?:lepsz[a-z]*|gorsz[a-z]*|lepiej|gorzej|bardziej [a-z]+|mniej [a-z]+|wiecej [a-z]+|dluzej|szybciej|taniej|drozej|latwiej|[a-z]{3,}(?:szy|sza|sze|szym|szych|ejsz[a-z]+)))(?<aspect>[^\\ue000-\\uf8ff.;:!?]{0,40}?) (?:niz|od) <b:Bs>',
      lexicon,
    ),
    rule(
      '<a:Bs>[a-z]{0,3}[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:przewyzsza|pokonuje|wyprzedza|wygrywa z|bije na glowe|deklasuje|gora nad|ma przewage nad) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[a-z]{0,3}[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:ustepuje|przegrywa z|odstaje od|nie dorownuje|zostaje w tyle za|nie umywa sie do) <b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>[a-z]{0,3}[^\\ue000-\\uf8ff.;:!?]{0,20}?\\bnie jest (?:az )?ta?k (?<word>[a-z]+)[^\\ue000-\\uf8ff.;:!?]{0,20}? jak <b:Bs>',
      lexicon,
      {},
      true,
    ),
    rule(
      '\\b(?:wole|wybralbym|wybralabym|wybierz|polecam|kup|lepiej wybrac|lepiej kupic) <a:Bs>[a-z]{0,3}[^\\ue000-\\uf8ff.;:!?]{0,16}? (?:niz|zamiast|od|a nie|nad) <b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:w porownaniu (?:z|do)|w przeciwienstwie do) <b:Bs>[a-z]{0,3},? <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}?(?<word>\\b(?:lepsz[a-z]*|gorsz[a-z]*|lepiej|gorzej|bardziej [a-z]+|mniej [a-z]+|wiecej [a-z]+|dluzej|szybciej|taniej|drozej|latwiej|[a-z]{3,}(?:szy|sza|sze|szym|szych|ejsz[a-z]+)))',
      lexicon,
    ),
    ...choiceRules('między|pomiędzy|spośród', 'a|i', 'wybieram|wybrałbym|wolę|polecam|biorę|stawiam na'),
  ],
};
