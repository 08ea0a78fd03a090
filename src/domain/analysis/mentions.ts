import { type Candidate, findCandidates, resolveOverlaps } from './candidates.ts';
import { characterClass, classOf } from './character-class.ts';
import { type FoldedText, foldedSlice } from './fold.ts';
import { createCommonNounTest } from './common-nouns.ts';
import { createNameReader, createRowReader } from './rows-of-names.ts';
import { createSiblingReader } from './head-siblings.ts';
import { type Company, companyOf } from './everyday-names.ts';
import { judge } from './homonyms.ts';
import { isWordOf } from './ordinary-names.ts';
import { createBearerTest } from './other-bearers.ts';
import { containsTerm } from './near-term.ts';
import { addPlaces, type Rulings } from './overrulings.ts';
import type { Pattern } from './patterns.ts';
import { sentenceAt } from './sentences.ts';
import { isDelimiterRow, lineAt, lineKind } from './structure.ts';
import { unitTable } from './unit-table.ts';
import type { Workspace } from './workspace.ts';

/** A brand's name in prose. */
export type FoundMention = Candidate;
export type MentionContext = { language: string; citedBrands: ReadonlySet<string>; rulings: Rulings | null };

/** The mentions of one answer whose text was folded, structured and scanned, in text order. */
export function findMentions(workspace: Workspace, patterns: readonly Pattern[], context: MentionContext): FoundMention[] {
  const candidates = findCandidates(workspace, patterns, context.language);
  const { rulings } = context;
  if (candidates.length === 0 && rulings === null) return [];
  const reader = createSentenceReader(workspace);
  const ruled = (candidate: Candidate) => rulings?.on(candidate, () => reader.folded(candidate.sentence, candidate.from)) ?? null;
  const certain: FoundMention[] = [];
  const uncertain: FoundMention[] = [];
  const isCommon = createCommonNounTest(workspace.text, candidates);
  const isOthers = createBearerTest(workspace.text, candidates);
  for (const candidate of candidates) {
    const { alias } = candidate.pattern;
    if (isVerb(workspace.text, candidate) || isCommon(candidate) || isOthers(candidate)) continue;
    const sentence = sentenceAt(workspace.sentences, candidate.start);
    candidate.sentence = sentence;
    const hasConditions = alias.near.length > 0 || alias.notNear.length > 0;
    if (hasConditions || alias.caseSensitive) candidate.rule = hasConditions ? 'conditions' : 'case';
    const isJudged = candidate.pattern.isOrdinary && !hasConditions && !alias.caseSensitive;
    if (isJudged) candidate.rule = '';
    const ruling = ruled(candidate);
    if (ruling === false || (ruling === null && hasConditions && !meetsConditions(candidate, reader, sentence))) continue;
    if (ruling === true) candidate.rule = 'overruled';
    (isJudged && ruling === null ? uncertain : certain).push(candidate);
  }
  const accepted = judgeFew(workspace, uncertain, certain, context, reader);
  const judged = rulings === null ? accepted : accepted.filter((candidate) => ruled(candidate) !== false);
  const ordered = judged.length === 0 ? certain : [...certain, ...judged].toSorted((a, b) => a.to - b.to || a.from - b.from);
  return resolveOverlaps(rulings === null ? ordered : addPlaces(workspace, ordered, rulings.places));
}

/** "Just google it": a name written small, with what it is done to. */
function isVerb(text: string, { pattern, start, end }: Candidate): boolean {
  const first = text.charCodeAt(start);
  if (first < 97 || first > 122 || text.charCodeAt(end) !== 32 || pattern.alias.text.startsWith(text.charAt(start))) return false;
  return /^ (?:it|them|him|her|me|us|yourself|everything|anything)\b/.test(text.slice(end, end + 12));
}

type SentenceReader = { words(sentence: number, near: number): readonly string[]; folded(sentence: number, near: number): string };

/** Folded text and words of a sentence, made once for all its mentions. */
function createSentenceReader(workspace: Workspace): SentenceReader {
  let current = -1;
  let text = '';
  let words: readonly string[] | null = null;
  const read = (sentence: number, near: number): string => {
    if (sentence !== current) {
      current = sentence;
      words = null;
      text = readSentence(workspace, sentence, near);
    }
    return text;
  };
  return {
    folded: read,
    words(sentence, near) {
      read(sentence, near);
      words ??= text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'.-]*[\p{L}\p{N}])?/gu) ?? [];
      return words;
    },
  };
}

/** `near` is a folded offset within the sentence, from where its ends are looked for. */
function readSentence({ folded, sentences }: Workspace, sentence: number, near: number): string {
  const start = sentences.starts[sentence] as number;
  const end = sentences.ends[sentence] as number;
  let from = near;
  while (from > 0 && (folded.starts[from - 1] as number) >= start) from--;
  let to = near;
  while (to < folded.length && (folded.starts[to] as number) < end) to++;
  return foldedSlice(folded, from, to);
}

