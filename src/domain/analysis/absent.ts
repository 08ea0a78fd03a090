import { absentPatterns } from './data/absent/index.ts';
import { subjectWords } from './data/absent/subjects.ts';
import { foldedAt, foldedSlice } from './fold.ts';
import { findIgnorance, isIgnorance } from './ignorance.ts';
import { isLowerUnit } from './letter-kind.ts';
import { matchesOf, placeholderBase, placeholders } from './marked-sentence.ts';
import type { FoundMention } from './mentions.ts';
import { createRuleGates } from './rule-gate.ts';
import type { Workspace } from './workspace.ts';

const gateOf = createRuleGates();

/** An instruction says nothing of what is known: "If you can't find HubSpot in your list, …". */
const supposed =
  /\b(?:if|when|in case|should|unless|wenn|falls|si|se|cuando|quando|lorsque) (?:you|your|they|users|customers|sie|du|ihr|man|usted|no puedes|vous|tu|non|nao|ne)\b[^,.;]*$|(?:如果|若|假如|要是)(?:你|您|用户)?[^，。,]*$/;

const contrasted =
  /(?:\bunlike|im gegensatz zu|anders als|contrairement a|a diferencia de|ao contrario d[aeo]|a differenza di|в отличие от|不像|不同于|与) ?$/;

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
      const names = placeholders(match.groups?.names ?? '');
      // "Unlike Dell, Acme returned no hits."
      found.push(...(contrasted.test(marked.slice(Math.max(0, match.index - 24), match.index)) ? names.slice(1) : names));
    }
  }
  return found.length > 0 ? found : findIgnorance(marked, language);
}

const someone = String.fromCharCode(placeholderBase);

/** Whether a folded sentence without names says that nothing is known of the brand named before it ("I have no record of this company."). */
function saysSubjectAbsent(sentence: string, language: string): boolean {
  const words = subjectWords[language];
  if (words === undefined || sentence.length > longestStatement) return false;
  if (words.bare.test(sentence.trim()) || isIgnorance(sentence, language)) return true;
  const marked = sentence.replace(words.it, someone);
  return marked !== sentence && findAbsent(marked, language).length > 0;
}

/**
 * Whether a folded sentence says nothing of the brands it names, because it asks, supposes or sends the reader elsewhere; or because the
 * name is all of it.
 */
function isOpenEnded(sentence: string, namesLength: number, language: string): boolean {
  if (sentence.length > longestStatement) return false;
  if (!hasLetters(sentence, namesLength + shortestStatement)) return true;
  return subjectWords[language]?.open.test(sentence) ?? false;
}

/** Whether there are more letters and digits than `count`. The plain ones are enough nearly always. */
function hasLetters(sentence: string, count: number): boolean {
  let plain = 0;
  for (let at = 0; at < sentence.length && plain <= count; at++) if (isLowerUnit(sentence.charCodeAt(at))) plain++;
  return plain > count || sentence.replace(/[^\p{L}\p{N}]+/gu, '').length > count;
}

/** Folded units. */
const shortestStatement = 3;
const longestStatement = 400;

/** Folded units of the names in a sentence. */
function lengthOfNames(mentions: readonly FoundMention[], first: number, last: number): number {
  let length = 0;
  for (let i = first; i < last; i++) length += (mentions[i] as FoundMention).to - (mentions[i] as FoundMention).from;
  return length;
}

/**
 * "Is Acme any good? I have no information on this company." What introduced the brand says nothing of it, and the folded range
 * `[from, to)` behind it knows nothing: sets the flags of the introduced mentions.
 */
export function markUnknown(
  { folded }: Workspace,
  mentions: readonly FoundMention[],
  absent: Uint8Array,
  introduced: { first: number; last: number; from: number; to: number },
  from: number,
  to: number,
  language: string,
): void {
  const { first, last } = introduced;
  const isOpen = isOpenEnded(foldedSlice(folded, introduced.from, introduced.to), lengthOfNames(mentions, first, last), language);
  if (isOpen && saysSubjectAbsent(foldedSlice(folded, from, to), language)) absent.fill(1, first, last);
}

/**
 * Of a brand on which the answer has nothing, what asks, supposes or repeats the question says nothing either: "If you tell me more about
 * Acme, I can help". `absent` and `echo` hold a flag a mention.
 */
export function spreadAbsence(
  { folded, sentences }: Workspace,
  mentions: readonly FoundMention[],
  absent: Uint8Array,
  echo: Uint8Array,
  language: string,
): void {
  if (!absent.includes(1)) return;
  const unknown = new Set(mentions.filter((_, index) => absent[index] === 1).map(({ pattern }) => pattern.brand));
  let first = 0;
  for (let last = 1; last <= mentions.length; last++) {
    const { sentence } = mentions[first] as FoundMention;
    if (last < mentions.length && (mentions[last] as FoundMention).sentence === sentence) continue;
    const isToCheck = (index: number): boolean => absent[index] === 0 && unknown.has((mentions[index] as FoundMention).pattern.brand);
    const indexes = Array.from({ length: last - first }, (_, offset) => first + offset).filter(isToCheck);
    if (indexes.length > 0) {
      const from = foldedAt(folded, sentences.starts[sentence] as number);
      const to = foldedAt(folded, sentences.ends[sentence] as number);
      const isOpen = isOpenEnded(foldedSlice(folded, from, to), lengthOfNames(mentions, first, last), language);
      for (const index of indexes) if (isOpen || echo[index] === 1) absent[index] = 1;
    }
    first = last;
  }
}
