import type { LanguageComparisons, Lexicon } from './comparison-rule.ts';
import { simpleRules } from './simple.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '(?:^|\\b)(?:dražší|dráž|draze|pomalejší|pomaleji|horší|hůře|složitější|komplikovanější|těžší|obtížnější|hlučnější|slabší|náročnější|méně|kratší|menší|vyšší (?:cen|poplat|náklad)|více (?:problém|chyb|reklam|stížnost)|víc (?:problém|chyb|reklam))',
  aspects: [
    [/levněj|dražší|cen|poplat/, 'cena'],
    [/rychlej|pomalej/, 'rychlost'],
    [/jednoduš|snazší|snadněj|složitěj|přehledněj/, 'snadnost použití'],
    [/spolehlivěj/, 'spolehlivost'],
  ],
};

export const cs: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:jestli|zda|pokud by|kdyby|možná|záleží)\\b',
  within: '\\b(?:možná|mohl by|mohla by|kdyby|byl by|byla by)\\b',
  rules: simpleRules(
    {
      comparative:
        '(?:[a-z]{2,}(?:ejsi[a-z]{0,3}|eji)|leps[a-z]{1,3}|hors[a-z]{1,3}|mens[a-z]{1,3}|vets[a-z]{1,3}|drazs[a-z]{1,3}|kratsi|delsi|vyssi[a-z]{0,2}|nizsi[a-z]{0,2}|slabsi|tezsi|tissi|lehci|hezci|snazsi|jednodussi|mladsi|lepe|hure|vice?|mene|drive|dele)\\b(?: [a-z]{4,}(?= nez))?',
      asMuch: {
        not: 'není (?:až )?(?:tak|zdaleka tak|stejně)',
        as: 'jako',
        bad: '^(?:drah|pomal|složit|těžk|hlučn|špatn|komplikovan|náročn)',
      },
      than: 'než|oproti|ve srovnání s|proti|nežli',
      not: 'není|nejsou|nikdy|ani',
      ending: '(?:[a-z]{1,3}\\b)?',
      beats: 'předčí|překonává|poráží|předstihuje|vítězí nad|má navrch nad|převyšuje|válcuje|strčí do kapsy',
      loses: 'zaostává za|prohrává s|nedosahuje na|se nevyrovná|ztrácí na|pokulhává za',
      prefer:
        'doporučuji|doporučujeme|doporučil bych|doporučila bych|raději|radši|zvolte|zvolil bych|zvolila bych|vybral bych|vybrala bych|vzal bych|koupil bych|preferuji|dávám přednost|volil bych|volím|vybírám|kupte|vezměte|sáhněte po|sáhl bych po',
      instead: 'než|místo|namísto|před|spíše než|a ne',
      against: 've srovnání s|na rozdíl od|oproti|proti',
      between: { between: 'mezi|z', and: 'a|nebo' },
      but: 'ale|avšak|však|přesto|nicméně',
      although: 'ačkoli|ačkoliv|přestože|i když|byť|sice',
    },
    lexicon,
  ),
};
