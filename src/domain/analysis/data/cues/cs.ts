import type { CueWords } from './cue-words.ts';

export const cs: CueWords = {
  positive:
    'výborn*|skvěl*|dobr*|dobře|lepší|lépe|nejlepší*|nejlépe|vynikající*|vynika*|výtečn*|skvost*|úžasn*|fantastick*|parádní*|super|siln*|spolehliv*|robustní*|odoln*|pevn*|trvanliv*|vydrží|výdrž|intuitivní*|jednoduch*|snadn*|snadno|lehk*|uživatelsky přívětiv*|přívětiv*|přehledn*|rychl*|rychle|rychleji|nejrychlejší*|svižn*|plynul*|efektivní*|účinn*|cenově dostupn*|dostupné ceny|levn*|levně|levněji|výhodn*|zdarma|nízk*|nižší*|flexibilní*|všestrann*|univerzální*|komplexní řešení|bohat*|široký výběr|široká nabídka|velký výběr|inovativní*|přední|oblíben*|populární*|uznávan*|chválí|chválen*|oceňuj*|oceňovan*|oceněn*|pochval*|ideální*|perfektní*|dokonal*|vhodn*|pohodln*|komfortní*|elegantní*|moderní*|stylov*|krásn*|přesn*|bezpečn*|ochotn*|vstřícn*|mil*|příjemn*|přátelsk*|praktick*|užitečn*|výhoda|výhody|výhodou|přednost*|klad|klady|plusy|spokojen*|kvalit*|tich*|tišší*|úsporn*|štědr*|prostorn*|chutn*|lahodn*|čerstv*|jemn*|jasn*|čist*|transparentní*|poctiv*|fér|férov*|důvěryhodn*|osvědčen*|ověřen*|stabilní*|bezproblémov*|bez problémů|bez chyby|nadprůměrn*|špičkov*|prémiov*|nepřekonateln*|vyplatí se|stojí za to|dobrý poměr|poměr cena|poměrem cena|nezklame|nezklamal*|šetří|ušetří|vyniká|exceluje|vítěz|vítězí|vyhrává|překvapí|potěší|zkušen*|profesionální*|funguje skvěle|včas|ihned|okamžit*|dlouhá výdrž|dlouhá záruka|vyzrál*|propracovan*|doporučovan*',
  negative:
    'špatn*|špatně|horší*|hůře|nejhorší*|mizern*|hrozn*|příšern*|otřesn*|slab*|slabší*|průměrn*|podprůměrn*|zklam*|nespolehliv*|nestabilní*|pomal*|pomalu|pomaleji|zdlouhav*|složit*|komplikovan*|nepřehledn*|matouc*|obtížn*|náročn*|těžkopádn*|frustruj*|otravn*|drah*|draze|dražší*|nákladn*|předražen*|vysoké poplatky|vysoký poplatek|vysoká cena|vysoké ceny|vysokou cenu|vysokými poplatky|vyšší cena|vyšší poplatky|skryté poplatky|omezen*|zastaral*|neohraban*|nepohodln*|těžk*|hlučn*|hlasit*|nebezpečn*|riskantní*|podvod*|klamav*|zavádějíc*|stížnost*|stěžuj*|kritik*|kritizov*|nevýhod*|slabina|slabiny|slabinou|zápor*|mínus|mínusy|problém*|potíž*|nedostatk*|nedostatek|chyb*|chybí|padá|zasekává|seká|poruch*|porouch*|rozbil*|rozbije|rozbíjí|kazí|láme|ztrác*|zpožd*|zpoždění|čekání|čekací|čekat|dlouho|dlouhé|neochotn*|neprofesionální*|nepříjemn*|hrub*|arogantní*|nedostupn*|nepoužiteln*|zbytečn*|přeceňovan*|vtírav*|ošklív*|nekvalitní*|levný plast|opotřeb*|nedostatečn*|pokulhává|zaostává|katastrof*|selhá*|neodpovídá|nereaguje|nefunguje|vybíjí|přehřívá|skandál*|únik dat|nešikovn*|trpí|prohrává|rozpačit*',
  lack: 'chybí|postrádá|postrádají|nemá|nemají|bez|absence',
  negation: 'ne|není|nejsou|nebyl*|nikdy|nikoli|žádn*|málo|méně|sotva|stěží|ani|nelze',
  negationAfter: '_',
  contrast:
    'ale|avšak|však|ovšem|zatímco|přestože|ačkoli|ačkoliv|i když|i přes|navzdory|naopak|na druhou stranu|bohužel|zato|nicméně|kdežto|jenže|leč',
  recommend:
    'doporučuj*|doporuč*|doporučil*|nejlepší volba|nejlepší volbou|dobrá volba|dobrou volbou|skvělá volba|skvělou volbou|ideální volba|ideální volbou|správná volba|sázka na jistotu|nejlepší možnost|zvolte|zvolil bych|zvolila bych|vyberte|vybral bych|vybrala bych|sáhněte po|sáhl bych|kupte|koupil bych|koupila bych|vezměte|vzal bych|vsaďte na|jděte do|zkuste|vyzkoušejte|hodí se|favorit*|vítěz*|ideální pro|perfektní pro|vhodn* pro|skvělý pro|stojí za zvážení|stojí za úvahu|volil bych|volila bych|dal bych přednost|dávám přednost|preferuji|naše volba|moje volba|jednička|vyplatí se',
  warn: 'nedoporučuj*|nedoporuč*|nedoporučil*|vyhněte se|vyhnout se|vyhýbejte|vyhnul bych|vyhnula bych|raději ne|nekupujte|neberte|nevolte|nevybírejte|pozor na|nevyplatí se|nestojí za|špatná volba|není vhodn*|není dobrá volba|nevhodn*|varuj*|odraz*|zrazuj*|ruce pryč|obejděte|nehodí se|vykašlete se',
  best: 'nejlepší*|top|doporuč*|vynikající*|oblíben*|populární*|dobr*|možnost*|volb*|vítěz*|tip*',
  ordinal: 'první*|druh*|třetí*|čtvrt*|pát*|následovan*|místo',
  pronouns:
    'je|to|ten|ta|tento|tato|on|ona|oni|aplikace|služba|platforma|nástroj|společnost|značka|výhody|nevýhody|uživatelé|zákazníci|navíc|také|cena|hodí se|má|nabízí|umí',
  compare:
    'než|lepší|lépe|horší|předčí|překonává|poráží|poráží|vítězí|prohrává|raději|radši|místo|namísto|oproti|ve srovnání|na rozdíl|zaostává|levnější|dražší|rychlejší|tak|mezi|z|před|zatímco|ale|přednost|přestože|ačkoli|ačkoliv|i když',
  absent: 'informac*|údaj*|nalez*|naš*|znám*|neznám*|existuj*|neexistuj*|výsledk*|zdroj*|zmín*|slyš*|vím',
  ignore:
    'nejen|bez problémů|bez skrytých|bez poplatků|bez reklam|bez starostí|bez chyby|bez závazků|není drah*|není špatn*|nemusí|ne nutně|potlačení hluku|také|dobré vědět|omezený rozpočet|omezeným rozpočtem|omezeném rozpočtu|rozpočet je omezený|malým rozpočtem',
  fact: 'založen*|založil*|sídl*|nachází|nabízí|prodává|vyrábí|výrobce|vyvíj*|koupil*|převzal*|dceřin*|zaměstnanc*|obrat*|miliard*|milion*|společnost*|firm*|značk*|poskytovatel*|platform*|služb*|aplikac*|software|stojí|cena|ceny|korun|kč|měsíc*|rok*|předplatn*|verz*|model*|řad*|obsahuje|podporuje|integruje|dostupn*|je součástí|používá|kompatibilní*|zem*|prodejn*|poboč*|od roku|záruk*|podobn*|rozdíl*|alternativ*|patří|působí|burz*|kótovan*',
  past: 'dříve|kdysi|v minulosti|původně',
  open: 'zda|jestli|záleží',
  pro: 'výhody|klady|plusy|přednosti|pro|✅',
  con: 'nevýhody|zápory|mínusy|slabiny|proti|omezení|❌',
};
