import type { LanguageComparisons, Lexicon } from './comparison-rule.ts';
import { simpleRules } from './simple.ts';

const lexicon: Lexicon = {
  good: '[a-z]',
  bad: '\\b(?:dyrare|långsammare|segare|sämre|krångligare|svårare|tyngre|bullrigare|svagare|klumpigare|rörigare|trögare|osäkrare|mindre(?! (?:bullrig|krånglig|tid|pengar))|färre (?:funktioner|butiker|val)|kortare|högre (?:pris|avgift|kostnad|ränt)|mer (?:komplicerad|krånglig|problem|fel|reklam))',
  aspects: [
    [/billig|dyr|pris|avgift/, 'pris'],
    [/snabb|långsam/, 'hastighet'],
    [/enkl|lätt|krångl|användar/, 'användarvänlighet'],
    [/pålitlig|tillförlitlig|stabil/, 'tillförlitlighet'],
  ],
};

export const sv: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:om|ifall|huruvida|kanske|beror)\\b',
  within: '\\b(?:skulle vara|kanske|möjligen|eventuellt)\\b',
  rules: simpleRules(
    {
      comparative:
        '(?:(?!(?:användare|läsare|köpare|säljare|tidigare|endast|vidare|snarare|ytterligare|tillverkare|skrivare)\\b)[a-z]{3,}are|bättre|sämre|större|mindre|högre|lägre|längre|yngre|äldre|tyngre|färre|fler)\\b(?: [a-z]{4,}(?= än))?|mer [a-z]+|mindre [a-z]+',
      asMuch: {
        not: 'inte (?:riktigt |alls )?(?:lika|så)',
        as: 'som',
        bad: '^(?:dyr|långsam|krånglig|svår|tung|bullrig|dålig|komplicerad|seg)',
      },
      than: 'än|jämfört med|i jämförelse med',
      not: 'inte|knappast|aldrig|varken',
      beats: 'slår|överträffar|vinner över|besegrar|utklassar|är överlägsen|är överlägset|ligger före|leder över|står sig bättre än',
      loses: 'förlorar mot|kan inte mäta sig med|hamnar efter|ligger efter|når inte upp till|är underlägsen|kommer efter',
      prefer:
        'rekommendera|rekommenderar|föredrar|väljer|välj|välja|hellre|köp|tar|ta|köpa|skulle ta|skulle välja|valt|satsa på|satsar på|går på|gå på',
      instead: 'framför|före|istället för|i stället för|snarare än|hellre än|än|och inte',
      against: 'jämfört med|till skillnad från|i jämförelse med|mot',
      between: { between: 'mellan|av', and: 'och|eller' },
      but: 'men|dock',
      although: 'även om|trots att|fastän|visserligen',
    },
    lexicon,
  ),
};
