import { authorNote, closesWithSource, isAuthorLabel, opensSourceNote } from './data/source-labels.ts';
import { isTopLevelDomain } from './data/top-level-domains.ts';
import type { FoldedText } from './fold.ts';
import { notProse, type Structure } from './structure.ts';

/** Where the scan of one text stands. `mark` is the next of the noted offsets. */
export type InlineState = {
  text: string;
  structure: Structure;
  marks: Int32Array;
  markCount: number;
  mark: number;
  end: number;
  opens: number[];
  /** No closing backtick exists before this offset. */
  noCodeUntil: number;
  /** Where the next comment ends, from wherever it was last looked for. */
  commentEnd: number;
  /** Where the last citation label ended: `, [b](…)` behind it goes on with the same parenthesis. */
  citationEnd: number;
  /** The next closing 】, found once for all that open in front of it. */
  markerEnd: number;
};

export function createInlineState(text: string, { marks, markCount }: FoldedText, structure: Structure): InlineState {
  return { text, structure, marks, markCount, mark: 0, end: 0, opens: [], noCodeUntil: 0, commentEnd: -1, citationEnd: -1, markerEnd: -1 };
}

/** Finds links, code, tags, addresses and citation labels of one line, and masks what is not prose. Linear: every search stops at what the next one starts from. */
export function scanInline(line: InlineState, start: number, end: number): void {
  const { marks, markCount } = line;
  line.end = end;
  if (line.opens.length > 0) line.opens = [];
  line.citationEnd = -1;
  for (let at = start; ;) {
    while (line.mark < markCount && (marks[line.mark] as number) < at) line.mark++;
    const next = line.mark < markCount ? (marks[line.mark] as number) : end;
    if (next >= end) return;
    at = scanAt(line, next);
  }
}

const backslash = 92;
const mostOpenBrackets = 1000;

/** @returns where to go on */
function scanAt(line: InlineState, at: number): number {
  const { text } = line;
  switch (text.charCodeAt(at)) {
    case backslash:
      return at + 2;
    case 91: // [
      if (line.opens.length < mostOpenBrackets) line.opens.push(at);
      return at + 1;
    case 93: // ]
      return closeBracket(line, at);
    case 40: // (
    case 0xff08:
      return scanParenthesis(line, at);
    case 60: // <
      return scanTag(line, at);
    case 96: // `
      return scanCode(line, at);
    case 58: // :
      return scanColon(line, at);
    case 46: // .
      return scanDomain(line, at);
    case 0x3010: // 【1†source】
      return scanMarker(line, at);
    default:
      return at + 1;
  }
}

/** Like indexOf, but never looks further than it may find: that keeps a million unclosed brackets linear. */
function indexWithin(line: InlineState, wanted: string, from: number, reach: number): number {
  const found = line.text.slice(from, Math.min(line.end, from + reach)).indexOf(wanted);
  return found === -1 ? -1 : from + found;
}

function hide(line: InlineState, from: number, to: number): void {
  line.structure.mask.fill(notProse.hidden, from, to);
}

function closeBracket(line: InlineState, at: number): number {
  const open = line.opens.pop();
  if (open === undefined) return at + 1;
  const next = line.text.charCodeAt(at + 1);
  if (next === 40 && at + 1 < line.end) {
    const target = readTarget(line, at + 2);
    if (target !== null) return addLink(line, open, at, target.end, target.url, null, target.title);
  }
  const label = line.text.slice(open + 1, Math.min(at, open + 200));
  if (next === 91) {
    const close = indexWithin(line, ']', at + 2, 200);
    if (close !== -1) {
      const reference = line.text.slice(at + 2, close) || label;
      return addLink(line, open, at, close + 1, '', reference.toLowerCase(), null);
    }
  }
  if (isAuthorLabel(label)) hide(line, open, at + 1);
  else if (/^(\^?\d{1,3}(\s*[,–-]\s*\d{1,3})*|\^[^\]]{1,30})$/.test(label)) {
    line.structure.links.push({ url: '', reference: label.toLowerCase(), title: null, start: open, end: at + 1 });
    hide(line, open, at + 1);
  }
  return at + 1;
}

