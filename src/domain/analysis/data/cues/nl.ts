import type { CueWords } from './cue-words.ts';

export const nl: CueWords = {
  positive:
    'uitstekend*|goed|goede|beter|betere|beste|geweldig*|prachtig*|mooi*|sterk*|solide|betrouwba*|degelijk*|robuust*|intuïtie*|eenvoudig*|makkelijk*|gemakkelijk*|gebruiksvriendelijk*|overzichtelijk*|snel|snelle|vlot|vlotte|efficiënt*|effectie*|betaalba*|goedkoop|goedkope|voordelig*|gunstig*|flexibel*|veelzijdig*|uitgebreid*|compleet|complete|rijk|innovatie*|toonaangevend*|populair*|geliefd*|gewaardeerd*|geprezen|overtuigt|overtuigend*|blinkt uit|uitblinkt|schittert|ideaal|ideale|perfect*|geschikt*|comfortabel*|elegant*|modern*|stijlvol*|nauwkeurig*|veilig*|behulpzaam|behulpzame|vriendelijk*|handig*|praktisch*|voordeel|voordelen|pluspunt*|tevreden|tevredenheid|aanrader|uitmuntend*|indrukwekkend*|fantastisch*|lekker*|stil|stille|prettig*|fijn|fijne|eerlijk*|transparant*|gratis|duurzaam|duurzame|soepel*|scherp*|ruim|ruime|gul|gulle|waar voor je geld|prijs-kwaliteit*|stelt niet teleur|geen problemen|zonder problemen|loont|tijdbesparend|niet slecht|helemaal niet slecht|altijd goed|uitstekend|stevig*|prima|zuinig*|goedkoopste|weinig geld|koopje|ruim assortiment|groot assortiment|groter assortiment|grote keuze|goede service|deskundig*|bereikbaar|scoort goed|scoort hoog|valt op|springt eruit|verrast|maakt dat goed|ruimschoots goed|zijn geld waard|elke cent waard|probleemloos|zonder gedoe|moeiteloos|zorgeloos|strak',
  negative:
    'slecht*|zwak*|zwakte|matig*|teleurstel*|teleurgesteld|onbetrouwba*|traag|trage|langzaam|langzame|omslachtig*|ingewikkeld*|complex*|onoverzichtelijk*|verwarrend*|moeilijk*|lastig*|frustrerend*|vervelend*|duur|dure|duurder|prijzig*|kostbaar|te hoog|beperkt*|verouderd*|star|oncomfortabel*|zwaar|zware|lawaaierig*|luid*|onnauwkeurig*|onveilig*|riskant*|oplichting|misleidend*|klacht*|klagen|kritiek|bekritiseerd|nadeel|nadelen|probleem|problemen|gebrek*|nachtmerrie|faalt|hapert|crasht|vastloopt|defect*|kapot|storing*|datalek*|overweldigend*|inferieur*|onvriendelijk*|onbruikbaar|steile leercurve|leercurve|valt tegen|laat te wensen over|wachttijd*|wachten|vertraging*|verborgen kosten|te duur|te traag|te complex|wekenlang|gaat stuk|ging stuk|breekt|brak|slijt|rammelt|irritant*|opdringerig*|advertenties|minpunt*|zwakke punten|onhandig*|ramp|waardeloos|waardeloze|belabberd*|bedroevend*|achterhaald*|laten te wensen over|loopt snel op|vallen tegen|stelt teleur|niet meer wat het was|gaat snel stuk|peperduur|aan de prijs|bijkomende kosten|sloom|rommelig*|irriteert|frustrer*|tegenvallend*|mager|magere|onvoldoende|gedateerd*|kwetsbaar|breekbaar|lawaaiig*|instabiel|haperingen|loopt vast|valt uit|in de wacht|te wensen over|laat te wensen|ellende|drama|onbereikbaar|merk je het aan',
  lack: 'mist|ontbreekt|ontbreken|gebrek aan|zonder',
  negation: 'niet|geen|nooit|nauwelijks|weinig|noch|niets|minder|allesbehalve|zelden',
  negationAfter: '_',
  contrast:
    'maar|echter|hoewel|terwijl|daarentegen|ondanks|toch|anderzijds|helaas|desondanks|al is|zij het|alleen|al laat|daar staat tegenover',
  recommend:
    'aanbevel*|aanbevolen|raad aan|raden aan|aan te raden|aanrader|beste keuze|goede keuze|ideale keuze|eerste keuze|topkeuze|slimme keuze|beste optie|goede optie|kies voor|kies|ga voor|ideaal voor|perfect voor|geschikt voor|de beste|winnaar|favoriet*|testwinnaar|ik zou kiezen|zou ik kiezen|zou ik nemen|zou ik gaan|raad ik|raden we|raden wij|de moeite waard|beste koop|koop|neem|nummer één|onze keuze|mijn keuze|zit je altijd goed|zit je goed|prima keuze|veilige keuze|kunnen beter naar|kan je beter naar|kun je beter naar|het overwegen waard|een aanrader|de beste keuze|niets mis mee|kun je weinig fout doen|kies liever voor|juiste keuze|raad ik aan|raden we aan|beter af met|goed uit',
  warn: 'niet aanbevel*|niet aan te raden|raad af|raden af|af te raden|afgeraden|vermijd*|mijd|niet geschikt|ongeschikt*|geen goede keuze|niet de beste|niet kopen|koop niet|wees voorzichtig|pas op|niet de moeite|niet waard|laten liggen|blijf weg|links laten liggen|afrader|beter niet|zou ik niet|raad ik af|raad ik niet|raden we af|zou ik laten liggen|blijf uit de buurt|kun je beter vermijden|zou ik vermijden|laat links liggen|afraden|niet de moeite waard|beter overslaan|sla over',
  best: 'beste|top|aanbevol*|aanrader|uitstekende|populair*|favoriet*|goede|opties|keuze*|winnaar|aanbeveling*',
  ordinal: 'eerste|tweede|derde|vierde|vijfde|nummer|gevolgd door|op één',
  pronouns:
    'het|ze|zij|hij|dit|deze|de app|de software|het platform|de tool|het bedrijf|het merk|voordelen|nadelen|gebruikers|klanten|ook|daarnaast|bovendien|de prijs|prijs|ideaal voor|sterke punten|zwakke punten',
  compare:
    'dan|beter|verslaat|overtreft|wint|verliest|liever|in plaats van|vergeleken|vergelijking|anders|voorsprong|inferieur|superieur|klopt|troeft|tippen|achter|zo|duurder|goedkoper|sneller',
  absent:
    'bestaa*|herken|naam|genaamd|informatie|gevonden|vinden|bekend|vermeld*|gegevens|resultaten|ken|gehoord|weet|vertrouwd|bronnen|zegt mij|zegt me|details|onbekend',
  ignore:
    'niet alleen|geen zorgen|geen wonder|niet slecht|niet duur|zonder twijfel|niet per se|alleen al|zo goed als|maar ook|probleemoplossing|complexe projecten|niet moeilijk|niet ingewikkeld|goed om te weten',
  fact: 'opgericht|gevestigd|hoofdkantoor|biedt|bieden|verkoopt|verkopen|maakt|fabrikant|produceert|ontwikkelt|overgenomen|dochter*|werknemers|omzet|miljard|miljoen|bedrijf|merk|aanbieder|platform|dienst|software|app|kost|kosten|prijzen|euro|maand|jaar|abonnement|versie|model|modellen|serie|bevat|ondersteunt|integreert|beschikbaar|is een|zijn|gebruikt|compatibel|landen|winkels|sinds|momenteel|garantie|vergelijkbaar|verschil*|alternatief|alternatieven|lanceerde|actief in',
  past: 'vroeger|ooit|in het verleden|aanvankelijk|destijds',
  pro: 'voordelen|pluspunten|sterke punten|plus|pro|✅',
  con: 'nadelen|minpunten|zwakke punten|min|contra|❌',
};
