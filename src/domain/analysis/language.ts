import { characterClass as is, classOf } from './character-class.ts';
import type { FoldedText } from './fold.ts';

/** Units looked at to tell the script, and letters read to tell the language. */
const scriptSample = 160;
const wordSample = 480;
/** Small words of each language, and words that answers about products are full of: a list of names under one heading has no others. Folded. */
const stopwords: Record<string, string> = {
  en: 'don isn doesn didn won aren wasn makes make goes open gets got use uses used just very really new first need needs want takes take gives give know still every never always remember keep keeps costs cost cheaper faster sells ships offers data available information found fees low the and is for with you are it that this of to in your best can its from which while also an any not but more than on as be we have there here could should has was by at if when some people worth my i would better good great top recommend avoid choose they them their our overall price cheap easy support options tools sources plus per users user customers reviews review brand brands been does everyone year years month months week weeks day days report unlike whereas most many after pros cons free plan plans setup quick weak strong dated pricing feature features reliable affordable fast slow limited expensive trial',
  de: 'an bin man kein am als fur uns bei der die das und ist fur mit sie ein eine auch nicht von zu den im auf sich es bei oder als sind wird werden wie ich keine kein wir uber aber kann konnte hat haben zum zur einen einem mehr sehr sie ihr man nach beste besten bester bestes empfehle empfehlen empfehlung empfehlungen unsere testsieger sieger preis gunstig gunstiger besser unser tipp finger weg wurden anbieter platz quellen wurde mir wer dagegen vergleich teuer teurer netz gute guter gutes schlecht leise schnell einfach',
  es: 'marca comprar le da mas sin saca muy hace ya cada solo asi tras bien todo todos nada ni yo tu quien donde entre hasta desde durante contra mejor misma mismo ese esa esos eso estos ella ellos porque aun el los las y es para con una que de en por su como mas del se lo si no son tambien muy al este esta cuando sobre pero fue ser hay me un mejor mejores opciones opcion general calidad precio recomiendo recomendamos recomendacion evita prefiero elige facil barato barata caro cara fuentes mi tiene cuesta menos aunque sin duda compraria nunca',
  fr: 'la ne marque semble rien aucun aucune entreprise le les et est pour avec une que de en vous des du sur plus dans par qui au aux ou sont pas ce cette je il elle nous mais aucune tout un son meilleur meilleure meilleurs meilleures choix voici recommande deconseille evitez prefere cher chere coute prix offre sources moins trop sans qualite vous si entre hesitez prenez choisissez optez nous votre vos mieux faut leur leurs',
  pt: 'marca comprar quem ja so o os as e para com uma que de em por voce mais do da dos das nao um sao ou tambem seu ao na no sobre mas foi nas nos pela pelo isso eu minha escolheria melhor melhores opcoes opcao recomendo evite prefiro escolha preco caro barato custa fontes tem muito menos entre eu ficaria fico seu sua seus',
  it: 'nessun nessuna dei nelle posto primo secondo terzo se ne zero vado vai andrei alle agli dal dalla devo scegli prendi quando dopo ancora sempre cosa questo questa loro ogni solo anche il i gli e per con una che di in la le del della dei piu sono non si anche un ma come al nel sul sono ho molto piu questa questo migliore migliori scelta scelte opzioni consiglio sconsiglio preferisco evita prezzo costa economico fonti meno ottimo dell della tra se hai vuoi meglio',
  nl: 'dan zijn haar ons onze hun zij wij jullie deze dit hier veel meer minder goed slecht niet geen raad kleine grote zou wel nog al tot door tegen na bij uit de het een en is voor met van je dat op niet zijn ook te die maar als bij of over geen ik naar wordt kan beste keuze prijs goedkoop raad aan bronnen prima kies kiezen neem heb heeft hebben want dus omdat terwijl echter duur duurder goedkoper sneller klantenservice',
  tr: 've bir bu icin ile daha cok olarak olan gibi veya ancak hakkinda herhangi ayni degil var yok cok kolay kurulumu kullanici kullanicilar ekipler urun ama ise uygun pahali oneririm onerilir tavsiye en iyi iyiler ilgili bilgi oneririm fiyat kaynaklar ucuz',
  pl: 'miejscu pierwszym drugim trzecim polecam unikaj ma cena szybki dosc bardzo drozszy tanszy lepszy wybor niz jest sie nie oraz dla jak lub ale przez jako przy tylko ktory ktore na temat o i z brak informacji najlepsze najlepszy opcje polecam zrodla informacji tani drogi mam zamiast wybierz taniej bez umowy lecz jednak gubi ze ich tego warto kup lepiej',
  vi: 'nhung hon gia nen chon mua man hinh pin kem dep cua cho voi cac mot nhung duoc trong khong nhat hon va la toi thay thong tin ve tot lua chon nguon gia dien thoai deu khuyen dung rat san pham',
  id: 'dan yang untuk dengan ini itu dari adalah pada atau lebih juga tidak terbaik saya harga murah sumber karena tetapi tapi namun tidak cepat mudah murah mahal daripada menyarankan aplikasi aplikasinya biaya pengiriman layanan bisa sangat kualitas pilih pilihan memiliki punya sering ada bagi cocok sedangkan sementara jangan',
  sv: 'jag hittade ingen inga om men passar bra finns har inga av pa den det ar vara battre och med som det ett att inte till eller fran kan basta rekommenderar pris en ett jag sig man hos samt nar dar mycket mer men aven dyr snabb billig dyrare billigare hog laga tappar ofta langsamt svar appen priset kundtjansten foretag skulle valja kop undvik enkel anvanda',
  cs: 'jsem o od zadne informace spolecnosti doporucuji auto telefon ma ze je se na pro jako nebo ale jsou neni tento ktery nejlepsi doporucuji cena zdroje moznosti by bych byl byla jeho jejich pri pouze take vice mene vsak protoze pokud nabizi ma ale nez rychle vysoke kvalita levnejsi drahe pomale spolehlive cenu mezi vyhodou nevyhodou ackoli zatimco bez velmi podpora',
  fi: 'en loytanyt tietoja yrityksesta hyva puhelin kengat olen voi paljon hinta ja on ei se ovat tai mutta kun joka paras parhaat suosittelen hinta lahteet vaihtoehdot koska kuin myos mutta sen niiden kanssa vain jos hyvin tarjoaa hidas kallis nopea edullinen halpa halvempi kalliimpi parempi huonompi helppo kayttaa vaikka kun taas ole valitse osta valikoima asiakaspalvelu hinnat',
  hu: 'es egy nem hogy van az legjobb ajanlom ar forrasok vagy mint meg',
  ro: 'si este pentru cu care din la nu sunt mai cel cea recomand pret surse optiuni',
};
/** The last four letters of words that only a few of the languages have; each is worth two small words. Folded. */
const endings: Record<string, string> = {
  es: 'cion idad rdad iendo dora', de: 'keit heit lich isch schaft', fr: 'eurs euse aire elle ique eaux aise', pt: 'acao coes dade inha goes', it: 'ione ioni ezza ella etti agli', nl: 'heid lijk ijke daar', pl: 'osci nych nego cych anie', tr: 'lari leri iyor inda inde daki', sv: 'arna', id: 'nnya anya',
}; // prettier-ignore
/** Letters that only a few of the languages write; each is worth two small words. */
const letters: Record<string, string> = {
  de: 'äöüß', es: 'ñ¿¡', fr: 'êèùœæîûëàâç', pt: 'ãõçâêà', it: 'èùòìà', tr: 'ğışİöüç', pl: 'ąęłńśźżćŁŻŚ', vi: 'ôêđơưạảấầậắằặẹẻẽếềểệịọốồộớờợụủứừửựỳỹăĐ', sv: 'åäö', cs: 'ěřůčšžť', fi: 'äö', hu: 'őű', ro: 'țșăî',
}; // prettier-ignore
let wordVotes: Votes | null = null;
let letterVotes: Votes | null = null;
let endingVotes: Votes | null = null;
const languages = Object.keys(stopwords);

