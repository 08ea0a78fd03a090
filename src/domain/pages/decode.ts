/** The bytes of a page as text, by the charset that it declares where that fits, else by the one that fits best. */
export function decodePage(bytes: Uint8Array, contentType: string | null): { text: string; charset: string } {
  const told = byteOrderMark(bytes) ?? known(charsetIn(contentType ?? '')) ?? known(declaredInside(bytes));
  const isWestern = told === null || told === 'windows-1252' || told === 'iso-8859-1';
  if (!isWestern) {
    const text = new TextDecoder(told).decode(bytes);
    if (brokenShare(text) < 0.005) return { text, charset: told };
  }
  const charset = guessCharset(bytes);
  return { text: new TextDecoder(charset).decode(bytes), charset };
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** The standard's name of a charset (encoding.spec.whatwg.org); null for what no browser knows. */
function known(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const charsetIn = (text: string): string | null => /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(text)?.[1] ?? null;

/** As browsers do: in a meta element or an XML declaration near the beginning. */
function declaredInside(bytes: Uint8Array): string | null {
  const start = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096));
  const label =
    /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w:.-]+)/i.exec(start)?.[1] ?? /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)/i.exec(start)?.[1];
  // A page whose declaration can be read byte by byte is not in UTF-16.
  return label && /^utf-?16/i.test(label) ? 'utf-8' : (label ?? null);
}

function brokenShare(text: string): number {
  if (text === '') return 0;
  let broken = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) broken++;
  return broken / text.length;
}

/** Characters that make up a good part of any text in each of the charsets, and are rare where its bytes mean something else. */
const frequent: Record<string, RegExp> = {
  gb18030:
    /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运软件]/g,
  big5: /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應向頭文體政美相見被利什二等產或新己制身果加西月話合回特代內信表化老給世位次度門任常先海通教原東聲提立及比員解水名真論處走義各入幾口認條平系氣題更別打女變神總何電數安少報才結反受目太量再感建務做接必場件計管期市直資命山金指許統區保至形社空決治展科司基書非則聽界達光放強即像難且權思完設式色路記品住告類求據程北邊該交規取格望覺術領共確傳師觀清今切院讓識候帶導爭運軟體]/g,
  shift_jis: /[\u3041-\u3096\u30A1-\u30FA\u30FC、。]/g,
  'euc-jp': /[\u3041-\u3096\u30A1-\u30FA\u30FC、。]/g,
  'euc-kr': /[이다의는에을가를한고은하지로도기어자사인대아니시리일있해나정그서수들적만제부라스보전여과상게원조화]/g,
};
const sampleBytes = 60_000;

/** UTF-8 says by itself whether it is; of the others, the one whose frequent characters appear, and whose errors do not. */
function guessCharset(bytes: Uint8Array): string {
  if (isUtf8(bytes)) return 'utf-8';
  const sample = bytes.subarray(0, sampleBytes);
  const high = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  let best = { charset: 'windows-1252', score: high * 0.15 };
  for (const [charset, characters] of Object.entries(frequent)) {
    const text = new TextDecoder(charset).decode(sample);
    const score = (text.match(characters)?.length ?? 0) - 4 * brokenShare(text) * text.length;
    if (score > best.score) best = { charset, score };
  }
  return best.charset;
}

/** A page may be cut in the middle of a character, or hold a few broken bytes, and be UTF-8 all the same. */
function isUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  let wide = 0;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127 && text.charCodeAt(at) !== 0xfffd) wide++;
  const broken = brokenShare(text) * text.length;
  return broken === 0 || broken * 20 < wide;
}
