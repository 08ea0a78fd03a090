import type { CueWords } from './cue-words.ts';

export const de: CueWords = {
  positive:
    'ausgezeichnet*|hervorragend*|exzellent*|großartig*|toll*|gut|gute|guter|gutes|guten|gutem|besser*|beste|bester|bestes|besten|am besten|stark|starke|starker|starkes|starken|stärker*|robust*|leistungsstark*|leistungsfähig*|solide*|zuverlässig*|verlässlich*|vertrauenswürdig*|seriös*|langlebig*|hochwertig*|intuitiv*|einfach*|leicht zu|leicht bedienbar|benutzerfreundlich*|bedienungsfreundlich*|anwenderfreundlich*|übersichtlich*|reibungslos*|schnell*|effizient*|effektiv*|günstig*|preiswert*|preisgünstig*|erschwinglich*|kostengünstig*|gutes preis-leistungs-verhältnis|preis-leistungs-sieger|flexibel|flexible*|vielseitig*|anpassbar*|skalierbar*|umfassend*|umfangreich*|innovativ*|führend*|marktführer*|beliebt*|geschätzt*|gelobt|lob|überzeugt|überzeugen|überzeugend*|punktet|punkten|glänzt|glänzen|ideal*|perfekt*|geeignet*|komfortabel*|bequem*|elegant*|modern*|stilvoll*|schön*|präzise*|genau*|sicher*|hilfreich*|freundlich*|praktisch*|vorteil*|stärke|stärken|pluspunkt*|zufrieden*|testsieger*|empfehlenswert*|herausragend*|beeindruckend*|bewährt*|lecker*|leise|angenehm*|transparent*|fair*|erstklassig*|renommiert*|sticht hervor|lohnt sich|lohnenswert|makellos*',
  negative:
    'schlecht*|schwach|schwache*|schwächer*|schwäche*|mangelhaft*|mittelmäßig*|enttäusch*|unzuverlässig*|fehlerhaft*|fehleranfällig*|langsam*|träge|umständlich*|kompliziert*|komplex*|unübersichtlich*|verwirrend*|schwierig*|frustrierend*|ärgerlich*|nervig*|teuer|teure*|teurer*|kostspielig*|überteuert*|hohe kosten|hoher preis|hohe preise|versteckte kosten|begrenzt*|eingeschränkt*|veraltet*|altmodisch*|starr*|unflexibel|unbequem*|schwer zu|schwerfällig*|laut|unsicher*|riskant*|betrug*|abzocke|irreführend*|beschwerde*|kritik|kritisiert|kritisieren|bemängel*|nachteil*|problem|probleme|problematisch*|mängel|manko|albtraum|alptraum|versagt|hapert|leidet|absturz|abstürze|stürzt ab|defekt*|rückruf|datenleck|überladen*|überfordert|minderwertig*|unfreundlich*|unbrauchbar*|inkonsistent*|steile lernkurve|lernkurve|hinkt|unterlegen|gewöhnungsbedürftig',
  lack: 'fehlt|fehlen|fehlende*|mangelt|mangel an|ohne',
  negation: 'nicht|kein|keine|keinen|keiner|keines|keinem|nie|niemals|kaum|wenig|weniger|weder|noch nie|alles andere als|selten|nichts',
  negationAfter: '_',
  contrast:
    'aber|jedoch|allerdings|doch|obwohl|während|wohingegen|hingegen|dagegen|trotz|dennoch|trotzdem|andererseits|leider|sondern|im gegensatz|wenngleich|zwar',
  recommend:
    'empfehle|empfehlen|empfiehlt|empfohlen*|empfehlung*|empfehlenswert*|erste wahl|beste wahl|gute wahl|ideale wahl|perfekte wahl|richtige wahl|bessere wahl|top-wahl|unsere wahl|unser favorit|mein favorit|favorit|testsieger|gesamtsieger|preis-leistungs-sieger|beste option|gute option|am besten geeignet|bestens geeignet|gut geeignet|ideal für|perfekt für|ideal geeignet|greifen sie zu|greif zu|entscheiden sie sich für|entscheide dich für|setzen sie auf|wählen sie|würde ich wählen|lohnt sich|einen blick wert|in betracht ziehen|klare empfehlung|bester gesamt*|die beste|der beste|das beste|nichts falsch|sollten sie wählen|am besten',
  warn: 'nicht empfehlen|nicht empfehlenswert|nicht zu empfehlen|keine empfehlung|abraten|rate ab|raten ab|raten wir ab|abzuraten|vermeiden|meiden|lieber nicht|finger weg|nicht geeignet|ungeeignet|weniger geeignet|nicht ideal|nicht die beste wahl|keine gute wahl|nicht kaufen|vorsicht|mit vorsicht|lohnt sich nicht|nicht lohnt|nicht empfohlen|nicht wert|schlechte wahl|würde ich nicht',
  best: 'beste|besten|bester|bestes|top|empfehlung*|empfehlenswert*|empfohlen*|führend*|beliebt*|gute|testsieger|favoriten|ausgezeichnete|hervorragende|geeignet*|infrage|in frage|starke|optionen',
  ordinal: 'erste*|zweite*|dritte*|vierte*|fünfte*',
  pronouns:
    'es|sie|er|das|dies|diese|dieser|dieses|die plattform|das tool|die software|die app|das unternehmen|der anbieter|die marke|vorteile|nachteile|stärken|schwächen|ideal für|geeignet für|nutzer|kunden|zudem|außerdem|auch|preis|die bedienung|vorteil|nachteil',
  compare:
    'als|besser|schlägt|übertrifft|überlegen|unterlegen|lieber|statt|anstatt|gegenüber|vergleich|verglichen|wie|vorzuziehen|bevorzug*|hinter|vor|voraus|gewinnt|verliert|sticht',
  absent:
    'informationen|information|gefunden|finden|bekannt|erwähnt|erwähnung|angaben|daten|ergebnisse|kenne|aufgeführt|vertraut|hinweise|belege|wissen|enthalten|gelistet|genannt|vorliegen|treffer|auffindbar|taucht|quellen',
  ignore:
    'nicht nur|nicht zuletzt|kein wunder|keine sorge|kein problem|ohne probleme|problemlos*|einfach nur|sowohl als auch|als auch|noch nicht|gut zu wissen|nicht unbedingt|so gut wie|genauso|ohne zusätzliche|ohne großen|ohne viel|ohne aufwand|sicherheitslücke*|vor allem|lernkurve ist flach|nach wie vor|weniger teuer|problemlösung*|schnellstart|komplexe projekte|komplexe anforderungen|komplexe aufgaben|komplexen',
};
