import { byWord, type LanguageComparisons, type Lexicon, rule } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\b(?:dat|cham|kem|te|yeu|on ao|nang|kho|phuc tap|it|ngan|nhieu loi|ton)\\b',
  aspects: [
    [/re|dat|gia/, 'giá'],
    [/nhanh|cham/, 'tốc độ'],
    [/de (?:dung|su dung)|don gian/, 'dễ dùng'],
    [/ben/, 'độ bền'],
    [/tiet kiem/, 'tiết kiệm'],
  ],
};

export const vi: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:neu|lieu|co the|tuy)\\b',
  within: '\\b(?:co the|neu|lieu|chua chac)\\b',
  rules: [
    byWord(
      '<a:Bs>(?![^\\ue000-\\uf8ff.;:!?]*\\bkhong\\b)[^\\ue000-\\uf8ff.;:!?]{0,30}?(?<word>[^\\ue000-\\uf8ff.;:!?]{2,30}?) hon (?:so voi |han |nhieu (?:so voi )?)*<b:Bs>',
      lexicon,
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:vuot troi|vuot qua|vuot mat|an dut|bo xa|danh bai|noi troi so voi|vuot) (?:hon )?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:thua|kem|khong bang|khong the so voi|thua kem|lep ve truoc|khong sanh duoc voi) <b:Bs>',
      'b',
    ),
    byWord('\\bso voi <b:Bs>,? <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}?(?<word>[^\\ue000-\\uf8ff.;:!?]{2,24}?) hon\\b', lexicon),
    rule(
      '\\b(?:nen (?:chon|mua)|chon|toi thich|khuyen dung|uu tien) <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,12}? (?:thay vi|hon(?: la)?|chu khong phai) <b:Bs>',
      'a',
    ),
  ],
};
