import {
  gappedSplitRules,
  byWord,
  splitRules,
  contrastRules,
  type LanguageComparisons,
  type Lexicon,
  rule,
  choiceRules,
  turnRules,
  whole,
} from './comparison-rule.ts';

const lexicon: Lexicon = {
  good: '\\b(?:schonender|kompakter|präziser|haltbarer|zügiger|flotter|sorgfältiger|preisgünstiger|großzügiger|eleganter|aufgeräumter|ausdauernder|vielfältiger|ergiebiger|besser|einfacher|schneller|günstiger|billiger|preiswerter|stärker|sicherer|zuverlässiger|leichter|leiser|übersichtlicher|intuitiver|benutzerfreundlicher|flexibler|umfangreicher|leistungsfähiger|leistungsstärker|moderner|hochwertiger|robuster|länger|größer|höher|bequemer|komfortabler|vielseitiger|genauer|effizienter|stabiler|schöner|nachhaltiger|langlebiger|geeigneter|mehr|überlegen|klüger|besser|bessere|angenehmer|freundlicher|sauberer|ruhiger|frischer|heller|schärfer|klarer|natürlicher|wertiger|handlicher|praktischer|solider|verlässlicher|vertrauenswürdiger|kulanter|pünktlicher|sanfter|smarter|breiter|tiefer|weiter|gründlicher|transparenter|fairer|treffsicherer|entspannter|durchdachter|übersichtlicher|reifer|ausgereifter|sparsamer|attraktiver|flüssiger|niedriger)',
  bad: '\\b(?:schlechter|langsamer|teurer|komplizierter|komplexer|schwächer|schwerer|lauter|umständlicher|unübersichtlicher|unzuverlässiger|schwieriger|weniger|unsicherer|kürzer|kleiner|anfälliger|unterlegen|veralteter|schwerfälliger|träger|zäher|anstrengender|nerviger|holpriger|hakeliger|ungenauer|dunkler|matter|rauer|härter|stressiger|aufwendiger|aufwändiger|zeitaufwendiger|enger|knapper|unhandlicher|störanfälliger|schlechtere|teurere|unflexibler|kostspieliger|mehr (?:probleme|fehler|bugs|beschwerden|werbung|einschränkungen)|höhere[rn]? (?:kosten|preise?|gebühren))',
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
  articles:
    'der des|den des|dem des|der der|die vom|der vom|das vom|der bei|die von|der von|das von|denen von|dem von|den von|die der|die des|das der|das des|jene von|die bei|der|die|das|den|dem|des|ein|eine|einen|einem|einer|beim|vom|zum',
  opening: '\\b(?:wenn|falls|ob|sofern|angenommen|unklar|vielleicht)\\b',
  supposed: '\\b(?:wenn|falls) <B>[^\\ue000-\\uf8ff.;]{0,50}?\\b(?:wäre|hätte|könnte|würde|böte)\\b',
  within: '\\b(?:könnte|wäre|(?<!ich )(?<!wir )würde(?! ich| wir)|vielleicht|möglicherweise|ob|wenn|falls|dürfte)\\b',
  rules: [
    rule(
      '<a:Bs>s?(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kaum|nie))[^\\ue000-\\uf8ff.;:!?]{0,24}?\\b(?:verbraucht|braucht|benötigt|kostet|verlangt)(?: [a-zäöüß]+)? weniger\\b[^\\ue000-\\uf8ff.;:!?]{0,24}? als <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>s?(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kaum|nie))[^\\ue000-\\uf8ff.;:!?]{0,24}?\\b(?:verbraucht|braucht|benötigt|kostet|verlangt)(?: [a-zäöüß]+)? mehr\\b[^\\ue000-\\uf8ff.;:!?]{0,24}? als <b:Bs>',
      'b',
    ),
    rule('\\b(?:liegt|rangiert|landet|steht)(?: [a-zäöüß]+)? <a:Bs>(?: [a-zäöüß]+){0,2} (?:vor|über) <b:Bs>', 'a'),
    rule(
      '<a:Bs>(?![^\\ue000-\\uf8ff.;:!?]*\\bnicht\\b)[^\\ue000-\\uf8ff.;:!?]{0,24}?\\b(?:verliert|verlieren|verschleißt|altert|rostet|bricht|entlädt|überhitzt|veraltet|nutzt sich|geht|fällt|streikt|stürzt)\\b[^\\ue000-\\uf8ff.;:!?]{0,16}?(?:schneller|früher|eher|häufiger|öfter|leichter)\\b[^\\ue000-\\uf8ff.;:!?]{0,24}? als <b:Bs>',
      'b',
    ),
    rule(
      '\\b(?:preislich|beim preis|bei den kosten|im preis|bei den gebühren|beim verbrauch) (?:liegt|bleibt|rangiert) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,14}? unter <b:Bs>',
      'a',
    ),
    rule(
      '\\b(?:preislich|beim preis|bei den kosten|im preis|bei den gebühren|beim verbrauch) (?:liegt|bleibt|rangiert) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,14}? über <b:Bs>',
      'b',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) [^\\ue000-\\uf8ff.;:!?]{0,30}?weniger als <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}?\\b(?:kostet|kosten|verlangt|berechnet|verbraucht|verbrauchen|braucht|benötigt|wiegt) [^\\ue000-\\uf8ff.;:!?]{0,30}?mehr als <b:Bs>',
      'b',
    ),
    rule(
      '\\b(?:weder|keiner von) <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,24}? (?:kommt an|kommen an|reicht an|erreicht|erreichen|schlägt|schlagen) <a:Bs>',
      'a',
    ),
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
      '<a:Bs>s?{mid}(?<word>\\b[a-zäöüß]{2,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+|\\bhöhere[rn]? [a-zäöüß]+){tail}(?: ist| sind)? (?:als|im vergleich zu|gegenüber) (?:bei |die |der |das |von )?<b:Bs>',
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
    byWord(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;:!?]{0,30}?\\b(?:hat|bietet|liefert|zeigt|punktet|überzeugt|glänzt|ist|kommt)(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kaum|nie|kein))[^\\ue000-\\uf8ff.;!?]{0,16}? (?:gegenüber|im vergleich zu|verglichen mit|als) <b:Bs>s?,? (?:mit |durch |eine?n? |die |den |das |dem |der )*(?<word>\\b(?!(?:anbieter|nutzer|kunden|hersteller|oder|aber|immer|wieder|unter|über|hinter|computer|server|drucker|leider|seiner|ihrer|dieser|einer|keiner|meiner|unserer|jeder|bisher|eher|sicher nicht|aller|user)\\b)[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+)',
      lexicon,
      {},
    ),
    byWord(
      '\\b(?:gegenüber|im vergleich zu|verglichen mit|neben|anders als) <b:Bs>s?,? (?:ist|hat|bietet|liefert|wirkt|läuft|punktet|überzeugt|schneidet|kommt|fährt)[^\\ue000-\\uf8ff.;!?]{0,10} <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,50}?(?<word>\\b(?!(?:anbieter|nutzer|kunden|hersteller|oder|aber|immer|wieder|unter|über|hinter|computer|server|drucker|leider|seiner|ihrer|dieser|einer|keiner|meiner|unserer|jeder|bisher|eher|sicher nicht|aller|user)\\b)[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+)',
      lexicon,
      {},
    ),
    rule(
      '\\b(?:kann|können) <a:B>,? (?:da |hier |dabei )?(?:mit )?<b:B>[^\\ue000-\\uf8ff.;!?]{0,20}? nicht (?:ganz )?(?:das wasser reichen|mithalten)',
      'b',
    ),
    rule(
      '<a:B>[^\\ue000-\\uf8ff.;!?]{0,16}?\\b(?:kann|können|reicht)(?: da| hier| dabei)? (?:mit |an )?<b:B>[^\\ue000-\\uf8ff.;!?]{0,20}? nicht (?:ganz )?(?:das wasser reichen|mithalten|heran|das wasser)',
      'b',
    ),
    rule(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;!?]{0,20}?\\b(?:hängt|stellt|steckt|lässt|sticht|überflügelt|deklassiert|distanziert|toppt|schlägt|fegt) <b:Bs>[^\\ue000-\\uf8ff.;!?]{0,30}?(?:ab\\b|in den schatten|in die tasche|hinter sich|alt aussehen|aus\\b|vom platz|locker|deutlich|klar|um längen|knapp|\\bin\\b|bei|$|[.,])',
      'a',
    ),
    rule(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;!?]{0,30}?\\b(?:ist|liegt|bleibt|steht|rangiert)(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kaum|nie|kein))[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:vor|über|besser als|eine klasse besser als|eine liga über|eine nummer besser als|eine stufe über) <b:Bs>',
      'a',
    ),
    rule(
      '<a:Bs>s?[^\\ue000-\\uf8ff.;!?]{0,30}?\\b(?:ist|liegt|bleibt|steht|rangiert|fällt|hinkt)[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:hinter|unter|deutlich hinter|weit hinter|schlechter als) <b:Bs>',
      'b',
    ),
    rule(
      '\\b(?:zöge|ziehe|ziehen|würde|würd|nähme|nehme|nehmen|wähle|wählte|kaufe|kaufte|greife|griffe|rate|raten|tendiere|empfehle|setze|setzen|entscheide)\\b[^\\ue000-\\uf8ff.;!?]{0,24}? <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}? (?:statt|anstatt|als|anstelle von|und nicht|gegenüber) (?:zu )?<b:Bs>',
      'a',
    ),
    rule('<a:B> (?:schlägt sich|macht das|kann das|löst das|macht es|macht hier vieles)[^\\ue000-\\uf8ff.;!?]{0,12} besser als <b:B>', 'a'),
    byWord(
      '<a:B>(?<=(?!\\k<a>)<b:B>[^.!?]*)s?[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:ist|wäre|bleibt|war|gilt als) (?:hier |dabei |klar |eindeutig |insgesamt |somit )*(?:die|der|das) (?<word>\\b(?!(?:anbieter|nutzer|kunden|hersteller|oder|aber|immer|wieder|unter|über|hinter|computer|server|drucker|leider|seiner|ihrer|dieser|einer|keiner|meiner|unserer|jeder|bisher|eher|sicher nicht|aller|user)\\b)[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+)',
      lexicon,
      {},
    ),
    byWord(
      '<a:B>s?[^\\ue000-\\uf8ff.;!?]{0,24}?\\b(?:ist|wäre|bleibt) (?:hier |dabei |klar |eindeutig |insgesamt )*(?:die|der|das) (?<word>\\b(?!(?:anbieter|nutzer|kunden|hersteller|oder|aber|immer|wieder|unter|über|hinter|computer|server|drucker|leider|seiner|ihrer|dieser|einer|keiner|meiner|unserer|jeder|bisher|eher|sicher nicht|aller|user)\\b)[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+)(?=[^.!?]{0,60}(?:von beiden|als|gegenüber)[^.!?]{0,12}<b:B>)',
      lexicon,
      {},
    ),
    rule(
      '\\b(?:statt|anstatt|anstelle von) (?:zu )?<b:Bs>,?[^\\ue000-\\uf8ff.;!?]{0,40}?\\b(?:lieber|besser|eher|greifen|nehmen|wählen|empfehle)\\b[^\\ue000-\\uf8ff.;!?]{0,14} <a:Bs>',
      'a',
    ),
    rule(
      '<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,24}? (?:schwächelt|patzt|versagt|enttäuscht|fällt ab|scheitert|strauchelt)[^\\ue000-\\uf8ff.;!?]{0,16}?(?:wo|während|aber) <a:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?(?:glänzt|punktet|überzeugt|liefert)',
      'a',
    ),
    rule(
      '\\b(?:wahrend|wo) <a:B>[^\\ue000-\\uf8ff.!?]{3,50}?(?:überzeugt|punktet|glänzt|vorn liegt|führt|besser ist|stärker ist|gewinnt|überlegen ist|die nase vorn hat),? (?:liegt|hat|punktet|ist|überzeugt|führt|schneidet|gewinnt|glänzt|bietet)(?= <b:B>)',
      'a',
    ),
    rule(
      '(?<=\\b(?:wahrend|wo) <b:B>[^\\ue000-\\uf8ff.!?]{3,70}?,? (?:liegt|hat|punktet|ist|überzeugt|führt|schneidet|gewinnt|glänzt) )<a:B>[^\\ue000-\\uf8ff.!?]{2,40}?(?:vorn|überlegen|besser|stärker|nase|vorteil|\\bab\\b|[.,]|$)',
      'a',
    ),
    rule(
      '\\b(?:anders als|im gegensatz zu|im unterschied zu) <b:Bs>,? (?:braucht|benötigt|verlangt|erfordert|kostet|kommt|ist|hat|bietet)[^\\ue000-\\uf8ff.;!?]{0,6} <a:Bs> (?:keine?n?|nicht|ohne|kostenlos|einfach|leicht|weder)',
      'a',
    ),
    ...contrastRules(lexicon, {
      mid: '(?![^\\ue000-\\uf8ff]*\\b(?:nicht|kein|keine|nie|kaum|weder)\\b(?! nur))[^\\ue000-\\uf8ff.;:!?]{0,50}?',
      word: '(?<word>\\b(?!(?:anbieter|nutzer|kunden|hersteller|oder|aber|immer|wieder|unter|über|hinter|computer|server|drucker|leider|seiner|ihrer|dieser|einer|keiner|meiner|unserer|jeder|bisher|eher|sicher nicht|aller|user)\\b)[a-zäöüß]{3,}(?:er|ere|eren|erer|eres|erem)\\b|\\bmehr [a-zäöüß]+|\\bweniger [a-zäöüß]+)',
      than: 'als|wie',
      but: 'während|aber|dafür|wohingegen|hingegen|dagegen|jedoch',
    }),
    ...splitRules(
      'führt|liegt vorn|gewinnt|hat die nase vorn|punktet|ist stärker|ist besser|glänzt|siegt|ist vorn|überzeugt',
      'bei|beim|in|im|auf|mit',
      'und|während|aber',
    ),
    ...gappedSplitRules(
      'bei(?:m|der|den|dem)?|in(?: der| den| puncto| sachen)?|im|preislich|punkto',
      'liegt|gewinnt|führt|punktet|überzeugt|siegt|hat|ist|dominiert',
    ),
    rule('<a:B>[^\\ue000-\\uf8ff.;!?]{0,20}?\\bzieht gegenüber <b:B> den kürzeren', 'b'),
    rule('\\b(?:lieber|eher)(?: [a-zäöü]+){0,2} <a:B>[^\\ue000-\\uf8ff.;!?]{0,20}? als(?: [a-zäöü]+){0,2} <b:B>', 'a'),
    rule(
      '\\b(?:anders als|im gegensatz zu|im unterschied zu) <b:Bs>[^\\ue000-\\uf8ff.;:!?]{0,20}?,? [^\\ue000-\\uf8ff.;:!?,]{1,24}? <a:Bs> (?:keine?n?|nichts|nie)\\b',
      'a',
    ),
    rule(
      '<a:B>(?![^\\ue000-\\uf8ff]*\\bnicht\\b)[^\\ue000-\\uf8ff.;:!?]{0,10}? (?:kann|bietet|leistet|liefert|taugt) (?:deutlich |viel |etwas |klar |weit )?mehr als <b:B>',
      'a',
    ),
    ...choiceRules('zwischen|von', 'und|oder', 'nehme ich|würde ich|wähle ich|greife ich zu|bevorzuge ich|empfehle ich|gewinnt'),
    ...turnRules({
      but: whole('aber|doch|jedoch|dennoch|trotzdem|allerdings'),
      although: whole('obwohl|auch wenn|obgleich|zwar'),
      choose: whole(
        '(?:(?:ich|wir)(?: persönlich)? (?:bevorzugen?|nehmen?|wählen?|empfehlen?|würden?)|(?:bevorzug|nehm|wähl|empfehl|würd|kauf|bestell|buch)en? (?:ich|wir)(?: lieber| eher)?(?: bei)?|(?:greife|greifen) (?:ich|wir)(?: lieber| eher)? zu|(?:meine|unsere) (?:wahl|empfehlung) (?:ist|fällt auf|bleibt))',
      ),
    }),
    rule(
      '<a:Bs>[^\\ue000-\\uf8ff.;!?]{0,16}? gegenüber (?:der |dem |den |von )?<b:Bs>[^\\ue000-\\uf8ff.;!?]{0,20}?(?:bevorzug|vorzieh|vorzuzieh|vorgezogen|den vorzug)',
      'a',
    ),
  ],
};
