/** Headings and labels under which answers list where they read something. Lower case, without colon. */
const labels = new Set(
  [
    'sources', 'source', 'references', 'reference', 'citations', 'citation', 'works cited', 'bibliography', 'sources cited', 'sources used', 'further reading', 'sources and further reading', 'sources & references', 'sources and references', 'references and sources', 'cited sources', 'reference links', 'source links', 'footnotes', 'source list', 'list of sources',
    'quellen', 'quelle', 'quellenangaben', 'quellenverzeichnis', 'einzelnachweise', 'referenzen', 'belege', 'literatur', 'quellen und links', 'weiterführende links',
    'fuentes', 'fuente', 'referencias', 'bibliografía', 'fuentes consultadas', 'fuentes y referencias', 'citas',
    'sources consultées', 'références', 'références et sources', 'bibliographie', 'sources et références',
    'fontes', 'fonte', 'referências', 'bibliografia', 'fontes consultadas', 'fonti', 'riferimenti', 'fonti e riferimenti',
    'bronnen', 'bron', 'referenties', 'källor', 'källa', 'kilder', 'kilde', 'lähteet', 'źródła', 'źródło', 'zdroje', 'kaynaklar', 'kaynak', 'kaynakça', 'sumber', 'referensi', 'nguồn', 'nguồn tham khảo', 'tài liệu tham khảo', 'források', 'surse', 'πηγές',
    'источники', 'источник', 'список источников', 'литература', 'ссылки', 'джерела',
    'weiterführende informationen', 'fußnoten', 'lesetipps', 'lecturas recomendadas', 'para saber más', 'lecturas adicionales', 'referencias bibliográficas', 'pour aller plus loin', 'lectures complémentaires', 'notes et références', 'referências bibliográficas', 'para saber mais', 'leituras recomendadas', 'approfondimenti', 'letture consigliate', 'verder lezen', 'bronvermelding', 'voetnoten', 'bibliografia i źródła', 'przypisy', 'referanslar', 'kaynaklar ve referanslar', 'daftar pustaka', 'bacaan lanjutan', 'tham khảo', 'tài liệu', 'läs mer', 'lähdeluettelo', 'irodalom', 'bibliografie',
    'βιβλιογραφία', 'παραπομπές', 'αναφορές', 'πηγή', 'список литературы', 'использованные источники', 'примечания', 'дополнительные материалы', 'література', 'посилання', 'джерело',
    '延伸阅读', '相关链接', '相关阅读', '参考网站', '参考网址', '注释', '脚注', '延伸閱讀', '相關連結', '相關閱讀', '參考網站', '參考網址', '註釋', '延伸閲讀', '関連記事', '関連リンク', '参考記事', '参考url', '脚注', '引用・参考文献', '관련 기사', '관련 링크', '참고 링크', '참고링크', '더 읽을거리', '각주',
    'المراجع والمصادر', 'المصادر والمراجع', 'روابط', 'لمزيد من القراءة', 'ביבליוגרפיה', 'לקריאה נוספת', 'הפניות', 'เอกสารอ้างอิง', 'อ่านเพิ่มเติม', 'स्रोत और संदर्भ', 'संदर्भ सूची', 'منابع و مآخذ', 'مراجع و منابع',
    '来源', '资料来源', '参考资料', '参考来源', '参考文献', '参考', '引用来源', '信息来源', '出处', '引用', '数据来源', '参考链接', '來源', '資料來源', '參考資料', '參考來源', '參考文獻', '參考', '引用來源', '資訊來源', '出處', '參考連結',
    '出典', '参考元', '情報源', '参照', '参考サイト', '参照元', '引用元', 'ソース', '参考リンク', '参考情報',
    '출처', '참고', '참고자료', '참고 자료', '참고문헌', '참고 문헌', '자료 출처', '참조',
    'المصادر', 'المصدر', 'مصادر', 'مصدر', 'المراجع', 'مراجع', 'منابع', 'منبع', 'מקורות', 'מקור', 'แหล่งที่มา', 'แหล่งข้อมูล', 'อ้างอิง', 'ที่มา', 'แหล่งอ้างอิง', 'स्रोत', 'संदर्भ', 'सूत्र', 'সূত্র', 'তথ্যসূত্র',
  ].map((label) => label.normalize('NFC')),
); // prettier-ignore
/** Lengths and first letters that occur: hardly any line has to be cut out and looked up. */
const shapes = new Set(
  [...labels].flatMap((label) => [label, label.toUpperCase()].map((form) => shapeOf(label.length, form.charCodeAt(0)))),
);
const longestLabel = 36;
const longestHead = longestLabel + 10;
/** UTF-16 units: one look-up a unit is all that stands before a label. */
const decorated = '【】［］ \t\r\u00a0\u3000*_#📚🔗📖📌🔍🌐';
const decoration = new Set(Array.from({ length: decorated.length }, (_, at) => decorated.charCodeAt(at)));

/** Whether a line is such a label: `alone` (the list follows), `inline` (the sources stand behind it), else null. */
export function sourceListLabel(text: string, start: number, end: number): 'alone' | 'inline' | null {
  const colon = colonIn(text, start, Math.min(end, start + longestHead));
  if (colon === -1) return end - start <= longestHead && isLabel(text, start, end) ? 'alone' : null;
  if (!isLabel(text, start, colon)) return null;
  return end - start <= longestHead && text.slice(colon + 1, end).replace(/[\s*_]+/g, '') === '' ? 'alone' : 'inline';
}

/** Whether a parenthesis says where something was read: "(Source: HubSpot blog)". `start` is behind the opening bracket. */
export function opensSourceNote(text: string, start: number): boolean {
  const colon = colonIn(text, start, Math.min(text.length, start + longestLabel));
  return colon > start && isLabel(text, start, colon);
}

function colonIn(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 58 || code === 0xff1a) return at;
  }
  return -1;
}

/** Whether the range is a label, whatever emphasis, marks or emoji stand around it. */
function isLabel(text: string, from: number, to: number): boolean {
  if (to - from > longestHead) return false;
  let start = from;
  let end = to;
  while (start < end && decoration.has(text.charCodeAt(start))) start++;
  while (end > start && decoration.has(text.charCodeAt(end - 1))) end--;
  return shapes.has(shapeOf(end - start, text.charCodeAt(start))) && labels.has(text.slice(start, end).toLowerCase());
}

function shapeOf(length: number, first: number): number {
  return length * 0x10000 + first;
}
