/**
 * What tells a brand from the word it is spelt like, for English words that many brands use. `next`/`before`: the word beside it makes it
 * the ordinary word; `near`: such a word in the sentence speaks for the ordinary sense; `brand`: the word beside it or in the sentence speaks for the brand.
 */
export type Sense = { next?: string; before?: string; near?: string; brand?: string };

const weekday = {
  before: 'cyber on by until every between of and-not public bank next last this each since from before after through late early',
  next: 'is-a off holiday morning mornings afternoon evening evenings night nights through to and-tuesday blues',
  near: 'holiday holidays tuesday wednesday thursday friday saturday sunday weekday weekdays weekend',
  brand: 'com crm boards automations templates pricing dashboards onboarding workspace asana trello clickup jira wrike smartsheet notion',
};
const month = {
  before: 'in since until by early late mid of this last next',
  next: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 2023 2024 2025 2026 2027',
  near: 'january february april june july august september october november december',
};
const planet = {
  near: 'planet planets nasa orbit orbits solar telescope astronauts rover earth venus jupiter moons astronomy',
  next: 'rover mission orbit',
};

export const senses: Record<string, Sense> = {
  columbia: {
    before: 'british of shuttle the',
    next: 'university river gorge basin pictures records law medical business college heights missouri',
    near: 'province nasa canada professor oregon washington vancouver shuttle',
    brand: 'jacket jackets sportswear fleece omni-heat patagonia boots outerwear rei',
  },
  patagonia: {
    before: 'in to across through visit visiting trekking southern northern chilean argentine argentinian of',
    near: 'chile argentina glacier glaciers torres region santiago andes flights itinerary',
    brand: 'jacket jackets fleece fleeces torrentshell nano outerwear clothing brand arc columbia recycled',
  },
  gemini: {
    before: 'a the',
    next: 'season moon sun rising man woman',
    near: 'zodiac horoscope libra aquarius taurus virgo sagittarius astrology constellation',
    brand: 'google claude gpt-4o gpt chatgpt tokens flash openai anthropic workspace',
  },
  free: {
    next: 'wi-fi wifi shipping trial trials plan plans tier tiers version versions delivery returns of for from to download downloads account accounts software app apps tool tools option options upgrade parking breakfast access and or sample samples gift gifts up time will speech market online consultation quote demo',
    before: 'a the is are be for completely totally feel sugar gluten fat tax risk always offers free',
    brand: 'sfr bouygues freebox forfait forfaits operator iliad orange telecom abonnes abonnement operateur fibre reseau mobile prix',
  },
  apple: {
    next: 'pie pies cider juice juices sauce tree trees orchard orchards crumble tart turnover butter slices slice vinegar picking peel core cores chips varieties variety cultivar blossom crisp cobbler strudel snail skin seeds jelly jam fritter fritters salad skins',
    before: "red green an baked caramel toffee crab candied fresh sliced golden custard adam's sour",
    near: 'fruit fruits banana bananas pear pears orchard cinnamon recipe bake baked vitamin fiber grapes berries oatmeal peanut snack snacks pectin',
    brand: 'pay wallet iphone ipad mac macbook macos ios watch airpods siri samsung google microsoft tim icloud',
  },
  target: {
    next: 'audience audiences market markets marketing date dates price prices group groups demographic demographics customer customers user users keyword keywords language languages weight heart zone range rate rates number numbers area areas temperature goal goals list segment segments persona personas account accounts company companies population practice consumer consumers buyer buyers operating acquisition readers specific multiple particular different potential new high small only key local people those',
    before: 'the a an your our their his her its this that each specific main primary sales on off moving easy',
    brand: "walmart costco kohl's store stores retailer shop shopping redcard amazon aisle",
  },
  zoom: {
    next: 'in out lens lenses level levels into range ratio closer button factor function capability feature slider controls control',
    before: 'optical digital to you can pinch x quick fast 3x 5x 10x and pan the',
    near: 'camera lens chart telephoto magnification sensor megapixel scroll',
    brand: 'meeting meetings teams webex meet slack video-conferencing webinar webinars call calls',
  },
  notion: {
    next: 'of that',
    before: 'the a this that any no some vague common whole popular very every preconceived',
    brand: 'workspace ai docs wiki asana trello evernote obsidian coda clickup',
  },
  slack: {
    next: 'in of off tide time resources space variable',
    before: 'the some any cut no little more much pick',
    near: 'rope tension',
    brand: 'channel channels teams workspace microsoft discord zoom asana messages huddles',
  },
  box: {
    next: 'of office plot spring springs jump jumps score cutter top size cutters lunch trees',
    before:
      'a the each every gift subscription cardboard shipping in-the small large big lunch tool pizza jewelry per search text check drop dialog juice black set-top litter mystery wooden storage this your in-a moving music mail sand out-of-the',
    near: 'cardboard',
    brand: 'dropbox drive onedrive storage sharepoint egnyte',
  },
  shell: {
    next: 'script scripts scripting command commands out of company companies companions prompt shock shocked game egg',
    before:
      'the a hard soft its egg taco outer bash unix linux protective sea tortoise turtle snail nut pasta pie in-a power inner waterproof plastic',
    near: 'bash zsh terminal linux unix beach egg eggs snail nut nuts turtle waterproof jacket gore-tex',
    brand: 'bp exxon chevron exxonmobil oil fuel petrol gas station totalenergies',
  },
  gap: {
    next: 'between in year analysis insurance is-between junction',
    before:
      'the a an this that any no skills pay wage mind bridge close fill wide narrow market knowledge wage gender age small big generation content',
    brand: 'navy banana republic h&m zara clothing jeans uniqlo denim hoodie',
  },
  amazon: {
    next: 'rainforest river basin jungle forest forests rain delta tribe tribes region biome warrior warriors deforestation parrot',
    near: 'river rivers basin tributary tributaries rainforest rainforest rainforests jungle deforestation peru manaus biodiversity brazil rivers',
    brand: 'prime alexa aws fba kindle echo walmart ebay bezos',
  },
  visa: {
    next: 'application applications requirements requirement process free on-arrival holder holders waiver status sponsorship fee fees type types interview appointment policy exemption run office officer officers category rules extension run',
    before:
      'work tourist student working family spousal travel valid a the tourist student work your travel entry business transit schengen holiday residence no e h-1b spouse valid apply electronic investor golden nomad visitor digital-nomad',
    near: 'passport embassy consulate immigration travellers travelers citizens border',
    brand:
      'mastercard karte karten kreditkarte kreditkarten tarjeta tarjetas carte cartes carta cartao cartoes card cards payment payments american-express amex discover',
  },
  orange: {
    next: 'juice juices peel peels zest county color colour tree trees slices slice blossom flavor flavour fruit chicken soda marmalade light book is-the cat',
    before: 'an the bright dark burnt blood juicy fresh navel clementine',
    near: 'fruit fruits banana apple lemon lime citrus vitamin color colour yellow red grapefruit',
    brand:
      'mobile sfr bouygues telecom vodafone free sim operator forfait forfaits fibre technicien livebox couverture reseau facture abonnes operateur territoire box',
  },
  subway: {
    next: 'station stations line lines train trains system ride rides stop map tunnel surfers tile tiles fare',
    before: 'the a by nearest take via nyc york',
    near: 'metro commuters train trains bus buses transit mta',
    brand: "sandwich sandwiches mcdonald's footlong jersey quiznos franchise jimmy",
  },
  dove: {
    next: 'of into',
    before: 'a the white mourning turtle he she it peace rock',
    near: 'bird birds pigeon peace feathers flew',
    brand: 'soap shampoo skin body wash deodorant nivea olay moisturizer',
  },
  tide: {
    next: 'rose rises fell goes comes of turned turns pool pools table tables chart charts is-high',
    before: 'the high low a rising against turn incoming ebb spring neap red',
    near: 'ocean sea moon beach coastal waves surf',
    brand: 'detergent pods persil gain laundry stain',
  },
  mango: {
    next: 'salsa chutney lassi smoothie smoothies juice puree tree trees season pickle pickles sorbet slices pudding sticky pulp flesh leaf leaves',
    near: 'fruit fruits juice smoothie ripe tropical fruta frutas jugo zumo maduro maduros obst obstsalat saft fruchte lassi salsa chutney pulp tree trees frutto frutti succo',
    brand:
      'zara clothing fashion store stores tiendas ropa moda prendas coleccion mode kollektion vestidos h&m vetements boutique boutiques abiti negozi roupas lojas barcelona',
  },
  puma: {
    before: 'a the wild mountain',
    near: 'wildlife cat cougar predator prey habitat jaguar animal',
    brand: 'nike adidas shoes sneakers running asics',
  },
  jaguar: {
    before: 'the a wild',
    near: 'wildlife predator prey habitat rainforest cat species animal',
    brand: 'bmw mercedes suv audi range rover drive drives drove driving dealership',
  },
  square: {
    next: 'feet foot meters meters metre metres meter miles mile root roots inch inches kilometers one dance peg shape shaped footage off',
    before: 'a the per times town madison trafalgar union red back-to public city',
    near: 'sqft',
    brand: 'pos stripe paypal toast payments clover reader shopify terminal',
  },
  stripe: {
    next: 'of pattern down',
    before: 'a the pin racing white black red blue single magnetic',
    brand: 'paypal adyen square payments api braintree',
  },
  monday: weekday,
  sunday: weekday,
  march: month,
  delta: {
    next: 'variant of between region wave',
    before: 'the a river nile mississippi mekong',
    near: 'variant covid river',
    brand: 'air airlines flight united american skymiles lounge faucet southwest',
  },
  mars: planet,
  saturn: planet,
  mercury: {
    ...planet,
    next: 'poisoning levels content thermometer level vapor vapour exposure retrograde',
    near: `${planet.near} fish toxic metal`,
  },
  galaxy: {
    before: 'the a our milky-way spiral distant',
    near: 'stars milky telescope astronomy universe',
    brand: 'samsung s24 s25 s23 ultra fold flip tab watch buds',
  },
  corona: { next: 'virus pandemic crisis lockdown test', near: 'virus pandemic covid lockdown', brand: 'beer extra modelo heineken lager' },
  oracle: {
    before: 'the an delphic',
    next: 'of at',
    near: 'delphi prophecy bone blockchain chainlink',
    brand: 'sap netsuite database cloud erp microsoft',
  },
  java: { near: 'island indonesia coffee bali' },
  python: { near: 'snake snakes reptile' },
  ruby: { near: 'gemstone jewelry sapphire ring necklace' },
  swift: { before: 'a the taylor' },
  meta: {
    next: 'description descriptions tag tags analysis analyses title titles data keywords robots information',
    near: 'seo serp',
    brand: 'facebook instagram whatsapp zuckerberg quest llama ads google',
  },
  edge: {
    next: 'of case cases computing over cutting devices device',
    before: 'the a an cutting leading competitive knife',
    brand: 'microsoft chrome firefox safari browser',
  },
  signal: {
    before: 'a the wi-fi strong weak radio gps strong cell turn buy sell',
    next: 'strength to processing that',
    brand: 'whatsapp telegram messenger encrypted imessage',
  },
  line: {
    before: 'the a each every bottom product in on-the straight finish first',
    next: 'of up with between item items',
    brand: 'whatsapp wechat kakaotalk messenger telegram app',
  },
  express: { before: 'an the to american orient pony', next: 'yourself your written delivery shipping train interest concern consent' },
  discover: { next: 'new how the what more your hidden why a amazing great', brand: 'visa mastercard amex card cashback miles rewards' },
  chase: {
    next: 'after down the your a him her them',
    before: 'the a to car paper',
    brand: 'bank card citi sapphire wells america checking',
  },
  ring: {
    next: 'finger tone size of light road',
    before: 'a the wedding engagement diamond gold key boxing smart oura',
    brand: 'doorbell arlo nest camera alarm blink wyze',
  },
  nest: {
    next: 'egg of box boxes',
    before: "a the bird bird's empty",
    near: 'bird birds eggs',
    brand: 'google ring thermostat ecobee arlo camera',
  },
  uber: { next: 'cool rich popular die den das alle', brand: 'lyft ride rides bolt taxi driver eats grab' },
  bolt: { next: 'of on upon cutter', before: 'a the lightning door nut usain' },
  wise: {
    next: 'to man men woman women decision decisions choice choices person people words enough advice investment investments move travelers travellers investors shoppers buyers spending use men guy',
    before: "a the is it's be very are",
    near: '',
    brand: 'revolut transfers transferwise paypal transfer currency remitly',
  },
  calm: {
    next: 'down and waters water weather seas sea mind minds nerves before',
    before: 'a the stay keep remain feel is be',
    near: '',
    brand: 'headspace meditation app insight balance',
  },
  next: { next: 'to step steps time year month week day generation level up door few gen big', before: 'the a' },
  indeed: { next: 'a the it very', before: 'is are and yes was can', brand: 'linkedin glassdoor ziprecruiter monster job jobs' },
  coach: { next: 'class potato', before: 'a the life football head basketball your business team personal executive assistant' },
  fidelity: { before: 'high low audio', next: 'to of', brand: 'vanguard schwab etrade brokerage investments' },
  windows: {
    before: 'the open large your car bay double',
    near: 'curtains glass glazing blinds',
    brand: 'microsoft 11 10 pc mac linux macos',
  },
  kind: { next: 'of words person to', before: 'a the of some any one this that what' },
  medium: { before: 'a the to over', next: 'sized size heat rare term risk to', brand: 'substack blog publishing wordpress writers' },
  intercom: { before: 'an the door video wireless' },
  bumble: { next: 'bee bees', brand: 'tinder hinge dating' },
  hinge: { before: 'a the door', next: 'on', brand: 'tinder bumble dating' },
  mint: {
    next: 'tea leaves condition green chocolate flavor sauce',
    before: 'fresh a the pepper chopped',
    near: 'leaves herb herbs parsley basil cocktail',
  },
  ford: { before: 'the to', next: 'across over', brand: 'f-150 mustang toyota chevrolet explorer truck trucks suv bronco ranger' },
  boots: {
    before: 'the a hiking leather winter ankle cowboy ski waterproof combat snow rain your work',
    near: 'leather waterproof hiking footwear ankle',
    brand: 'superdrug pharmacy uk cosmetics',
  },
  staples: { before: 'the pantry wardrobe kitchen diet food', near: 'pantry', brand: 'depot office supplies' },
  crest: { next: 'of', before: 'the a family hill', brand: 'colgate toothpaste whitening' },
  sap: { before: 'the tree maple', near: 'maple tree syrup', brand: 'oracle erp netsuite microsoft s/4hana workday' },
  polo: { next: 'shirt shirts match matches player', before: 'a the water' },
  golf: { next: 'course courses club clubs ball balls cart swing player', before: 'play playing a mini' },
  loom: { next: 'over large', before: 'a the' },
  drift: { next: 'apart away off', before: 'a the continental snow' },
  ramp: { next: 'up down rate rates test metering', before: 'a the on off loading' },
  buffer: {
    next: 'zone zones against overflow size stock stocks time period state states solution solutions memory inventory day days strip',
    before: 'a the',
  },
  pilot: { next: 'program project study test', before: 'a the airline fighter' },
  rust: { before: 'the of', near: 'corrosion metal iron water' },
  arc: { next: 'of welding', before: 'the a' },
  linear: {
    next: 'regression algebra equation equations growth model models function functions metre metres meter meters feet foot motion actuator programming narrative path',
  },
  fossil: { next: 'fuel fuels record' },
  diesel: { next: 'engine engines fuel car cars generator', before: 'a the turbo' },
  spirit: { next: 'of animal level', before: 'the a team', brand: 'airlines frontier jetblue southwest' },
  frontier: { before: 'the a final new next', brand: 'airlines spirit jetblue southwest' },
  united: { next: 'states kingdom nations arab in front against', before: 'manchester' },
  nike: { near: 'goddess mythology' },
  opera: {
    next: 'house houses singer singers company music performance performances glasses festival season buff lover',
    before: 'the an sydney metropolitan soap rock grand royal vienna state paris space comic',
    near: 'singer singers aria tenor soprano composer verdi mozart theatre',
    brand: 'browser browsers chrome firefox brave vpn edge safari gx',
  },
  emirates: { before: 'arab united', next: 'of', brand: 'airline airlines flight flights lounge skywards qatar etihad' },
  virgin: {
    next: 'olive islands island mary birth coconut hair river territory wool oil forest',
    before: 'a the extra',
    brand: 'atlantic media mobile galactic flight flights broadband',
  },
  inter: {
    next: 'milan milano miami mailand alia',
    near: 'fc serie gol goal tor liga',
    brand: 'banco conta cartao nubank c6 itau bradesco',
  },
  lemonade: {
    before: 'make fresh pink homemade some a the',
    next: 'stand recipe',
    near: 'lemons lemon sugar ice glass',
    brand: 'insurance insurer insurers renters policy claims claim geico hippo root premium',
  },
  dawn: {
    before: 'at the before until from crack by since new',
    next: 'of till until to broke breaks came',
    near: 'dusk sunrise sunset',
    brand: 'dish soap soaps dishes detergent palmolive grease powerwash',
  },
  intel: {
    before: 'the some more any latest on for gather',
    next: 'from on about that',
    brand: 'amd nvidia core cpu cpus processor processors ryzen qualcomm chip chips chipmaker arc xeon evo ultra i5 i7 i9 meteor',
  },
  santander: {
    near: 'ciudad playa playas bahia cantabria ayuntamiento palacio',
    brand: 'banco cuenta nomina tarjeta hipoteca bbva caixabank bank prestamo banking',
  },
};
