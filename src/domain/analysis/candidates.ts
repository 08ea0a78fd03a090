import { isWhole, wholeEnd } from './boundaries.ts';
import { endOf, fold, type FoldedText } from './fold.ts';
import { type Pattern, unitInFront } from './patterns.ts';
import { lineAt, lineKind, notProse } from './structure.ts';
import type { Workspace } from './workspace.ts';

/** A place where an alias stands as a word in prose. `from`/`to` are folded offsets, `start`/`end` UTF-16 offsets of the original. */
export type Candidate = {
  pattern: Pattern;
  from: number;
  to: number;
  start: number;
  end: number;
  /** Index of the sentence, and the rule that decided; filled by findMentions. */
  sentence: number;
  rule: string;
};

/** All places where the panel's names stand whole in prose and in the letter case they ask for. Overlaps are still in. */
export function findCandidates(workspace: Workspace, patterns: readonly Pattern[], language: string): Candidate[] {
  const { text, folded, hits } = workspace;
  const candidates: Candidate[] = [];
  for (let i = 0; i < hits.count; i++) {
    const pattern = patterns[hits.ids[i] as number] as Pattern;
    const hitEnd = hits.ends[i] as number;
    const from = hitEnd - pattern.length;
    if (!isWhole(text, folded, from, hitEnd, pattern, language)) continue;
    const to = wholeEnd(folded, hitEnd, pattern);
    const start = folded.starts[from] as number;
    const end = endOf(folded, to - 1);
    const candidate = { pattern, from, to, start, end, sentence: 0, rule: 'name' };
    if (isProse(workspace, candidate) && hasItsCase(text, candidate) && !isInLongerWord(folded, candidate)) candidates.push(candidate);
  }
  return candidates;
}

function isProse(workspace: Workspace, { pattern, start, end }: Candidate): boolean {
  const { mask } = workspace.structure;
  const first = mask[start];
  if (first === notProse.domain) {
    const isWholeDomain = mask[start - 1] !== notProse.domain && (end >= workspace.text.length || mask[end] !== notProse.domain);
    return isWholeDomain && pattern.folded.includes('.');
  }
  if (first !== 0 || mask[end - 1] === notProse.hidden) return false;
  return !pattern.folded.includes(' ') || isInOneBlock(workspace, start, end);
}

/** A name may run over a line break within a paragraph, not from a heading into it or from one list item into the next. */
function isInOneBlock({ text, structure }: Workspace, start: number, end: number): boolean {
  const lineFeed = text.indexOf('\n', start);
  if (lineFeed === -1 || lineFeed >= end) return true;
  const { lines } = structure;
  const line = lineAt(lines, start);
  const kind = lines.kinds[line];
  return kind !== lineKind.heading && kind !== lineKind.table && lines.kinds[line + 1] === lineKind.paragraph;
}

function hasItsCase(text: string, { pattern, start, end }: Candidate): boolean {
  if (!pattern.alias.caseSensitive) return true;
  const written = text.slice(start, end);
  return written === pattern.alias.text || withoutMarks(written) === withoutMarks(pattern.alias.text);
}

/** Everything folding takes away except letter case. */
function withoutMarks(name: string): string {
  let plain = '';
  for (const character of name.normalize('NFKC')) {
    const folded = fold(character);
    const isCapital = character.toLowerCase() !== character;
    plain += isCapital ? folded.toUpperCase() : folded === '' && character.trim() === '' ? ' ' : folded;
  }
  return plain;
}

function isInLongerWord(folded: FoldedText, { pattern, from }: Candidate): boolean {
  const { longerWords, length } = pattern;
  if (longerWords.size === 0) return false;
  const isThere = ({ word, offset }: { word: string; offset: number }): boolean => standsAt(folded, word, from - offset);
  const behind = from + length < folded.length ? longerWords.get(folded.chars[from + length] as number) : undefined;
  const around = from > 0 ? longerWords.get(unitInFront + (folded.chars[from - 1] as number)) : undefined;
  return (behind?.some(isThere) ?? false) || (around?.some(isThere) ?? false);
}

export function standsAt(folded: FoldedText, word: string, start: number): boolean {
  if (start < 0 || start + word.length > folded.length) return false;
  for (let i = 0; i < word.length; i++) if (folded.chars[start + i] !== word.charCodeAt(i)) return false;
  return true;
}

/** One span never counts twice: the longest name wins, of equals the first. Linear but for ties within one cluster. */
export function resolveOverlaps(candidates: Candidate[]): Candidate[] {
  const sorted = candidates.every((candidate, i) => i === 0 || (candidates[i - 1] as Candidate).from <= candidate.from)
    ? candidates
    : candidates.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const kept: Candidate[] = [];
  for (let i = 0; i < sorted.length;) {
    let end = (sorted[i] as Candidate).to;
    let next = i + 1;
    while (next < sorted.length && (sorted[next] as Candidate).from < end) end = Math.max(end, (sorted[next++] as Candidate).to);
    if (next === i + 1) kept.push(sorted[i] as Candidate);
    else keepLongest(sorted.slice(i, next), kept);
    i = next;
  }
  return kept;
}

function keepLongest(cluster: Candidate[], kept: Candidate[]): void {
  const byLength = cluster.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const base = (cluster[0] as Candidate).from;
  const taken = new Uint8Array(cluster.reduce((end, candidate) => Math.max(end, candidate.to), base) - base + 1);
  const winners: Candidate[] = [];
  for (const candidate of byLength) {
    // The longer of two that overlap covers an end of the shorter, so two looks are enough.
    if (taken[candidate.from - base] === 1 || taken[candidate.to - 1 - base] === 1) continue;
    taken.fill(1, candidate.from - base, candidate.to - base);
    winners.push(candidate);
  }
  winners.sort((a, b) => a.from - b.from);
  for (const winner of winners) kept.push(winner);
}
