import { fold } from './fold.ts';

/** The names of aspects are written with these in Traditional Chinese. */
const traditional = '價續穩務質適靈簡單優點雜貴寬聲畫機電';
const traditionalOf = new Map(Array.from(traditional, (character) => [fold(character), character]));
const han = /\p{Script=Han}/gu;

/** Rules read Simplified Chinese; an answer in Traditional characters gets its aspect in those. */
export function inScriptOf(original: string, aspect: string | null): string | null {
  if (aspect === null) return null;
  const written = new Map<string, string>();
  for (const [character] of original.matchAll(han)) {
    const folded = fold(character);
    if (folded !== character) written.set(folded, character);
  }
  if (written.size === 0) return aspect;
  return aspect.replace(han, (character) => written.get(character) ?? traditionalOf.get(character) ?? character);
}
