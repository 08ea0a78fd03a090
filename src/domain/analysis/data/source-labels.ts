import { unitTable } from '../unit-table.ts';

/**
 * What heads the lists in which answers say where they read something. A label is made of these words alone, at least one of them a
 * `source`: "Sources", "Sources and further reading", "Verwendete Quellen", 参考にした情報源. Lower case.
 */
const spaced = {
  source:
    'source sources reference references citation citations bibliography footnotes endnotes quelle quellen quellenangabe quellenangaben quellennachweis quellennachweise quellenverzeichnis einzelnachweise referenzen belege literatur literaturverzeichnis fußnoten lesetipps leseempfehlungen fuente fuentes referencia referencias bibliografía citas référence références bibliographie fonte fontes fonti referência referências riferimento riferimenti bibliografia approfondimenti approfondimento bron bronnen bronvermelding bronnenlijst referenties voetnoten källa källor källförteckning referenser kilde kilder referanser lähde lähteet lähdeluettelo źródło źródła przypisy zdroj zdroje kaynak kaynaklar kaynakça referans referanslar dipnotlar sumber referensi rujukan nguồn források forrás surse irodalom πηγή πηγές βιβλιογραφία παραπομπές αναφορές источник источники литература литературы ссылки примечания сноски джерело джерела література літератури посилання المصادر المصدر مصادر مصدر المراجع مراجع روابط הפניות מקורות מקור ביבליוגרפיה स्रोत स्त्रोत संदर्भ सूत्र منابع منبع مآخذ সূত্র তথ্যসূত্র 출처 참고 참고한 참고자료 참고문헌 참조 각주 인용',
  small:
    'list of the and & our my reading used cited consulted main key primary other all data external for this article answer works links notes further recommended additional selected suggested verwendete genutzte weitere weiterführende und die der liste informationen angaben zu unsere empfohlene consultadas consultados utilizadas de información datos y las los principales lista adicionales recomendadas bibliográficas consultées utilisées principales et des données notes liens complémentaires recommandées consultate utilizzate e dati principali elenco consigliate informações dados utilizadas consultadas recomendadas gebruikte geraadpleegde en verder lezen lijst overige använda och mer wykorzystane i dane lista bibliografia použité a kullanılan ve veri daftar dan pustaka data digunakan lanjutan lista tham khảo tài liệu dữ liệu chính và список источников использованные дополнительные материалы данных и использованной використані список даних та дані والمصادر والمراجع المستخدمة البيانات المعلومات ומידע נתונים נוספים ששימשו और सूची आंकड़ों के डेटा و 자료 문헌 정보 사용한 주요 데이터 및 목록 링크 사이트 χρησιμοποιήθηκαν και δεδομένων',
};

/** The same without spaces between words, each in the order in which they are looked for. */
const joined = {
  source:
    '资料来源 來源 来源 出处 出處 参考 參考 引用 文献 文獻 脚注 註釋 注释 延伸阅读 延伸閱讀 延伸閲讀 拓展阅读 扩展阅读 相关阅读 相關閱讀 相关链接 相關連結 相关文章 相關文章 出典 参照 情報源 ソース 関連記事 関連リンク あわせて読みたい แหล่งที่มา แหล่งข้อมูล แหล่งอ้างอิง เอกสารอ้างอิง อ้างอิง ที่มา อ่านเพิ่มเติม บทความที่เกี่ยวข้อง',
  small:
    '资料 資料 数据 數據 信息 資訊 内容 內容 主要 本文 以上 部分 链接 連結 網址 网址 网站 網站 文章 列表 的 和 与 與 及 等 、 ・ ・ と の サイト 資料 記事 リンク url 情報 にした とした 使用した した 一覧 データ 調査 ページ 元 主な ข้อมูล และ หลัก',
};

