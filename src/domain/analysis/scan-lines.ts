import { isAskedLabel } from './data/asked-labels.ts';
import { furnitureStart } from './data/page-furniture.ts';
import { sourceListLabel } from './data/source-labels.ts';
import { flattenedParts } from './flattened-list.ts';
import type { FoldedText } from './fold.ts';
import { readNumber } from './line-number.ts';
import { createInlineState, type InlineState, scanInline } from './scan-inline.ts';
import { addLine, lineKind, notProse, resetStructure, type Structure } from './structure.ts';

/**
 * The little of Markdown that analysis needs, in one linear pass: kinds of lines, list numbers, links, and a mask of what is not prose.
 * Broken Markdown is text. (A full parser costs 4.6 ms an answer.)
 */
export function scanText(text: string, folded: FoldedText, structure: Structure): void {
  resetStructure(structure, text.length);
  const state: BlockState = {
    fence: '',
    asked: false,
    sources: null,
    sourcesLevel: 0,
    inline: createInlineState(text, folded, structure),
  };
  for (let start = 0; start <= text.length;) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    scanLine(text, start, end, structure, state);
    start = end + 1;
  }
  structure.mask.fill(notProse.hidden, furnitureStart(text), text.length);
  for (const link of structure.links) {
    const definition = link.reference === null ? undefined : structure.definitions.get(link.reference);
    if (definition === undefined) continue;
    link.url = definition.url;
    link.title = definition.title;
  }
  structure.links = structure.links.filter((link) => link.url !== '');
}

/** `asked`: within a list of what others asked; `sources`: within a list of sources. */
type BlockState = { fence: string; asked: boolean; sources: 'list' | 'loose' | null; sourcesLevel: number; inline: InlineState };

function scanLine(text: string, start: number, end: number, structure: Structure, state: BlockState): void {
  const line = addLine(structure);
  const { lines } = structure;
  lines.starts[line] = start;
  lines.ends[line] = end;
  lines.numbers[line] = 0;
  const { content, indent } = skipIndent(text, start, end);
  lines.levels[line] = indent;
  lines.contents[line] = content;
  if (content === end) {
    lines.kinds[line] = state.fence === '' ? lineKind.blank : lineKind.hidden;
    return;
  }
  if (isInFence(text, content, end, state) || readDefinition(text, content, end, structure)) {
    hide(structure, line, start, end);
    return;
  }
  if (indent >= 4 && isIndentedCode(text, content, end, structure, line)) {
    hide(structure, line, start, end);
    return;
  }
  readMarkers(text, content, end, structure, line);
  scanInline(state.inline, lines.contents[line] ?? content, end);
  if (isAsked(text, structure, line, state) || belongsToSources(text, structure, line, state)) hide(structure, line, start, end);
  else if (structure.lines.kinds[line] === lineKind.paragraph) unfold(text, end, structure, line);
}

const flattenedLevels = { title: 2, section: 3, item: 0, text: 0, part: 4 };

/** Gives each part of a list that lost its line breaks a line of its own. */
function unfold(text: string, end: number, structure: Structure, first: number): void {
  let line = first;
  for (const { start, kind } of flattenedParts(text, structure.lines.contents[first] as number, end)) {
    if (start > (structure.lines.starts[line] as number)) {
      structure.lines.ends[line] = start;
      line = addLine(structure);
    }
    const { lines } = structure;
    lines.starts[line] = start;
    lines.ends[line] = end;
    lines.numbers[line] = 0;
    lines.levels[line] = flattenedLevels[kind];
    readMarkers(text, start, end, structure, line);
    if (kind === 'section' || kind === 'title') lines.kinds[line] = lineKind.heading;
    else if (kind !== 'text' && lines.kinds[line] === lineKind.paragraph) lines.kinds[line] = lineKind.bullet;
  }
}

function hide(structure: Structure, line: number, start: number, end: number): void {
  structure.lines.kinds[line] = lineKind.hidden;
  structure.mask.fill(notProse.hidden, start, end);
}