function meetsConditions(candidate: Candidate, reader: SentenceReader, sentence: number): boolean {
  const { near, notNear } = candidate.pattern.conditions;
  const text = reader.folded(sentence, candidate.from);
  if (near.length > 0 && !near.some((term) => containsTerm(text, term))) return false;
  return !notNear.some((term) => containsTerm(text, term));
}

/** No answer has an ordinary word more often. Those behind follow the last one of their name. */
const mostJudgedOfName = 1000;
/** Beyond a sentence and the items around it nothing speaks for a name, but the name of the same brand, which stands in front too. */
const farthestEvidence = 10_000;

function judgeFew(
  workspace: Workspace,
  uncertain: FoundMention[],
  certain: FoundMention[],
  context: MentionContext,
  reader: SentenceReader,
): FoundMention[] {
  if (uncertain.length <= mostJudgedOfName) return judgeAll(workspace, uncertain, certain, context, reader);
  const counts = new Map<Pattern, number>();
  const first = uncertain.filter(({ pattern }) => {
    const count = (counts.get(pattern) ?? 0) + 1;
    counts.set(pattern, count);
    return count <= mostJudgedOfName;
  });
  const horizon = (first.at(-1)?.end ?? 0) + farthestEvidence;
  const nearby = certain.filter((mention) => mention.start < horizon);
  judgeAll(workspace, first, nearby, context, reader);
  const judged = new Set(first);
  const verdicts = new Map(first.map(({ pattern, rule }) => [pattern, rule]));
  for (const mention of uncertain) if (!judged.has(mention)) mention.rule = verdicts.get(mention.pattern) ?? '';
  return uncertain.filter((mention) => mention.rule !== '');
}

function judgeAll(
  workspace: Workspace,
  uncertain: FoundMention[],
  certain: FoundMention[],
  context: MentionContext,
  reader: SentenceReader,
): FoundMention[] {
  if (uncertain.length === 0) return [];
  const supported = new Set(context.citedBrands);
  for (const { pattern } of certain) supported.add(pattern.brand);
  const isAllLower = !/\p{Lu}/u.test(workspace.text);
  const brandsOf = brandsBySentence(workspace.text, [certain, uncertain], isAllLower, context.language);
  const titleAt = createTitleReader(workspace);
  const companyAt = createCompanyReader(workspace, reader);
  const siblingsAt = createSiblingReader(workspace, [certain, uncertain]);
  const rowsAt = createRowReader(workspace.text, certain, uncertain);
  const namedBefore = createNameReader(workspace.text, certain, context.language);
  const accepted: FoundMention[] = [];
  for (const mention of uncertain) {
    const { pattern, sentence, from } = mention;
    const verdict = judge({
      text: workspace.text,
      start: mention.start,
      end: mention.end,
      sentenceStart: workspace.sentences.starts[sentence] as number,
      sentenceEnd: workspace.sentences.ends[sentence] as number,
      folded: pattern.word,
      alias: pattern.alias.text,
      language: context.language,
      isHead: isHead(workspace, mention.start),
      isListItem: isListItem(workspace, mention.start),
      siblings: () => siblingsAt(mention.start, pattern.brand),
      capitalsSayNothing: titleAt(mention.start),
      isAllLower,
      isBrandSupported: supported.has(pattern.brand),
      hasCompany: hasOther(brandsOf.get(sentence), pattern.brand),
      isInName: namedBefore(mention),
      rowOfNames: () => rowsAt(mention),
      sentenceWords: () => reader.words(sentence, from),
      company: () => companyAt(pattern.word, sentence, from),
    });
    if (!verdict.isBrand) continue;
    mention.rule = verdict.rule;
    accepted.push(mention);
  }
  return accepted;
}

/** The clause's own company speaks louder than the rest of the sentence ("中国平安的车险理赔快，祝您平安出行"). */
function createCompanyReader({ folded }: Workspace, reader: SentenceReader): (word: string, sentence: number, near: number) => Company {
  let known = new Map<string, Company>();
  let current = -1;
  return (word, sentence, near) => {
    const clause = companyOf(word, clauseAround(folded, near, near + word.length));
    if (clause.brand || clause.taken) return clause;
    if (sentence !== current) {
      known = new Map();
      current = sentence;
    }
    const company = known.get(word) ?? companyOf(word, reader.folded(sentence, near));
    known.set(word, company);
    return company;
  };
}

/** Folded units. */
const longestClause = 80;

/** The folded text around `[from, to)` up to a comma or the like; in Thai, which has none, up to a space. */
function clauseAround({ chars, length }: FoldedText, from: number, to: number): string {
  const isThai = classOf(chars[from] as number) === characterClass.unspaced;
  const isEnd = (unit: number): boolean => clauseEnds[unit] === 1 || (isThai && unit === 32);
  let start = from;
  while (start > 0 && from - start < longestClause && !isEnd(chars[start - 1] as number)) start--;
  let end = to;
  while (end < length && end - to < longestClause && !isEnd(chars[end] as number)) end++;
  return String.fromCharCode(...chars.subarray(start, Math.min(end, length)));
}

