import type { CueWords } from './cue-words.ts';

export const pl: CueWords = {
  positive:
    'świetn*|doskonał*|znakomit*|dobr*|dobrze|najleps*|lepsz*|lepiej|mocn*|solidn*|niezawodn*|łatw*|prost*|wygodn*|szybk*|tani*|tańsz*|przystępn*|opłacaln*|trwał*|wysokiej jakości|wysoka jakość|elastyczn*|kompleksow*|innowacyjn*|wiodąc*|lider*|popularn*|lubian*|chwal*|wyróżnia*|idealn*|perfekcyjn*|bezpieczn*|precyzyjn*|komfortow*|elegancki*|cich*|zalet*|plus|plusy|zadowolen*|intuicyjn*|wydajn*|wszechstronn*|korzystn*|godn*|polecan*|imponując*|bezproblemow*|wart*|rewelacyjn*|tani|tania|tanie|najlepsz*|piękn*|ładn*|nowoczesn*|oszczędn*|cenion*|bezproblem*|ogromny wybór|duży wybór|szeroki wybór|bogaty asortyment|niskie ceny|stosunek jakości|wytrzymał*|porządn*|sprawn*|płynn*|stabiln*|praktyczn*|przejrzyst*|czyteln*|wyśmienit*|fantastyczn*|bardzo dobr*|zachwyca|zachwycają|błyszczy|przekonuje|pomocn*|uprzejm*|uczciw*|rzeteln*|eleganck*|bez zarzutu|otwarta niemal całą dobę|całą dobę|czynn całą dobę|kusi|promocj*|następnego dnia|od ręki|tańszy|tańsza|tańsze|szybszy|szybsza|szybciej|łatwiejszy|wygodniejszy|lepszy|lepsza|lepsze',
  negative:
    'zły|zła|złe|gorsz*|gorzej|najgorsz*|słab*|woln*|powoln*|drog*|droższ*|kosztown*|skomplikowan*|trudn*|ograniczon*|ogranicze*|problem*|wad*|minus|minusy|rozczarow*|skarg*|skarż*|narzeka*|krytyk*|awari*|zawodn*|psuje|psują|zepsuł*|przestarzał*|ciężk*|głośn*|niebezpieczn*|oszust*|ukryte opłaty|ukryte koszty|ukrytych opłat|niewygodn*|irytując*|frustrując*|koszmar*|okropn*|fatal*|kiepsk*|błęd*|zawiesza*|przegrzewa*|opóźn*|zawodzi|pada|pada po|szybko się rozładow*|rozładow*|wolny|wolno|awaryj*|psuje*|usterk*|reklamacj*|fataln*|opóźni*|długo czek*|wysoka cena|wysokie ceny|brakuje|ogranicz*|wad|wady|wadą|przegrzew*|grzeje się|zacina*|drożej|przepłac*|zaboleć|boli|bolą|wysokie opłaty|psują się|niestabiln*|marn*|beznadziejn*|przeciętn*|ubog*|zawił*|nieintuicyjn*|uciążliw*|irytuje|denerwuje|frustruj*|krucha|kruch*|nieuprzejm*|nie odpowiada|kolejki|porażka|naciąganie|pozostawia wiele do życzenia|do życzenia|szwankuje|kuleje|bolączk*|nikt nie odpisywał|nikt nie odpisuje|nikt nie odbiera|dwa tygodnie|szła dwa tygodnie|czekał*|trzeba czekać|gubi|gubią|gubi paczki|psuje się|zawodzą|drogi|droga|drogie|opłaty są wysokie|opłaty za|spóźni*|zacina się|zawiesza się|nieprzejrzyst*|toporn*|męcz*|irytuj*|długi czas oczekiwania|czeka się',
  lack: 'brakuje|brak|bez|pozbawion*',
  negation: 'nie|nigdy|żaden|żadnych|ani|mało|mniej',
  negationAfter: '_',
  contrast: 'ale|lecz|jednak|natomiast|chociaż|choć|podczas gdy|mimo|z drugiej strony|niestety|za to|z kolei|jednakże',
  recommend:
    'najlepszym wyborem|dobrym wyborem|najlepszą opcją|świetnym wyborem|polecam|polecamy|poleca|rekomend*|najlepszy wybór|dobry wybór|świetny wybór|doskonały wybór|idealny wybór|najlepsza opcja|dobra opcja|warto wybrać|warto kupić|warto rozważyć|wybierz|idealny dla|idealna dla|zwycięzc*|numer jeden|pierwszy wybór|warto|polecił*|wybrałbym|wybrałabym|kup|postaw na|stawiam na|idealn*|zdecydowanie wybierz|godn* polecenia|postawiłbym na|sięgnij po|strzał w dziesiątkę',
  warn: 'omijał*|omijala*|nie polecam|nie polecamy|odradzam|odradzamy|unikaj*|unikać|nie warto|nie kupuj|nie jest wart*|zły wybór|lepiej unikać|omijaj*|ostrożn*|nie nadaje się|unikaj|unikałbym|nie kupował*|trzymaj się z dala|z daleka|omijaj|lepiej nie|lepiej omijać|szerokim łukiem',
  best: 'najleps*|polec*|rekomend*|popularn*|top|opcj*|ranking',
  ordinal: 'pierwsz*|drug*|trzeci*',
  pronouns: 'on|ona|to|ten|zalety|wady|cena|ponadto|również|użytkownicy',
  compare:
    'niż|lepszy|lepsza|lepiej|od|porównaniu|zamiast|przewyższa|wyprzedza|ustępuje|lepsz*|gorsz*|bardziej|mniej|pokonuje|wygrywa|bije|deklasuje|przewagę|przegrywa|odstaje|dorównuje|wolę|wybrałbym|przeciwieństwie|tańsz*|droższ*|szybsz*|między|pomiędzy|spośród',
  absent:
    'istniej*|nazwie|marki|firmy|nieznan*|mówi|informac*|znalaz*|znalez*|znam|dan*|wiem|wzmian*|wynik*|słyszał*|wiadomo|spotkał*|trafił*|brak',
  ignore:
    'nie tylko|bez problemu|bez problemów|bez wątpienia|rozwiązuje problemy|niedrog*|tym niemniej|bezproblemow*|drugi|druga|z drugiej strony|drogeri*|ograniczony budżet|ograniczonym budżetem|ograniczonym budżecie|niski budżet|mały budżet',
  fact: 'założon*|siedzib*|oferuje|oferują|sprzedaje|produkuje|producent*|firma|firmy|marka|marki|platforma|kosztuje|kosztują|cena|ceny|złotych|euro|dolarów|miesięcznie|rocznie|wersja|model*|zawiera|obejmuje|obsługuje|wspiera|dostępn*|używa|krajach|krajów|sklep*|milion*|miliard*|obecnie|jest to|oba|obie|podobn*|należy|powstał*',
  pro: 'zalety|plusy|mocne strony|✅',
  con: 'wady|minusy|słabe strony|❌',
};