/** Skips white space and quote marks (`> `). A tab counts as four columns. */
function skipIndent(text: string, start: number, end: number): { content: number; indent: number } {
  let indent = 0;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 0x3000 || code === 0xa0) indent++;
    else if (code === 9) indent += 4;
    else if (code === 62) indent = 0;
    else if (code !== 13) break;
  }
  return { content: at, indent };
}

function isInFence(text: string, content: number, end: number, state: BlockState): boolean {
  const first = text.charCodeAt(content);
  if (first === 96 || first === 126) {
    const mark = text.slice(content, content + 3);
    if (mark === '```' || mark === '~~~') {
      if (state.fence === '') state.fence = text.includes(mark, content + 3) ? mark : '';
      else if (state.fence === mark && text.slice(content, Math.min(end, content + 80)).trim().length <= 20) {
        state.fence = '';
        return true;
      }
      return state.fence !== '';
    }
  }
  return state.fence !== '';
}

/** Four columns in, outside of lists, and written like code: models indent prose too. */
function isIndentedCode(text: string, content: number, end: number, { lines }: Structure, line: number): boolean {
  const before = line === 0 ? lineKind.blank : lines.kinds[line - 1];
  if (before !== lineKind.blank && before !== lineKind.hidden) return false;
  let last = line - 1;
  while (last >= 0 && lines.kinds[last] === lineKind.blank && line - last < 4) last--;
  if (last >= 0 && (lines.kinds[last] === lineKind.bullet || lines.kinds[last] === lineKind.ordered)) return false;
  return codeLine.test(text.slice(content, Math.min(end, content + 200)));
}

const codeLine =
  /^(?:import|from|const|let|var|def|class|return|function|async|await|export|npm|npx|pip3?|curl|wget|git|sudo|docker|brew|SELECT|INSERT|UPDATE|#include|echo|print)\b(?! the )|[;{}]\s*$|^[\w.]+\([^)]*\)\s*$|^\w+\s*=\s*\S/;

/** `[1]: https://… "Title"` and footnotes `[^1]: …`. */
function readDefinition(text: string, content: number, end: number, structure: Structure): boolean {
  if (text.charCodeAt(content) !== 91) return false;
  const within = text.slice(content, Math.min(end, content + 200)).indexOf(']:');
  if (within === -1) return false;
  const close = content + within;
  const label = text.slice(content + 1, close);
  if (label.includes('[')) return false;
  const rest = text.slice(close + 2, Math.min(end, close + 10_000)).trim();
  const url = /^<?([^\s>]+)>?/.exec(rest)?.[1] ?? '';
  if (!label.startsWith('^') && !/^(https?:|www\.|\/\/)/i.test(url)) return false;
  const title = /\s["'(](.*)["')]$/.exec(rest)?.[1] ?? null;
  const key = label.toLowerCase();
  if (!structure.definitions.has(key)) structure.definitions.set(key, { url, title });
  return true;
}

function readMarkers(text: string, content: number, end: number, structure: Structure, line: number): void {
  const { lines } = structure;
  const first = text.charCodeAt(content);
  let kind: number = lineKind.paragraph;
  let at = content;
  if (first === 35) {
    const words = skipHeading(text, content, end);
    if (words > 0) {
      kind = lineKind.heading;
      lines.levels[line] = countHashes(text, content);
      at = words;
    }
  } else if (first === 124) kind = lineKind.table;
  else if (isRule(text, content, end)) kind = lineKind.rule;
  else if (isBullet(text, content, end)) {
    kind = lineKind.bullet;
    at = skipSpaces(text, content + 1, end);
  }
  at = skipEmphasis(text, at, end);
  const number = readNumber(text, at, end);
  if (number !== null) {
    if (kind === lineKind.paragraph) kind = lineKind.ordered;
    lines.numbers[line] = number.value;
    at = skipEmphasis(text, skipSpaces(text, number.end, end), end);
  }
  lines.kinds[line] = kind;
  lines.contents[line] = at;
}

function countHashes(text: string, at: number): number {
  let level = 0;
  while (level < 7 && text.charCodeAt(at + level) === 35) level++;
  return level;
}

function skipHeading(text: string, at: number, end: number): number {
  const level = countHashes(text, at);
  const next = text.charCodeAt(at + level);
  return level <= 6 && (next === 32 || next === 9) ? skipSpaces(text, at + level, end) : 0;
}

function isRule(text: string, at: number, end: number): boolean {
  const mark = text.charCodeAt(at);
  if ((mark !== 45 && mark !== 42 && mark !== 95 && mark !== 61) || end - at < 3) return false;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code !== mark && code !== 32 && code !== 13) return false;
  }
  return true;
}