/** Whole labels that send the reader on; their words mean other things besides. The list may stand in the same line. */
const leading = new Set(
  [
    'further reading', 'recommended reading', 'additional reading', 'suggested reading', 'lecturas recomendadas', 'lecturas adicionales', 'lectures complémentaires', 'letture consigliate', 'leituras recomendadas', 'bacaan lanjutan', 'tham khảo', 'tài liệu tham khảo', 'tài liệu', 'verder lezen', 'notas al pie', 'список литературы', 'дополнительные материалы', 'works cited', 'related articles', 'related posts', 'related reads', 'related stories', 'related links', 'related guides', 'related reviews', 'related coverage', 'related reading', 'read more', 'read next', 'read also', 'also read', 'recommended reads', 'helpful links', 'useful links', 'external links',
    'weiterführende links', 'weitere links', 'nützliche links', 'lesen sie auch', 'lies auch', 'auch interessant', 'mehr zum thema', 'verwandte artikel', 'passende artikel',
    'para saber más', 'artículos relacionados', 'enlaces de interés', 'enlaces útiles', 'enlaces relacionados', 'lea también', 'lee también', 'leer también', 'leer más', 'te puede interesar', 'también te puede interesar',
    'pour aller plus loin', 'pour en savoir plus', 'articles connexes', 'articles liés', 'articles associés', 'liens utiles', 'à lire aussi', 'lire aussi', 'voir également',
    'per approfondire', 'per saperne di più', 'articoli correlati', 'link utili', 'leggi anche', 'leggi di più',
    'para saber mais', 'artigos relacionados', 'links úteis', 'leia também', 'leia mais', 'saiba mais',
    'lees ook', 'lees meer', 'meer lezen', 'gerelateerde artikelen', 'handige links', 'läs mer', 'läs också', 'les også', 'læs også', 'lue myös',
    'czytaj też', 'czytaj także', 'przeczytaj też', 'powiązane artykuły', 'przydatne linki', 'ayrıca okuyun', 'ilgili yazılar', 'ilgili makaleler', 'ilgili bağlantılar', 'baca juga', 'artikel terkait', 'xem thêm', 'đọc thêm', 'bài viết liên quan',
    'читайте также', 'читать также', 'похожие статьи', 'статьи по теме', 'полезные ссылки', 'читайте також', 'статті за темою', 'корисні посилання', 'διαβάστε επίσης', 'διαβάστε ακόμα', 'σχετικά άρθρα', 'χρήσιμοι σύνδεσμοι',
    'לקריאה נוספת', 'קראו גם', 'כתבות קשורות', 'קישורים שימושיים', 'لمزيد من القراءة', 'اقرأ أيضا', 'اقرأ أيضًا', 'مقالات ذات صلة', 'روابط مفيدة', 'مطالب مرتبط', 'यह भी पढ़ें', 'ये भी पढ़ें', 'संबंधित लेख',
    '관련 기사', '관련 글', '관련 링크', '더 읽을거리', '더 읽어보기', '함께 읽으면 좋은 글', '함께 보면 좋은 글',
  ].map((label) => label.normalize('NFC')),
); // prettier-ignore

/** Head lists of pages as often as prose: their entries count as sources where they are none. */
const loose = new Set(
  [
    'more information', 'more info', 'learn more', 'see also', 'additional resources', 'further resources', 'useful resources', 'helpful resources', 'more resources', 'further information',
    'weitere informationen', 'mehr informationen', 'mehr erfahren', 'siehe auch', 'weiterführende informationen', 'más información', 'más info', 'véase también', 'ver también', 'recursos adicionales', "plus d'informations", 'plus d’informations', 'en savoir plus', 'voir aussi', 'ressources complémentaires', 'ulteriori informazioni', 'maggiori informazioni', 'vedi anche', 'mais informações', 'veja também', 'meer informatie', 'zie ook', 'mer information', 'więcej informacji', 'zobacz też', 'zobacz także', 'daha fazla bilgi', 'ayrıca bakınız', 'informasi lebih lanjut', 'lihat juga', 'thông tin thêm', 'подробнее', 'дополнительная информация', 'смотрите также', 'детальніше', 'додаткова інформація', 'дивіться також', 'περισσότερες πληροφορίες', 'δείτε επίσης',
    'מידע נוסף', 'ראו גם', 'لمزيد من المعلومات', 'معلومات إضافية', 'انظر أيضا', 'انظر أيضًا', 'اطلاعات بیشتر', 'अधिक जानकारी', 'यह भी देखें', '更多信息', '更多資訊', '了解更多', '瞭解更多', '更多资料', '更多資料', '参见', '參見', '詳しくはこちら', '詳細情報', 'もっと詳しく', '더 알아보기', '자세히 보기', '추가 정보', 'ข้อมูลเพิ่มเติม', 'ดูเพิ่มเติม',
  ].map((label) => label.normalize('NFC')),
); // prettier-ignore

const wordsOf = (list: string): string[] => list.normalize('NFC').split(' ');
const sourceWords = new Set(wordsOf(spaced.source));
const smallWords = new Set(wordsOf(spaced.small));
const longestFirst = (list: string): string =>
  wordsOf(list)
    .toSorted((a, b) => b.length - a.length)
    .join('|');
const joinedSource = longestFirst(joined.source);
const joinedSmall = longestFirst(joined.small);
const joinedLabel = new RegExp(`^(?:${joinedSmall}| )*(?:${joinedSource})(?:${joinedSource}|${joinedSmall}| )*$`);
/** Thai and what lies behind it: in every joined label. */
const unspaced = /[\u0e00-\uffff]/;
/** The first two letters that occur: hardly any line has to be cut out and looked up. */
const openings = new Set(
  [sourceWords, smallWords, leading, loose, wordsOf(joined.source), wordsOf(joined.small)].flatMap((list) =>
    [...list].flatMap((label) =>
      [label, label.toUpperCase(), label.charAt(0).toUpperCase() + label.slice(1)].map((form) => openingOf(form, 0)),
    ),
  ),
);
const longestLabel = 36;
const longestHead = longestLabel + 10;
/** UTF-16 units: one look-up a unit is all that stands before a label. */
const decoration = unitTable('【】［］ \t\r\u00a0\u3000*_#📚🔗📖📌🔍🌐');

