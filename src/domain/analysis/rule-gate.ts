import { createHits, scan } from './automaton.ts';
import { buildAutomaton } from './build-automaton.ts';
import { requiredWords } from './required-words.ts';

/** Tells which of many regular expressions may match in a text: most need words that hardly any text has. */
export type RuleGate = (text: string) => Uint8Array;

/**
 * One pass over a text for the words of all the expressions. The answer, one flag an expression, holds until the gate is asked again.
 * @param caseOf for expressions that disregard case: makes one case of all
 */
export function createRuleGate(patterns: readonly RegExp[], caseOf = (text: string): string => text): RuleGate {
  const lists = patterns.map(({ source }) => requiredWords(source).map((oneOf) => oneOf.map(caseOf)));
  const words = [...new Set(lists.flat(2))];
  const ids = new Map(words.map((word, id) => [word, id]));
  const needed = lists.map((list) => list.map((oneOf) => oneOf.map((word) => ids.get(word) as number)));
  const automaton = buildAutomaton(words);
  const hits = createHits();
  const present = new Uint8Array(words.length);
  const open = new Uint8Array(patterns.length);
  let chars = new Uint16Array(2048);
  return (original) => {
    const text = caseOf(original);
    if (text.length > chars.length) chars = new Uint16Array(text.length);
    for (let at = 0; at < text.length; at++) chars[at] = text.charCodeAt(at);
    scan(automaton, chars, 0, text.length, hits);
    present.fill(0);
    for (let hit = 0; hit < hits.count; hit++) present[hits.ids[hit] as number] = 1;
    for (const [rule, list] of needed.entries()) open[rule] = list.every((oneOf) => oneOf.some((id) => present[id] === 1)) ? 1 : 0;
    return open;
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