/** `(https://… "Title")` from behind its opening bracket. Stops at what cannot be in a target, so that hostile brackets stay linear. */
function readTarget(line: InlineState, from: number): { url: string; title: string | null; end: number } | null {
  const { text, end } = line;
  let at = from;
  let depth = 0;
  const angled = text.charCodeAt(at) === 60;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 40) depth++;
    else if (code === 41 && depth-- === 0) break;
    else if (code <= 32 || code === 91 || code === 93 || (code === 60 && at > from)) break;
  }
  const url = angled ? text.slice(from + 1, at).replace(/>$/, '') : text.slice(from, at);
  if (at < end && text.charCodeAt(at) === 41) return { url, title: null, end: at + 1 };
  if (at >= end || text.charCodeAt(at) > 32) return null;
  while (at < end && text.charCodeAt(at) <= 32) at++;
  const quote = text.charAt(at);
  if (quote !== '"' && quote !== "'") return null;
  const close = text.indexOf(quote, at + 1);
  if (close === -1 || close >= end || text.charCodeAt(close + 1) !== 41) return null;
  return { url, title: text.slice(at + 1, close), end: close + 2 };
}

function addLink(
  line: InlineState,
  open: number,
  close: number,
  end: number,
  url: string,
  reference: string | null,
  title: string | null,
): number {
  const { text, structure } = line;
  const label = text.slice(open + 1, Math.min(close, open + 300)).trim();
  const isImage = text.charCodeAt(open - 1) === 33;
  if (!isImage) structure.links.push({ url, reference, title: title ?? label, start: open, end });
  // Nobody sees what describes a picture.
  hide(line, isImage ? open : close, end);
  if (isCitationLabel(line, open, end) || /^\[?\^?\d{1,3}\]?$/.test(label)) {
    hide(line, open, end);
    line.citationEnd = end;
  } else if (/^(https?:\/\/|www\.)/i.test(label)) hide(line, open, close);
  return end;
}

/** Links alone in brackets, `([a](…))` or `([a][1], [b][2])`, say where something was read. */
function isCitationLabel(line: InlineState, open: number, end: number): boolean {
  const { text } = line;
  const before = text.charCodeAt(open - 1);
  const opened = before === 40 || before === 0xff08 || isContinued(line, open);
  if (!opened) return false;
  let at = end;
  while (text.charCodeAt(at) === 32) at++;
  const after = text.charCodeAt(at);
  return after === 41 || after === 0xff09 || after === 44 || after === 59 || after === 91;
}

function isContinued(line: InlineState, open: number): boolean {
  return line.citationEnd !== -1 && open - line.citationEnd <= 3 && /^[\s,;]*$/.test(line.text.slice(line.citationEnd, open));
}

function scanParenthesis(line: InlineState, at: number): number {
  const end = at + authorNote(line.text, at);
  if (end > at) hide(line, at, end - 1);
  if (end > at || !opensSourceNote(line.text, at + 1)) return Math.max(end, at + 1);
  const close = indexWithin(line, line.text.charCodeAt(at) === 40 ? ')' : '）', at + 1, 300);
  if (close === -1) return at + 1;
  hide(line, at, close);
  return at + 1;
}

