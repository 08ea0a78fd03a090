import { type AnswerCitation, createDetailedAnalyzer } from './analyze.ts';
import { registrableDomain } from './canonical-url.ts';
import { fold, foldInto } from './fold.ts';
import { readEnumeration } from './name-enumerations.ts';
import { findNameGroups, type NameGroup, type NameItem } from './name-groups.ts';
import { type Head, readHead } from './name-head.ts';
import type { Name } from './name-words.ts';
import type { Panel } from './panel.ts';
import { scanText } from './scan-lines.ts';
import { findSentences } from './sentences.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** Raised whenever the same answer and panel may give other names than before: stored answers are then read again. */
export const candidateVersion = 2;

/** A name that stands where a brand of the panel could: once an answer. The offsets are of the line or sentence that has it. */
export type BrandCandidate = Name & { start: number; end: number; domain: string | null };
export type CandidateAnswer = { text: string; citations: readonly AnswerCitation[]; language: string | null };

type Span = { start: number; end: number };
/** Members of a list that must be brands for the others to be taken for brands: one of ours, and this part of all. */
const leastPart = 0.5;

/** Reads names beside the panel's brands in lists, headings, tables and enumerations. Pure: the same answer gives the same names. */
export function createCandidateReader(panel: Panel): (answer: CandidateAnswer) => BrandCandidate[] {
  const analyze = createDetailedAnalyzer(panel);
  const workspace = createWorkspace();
  const taken = new Set(panel.brands.flatMap((brand) => brand.aliases.map((alias) => fold(alias.text))));
  return ({ text, citations, language }) => {
    const mentions: Span[] = analyze({ id: '', text, citations: [...citations], language }).mentions;
    if (mentions.length === 0) return [];
    workspace.text = text;
    foldInto(text, workspace.folded);
    scanText(text, workspace.folded, workspace.structure);
    findSentences(text, workspace.folded, workspace.structure.lines, workspace.sentences);
    const lower = smallWords(text);
    const found = new Map<string, BrandCandidate>();
    const pages = pagesOf(citations, workspace);
    const keep = (name: Name, sentence: Span) => {
      if (taken.has(name.key) || taken.has(name.head) || found.has(name.key)) return;
      found.set(name.key, { name: name.name, key: name.key, head: name.head, ...sentence, domain: domainOf(name, pages) });
    };
    for (const group of findNameGroups(text, workspace.structure)) readGroup(text, group, mentions, lower, keep);
    readSentences(workspace, mentions, lower, keep);
    return [...found.values()];
  };
}

type Keep = (name: Name, sentence: Span) => void;

function readGroup(text: string, group: NameGroup, mentions: readonly Span[], lower: ReadonlySet<string>, keep: Keep): void {
  const heads: { head: Head; item: NameItem }[] = [];
  let ours = 0;
  for (const item of group) {
    const head = readHead(text, item.start, item.end, lower);
    const headEnd = head?.end ?? Math.min(item.end, item.start + 60);
    const mention = mentions[firstFrom(mentions, item.start)];
    const isOurs = mention !== undefined && mention.end <= headEnd && mention.start - item.start <= 60;
    if (isOurs) ours++;
    else if (head !== null) heads.push({ head, item });
  }
  if (ours === 0 || ours + heads.length < group.length * leastPart) return;
  for (const { head, item } of heads) keep(head, { start: item.lineStart, end: item.lineEnd });
}

/** Index of the first mention at `offset` or behind it. */
function firstFrom(mentions: readonly Span[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readSentences({ text, sentences }: Workspace, mentions: readonly Span[], lower: ReadonlySet<string>, keep: Keep): void {
  let first = 0;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const span = { start: sentences.starts[sentence] as number, end: sentences.ends[sentence] as number };
    while (first < mentions.length && (mentions[first] as Span).end <= span.start) first++;
    let last = first;
    while (last < mentions.length && (mentions[last] as Span).start < span.end) last++;
    if (last === first) continue;
    for (const name of readEnumeration(text, span, mentions.slice(first, last), lower)) keep(name, span);
  }
}

/** Words that the answer writes small: capitals at the head of an item do not make names of them. */
function smallWords(text: string): Set<string> {
  return new Set(text.match(/(?<![\p{L}\p{N}./@_:-])\p{Ll}[\p{L}-]{1,40}(?![\p{L}\p{N}/@_]|\.\p{L})/gu) ?? []);
}

/** Registrable domains cited or linked, with the letters of their name. */
function pagesOf(citations: readonly AnswerCitation[], { structure }: Workspace): { domain: string; label: string }[] {
  const domains = new Set<string>();
  for (const { url } of [...citations, ...structure.links].slice(0, 200)) {
    const host = URL.parse(url)?.hostname ?? '';
    const domain = host === '' ? null : registrableDomain(host);
    if (domain !== null) domains.add(domain);
  }
  return [...domains].map((domain) => ({ domain, label: lettersOf(domain.split('.')[0] ?? '') }));
}

const lettersOf = (text: string): string => fold(text).replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The cited domain that bears the brand's name: zoho.com, getharvest.com, insightly.com for Insightly CRM. */
function domainOf(name: Name, pages: readonly { domain: string; label: string }[]): string | null {
  const wanted = [lettersOf(name.key), lettersOf(name.head)].filter((letters) => letters.length >= 2);
  const exact = pages.find(({ label, domain }) => wanted.includes(label) || wanted.includes(lettersOf(domain)));
  const dressed = (label: string, letters: string) =>
    letters.length >= 4 &&
    new RegExp(`^(?:get|try|use|go|my|join|the)?${letters}(?:hq|app|inc|crm|software|online|usa|global|official)?$`).test(label);
  return (exact ?? pages.find(({ label }) => wanted.some((letters) => dressed(label, letters))))?.domain ?? null;
}

/**
 * The name that variants of one head have in common: the longest run of first words shared by all that are not rare (5 %), as most
 * answers write it. The order of the variants plays no part.
 */
export function nameOfVariants(variants: readonly { name: string; answers: number }[]): string {
  const total = variants.reduce((sum, { answers }) => sum + answers, 0);
  const usual = variants.filter(({ answers }) => answers >= total * 0.05).map(({ name, answers }) => ({ words: name.split(' '), answers }));
  const [first, ...others] = usual;
  if (!first) return '';
  let shared = first.words.length;
  for (const { words } of others) {
    let same = 0;
    while (same < shared && fold(words[same] ?? '') === fold(first.words[same] ?? '')) same++;
    shared = same;
  }
  const written = new Map<string, number>();
  for (const { words, answers } of usual) {
    const form = words.slice(0, Math.max(1, shared)).join(' ');
    written.set(form, (written.get(form) ?? 0) + answers);
  }
  // Of equals, the one in small letters: they come later in Unicode.
  const [name = ''] = [...written].toSorted(([a, of], [b, and]) => and - of || (a < b ? 1 : -1)).map(([form]) => form);
  return name;
}