/** `list`: the entries follow; `inline`: they stand behind the label; `loose`: what follows may be prose. */
export type SourceLabel = 'list' | 'inline' | 'loose';

/** Whether a line is or opens with the label of a list of sources. */
export function sourceListLabel(text: string, start: number, end: number): SourceLabel | null {
  const colon = colonIn(text, start, Math.min(end, start + longestHead));
  const labelEnd = colon === -1 ? end : colon;
  const kind = labelIn(text, start, labelEnd);
  if (kind === null) return null;
  const isAlone = colon === -1 || (end - start <= longestHead && text.slice(colon + 1, end).replace(/[\s*_]+/g, '') === '');
  if (kind === 'loose') return isAlone ? 'loose' : null;
  return isAlone ? 'list' : 'inline';
}

/** Whether a parenthesis says where something was read: "(Source: HubSpot blog)". `start` is behind the opening bracket. */
export function opensSourceNote(text: string, start: number): boolean {
  const colon = colonIn(text, start, Math.min(text.length, start + longestLabel));
  return colon > start && labelIn(text, start, colon) === 'source';
}

function colonIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return at;
  }
  return -1;
}

/** What label the range is, whatever emphasis, marks or emoji stand around it. */
function labelIn(text: string, from: number, to: number): 'source' | 'loose' | null {
  if (to - from > longestHead) return null;
  let start = from;
  let end = to;
  while (start < end && decoration[text.charCodeAt(start)] === 1) start++;
  while (end > start && decoration[text.charCodeAt(end - 1)] === 1) end--;
  if (end - start < 2 || !openings.has(openingOf(text, start))) return null;
  const label = text.slice(start, end).normalize('NFC').toLowerCase();
  if (loose.has(label)) return 'loose';
  return leading.has(label) || isMadeOfSources(label) || (unspaced.test(label) && joinedLabel.test(label)) ? 'source' : null;
}

function isMadeOfSources(label: string): boolean {
  const first = /^[^\s,/]*/.exec(label)?.[0] ?? '';
  // Hardly any line has to be split.
  if (!sourceWords.has(first) && !smallWords.has(first)) return false;
  let hasSource = false;
  for (const word of label.split(/[\s,/]+/)) {
    if (sourceWords.has(word)) hasSource = true;
    else if (!smallWords.has(word)) return false;
  }
  return hasSource;
}

function openingOf(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

const authorAndYear = /^\((?:\p{Lu}[\p{L}\p{N}&.' -]{1,40}, (?:19|20)\d\d[a-z]?(?:; |(?=\)))){1,3}\)/u;
const longestAuthor = 120;

/** "(Purple, 2024)", "(Hinge et al., 2023a; Bumble, 2022)": who wrote it, and when. The length from the bracket at `at`; 0 if it is none. */
export function authorNote(text: string, at: number): number {
  return authorAndYear.exec(text.slice(at, at + longestAuthor))?.[0].length ?? 0;
}

const bracketedAuthor =
  /^\p{Lu}[\p{L}\p{N}&.' -]{1,40},? (?:19|20)\d\d[a-z]?(?:; \p{Lu}[\p{L}\p{N}&.' -]{1,40},? (?:19|20)\d\d[a-z]?){0,2}$/u;

/** The same in square brackets: "[Purple, 2024]". */
export function isAuthorLabel(label: string): boolean {
  const last = label.charCodeAt(label.length - 1) | 32;
  return (
    label.length > 7 &&
    label.includes(' ') &&
    (/\d/.test(label.charAt(label.length - 1)) || (last >= 97 && last <= 102)) &&
    bracketedAuthor.test(label)
  );
}

/** The last letters of the words that a source is announced with behind a sentence. */
const closingLetters = unitTable('esniıаиro源处處典처');
const closing =
  /(?:[.!?)\]]\**\s|[。！？）])[*_(]*(?:sources?|quellen?|fuentes?|fontes?|fonti?|bron(?:nen)?|źródł[oa]|источники?|джерел[оа]|kaynak(?:lar)?|数据来源|资料来源|資料來源|来源|來源|出处|出處|出典|출처)$/iu;
const longestClosing = 90;

/** Capitals that the Latin words begin with, four to seven letters in front of the colon; a glance that spares the slice. */
function mayCloseWithSource(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) > 127 || text.charCodeAt(at - 2) > 127) return true;
  for (let length = 4; length <= 8; length++) if (closingCapitals[text.charCodeAt(at - length)] === 1) return true;
  return false;
}
const closingCapitals = unitTable('SQFBŹK');

/** Whether the colon at `at` announces a source behind the last sentence of a line: "It wins on price. Source: Acme Blog." */
export function closesWithSource(text: string, at: number, end: number): boolean {
  if (closingLetters[text.charCodeAt(at - 1)] !== 1 || end - at > longestClosing || !mayCloseWithSource(text, at)) return false;
  return closing.test(text.slice(Math.max(0, at - 16), at));
}
