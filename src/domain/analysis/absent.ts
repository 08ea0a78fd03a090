import { absentPatterns } from './data/absent/index.ts';
import { matchesOf, placeholders } from './marked-sentence.ts';
import { createRuleGates } from './rule-gate.ts';

const gateOf = createRuleGates();

/** An instruction says nothing of what is known: "If you can't find HubSpot in your list, …". */
const supposed =
  /\b(?:if|when|in case|should|unless|wenn|falls|si|se|cuando|quando|lorsque) (?:you|your|they|users|customers|sie|du|ihr|man|usted|no puedes|vous|tu|non|nao|ne)\b[^,.;]*$|(?:如果|若|假如|要是)(?:你|您|用户)?[^，。,]*$/;

/**
 * Which mentions of a sentence the answer only says it has nothing on. `marked` is the folded sentence with a placeholder for each
 * mention. "I couldn't find any flaws in Acme" says something of Acme; "I couldn't find any information about Acme" does not.
 * @returns indexes of mentions within the sentence
 */
export function findAbsent(marked: string, language: string): number[] {
  const found: number[] = [];
  const patterns = absentPatterns[language] ?? [];
  const missing = gateOf(language, () => patterns)(marked);
  for (const [index, pattern] of patterns.entries()) {
    if (missing[index] !== 0) continue;
    for (const match of matchesOf(pattern, marked)) {
      if (supposed.test(marked.slice(Math.max(0, match.index - 40), match.index + 12))) continue;
      found.push(...placeholders(match.groups?.names ?? ''));
    }
  }
  return found;
}
