import { foldInto } from './fold.ts';
import { scanText } from './scan-lines.ts';
import { findSentences, sentenceAt } from './sentences.ts';
import { createWorkspace } from './workspace.ts';

/** The sentence of a text that holds a UTF-16 offset, as a reader sees it: without Markdown, cut after `longest` characters. */
export function shortSentenceAround(text: string, offset: number, longest = 300, further = 0): string {
  // Cut before the marks are taken out, too: no sentence costs more than a long one.
  const sentence = withoutMarkdown(sentenceAround(text, offset, further).slice(0, longest * 4));
  return sentence.length > longest ? `${sentence.slice(0, longest).toWellFormed()}…` : sentence;
}

/** What a text says at an offset: its sentence there; where that is a title, with the sentence below it. */
export function shortStatementAround(text: string, offset: number, longest = 300): string {
  const said = shortSentenceAround(text, offset, longest);
  const line = text.slice(text.lastIndexOf('\n', offset) + 1).split('\n', 1)[0] ?? '';
  if (!title.test(line)) return said;
  const below = shortSentenceAround(text, offset, longest, 1);
  return /[.!?。！？…]$/.test(below) ? `${said} — ${below}` : said;
}

/** A line that is a heading, or all bold. */
const title = /^\s*(?:#{1,6}\s|(?:\d{1,3}[.)]\s+)?\*\*[^*]+\*\*\s*$)/;

/** The sentence of a text that holds a UTF-16 offset, as it is written; `further`: so many sentences on. */
export function sentenceAround(text: string, offset: number, further = 0): string {
  const workspace = createWorkspace();
  workspace.text = text;
  foldInto(text, workspace.folded);
  scanText(text, workspace.folded, workspace.structure);
  findSentences(text, workspace.folded, workspace.structure.lines, workspace.sentences);
  const { sentences } = workspace;
  if (sentences.count === 0) return '';
  const at = sentenceAt(sentences, offset) + further;
  if (at >= sentences.count) return '';
  return text.slice(sentences.starts[at], sentences.ends[at]).trim();
}

/** A sentence's words without citation labels, links' addresses, emphasis, and the marks of headings and lists. */
function withoutMarkdown(sentence: string): string {
  return sentence
    .replaceAll(/\s?\(\[[^[\]]*\]\([^()\s]*\)\)/g, '')
    .replaceAll(/!?\[([^[\]]*)\]\([^()\s]*\)/g, '$1')
    .replaceAll(/(?<=\S)\*+|\*+(?=\S)|`+|~~|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu, '')
    .replace(/^(?:\s|#{1,6}\s|[-+•>]\s|\d{1,3}[.)]\s)+/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A sentence's offsets without white space and list marks around it. */
export function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const sentence = text.slice(start, end);
  const lead = /^(?:\s|[-*•+>#|]\s|\d{1,3}[.)]\s)*/.exec(sentence)?.[0].length ?? 0;
  return { start: start + lead, end: end - (sentence.length - sentence.trimEnd().length) };
}
