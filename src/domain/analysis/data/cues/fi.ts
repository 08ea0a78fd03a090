import type { CueWords } from './cue-words.ts';

export const fi: CueWords = {
  positive:
    'erinomai*|hyvä|hyvän|hyvät|hyvää|hyviä|hyvin|hyvällä|hyvät|parempi*|paremp*|paremm*|paras|parhait*|parhaa*|parhaiten|loistav*|mahtav*|upea*|upei*|vahv*|luotettav*|kestäv*|kestää|tukev*|vankk*|intuitiivi*|helppo*|helpo*|helpp*|yksinkertai*|selkeä*|selke*|käyttäjäystävälli*|sujuv*|nopea*|nope*|ripeä*|tehoka*|tehokk*|edulli*|halpa|halvan|halvat|halvempi*|halvemm*|halvin|huokea*|ilmai*|kohtuuhintai*|kohtuulli*|hinta-laatusuhde|hinta-laatusuhteeltaan|joustav*|monipuoli*|kattav*|laaja*|laaj*|runsa*|innovatiivi*|johtava*|suosit*|pidet*|arvoste*|kehu*|kiite*|kiitos*|vaikuttav*|vakuutta*|erottuu|loistaa|ihantee*|täydelli*|sopiv*|mukav*|tyylik*|moderni*|tyylikä*|kauni*|tark*|turvalli*|avuli*|ystävälli*|asiantunt*|käytännölli*|hyödylli*|käteväst*|kätev*|etu|edut|etuja|etuna|vahvuu*|tyytyväi*|laaduka*|laadukk*|korkealaatui*|hiljai*|energiatehok*|säästä*|antelia*|tila|tilava*|herkulli*|mauka*|maukk*|raikas*|raikk*|pehmeä*|läpinäkyv*|rehelli*|luotett*|toimiva*|toimii hyvin|toimii moitteettomasti|moitteetto*|ongelmato*|ongelmitta|vaivato*|vaivattom*|palkit*|voittaa|voittaja|ylivoimai*|huippu*|ensiluokkai*|suositel*|hyvä valikoima|pitkä akunkesto|pitkäikäi*|alhai*|matala*|nopeasti|ajallaan|heti|kannatta*|miellyttä*|viimeistel*',
  negative:
    'huono*|huonomp*|huonomm*|huonoin|surkea*|kehno*|heikko*|heiko*|heikk*|keskinkertai*|pettymy*|pettyn*|epäluotettav*|epävaka*|hidas*|hida*|hitaa*|hitaasti|kankea*|monimutkai*|sekav*|epäselv*|hankala*|hankal*|vaikea*|vaike*|turhautta*|ärsyttä*|kallis*|kalli*|kallii*|kalliimp*|kalliimm*|hintava*|hintav*|ylihintai*|korkeat hinnat|korkea hinta|korkeat maksut|korkeat kulut|piilokulu*|piilomaksu*|rajalli*|rajoite*|rajoittu*|rajoituks*|vanhentu*|kömpelö*|epämukav*|painava*|raskas*|raskaa*|meluisa*|melui*|äänek*|meluaa|turvato*|riski*|huijau*|harhaanjohta*|valit*|valitta*|kritiik*|kritisoi*|arvostel*|haitta*|haitat|heikkou*|ongelm*|puut*|puute|puutteelli*|puuttei*|virhe*|bugi*|kaatu*|jumittaa|rikki|hajo*|rikkou*|vioittu*|katoaa|hukka*|myöhässä|myöhästy*|viive*|viivä*|odotus*|odotta*|kestää kauan|epäystävälli*|töykeä*|epäammattimai*|tavoittamattom*|vaikea tavoittaa|hyödytö*|käyttökelvot*|yliarvoste*|tunkeile*|ruma|ruman|muovi*|kulu*|riittämätö*|riittämättö*|jättää toivomisen|painajai*|katastrof*|epäonnistu*|ei vastaa|ei toimi|häviää|jää jälkeen|skandaal*|tietovuo*|pätki*',
  lack: 'puuttuu|puuttuvat|vailla|ilman',
  negation: 'ei|eivät|en|emme|ette|eikä|tuskin|ei koskaan|vähemmän|harvoin|ei lainkaan|älä|älkää',
  negationAfter: '_',
  contrast: 'mutta|vaikka|kuitenkin|toisaalta|sen sijaan|huolimatta|valitettavasti|tosin|kun taas|silti|joskin|vaan',
  recommend:
    'suosittel*|suositel*|suositus*|paras valinta|hyvä valinta|erinomainen valinta|loistava valinta|ihanteellinen valinta|turvallinen valinta|varma valinta|järkevä valinta|paras vaihtoehto|hyvä vaihtoehto|erinomainen vaihtoehto|valitse|valitsisin|kannattaa valita|kannattaa ostaa|kannattaa harkita|osta|ostaisin|ottaisin|ota|kokeile|sopii parhaiten|sopii hyvin|sopii täydellisesti|sopii erinomaisesti|ihanteellinen|suosik*|testivoittaja|voittaja|oma valintani|valintani|harkitsemisen arvoinen|hintansa arvoinen|päätyisin|ykkösvalinta|ykkönen|pidän parempana',
  warn: 'en suosittele|ei suositella|emme suosittele|en voi suositella|ei voi suositella|en suosittelisi|vält*|vältä|vältä|kannattaa välttää|älä osta|älä valitse|ei kannata|ei kannata ostaa|ei ole hintansa|huono valinta|ei hyvä valinta|ei sovi|sopimat*|varo|varokaa|varoit*|jätä väliin|pysy kaukana|kiertäisin|jättäisin',
  best: 'parhaa*|paras|parhaat|huippu*|suositel*|suosit*|suosik*|hyvä*|vaihtoeh*|valint*|voittaj*|erinomai*',
  ordinal: 'ensimmäi*|toinen|toisena|kolmas|kolmantena|neljäs|viides|ykkös*|sijalla',
  pronouns:
    'se|sen|ne|hän|tämä|nämä|sovellus|palvelu|alusta|työkalu|yritys|merkki|edut|haitat|käyttäjät|asiakkaat|lisäksi|myös|hinta|plussat|miinukset|sopii',
  compare:
    'kuin|parempi|paremmin|huonompi|voittaa|päihittää|häviää|mieluummin|ennemmin|sijaan|sijasta|verrattuna|toisin|edellä|jäljessä|halvempi|kalliimpi|nopeampi|yhtä|välillä|mutta|vaikka|kun taas|taas',
  absent: 'tieto*|tiedot|löyty*|löydä*|löytä*|tunne*|tuttu*|kuullut|olemassa|tulok*|lähte*|mainit*|tiedä',
  ignore:
    'ei vain|ei ainoastaan|ilman ongelmia|ilman piilokuluja|ilman mainoksia|ilman lisämaksuja|ei kallis|ei huono|ei vaikea|ei välttämättä|melunvaimennu*|vastamelu*|älä huoli|ei ongelmia|rajallinen budjetti|rajallisella budjetilla|pieni budjetti|pienellä budjetilla|tiukka budjetti|tiukalla budjetilla',
  fact: 'peruste*|pääkonttor*|sijaitse*|tarjoaa|tarjoavat|myy|myyvät|valmist*|tuotta*|kehittä*|omista*|osti|tytäryh*|työntekij*|liikevaihto*|miljard*|miljoon*|yritys|yhtiö|merkki|toimitta*|alusta|palvelu|ohjelmisto|sovellus|maksaa|maksavat|hinta|hinnat|euroa|kuukau*|vuode*|tilau*|versio*|malli*|sarja*|sisältä*|tukee|integroi*|saatavi*|on osa|käyttää|yhteensopi*|maassa|myymäl*|vuodesta|takuu*|samankaltai*|ero|vaihtoehto*|lansee*|kuuluu|pörss*',
  past: 'aiemmin|ennen|aikoinaan|alun perin',
  open: 'riippuu|onko',
  pro: 'edut|plussat|hyvät puolet|hyvää|vahvuudet|✅',
  con: 'haitat|miinukset|huonot puolet|huonoa|heikkoudet|❌',
};