function scanTag(line: InlineState, at: number): number {
  const { text, end } = line;
  const first = text.charCodeAt(at + 1) | 32;
  const isTag = (first >= 97 && first <= 122) || text.charCodeAt(at + 1) === 47 || text.charCodeAt(at + 1) === 33;
  if (!isTag) return at + 1;
  if (text.startsWith('<!--', at)) {
    if (line.commentEnd < at) line.commentEnd = (text.indexOf('-->', at) + 1 || text.length + 1) - 1;
    if (line.commentEnd >= end) return at + 4;
    hide(line, at, line.commentEnd + 3);
    return line.commentEnd + 3;
  }
  let close = at + 1;
  while (close < end && text.charCodeAt(close) !== 62 && text.charCodeAt(close) !== 60) close++;
  if (close >= end || text.charCodeAt(close) !== 62) return at + 1;
  const inner = text.slice(at + 1, Math.min(close, at + 9000));
  const isAddress = /^(https?:\/\/|mailto:|[^\s@]{1,64}@)/i.test(inner);
  if (!isAddress && !/^[/!]?[a-z][a-z0-9-]*(\s|\/|$)/i.test(inner)) return at + 1;
  hide(line, at, close + 1);
  const href = isAddress ? inner : (/^a\s[^>]*?href\s*=\s*["']?([^"'\s>]+)/i.exec(inner)?.[1] ?? '');
  if (/^https?:\/\//i.test(href)) line.structure.links.push({ url: href, reference: null, title: null, start: at, end: close + 1 });
  return close + 1;
}

function scanCode(line: InlineState, at: number): number {
  const { text, end } = line;
  let run = 1;
  while (text.charCodeAt(at + run) === 96 && at + run < end) run++;
  if (run > 3 || at < line.noCodeUntil) return at + run;
  const close = text.indexOf('`'.repeat(run), at + run);
  if (close === -1 || close >= end) {
    line.noCodeUntil = end;
    return at + run;
  }
  hide(line, at, close + run);
  return close + run;
}

/** "… wins on price. Source: Acme Blog.": the rest of the line says where it was read. */
function scanColon(line: InlineState, at: number): number {
  if (!closesWithSource(line.text, at, line.end)) return scanScheme(line, at);
  hide(line, at, line.end);
  return at + 1;
}

function scanScheme(line: InlineState, at: number): number {
  const { text } = line;
  if (text.charCodeAt(at + 1) !== 47 || text.charCodeAt(at + 2) !== 47) return at + 1;
  let from = at;
  while (from > 0 && at - from < 10 && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  const scheme = /(https?|ftp)$/i.exec(text.slice(from, at))?.[1];
  if (scheme === undefined) return at + 1;
  return addAddress(line, at - scheme.length, at + 3);
}

function addAddress(line: InlineState, from: number, scanFrom: number): number {
  const to = addressEnd(line.text, scanFrom, line.end);
  hide(line, from, to);
  line.structure.links.push({ url: line.text.slice(from, to), reference: null, title: null, start: from, end: to });
  return to;
}

/** Behind an address: without the punctuation of the sentence around it, and only balanced brackets. */
function addressEnd(text: string, from: number, end: number): number {
  let at = from;
  let depth = 0;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (
      code <= 32 ||
      code === 34 ||
      code === 60 ||
      code === 62 ||
      code === 91 ||
      code === 93 ||
      code === 96 ||
      code === 124 ||
      code > 0x24f ||
      code === 0xa0
    )
      break;
    if (code === 40) depth++;
    if (code === 41 && depth-- === 0) break;
  }
  while (at > from && /[.,;:!?'*_~]/.test(text.charAt(at - 1))) at--;
  return at;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isHostUnit(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57) || code === 45 || code === 46;
}

/** An address without a scheme: `hubspot.com/crm`, `www.hubspot.com`, `info@hubspot.com`. With capitals and no path ("Amazon.com") it is a name. */
function scanDomain(line: InlineState, dot: number): number {
  const { text, end } = line;
  const next = text.charCodeAt(dot + 1);
  if (dot + 1 >= end || !isAsciiLetter(next) || !isHostUnit(text.charCodeAt(dot - 1))) return dot + 1;
  let from = dot;
  while (from > 0 && dot - from < 100 && isHostUnit(text.charCodeAt(from - 1))) from--;
  let to = dot + 1;
  while (to < end && isHostUnit(text.charCodeAt(to))) to++;
  while (text.charCodeAt(to - 1) === 46 || text.charCodeAt(to - 1) === 45) to--;
  const host = text.slice(from, to);
  const isWww = (text.charCodeAt(from) | 32) === 119 && /^www\./i.test(host);
  const suffix = host.slice(host.lastIndexOf('.') + 1);
  if (!isWww && !isTopLevelDomain(suffix)) return Math.max(to, dot + 1);
  if (isWww) return addAddress(line, from, to);
  if (text.charCodeAt(from - 1) === 64) {
    while (from > 0 && dot - from < 200 && !/[\s<>()[\],;:"]/.test(text.charAt(from - 1))) from--;
    hide(line, from, to);
  } else if (text.charCodeAt(to) === 47 && isHostUnit(text.charCodeAt(to + 1))) {
    to = addressEnd(text, to, end);
    hide(line, from, to);
  } else if (host === host.toLowerCase()) line.structure.mask.fill(notProse.domain, from, to);
  return to;
}

function scanMarker(line: InlineState, at: number): number {
  if (line.markerEnd < at) line.markerEnd = (line.text.indexOf('】', at) + 1 || line.text.length + 1) - 1;
  const close = line.markerEnd;
  if (close >= Math.min(line.end, at + 60)) return at + 1;
  const inner = line.text.slice(at + 1, close);
  if (!inner.includes('†') && !/^\d+(:\d+)?$/.test(inner)) return at + 1;
  hide(line, at, close + 1);
  return close + 1;
}