function isBullet(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2022 || code === 0x25cf || code === 0x25aa || code === 0x25e6 || code === 0x2023 || code === 0x30fb || code === 0x25a0)
    return true;
  const isMark = code === 45 || code === 42 || code === 43 || code === 0x2013 || code === 0x2014 || code === 0xb7;
  const next = text.charCodeAt(at + 1);
  return isMark && at + 1 < end && (next === 32 || next === 9 || next === 0xa0);
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 9 && code !== 13 && code !== 0xa0 && code !== 0x3000 && code !== 0x200b && code !== 0xfe0f) break;
  }
  return at;
}

function skipEmphasis(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && (text.charCodeAt(at) === 42 || (text.charCodeAt(at) === 95 && text.charCodeAt(at + 1) === 95)))
    at += text.charCodeAt(at) === 42 ? 1 : 2;
  return at;
}

/** "People also ask" and what stands right below it; behind a blank line, only further questions and bullets. */
function isAsked(text: string, { lines }: Structure, line: number, state: BlockState): boolean {
  const start = lines.contents[line] as number;
  const end = lines.ends[line] as number;
  if (isAskedLabel(text, start, end)) return (state.asked = true);
  if (!state.asked) return false;
  const isBehindGap = lines.kinds[line - 1] === lineKind.blank;
  const kind = lines.kinds[line];
  state.asked =
    kind !== lineKind.heading && (!isBehindGap || kind === lineKind.bullet || /[?？؟]\s*$/.test(text.slice(Math.max(start, end - 4), end)));
  return state.asked;
}

/** A line "Sources:" and the list behind it, up to the next heading or ordinary paragraph. */
function belongsToSources(text: string, structure: Structure, line: number, state: BlockState): boolean {
  const { lines } = structure;
  const start = lines.contents[line] as number;
  const end = lines.ends[line] as number;
  const kind = lines.kinds[line];
  const label = sourceListLabel(text, start, end);
  if (label !== null) {
    state.sources = label === 'inline' ? null : label;
    state.sourcesLevel = kind === lineKind.heading ? (lines.levels[line] as number) : 7;
    return true;
  }
  if (isReferenceEntry(text, start, end)) return true;
  if (state.sources === null) return false;
  const continues =
    kind === lineKind.heading
      ? (lines.levels[line] as number) > state.sourcesLevel
      : kind !== lineKind.paragraph || looksLikeSource(text, start, end, structure);
  if (!continues) state.sources = null;
  return continues && (state.sources === 'list' || !isProse(text, start, end, structure));
}

/** "[1] Acme annual report, https://…", "² Acme blog": an entry of a list of references that nobody headed. */
function isReferenceEntry(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  if (first > 0xb1 && /^[¹²³⁰⁴-⁹]{1,3}\s/.test(text.slice(start, start + 4))) return true;
  if (first !== 91) return false;
  const entry = text.slice(start, Math.min(end, start + 400));
  return /^\[\d{1,3}\]\s/.test(entry) && /https?:\/\/|www\./.test(entry);
}

/** Under "More information" an entry without a link that ends as a sentence does, or explains a name, says something itself. */
function isProse(text: string, start: number, end: number, structure: Structure): boolean {
  const last = structure.links.at(-1);
  if (last !== undefined && last.start >= start && last.start < end) return false;
  return end - start > 120 || /[.!。！][*_)"”]*\s*$/.test(text.slice(Math.max(start, end - 6), end));
}

function looksLikeSource(text: string, start: number, end: number, structure: Structure): boolean {
  const last = structure.links.at(-1);
  if (last !== undefined && last.start >= start && last.start < end) return true;
  return text.charCodeAt(start) === 91 || text.slice(start, Math.min(end, start + 200)).includes('http');
}