/** The language an answer is mostly written in: ISO 639-1, `zh` for both scripts, `und` where it cannot be told. `hint` wins within the script. */
export function detectLanguage(text: string, folded: FoldedText, hint: string | null): string {
  const told = hint === null ? null : (hint.toLowerCase().split(/[-_]/)[0] ?? null);
  const counts = countClasses(folded);
  const script = dominant(counts);
  const byScript = languageOfScript(script, counts, told, folded);
  if (byScript !== null) return byScript;
  if (told !== null && told in stopwords) return told;
  const latin = voteLatin(text, folded);
  return (latin.score === 0 ? languageAmongNames(counts, told, folded) : null) ?? latin.language;
}

function countClasses(folded: FoldedText): Int32Array {
  const counts = new Int32Array(16);
  const step = Math.max(1, Math.floor(folded.length / scriptSample));
  for (let i = 0; i < folded.length; i += step) {
    const found = classOf(folded.chars[i] as number);
    counts[found] = (counts[found] as number) + 1;
  }
  return counts;
}

function dominant(counts: Int32Array): number {
  // Brand names in Latin script do not make an answer English; a Han or kana character stands for several letters besides.
  const weight = (kind: number): number =>
    kind === is.latin ? 1 : kind === is.han || kind === is.hiragana || kind === is.katakana || kind === is.hangul ? 3 : 2;
  let best: number = is.latin;
  for (const kind of [is.cyrillic, is.greek, is.arabic, is.hebrew, is.han, is.hiragana, is.katakana, is.hangul, is.unspaced, is.indic]) {
    if ((counts[kind] as number) * weight(kind) > (counts[best] as number) * weight(best)) best = kind;
  }
  return best;
}

