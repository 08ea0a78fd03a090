import { foldInto } from './fold.ts';
import { scanText } from './scan-lines.ts';
import { findSentences, sentenceAt } from './sentences.ts';
import { createWorkspace } from './workspace.ts';

/** The sentence of a text that holds a UTF-16 offset, as a reader sees it: without Markdown, cut after `longest` characters. */
export function shortSentenceAround(text: string, offset: number, longest = 300): string {
  // Cut before the marks are taken out, too: no sentence costs more than a long one.
  const sentence = withoutMarkdown(sentenceAround(text, offset).slice(0, longest * 4));
  return sentence.length > longest ? `${sentence.slice(0, longest).toWellFormed()}…` : sentence;
}

/** The sentence of a text that holds a UTF-16 offset, as it is written. */
export function sentenceAround(text: string, offset: number): string {
  const workspace = createWorkspace();
  workspace.text = text;
  foldInto(text, workspace.folded);
  scanText(text, workspace.folded, workspace.structure);
  findSentences(text, workspace.folded, workspace.structure.lines, workspace.sentences);
  const { sentences } = workspace;
  if (sentences.count === 0) return '';
  const at = sentenceAt(sentences, offset);
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
