/** Closed-class words and companions that say whether a capital or small word beside them is a name. Lower case. */
const set = (words: string): Set<string> => new Set(words.split(' '));

export const determiners = set(
  'a an the this that these those each every any no some my your our their its his her another which what whose der die das ein eine jeder jede jedes jeden jedem mein meine dein deine sein seine unser unsere einen einem einer den dem des kein keine el la los las un una le les un une du des o os um uma il lo gli una',
);
/** Behind a word that opens a sentence they make it a verb or a common noun: "Target your …", "Box up", "Gap between". */
export const verbObjects = set(
  'your the a an these this their our its it them up out off down of away yourself his her my you me us between',
);
/** A bare word in front of these is a subject, and a bare countable noun cannot be one: "Target offers …". */
export const firmVerbs = set(
  "teaches unlocks transcribes prescribes squeaks streams shortlists whitens moisturizes moisturises exfoliates hydrates blocks restocks learns remembers updates tracks saves syncs streams prints connects runs covers insures approves reimburses lends invests bills invoices schedules publishes posts analyzes analyses detects cleans brews washes dries cooks heats cools charges lasts weighs measures rates scores tops beats ranks trails sponsors recycles refunds replaces repairs restores restyles redesigns resells rents leases flies serves caters hosts trains employs recruits hires pays withholds deducts donates pledges commits complies encrypts stores backs imports exports translates transcribes summarizes summarises drafts answers responds recommends suggests explains understands sees knows thinks believes admits acknowledges warns advises insists argues maintains notes wrote says retails makes builds crafts assembles sources ships delivers went came rose grew made took got gave won lost built ran left held paid put set sent spent told chose raised dominates dominate cuts lifts removes keeps предлагает имеет стоит продает доставляет работает открыл открыла выпустил продаёт дешёвый дешевый дороже дешевле пропонує має коштує продає is isn't was has have had offers provides lets sells announced launched launches also does doesn't can will would remains gives comes supports includes integrates allows helps stands wins costs earns features focuses excels works uses reported reports raises earned posted expects expanded offered hired opened opens closed bought buys claims confirmed denied filed faces merged invested partnered recalled sold sued unveiled unveils updated warned rolled expands competes rivals outperforms acquired released said plans starts began operates owns introduced became leads lacks fits takes goes tends edges undercuts outshines outclasses struggles suffers falls feels looks seems needs wants forces crashes fails breaks shines boasts packs gets holds hits misses loses impresses disappoints rewards throws bundles automates enables simplifies hasn't wasn't won't can't couldn't wouldn't should could might must ist hat bietet kann wird gehört verkauft es tiene ofrece puede permite est a propose offre peut permet é tem oferece pode ha può eröffnet eröffnete betreibt plant kündigt verlangt berechnet gründet verkaufte bringt nació vende lanzó anunció cuenta abrió opera cobra fabrica triunfa domina couvre vend lance annonce possède compte facture lancia propone annuncia apre gestisce lançou anunciou abriu biedt heeft verkoopt opende powers pertenece nace emplea appartient emploie appartiene conta pertence emprega beschäftigt zählt gründete deserves lags climbs surpasses specializes specialises refuses replies promises guarantees overcharges carries pushes prioritizes prioritises rebranded overtook überzeugt punktet liefert gewinnt verliert enttäuscht wirbt gilt destaca lidera supera decepciona deploys scales compiles indexes routes monitors alerts notifies livre livrent recrute ouvre ferme domine séduit déçoit rembourse assure équipe loue produit fabrique distribue kostet zahlt funkt siegt führt baut produziert betreut versichert beschleunigt überrascht schneidet verspricht garantiert entrega reparte asegura gana pierde sorprende paga devuelve alquila cuesta vence consegna produce assicura vince perde costa custa ganha surpreende levert maakt wint verliest kost betaalt verzekert oferuje sprzedaje kosztuje dostarcza płaci wygrywa nabízí prodává stojí dodává platí vyhrává myy tarjoaa maksaa toimittaa voittaa satıyor sunuyor veriyor kazanıyor erbjuder säljer kostar levererar vinner har ar saljer ger ma nabizi stoji prodava menawarkan punya menjual satiyor vibrates smells smell tastes sounds hums stretches shrinks fades wrinkles steers accelerates tows hauls sails cancels rebooks",
);
export const firmNouns = set(
  "enthusiasts owners fans loyalists households devices subscribers app apps store stores website site platform account accounts user users customer customers employees ceo inc inc. corp corporation company brand brands api crm card cards gift stock shares plan plans pricing subscription integration integrations shop retailer headquarters founder software suite service services logo marketplace online product products team's ecosystem alternative alternatives competitor competitors vs versus app's workspace phone phones laptop laptops tv credit rewards official insurance bank airlines airways browser messenger detergent vacuum vacuums sneakers toothpaste",
);
export const firmPrepositions = set(
  'at from with via through by like versus vs vs. than unlike using choose use try consider bei von mit über de con chez avec bij',
);
export const coordinators = set('and or und oder y e o ou et och ve и и или vs vs. versus');
/** Behind a word in -s they make it a verb: "Bounty absorbs more". */
export const afterVerbs = set(
  'the a an its their your our his her my all more less up well better both every each only just also nearly about it them you us nothing everything something anything most many much no some any plenty too very',
);
/** Words that only weekday, month and similar names follow. */
export const calendarWords = set('on every next last until this by since');
/** "Monday's meeting" owns nothing. */
export const calendarNames = set(
  'monday tuesday wednesday thursday friday saturday sunday january march april may june july august october',
);
/** Function words that stand before a brand as well as before the ordinary word. */
export const looseWords = set('to of in by up take via from is be you can and it for nearest');
/** They stand behind a name as well as behind a verb. */
export const prepositions = set('in on of out off up at for by from to with over into upon');
/** "Indeed, many people …": adverbs that open a sentence before a comma. */
export const sentenceAdverbs = set(
  'indeed next now always first finally simply instead still overall again today clearly ideally perfect right true',
);
/** Labels of plans and descriptions: a head among such heads is a label too ("Target: …" beside "Budget: …"). */
export const labelNouns = set(
  'budget goal goals audience price prices pricing cost costs feature features pros cons summary overview timeline duration location tip tips note notes step steps material materials ingredients method methods purpose example examples benefits drawbacks strengths weaknesses display camera weight size color colour date time venue channel channels message deadline owner status topic role objective objectives metric metrics kpi kpis scope requirements frequency who what why how when where',
);
/** Ordinary words that names of several words are made of, besides those that are names by themselves. */
export const phraseWords = set(
  'buy sell foods depot navy electric motors bath body works bed face balance barn barrel dollar family lots below guys burger pizza hut taco bell dairy bull lobster house waffle stop shake american outfitters republic people forever topic airlines air insurance farm farmers mutual music video food shop day days world national cash prime cost plus pet smart trader old big hot lots living good guys academy sports rent center car max auto parts zone tire service master class blue apron hello fresh the',
);
/** Between a subject and its verb: "Fossil still makes". */
export const adverbs = set(
  'still also now never always usually often even already currently generally typically only just actually recently really',
);
/** Words of a sentence that speaks of a company, in the languages with spaces; folded. */
export const companyWords = set(
  'founded headquartered headquarters ceo subsidiary shareholders ipo retailer gegrundet hauptsitz konzern unternehmen aktie sede fundada fundado empresa grupo filial tiendas fondee siege entreprise filiale azienda fondata gruppo lojas funcionarios opgericht hoofdkantoor bedrijf siedziba spolka',
);
/** Pronouns and function words that stand in front of a verb as a bare name does: "Nothing beats", "This has". */
export const subjectWords = set(
  'nothing everything something anything everyone anyone someone nobody none it this that these those who what which all any some every both few many much more most such other own same here there he she they we you one two first next now',
);
/** Places that brands are named after, and what stands in front of a place. Folded. */
export const places = set(
  'aspen patagonia columbia vail phoenix jackson austin lincoln boston cambridge berkshire bristol hartford waterloo evian fiji kirkland oxford sahara everest denali sonoma napa savannah dakota montana alaska arizona sierra hudson plymouth windsor lancaster richmond brighton chelsea kensington soho tribeca brooklyn tahoe yosemite yukon klondike niagara havana panama caribbean pacific atlantic arctic himalaya iberia santander burgos corona cordoba granada sevilla valencia vittel volvic badoit nantes montana bretagne corse provence siena amalfi capri portofino lucca',
);
export const placePrepositions = set(
  'in near around across throughout visit visiting through en a w v ve nach aus im durch dans vers nel nella em na no i til till',
);
/** German words that are no nouns, so that a capital within a sentence makes a name of them. Folded. */
export const germanOthers = set(
  'smart real klar ganz gut ideal kurz leicht neu schon stark still treu frisch froh rein sanft fest nett netto schnell hell dunkel klug frei echt toll fein suss bunt lieb warm kalt hart glatt leise laut gern billig gunstig flink aktiv braun blau grau grun rot schwarz weiss gelb nah weit fruh spat sofort bitte danke hallo moin prima super spitze extra einfach direkt sicher gesund naturlich fair uber ruhig munter heiter locker mutig eins zwei drei',
);