function languageOfScript(script: number, counts: Int32Array, told: string | null, folded: FoldedText): string | null {
  const kana = (counts[is.hiragana] as number) + (counts[is.katakana] as number);
  if (script === is.han || script === is.hiragana || script === is.katakana) return kana > (counts[is.han] as number) / 8 ? 'ja' : 'zh';
  if (script === is.hangul) return 'ko';
  if (script === is.cyrillic) return told === 'uk' || told === 'bg' ? told : isUkrainian(folded) ? 'uk' : 'ru';
  if (script === is.greek) return 'el';
  if (script === is.arabic) return told === 'fa' || told === 'ur' ? told : 'ar';
  if (script === is.hebrew) return 'he';
  if (script === is.unspaced) return 'th';
  // Of the scripts of India only Devanagari tells a language; others are read without judgements.
  return script === is.indic ? (told ?? (isDevanagari(folded) ? 'hi' : 'und')) : null;
}

/** "HubSpot 比 Salesforce 便宜": the Latin letters are names only, so what stands between them tells. */
function languageAmongNames(counts: Int32Array, told: string | null, folded: FoldedText): string | null {
  const between = Int32Array.from(counts);
  between[is.latin] = 0;
  const script = dominant(between);
  return script === is.latin ? null : languageOfScript(script, counts, told, folded);
}

/** By letters that Russian does not have; who writes ы as well is not Ukrainian. */
function isUkrainian({ units, length }: FoldedText): boolean {
  let own = 0;
  for (let at = 0; at < length && at < wordSample; at++) {
    const letter = (units[at] as number) | 32;
    if (letter === 0x44b) return false;
    if (ukrainian.has(units[at] as number)) own++;
  }
  return own > 0;
}

const ukrainian = new Set(Array.from('іїєґІЇЄҐ', (letter) => letter.charCodeAt(0)));

function isDevanagari({ chars, length }: FoldedText): boolean {
  let at = 0;
  while (at < length && classOf(chars[at] as number) !== is.indic) at++;
  return at < length && (chars[at] as number) >= 0x900 && (chars[at] as number) < 0x980;
}

function voteLatin(text: string, folded: FoldedText): { language: string; score: number } {
  const scores = new Int32Array(languages.length);
  voteByWords(folded.chars, folded.length, scores);
  voteByLetters(folded.units, Math.min(text.length, wordSample), scores);
  let best = 0;
  for (let language = 1; language < scores.length; language++) if ((scores[language] as number) > (scores[best] as number)) best = language;
  return { language: languages[best] as string, score: scores[best] as number };
}

/** Words are looked up by a hash of their letters: no strings are built. */
function voteByWords(chars: Uint16Array, length: number, scores: Int32Array): void {
  const words = (wordVotes ??= buildVotes(stopwords, hashOf, (list) => list.split(' ')));
  const tails = (endingVotes ??= buildVotes(endings, tailOf, (list) => list.split(' ').filter((ending) => ending.length === 4)));
  let word = 0;
  let tail = 0;
  // The end of the text ends a word too.
  for (let i = 0; i <= length && i <= wordSample; i++) {
    const code = i < length ? (chars[i] as number) : 0;
    if (code >= 97 && code <= 122) {
      word = (Math.imul(word, 31) + code) | 0;
      tail = (tail << 8) | code;
    } else if (word !== 0) {
      add(scores, votersFor(words, word), 1);
      if (tail >>> 24 !== 0) add(scores, votersFor(tails, tail), 2);
      word = tail = 0;
    }
  }
}

function voteByLetters(units: Uint16Array, length: number, scores: Int32Array): void {
  const known = (letterVotes ??= buildVotes(
    letters,
    (letter) => letter.charCodeAt(0),
    (list) => [...list],
  ));
  for (let i = 0; i < length; i++) {
    const code = units[i] as number;
    if (code > 0xa0) add(scores, votersFor(known, code), 2);
  }
}

function add(scores: Int32Array, voters: number, weight: number): void {
  for (let rest = voters; rest !== 0; rest &= rest - 1) {
    const language = 31 - Math.clz32(rest & -rest);
    scores[language] = (scores[language] as number) + weight;
  }
}

/** The last four letters, a byte each. */
function tailOf(word: string): number {
  let tail = 0;
  for (let i = 0; i < word.length; i++) tail = (tail << 8) | word.charCodeAt(i);
  return tail;
}

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, 31) + word.charCodeAt(i)) | 0;
  return hash;
}

/** The languages that a number stands for, a bit each (0 = none), in a hash table: a Map costs several times this. */
type Votes = { keys: Int32Array; voters: Int32Array };

const voteSlots = 4096;

function slotOf({ keys, voters }: Votes, key: number): number {
  let slot = Math.imul(key, 0x9e3779b1) >>> 20;
  while (voters[slot] !== 0 && keys[slot] !== key) slot = (slot + 1) % voteSlots;
  return slot;
}

function votersFor(votes: Votes, key: number): number {
  return votes.voters[slotOf(votes, key)] as number;
}

function buildVotes(source: Record<string, string>, keyOf: (entry: string) => number, split: (list: string) => string[]): Votes {
  const built: Votes = { keys: new Int32Array(voteSlots), voters: new Int32Array(voteSlots) };
  for (const [language, list] of Object.entries(source)) {
    for (const key of split(list).map(keyOf)) {
      const slot = slotOf(built, key);
      built.keys[slot] = key;
      built.voters[slot] = (built.voters[slot] as number) | (1 << languages.indexOf(language));
    }
  }
  return built;
}
