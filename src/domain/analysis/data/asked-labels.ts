import { unitTable } from '../unit-table.ts';

/** Labels over lists of a page around an answer: what others asked or searched for, and advertisements. Lower case, without colon. */
const labels = new Set(
  [
    'people also ask', 'people also search for', 'people also asked', 'others also asked', 'related searches', 'related questions', 'related queries', 'searches related to this', 'follow-up questions', 'suggested questions', 'you may also like', 'you might also like', 'sponsored', 'advertisement', 'ads', 'ad', 'sponsored results', 'discover more',
    'ähnliche fragen', 'ähnliche suchanfragen', 'verwandte suchanfragen', 'verwandte fragen', 'nutzer fragen auch', 'weitere fragen', 'andere suchten auch', 'anzeige', 'anzeigen', 'gesponsert',
    'otras preguntas de los usuarios', 'la gente también pregunta', 'la gente también busca', 'preguntas relacionadas', 'búsquedas relacionadas', 'patrocinado', 'anuncio', 'anuncios',
    'autres questions', 'autres questions posées', 'questions associées', 'questions similaires', 'recherches associées', 'sponsorisé', 'annonce', 'annonces',
    'altre domande', 'le persone hanno chiesto anche', 'ricerche correlate', 'domande correlate', 'sponsorizzato', 'annuncio',
    'as pessoas também perguntam', 'perguntas relacionadas', 'pesquisas relacionadas',
    'mensen vragen ook', 'gerelateerde zoekopdrachten', 'gerelateerde vragen', 'podobne pytania', 'podobne wyszukiwania', 'вопросы по теме', 'похожие вопросы', 'похожие запросы', 'люди также спрашивают', 'реклама', 'benzer sorular', 'ilgili aramalar', 'sponsorlu', 'mọi người cũng hỏi', 'tìm kiếm có liên quan', 'câu hỏi liên quan',
    '相关问题', '相关搜索', '其他人还问了', '大家还在问', '大家还在搜', '用户还问了', '广告', '推广', '猜你想问', '相關問題', '相關搜尋', '其他人也問了', '大家也搜尋了', '使用者也詢問了', '廣告', '贊助',
    '関連する質問', '関連質問', '他の人はこちらも質問', '関連キーワード', '関連する検索', '広告', 'スポンサー', '관련 질문', '관련 검색어', '다른 사람들이 함께 찾는 질문', '함께 많이 찾는 질문', '광고',
    'أسئلة متعلقة', 'أسئلة ذات صلة', 'الأشخاص يسألون أيضًا', 'عمليات بحث متعلقة', 'إعلان', 'שאלות נוספות', 'חיפושים קשורים', 'מודעה', 'คำถามที่เกี่ยวข้อง', 'การค้นหาที่เกี่ยวข้อง', 'โฆษณา', 'लोग यह भी पूछते हैं', 'संबंधित प्रश्न', 'संबंधित खोज',
  ].map((label) => label.normalize('NFC')),
); // prettier-ignore
const longest = Math.max(...[...labels].map((label) => label.length));
const firsts = unitTable([...labels].map((label) => label.charAt(0) + label.charAt(0).toUpperCase()).join(''));
const marks = unitTable(' \t\r#*:_：');

/** Whether a line is nothing but such a label. */
export function isAskedLabel(text: string, start: number, end: number): boolean {
  let from = start;
  let to = end;
  while (from < to && marks[text.charCodeAt(from)] === 1) from++;
  if (to - from > longest + 8 || firsts[text.charCodeAt(from)] === 0) return false;
  while (to > from && marks[text.charCodeAt(to - 1)] === 1) to--;
  return labels.has(text.slice(from, to).toLowerCase());
}
