import {
  gappedSplitRules,
  byWord,
  type LanguageComparisons,
  type Lexicon,
  rule,
  choiceRules,
  turnRules,
  whole,
} from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\b(?:slechter|trager|langzamer|duurder|ingewikkelder|complexer|zwaarder|lawaaieriger|luider|moeilijker|zwakker|onhandiger|minder|korter|kleiner|meer (?:problemen|fouten|klachten|reclame))',
  aspects: [
    [/goedkoper|duurder|prijs|kost/, 'prijs'],
    [/sneller|trager/, 'snelheid'],
    [/makkelijker|eenvoudiger|gebruiksvriendelijk/, 'gebruiksgemak'],
    [/betrouwba/, 'betrouwbaarheid'],
  ],
};

export const nl: LanguageComparisons = {
  lexicon,
  articles: 'de|het|een',
  opening: '\\b(?:als|of|indien|misschien|hangt)\\b(?! ik moet)',
  within: '\\b(?:zou|misschien|mogelijk|of)\\b',
  rules: [
    byWord(
      "<a:Bs>(?:'?s)?(?![^\\ue000-\\uf8ff.;:!?]*\\b(?:niet|geen|nooit|nauwelijks)\\b)[^\\ue000-\\uf8ff.;:!?]{0,60}?(?<word>\\b(?!(?:over|onder|achter|gebruiker|klanten|maar|weer|later|eerder|computer|server|printer|aanbieder|ander|ieder|zonder|verder)\\b)[a-z]{3,}er\\b|\\bmeer [a-z]+|\\bminder [a-z]+)(?<aspect>[^\\ue000-\\uf8ff.;:!?]{0,40}?) dan (?:bij |die van )?<b:Bs>",
      lexicon,
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:verslaat|overtreft|wint van|klopt|troeft|laat|steekt|ligt voor op|is superieur aan|heeft een voorsprong op|scoort hoger dan) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:verliest van|legt het af tegen|blijft achter bij|kan niet tippen aan|haalt het niet bij|doet onder voor|is inferieur aan) <b:Bs>',
      'b',
    ),
    byWord('<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}?\\bniet zo (?<word>[a-z]+)[^\\ue000-\\uf8ff.;:!?]{0,24}? als <b:Bs>', lexicon, {}, true),
    rule(
      '\\b(?:liever|eerder|verkies|kies|adviseer|raad) (?:ik |voor )?<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}? (?:dan|boven|in plaats van) <b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:vergeleken met|in vergelijking met|anders dan) <b:Bs>,? (?:is|heeft|biedt|werkt)[^\\ue000-\\uf8ff.;:!?]{0,6} <a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}?(?<word>\\b(?!(?:over|onder|achter|gebruiker|klanten|maar|weer|later|eerder|computer|server|printer|aanbieder|ander|ieder|zonder|verder)\\b)[a-z]{3,}er\\b|\\bmeer [a-z]+|\\bminder [a-z]+)',
      lexicon,
    ),
    ...gappedSplitRules('op|qua|bij|voor', 'wint|leidt|scoort beter|is sterker'),
    rule('\\b(?:liever|eerder) (?:voor )?<a:B>[^\\ue000-\\uf8ff.;!?]{0,14}? dan (?:voor )?<b:B>', 'a'),
    ...choiceRules('tussen|van', 'en|of', 'kies ik|zou ik|neem ik|ga ik voor|raad ik|wint'),
    ...turnRules({
      but: whole('maar|echter|toch'),
      although: whole('hoewel|ook al'),
      choose: whole(
        '(?:(?:ik|wij|we) (?:kies|kiezen|zou|neem|nemen|verkies|ga voor|raad|prefereer)|(?:kies|neem|verkies|zou|raad) ik|mijn (?:keuze|voorkeur) (?:is|gaat naar|blijft))',
      ),
    }),
  ],
};
