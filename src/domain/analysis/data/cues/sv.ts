import type { CueWords } from './cue-words.ts';

export const sv: CueWords = {
  positive:
    'utmärkt*|bra|bättre|bäst|bästa|fantastisk*|enastående|suverän*|fin|fina|fint|skön*|stark*|stabil*|pålitlig*|tillförlitlig*|driftsäker*|robust*|hållbar*|slitstark*|intuitiv*|enkel|enkla|enkelt|enklare|lätt|lätta|lättare|lättanvän*|användarvänlig*|överskådlig*|snabb|snabba|snabbt|snabbare|snabbast|smidig*|effektiv*|prisvärd*|prisvänlig*|billig*|förmånlig*|gratis|låga|lågt|låg|lägre|flexibel|flexibla|flexibelt|mångsidig*|omfattande|komplett*|innovativ*|ledande|populär*|omtyckt*|uppskatta*|hyllad*|hyllas|berömm*|imponer*|övertyg*|utmärker sig|sticker ut|briljer*|idealisk*|perfekt*|lämplig*|bekväm*|elegant*|snygg*|modern*|stilren*|exakt*|noggrann*|träffsäker*|säker|säkra|säkert|trygg*|hjälpsam*|vänlig*|trevlig*|kunnig*|praktisk*|fördel|fördelar|fördelaktig*|styrka|styrkor|nöjd*|tillfreds*|prisbelönt*|kvalitet|hög kvalitet|högkvalitativ*|tyst|tysta|tystare|energisnål*|snål*|lättskött*|generös*|rymlig*|god|goda|gott|godare|läcker*|fräsch*|mjuk*|klar|tydlig*|transparent*|ärlig*|prisvärt|valuta för pengarna|håller länge|håller vad|lång batteritid|lång livslängd|levererar|rekommenderad*|toppbetyg|toppklass|högsta betyg|betrodd*|svårslagen|svårslaget|svårslagna|oslagbar*|problemfri*|bekymmersfri*|inga problem|användbar*|nyttig*|genomtänkt*|välgjord*|välbyggd*|gedigen|gediget|gedigna|kompetent*|stort utbud|brett utbud|brett sortiment|stort sortiment|bred|brett|breda|sparar|vinner|vinnare',
  negative:
    'dålig*|sämre|sämst|sämsta|usel*|uselt|svag*|medioker*|besvik*|opålitlig*|ostabil*|instabil*|långsam*|seg|sega|segt|trög*|krånglig*|komplicerad*|komplex*|rörig*|otydlig*|förvirrande|svår|svåra|svårt|svårare|svåranvän*|frustrer*|irriter*|jobbig*|dyr|dyra|dyrt|dyrare|dyrast|kostsam*|höga avgifter|höga priser|hög avgift|högt pris|högre pris|högre priser|dolda avgifter|begränsad*|begränsning*|föråldrad*|gammaldags|omodern*|klumpig*|otymplig*|obekväm*|tung|tunga|tungt|bullrig*|högljud*|bråkig*|osäker*|riskabel*|riskfylld*|bluff*|bedräger*|vilseledande|klagomål*|klagar|klagat|kritik|kritiseras|kritiserad*|kritiserats|nackdel*|svaghet*|problem|problemen|brist*|fel|felaktig*|buggar|buggig*|buggigt|kraschar|hänger sig|haverer*|går sönder|trasig*|tappar|tappat|försenad*|förseningar|väntetid*|lång tid|långa väntetider|vänta|väntar|dröjer|ohjälpsam*|otrevlig*|oförskämd*|okunnig*|svårnådd*|oanvändbar*|meningslös*|överskattad*|överprissatt*|påträngande|slits|repas|ful|fula|fult|plastig*|tunn|tunna|kort batteritid|bristfällig*|undermålig*|lämnar mycket att önska|mardröm|katastrof*|misslyck*|inferiör*|skandal*|dataläck*|inte svarar|svarar aldrig|svarar inte|slut|snål kundservice|förlorar',
  lack: 'saknar|saknas|brist på|utan',
  negation: 'inte|ej|ingen|inget|inga|aldrig|knappast|föga|varken|mindre|knappt|sällan|icke',
  negationAfter: '_',
  contrast: 'men|dock|fast|fastän|trots|däremot|medan|även om|å andra sidan|tyvärr|samtidigt som|emellertid|visserligen|ändå',
  recommend:
    'rekommender*|rekommendation*|bästa valet|bästa val|bra val|utmärkt val|perfekt val|självklart val|självklara valet|tryggt val|säkert val|klokt val|smart val|bästa alternativet|bra alternativ|utmärkt alternativ|välj|välja|väljer|satsa på|satsar på|gå på|går på|köp|köpa|passar bäst|passar bra|passar perfekt|perfekt för|idealisk för|favorit*|vinnare|testvinnare|bäst i test|vårt val|mitt val|jag skulle ta|skulle jag ta|skulle jag välja|jag skulle välja|jag föredrar|föredrar jag|värd att överväga|värt att överväga|värd pengarna|är att föredra|bör du välja|tipsar om|förstahandsval*|toppval|nummer ett',
  warn: 'rekommenderar inte|rekommenderas inte|kan inte rekommendera|skulle inte rekommendera|inte rekommendera|avråder|avråda|avrådes|undvik*|håll dig borta|hålla sig borta|köp inte|välj inte|inte köpa|inte värd|inte värt|dåligt val|sämsta valet|inget bra val|var försiktig|se upp|akta dig|skulle jag undvika|inte rätt val|passar inte|olämplig*|hoppa över|lägg inte|inte att rekommendera',
  best: 'bästa|bäst|topp*|rekommender*|utmärkta|populär*|favorit*|bra|alternativ*|val|vinnare',
  ordinal: 'första|andra|tredje|fjärde|femte|nummer|följt av|förstaplats*',
  pronouns:
    'den|det|de|han|hon|denna|detta|dessa|appen|tjänsten|plattformen|verktyget|företaget|märket|fördelar|nackdelar|användare|kunder|dessutom|också|priset|pris|styrkor|svagheter|kundtjänsten|passar',
  compare:
    'än|bättre|slår|överträffar|vinner|förlorar|hellre|framför|istället|i stället|jämfört|jämförelse|till skillnad|överlägsen|underlägsen|lika|före|efter|dyrare|billigare|snabbare|mellan|föredrar|men|medan|även om|snarare',
  absent: 'omnämn*|förekommer|tas upp|information|uppgifter|hitta*|känn*|hört|bekant|okänd*|existera*|finns|resultat|källor|nämn*|vet',
  ignore:
    'inte bara|inte minst|utan problem|utan krångel|utan tvekan|utan extra|utan dolda|utan avgift*|utan reklam|inte dyr|inte dåligt|inte svårt|inga dolda|inga problem|så gott som|inte nödvändigtvis|brusreducer*|begränsad budget|liten budget|stram budget|budgeten är begränsad|inte lika',
  fact: 'grundad*|grundades|huvudkontor*|ligger|baserad*|erbjuder|säljer|tillverk*|producer*|utveckl*|ägs|förvärv*|dotterbolag|anställda|omsätt*|miljard*|miljon*|företag*|märke|leverantör*|plattform*|tjänst*|program*|app|kostar|pris|priser|kronor|månad|år|abonnemang|version*|modell*|serie*|innehåller|stöder|stödjer|integrer*|tillgänglig*|är en|är ett|använder|kompatibel*|länder|butiker|sedan|garanti|liknande|skillnad*|alternativ|lanser*|svensk*|noterad*|börs*',
  past: 'tidigare|förr|en gång|ursprungligen|brukade',
  open: 'om huruvida|huruvida|beror på|frågan om',
  pro: 'fördelar|plus|styrkor|plusfaktorer|✅',
  con: 'nackdelar|minus|svagheter|begränsningar|❌',
};
