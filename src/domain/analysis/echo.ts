import { fold, type FoldedText, foldedSlice } from './fold.ts';

/** Whether a sentence only repeats the question: nearly all of its words are the question's ("You asked which CRM is best, HubSpot or Zoho."). */
export function isEcho(folded: FoldedText, from: number, to: number, prompt: string): boolean {
  if (to - from > 400) return false;
  const asked = new Set(wordsOf(fold(prompt)).map(stemOf));
  const said = wordsOf(foldedSlice(folded, from, to)).filter((word) => !frame.has(word));
  if (said.length === 0) return false;
  const share = said.filter((word) => asked.has(stemOf(word))).length / said.length;
  return share >= (share >= 0.5 && framed.test(foldedSlice(folded, from, to)) ? 0.5 : 0.9);
}

/** Says itself that it repeats a question: then half of its words are enough. Folded. */
const framed = new RegExp(
  fold(
    "\\b(?:(?:great|good|nice|excellent|common|frequent|fair|popular|interesting|tricky) question|you(?:'re| are|'ve| have)? (?:ask|asked|asking|want to know|wanted to know|wonder|wondering)|your question|sie (?:fragen|fragten|mochten wissen)|du (?:fragst|mochtest wissen)|preguntas|quieres saber|vous demandez|vous voulez savoir|mi chiedi|vuoi sapere|voce (?:perguntou|quer saber)|je vraagt|u vraagt|pytasz|chcesz wiedziec|soruyorsun[a-z]*|merak ediyorsun[a-z]*|ban hoi|ban muon biet)\\b|вы (?:спрашиваете|спросили|хотите)|ви (?:запитуєте|питаєте)|您(?:想|问|問)|你(?:想|问|問)|(?:ご質問|お尋ね|とのこと|知りたい)|(?:궁금하|질문하|물어보)|(?:تسأل|سألت|تريد معرفة|می پرسید|پرسیدید)|(?:שאלת|אתה שואל|רוצה לדעת)|(?:ρωτατε|ρωτας|θελετε να μαθετε)|(?:คุณถาม|คุณอยากรู้|ถามว่า)|(?:आप पूछ|आप जानना|आपने पूछा)",
  ),
  'u',
);

/** "hold" and "holds" are the same word. */
const stemOf = (word: string): string => (word.length > 4 && /^[a-z]/.test(word) ? word.replace(/(?:ing|ed|es|s|e|er|en|t)$/, '') : word);

/** What frames a question that is repeated, and small words. In scripts without spaces, characters. */
const frame = new Set(
  [
    'great good nice excellent you asked about your question was is the a an to of here are some i understand want know sure let s me help with whether if or and vs versus which what how do does did for in on comparing compare wondering would like deciding between question: re looking into wanted',
    'sie fragten fragen du fragst wollten wollen mochten wissen ob die der das den frage war ist nach es geht um hier zu zwischen und oder welche welcher welches was wie fur im vergleich gefragt haben hast',
    'preguntas preguntaste pregunta has preguntado por sobre si el la los las es era quieres saber cual que como entre y o para en de un una aqui tu se te gustaria',
    'vous demandez demande demandiez voulez savoir si votre question porte sur le la les l est etait entre et ou quel quelle que qui pour de des un une du en voici tu demandes',
    'mi chiedi hai chiesto chiesto vuoi sapere se domanda su il la lo i gli le e o tra quale che cosa per di un una',
    'voce perguntou perguntas pergunta quer saber se sobre o a os as e ou entre qual que como para de um uma em',
    'вы спросили спрашиваете вопрос был хотите знать узнать что лучше ли или и о об между какой какая как для в на',
    'u vroeg vraagt wilt weten of de het een en tussen welke wat je vraag was over',
    'pytasz czy co jest lepsze lepszy czy chcesz wiedziec o i a',
    'mi mu diye soruyorsunuz hangisi daha iyi ile ve arasindaki fark',
    'تسأل سالت عن ما هو الفرق بين هل ايهما افضل من و او',
    'ρωτατε αν ειναι η ο το και ποιο καλυτερο για',
    '질문 질문하신 물어보신 에 대해 와 과 중 무엇이 어느 것이 궁금하신 알고 싶으신 질문은',
  ].flatMap((list) => list.split(' ')),
);
for (const character of fold(
  '您你问問的是在和与與还還是哪个個更好吗嗎呢关于關於请請想知道提到问题問題比较較ご質問はとのどちらがについでのお尋ねですかをにでうましたせれるね',
))
  frame.add(character);

/** Words; in scripts without spaces, characters. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? [];
}
