import { byWord, type LanguageComparisons, type Lexicon, rule } from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '\\b(?:besser|einfacher|schneller|günstiger|billiger|preiswerter|stärker|sicherer|zuverlässiger|leichter|leiser|übersichtlicher|intuitiver|benutzerfreundlicher|flexibler|umfangreicher|leistungsfähiger|leistungsstärker|moderner|hochwertiger|robuster|länger|größer|höher|bequemer|komfortabler|vielseitiger|genauer|effizienter|stabiler|schöner|nachhaltiger|langlebiger|geeigneter|mehr|überlegen|ausgereifter|sparsamer|attraktiver|flüssiger|niedriger)',
  bad: '\\b(?:schlechter|langsamer|teurer|komplizierter|komplexer|schwächer|schwerer|lauter|umständlicher|unübersichtlicher|unzuverlässiger|schwieriger|weniger|unsicherer|kürzer|kleiner|anfälliger|unterlegen|veralteter|unflexibler|kostspieliger|mehr (?:probleme|fehler|bugs|beschwerden|werbung|einschränkungen)|höhere[rn]? (?:kosten|preise?|gebühren))',
  aspects: [
    [/einfacher|benutzerfreundlich|intuitiv|bedien|kompliziert|komplexer|ubersichtlich|umstandlich|schwieriger/, 'Bedienung'],
    [/gunstiger|billiger|preiswert|teurer|preis|kosten|kostspielig/, 'Preis'],
    [/schneller|langsamer|geschwindigkeit/, 'Geschwindigkeit'],
    [/zuverlassig|stabil/, 'Zuverlässigkeit'],
    [/sicher/, 'Sicherheit'],
    [/flexib/, 'Flexibilität'],
    [/support|kundenservice|kundendienst/, 'Support'],
    [/funktion|umfangreich|leistungs/, 'Funktionen'],
    [/akku/, 'Akkulaufzeit'],
    [/leiser|lauter/, 'Lautstärke'],
  ],
};

export const de: LanguageComparisons = {
  lexicon,
  opening: '\\b(?:wenn|falls|ob|sofern|angenommen|unklar|vielleicht)\\b',
  within: '\\b(?:könnte|wäre|(?<!ich )(?<!wir )würde|vielleicht|möglicherweise|ob|wenn|falls|dürfte)\\b',
  rules: [
    rule('<a:Bs>(?: (?:gegenüber|vor) <b:Bs>) (?:klar |deutlich |knapp |leicht )?(?:die nase vorn|im vorteil|vorn|voraus)', 'a'),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}? (?:hat|behält|liegt|ist) [^\\ue000-\\uf8ff.;:!?]{0,30}?(?:vorteile?|nase vorn|vorsprung|vor|vorn) (?:gegenüber|vor)? ?<b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,16}?\\b(?:reicht|reichen|kommt|kommen|kann|können)[^\\ue000-\\uf8ff.;!?]{0,16}? (?:nicht|nie) (?:ganz )?(?:an|mit) <b:Bs> (?:heran|ran|mithalten)',
      'b',
    ),
    rule(
      '\\b(?:ich|wir|man|würde|würden|sollte|ziehe|ziehen)(?: [a-zäöü]+){0,3} <a:Bs>(?: (?:dem|der|den|einem))? <b:Bs>(?: jederzeit| immer| klar)? (?:vor|vorziehen|vorgezogen)',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) (?:deutlich |etwas |viel |erheblich )?weniger als <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) (?:deutlich |etwas |viel |erheblich )?mehr als <b:Bs>',
      'b',
    ),
    byWord(
      '<a:Bs>(?:s)?[^\\ue000-\\uf8ff.;:!?]{0,40}?\\bnicht (?:ganz )?(?:so|annähernd so) (?<word>[a-zäöüß]+)(?<aspect>[^\\ue000-\\uf8ff.;,:!?]{0,30}?) wie (?:bei )?<b:Bs>',
      {
        ...lexicon,
        good: '^(?!teuer|langsam|kompliziert|komplex|schwer|laut|schlecht|schwierig|umständlich)',
        bad: '^(?:teuer|langsam|kompliziert|komplex|schwer|laut|schlecht|schwierig|umständlich)',
      },
      {},
      true,
    ),
    byWord(
      '<a:Bs>s?{mid}(?<word>\\b[a-zäöüß]{2,}(?:er)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+|\\bhöhere[rn]? [a-zäöüß]+){tail}(?: ist| sind)? (?:als|im vergleich zu|gegenüber) (?:bei |die |der |das |von )?<b:Bs>',
      lexicon,
      {
        mid: '(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kein|keine|nie|kaum|weder)\\b(?! nur))[^\\ue000-\\uf8ff.;:!?]{0,60}?',
        tail: '(?<aspect>[^\\ue000-\\uf8ff.;:!?,]{0,50}?)',
      },
    ),
    rule(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;:!?]{0,20}?\\b(?:schlägt|übertrifft|überholt|sticht|überflügelt|besiegt) (?:die |den |das )?<b:Bs>(?: (?:bei|beim|in|im) (?:der |den |dem )?(?<aspect>[a-zäöüß -]{3,30}?)(?=[.,;]|$))?',
      'a',
    ),
    rule('<a:Bs> ist (?:dem |der |den )?<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}? (?:überlegen|voraus|vorzuziehen)', 'a'),
    rule(
      '<a:Bs> (?:ist (?:dem |der |den )?<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}? unterlegen|(?:liegt|bleibt|hinkt|fällt)[^\\ue000-\\uf8ff.;!?]{0,20}? (?:hinter|gegenüber) <b:Bs>|kann (?:mit |nicht mit )<b:Bs> nicht mithalten|verliert gegen <b:Bs>)',
      'b',
    ),
    rule(
      '\\b(?:lieber|eher|bevorzuge|bevorzugen|empfehle|empfehlen|wählen sie|wähle|nehmen sie)(?: wir| ich)?(?: [a-zäöü]+)? <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:als|statt|anstatt|gegenüber|anstelle von) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs> (?:ist|wäre|bleibt) (?:die|das|der) (?:klar |eindeutig )?bessere [a-zäöüß]+ (?:als|gegenüber|im vergleich zu) <b:Bs>',
      'a',
    ),
    byWord(
      '\\b(?:im vergleich zu|verglichen mit|anders als|gegenüber) <b:Bs>,? (?:ist|bietet|hat|wirkt|läuft|arbeitet|punktet)[^\\ue000-\\uf8ff.;!?]{0,8} <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}?(?<word>\\b[a-zäöüß]{2,}(?:er|ere|eren)\\b)',
      lexicon,
    ),
  ],
};
