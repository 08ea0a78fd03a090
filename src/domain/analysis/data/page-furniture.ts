/** What engines write under every answer on their own pages: from here to the end it is the page that speaks, not the answer. */
const openings = [
  'AI responses may include mistakes', 'AI-generated responses may', 'AI overviews can make mistakes', 'Generative AI is experimental', 'Your feedback helps Google', 'ChatGPT can make mistakes', 'Gemini can make mistakes', 'Gemini may display inaccurate', 'Claude can make mistakes', 'Copilot may make mistakes', 'AI can make mistakes',
  'KI-Antworten können Fehler', 'KI-Antworten können Fehler', 'ChatGPT kann Fehler machen', 'Gemini kann Fehler machen', 'Dein Feedback hilft Google', 'Ihr Feedback hilft Google',
  'Las respuestas de la IA pueden', 'Las respuestas de IA pueden', 'ChatGPT puede cometer errores', 'Tus comentarios ayudan a Google',
  "Les réponses de l'IA peuvent", 'Les réponses de l’IA peuvent', 'Les réponses générées par', 'ChatGPT peut faire des erreurs', 'ChatGPT peut commettre des erreurs', 'Vos commentaires aident Google',
  "Le risposte dell'IA potrebbero", "Le risposte dell'AI potrebbero", 'ChatGPT può commettere errori', 'Il tuo feedback aiuta Google',
  'As respostas da IA podem', 'As respostas de IA podem', 'O ChatGPT pode cometer erros', 'Seu feedback ajuda o Google', 'O seu feedback ajuda a Google',
  'AI-antwoorden kunnen fouten', 'Odpowiedzi AI mogą zawierać', 'Ответы ИИ могут содержать', 'Yapay zeka yanıtlarında hata', 'Respons AI dapat berisi', 'Câu trả lời của AI có thể', 'คำตอบจาก AI อาจ', 'قد تتضمن ردود الذكاء الاصطناعي', 'قد تحتوي ردود الذكاء الاصطناعي', 'תשובות AI עשויות', 'תגובות AI עשויות',
  'AI の回答には間違い', 'AIの回答には間違い', 'AI の回答には誤り', 'AIの回答には誤り', 'ChatGPT の回答は必ずしも', 'ChatGPTの回答は必ずしも', 'AI 대답에는 오류', 'AI 응답에는 실수', 'AI 응답에는 오류', 'ChatGPT는 실수를 할 수',
  'AI 回答可能包含错误', 'AI 生成的回答可能', 'AI 的回答可能', 'AI回答可能', 'ChatGPT 也可能会犯错', 'AI 回覆可能', 'AI 生成的回覆可能', 'AI 產生的回覆可能', 'AI 的回覆可能', 'ChatGPT 可能會出錯',
]; // prettier-ignore
const longestFurniture = 600;
const opening = new RegExp(openings.join('|'));

/** Where the page's own words begin at the end of a text; its length where there are none. */
export function furnitureStart(text: string): number {
  const from = Math.max(0, text.length - longestFurniture);
  const start = text.slice(from).search(opening);
  return start === -1 ? text.length : from + start;
}
