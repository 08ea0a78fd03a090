import { createHits, scan } from './automaton.ts';
import { buildAutomaton } from './build-automaton.ts';
import { requiredWords } from './required-words.ts';

/** Tells of many regular expressions how many of the words that each needs a text lacks; 0 = it may match. Hardly any text has them all. */
export type RuleGate = (text: string) => Uint8Array;

/**
 * One pass over a text for the words of all the expressions. The answer holds until the gate is asked again.
 * @param caseOf for expressions that disregard case: makes one case of all
 */
export function createRuleGate(patterns: readonly RegExp[], caseOf = (text: string): string => text): RuleGate {
  const lists = patterns.map(({ source }) => requiredWords(source).map((oneOf) => oneOf.map(caseOf)));
  const words = [...new Set(lists.flat(2))];
  const ids = new Map(words.map((word, id) => [word, id]));
  const rules = lists.flatMap((list, rule) => list.map(() => rule));
  const listsOf: number[][] = words.map(() => []);
  for (const [list, oneOf] of lists.flat().entries()) for (const word of oneOf) listsOf[ids.get(word) as number]?.push(list);
  const needed = Uint8Array.from(lists, (list) => list.length);
  const missing = new Uint8Array(needed.length);
  const isMet = new Uint8Array(rules.length);
  const automaton = buildAutomaton(words);
  const hits = createHits();
  let chars = new Uint16Array(2048);
  return (original) => {
    const text = caseOf(original);
    if (text.length > chars.length) chars = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at++) chars[at] = text.charCodeAt(at);
    scan(automaton, chars, 0, text.length, hits);
    missing.set(needed);
    isMet.fill(0);
    for (let hit = 0; hit < hits.count; hit++) {
      for (const list of listsOf[hits.ids[hit] as number] as number[]) {
        if (isMet[list] === 1) continue;
        isMet[list] = 1;
        const rule = rules[list] as number;
        missing[rule] = (missing[rule] as number) - 1;
      }
    }
    return missing;
  };
}

/** A gate a language, made when it is first needed. */
export function createRuleGates(): (language: string, patternsOf: () => readonly RegExp[]) => RuleGate {
  const gates = new Map<string, RuleGate>();
  return (language, patternsOf) => {
    const gate = gates.get(language) ?? createRuleGate(patternsOf());
    gates.set(language, gate);
    return gate;
  };
}