const clauseEnds = unitTable(',;:.!?。，、；：！？،؛।\n');

function brandsBySentence(text: string, lists: FoundMention[][], isAllLower: boolean, language: string): Map<number, Set<string>> {
  const bySentence = new Map<number, Set<string>>();
  for (const mentions of lists)
    for (const { pattern, sentence, start } of mentions) {
      const first = text.charAt(start);
      // A small ordinary word is no company: "apples and oranges".
      if (!isAllLower && pattern.isOrdinary && first.toLowerCase() === first && first.toUpperCase() !== first) continue;
      // German writes every noun with a capital: "Mango und Orange" say nothing of each other.
      if (language === 'de' && pattern.isOrdinary && isWordOf(pattern.word, language)) continue;
      const brands = bySentence.get(sentence);
      if (brands === undefined) bySentence.set(sentence, new Set([pattern.brand]));
      else brands.add(pattern.brand);
    }
  return bySentence;
}

function hasOther(brands: ReadonlySet<string> | undefined, brand: string): boolean {
  return brands !== undefined && (brands.size > 1 || !brands.has(brand));
}

function isHead({ text, structure }: Workspace, start: number): boolean {
  const { lines } = structure;
  const line = lineAt(lines, start);
  const kind = lines.kinds[line];
  if (kind === lineKind.table && /\|[\s*_]*$/.test(text.slice(Math.max(0, start - 8), start)))
    // What heads the first column says what its cells are: "| Method | Cost |".
    return start - (lines.contents[line] as number) > 8 || !isDelimiterRow(text, lines, line + 1);
  if (isAloneInField(text, start, lines.ends[line] as number)) return true;
  if (/(?:^|\s)\d{1,2}[.)、．º°][\s*_]*$/.test(text.slice(Math.max(0, start - 7), start))) return true;
  const isMarked = kind === lineKind.heading || kind === lineKind.bullet || kind === lineKind.ordered;
  return (
    (isMarked && start - (lines.contents[line] as number) <= 3) || text.startsWith('**', start - 2) || text.startsWith('**[', start - 3)
  );
}

/** Heads an item of a list, or a heading that has a number. */
function isListItem({ structure: { lines } }: Workspace, start: number): boolean {
  const line = lineAt(lines, start);
  const kind = lines.kinds[line];
  const isItem =
    kind === lineKind.bullet || kind === lineKind.ordered || (kind === lineKind.heading && (lines.numbers[line] as number) > 0);
  return isItem && start - (lines.contents[line] as number) <= 6;
}

/** "首选：美的" and nothing behind it. */
function isAloneInField(text: string, start: number, lineEnd: number): boolean {
  return /[:：]\s?$/.test(text.slice(Math.max(0, start - 2), start)) && /^.{1,12}$/u.test(text.slice(start, lineEnd).trim());
}

/** Whether a line is a title, worked out once a line. */
function createTitleReader({ text, structure }: Workspace): (offset: number) => boolean {
  const { lines } = structure;
  let current = -1;
  let title = false;
  return (offset) => {
    const line = lineAt(lines, offset);
    if (line !== current) {
      const content = lines.contents[line] as number;
      const end = lines.ends[line] as number;
      const isHeading = lines.kinds[line] === lineKind.heading;
      title =
        isHeading || !isSentence(text, end)
          ? isTitle(text, content, Math.min(end, content + 160), isHeading)
          : isInCapitals(text, content, end);
      current = line;
    }
    return title;
  };
}

/** A line that ends as sentences do is no title, however few words it has ("Would I buy a Jaguar? No."). */
function isSentence(text: string, end: number): boolean {
  return /[.!?][*_)"”]*$/.test(text.slice(Math.max(0, end - 4), end).trimEnd());
}

/** A heading, or a short line, most of whose longer words have capitals ("Best Apple Orchards"); or a line in capitals. */
function isTitle(text: string, start: number, end: number, isHeading: boolean): boolean {
  const words = text.slice(start, end).match(/\p{L}{4,}/gu) ?? [];
  if (words.length === 0) return false;
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (isInCapitals(text, start, end)) return true;
  return (isHeading || words.length <= 8) && words.length >= 2 && capitals / words.length >= 0.8;
}

function isInCapitals(text: string, start: number, end: number): boolean {
  const line = text.slice(start, Math.min(end, start + 160));
  // Hardly any line has to be taken apart.
  if (/\p{Ll}{4}/u.test(line)) return false;
  const words = line.match(/\p{L}{4,}/gu) ?? [];
  return words.length >= 3 && words.every((word) => word === word.toUpperCase() && word !== word.toLowerCase());
}
