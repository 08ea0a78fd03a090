import { fold, type FoldedText, foldedSlice } from './fold.ts';

/** Whether a sentence only repeats the question: nearly all of its words are the question's ("You asked which CRM is best, HubSpot or Zoho."). */
export function isEcho(folded: FoldedText, from: number, to: number, prompt: string): boolean {
  if (to - from > 400) return false;
  const asked = new Set(wordsOf(fold(prompt)));
  const said = wordsOf(foldedSlice(folded, from, to)).filter((word) => !frame.has(word));
  return said.length > 0 && said.filter((word) => asked.has(word)).length / said.length >= 0.9;
}

const frame = new Set(
  'you asked about your question was is the a an to of here are some i understand want know sure let s me help with'.split(' '),
);

/** Words; in scripts without spaces, characters. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu) ?? [];
}
