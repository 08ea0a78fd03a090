import { absentPatterns } from './data/absent-patterns.ts';
import { placeholderBase } from './marked-sentence.ts';

/**
 * Which mentions of a sentence the answer only says it has nothing on. `marked` is the folded sentence with a placeholder for each
 * mention. "I couldn't find any flaws in Acme" says something of Acme; "I couldn't find any information about Acme" does not.
 * @returns indexes of mentions within the sentence
 */
export function findAbsent(marked: string, language: string): number[] {
  const found: number[] = [];
  for (const pattern of absentPatterns[language] ?? []) {
    for (const match of marked.matchAll(pattern)) {
      for (const unit of match.groups?.names ?? '') {
        const code = unit.charCodeAt(0);
        if (code >= placeholderBase && code < 0xf900) found.push(code - placeholderBase);
      }
    }
  }
  return found;
}
