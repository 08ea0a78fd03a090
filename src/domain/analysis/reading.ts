import { markUnknown, spreadAbsence } from './absent.ts';
import type { BrandResult, Comparison } from './analyze.ts';
import { winnersOfTables } from './category-winners.ts';
import type { Verdict } from './contrasts.ts';
import { allBits, createCueReader, cueBit, type CueReader, type Cues, cuesWithin, isJudgedLanguage } from './cues.ts';
import { foldedAt, type FoldedText, foldedSlice } from './fold.ts';
import { type Names, type Pair, pairOf, withFormerAndLatter } from './former-latter.ts';
import { findInlinePlaces } from './inline-ranks.ts';
import { createTally, type JudgedSentence, judgeSentence, type Tally } from './judgements.ts';
import { findListPlaces, type ListPlace } from './lists.ts';
import type { FoundMention } from './mentions.ts';
import { goesOnAbout, opensWithContrast, turnsTo } from './openings.ts';
import { hasSeveralBrands, type Reading, readStatements, type Span } from './statements.ts';
import { createSideTracker, type Side, type SideTracker } from './sides.ts';
import { isDelimiterRow, lineAt, lineKind, type Lines } from './structure.ts';
import { createTopicTracker, type TopicTracker } from './topics.ts';
import { isSpokenToMachines, isUnderstood } from './understood.ts';
import { recommendationOf, sentimentOf } from './verdict-of-brand.ts';
import type { Workspace } from './workspace.ts';

type State = {
  workspace: Workspace;
  mentions: readonly FoundMention[];
  language: string;
  cueReader: CueReader;
  isDense: boolean;
  tallies: Map<string, Tally>;
  /** All that the answer names. */
  brands: readonly string[];
  reading: Reading;
  topics: TopicTracker;
  sideOf: SideTracker;
  /** The brand of the last sentence of this line, for a next one that goes on about it. */
  subject: readonly string[];
  /** Whether this line names one brand only: then all of it is about that one. */
  isOneBrand: boolean;
  /** What the last sentence of this line said last. */
  said: Verdict | null;
  /** The last sentence of this line, if it names nobody. */
  nameless: string;
  /** The sentence just before, if it names one brand only: the next one may say that nothing is known of it. */
  introduced: Span | null;
  prompt: string | null;
  previous: readonly string[];
  /** The two of the last sentence that named two, for "the latter". */
  pair: Pair | null;
};

const questionEnd = /[?？؟]["'”’)*_\s]*$/;

/** No answer names brands more often. What is named behind that is counted, not judged: judging costs a hundred times counting. */
const mostJudged = 3000;

export function readAnswer(workspace: Workspace, all: readonly FoundMention[], language: string, prompt: string | null): Reading {
  const reading: Reading = { absent: new Uint8Array(all.length), echo: new Uint8Array(all.length), brands: [], comparisons: [] };
  if (all.length === 0) return reading;
  const mentions = all.length > mostJudged ? all.slice(0, mostJudged) : all;
  const cueReader = createCueReader(workspace, language);
  const isDense = language === 'zh' || language === 'ja' || language === 'ko';
  const topics = createTopicTracker(workspace, mentions);
  const sideOf = createSideTracker(workspace.text, workspace.structure.lines);
  const state: State = {
    workspace,
    mentions,
    language,
    cueReader,
    isDense,
    tallies: new Map(),
    brands: [...new Set(mentions.map(({ pattern }) => pattern.brand))],
    reading,
    topics,
    sideOf,
    subject: [],
    isOneBrand: false,
    said: null,
    nameless: '',
    introduced: null,
    prompt,
    previous: [],
    pair: null,
  };
  readSentences(state, mentions === all ? workspace.text.length : (mentions.at(-1)?.end ?? 0));
  spreadAbsence(workspace, mentions, reading.absent, reading.echo, language);
  reading.comparisons.push(...winnersOfTables(workspace, mentions, state.brands));
  const places = findListPlaces(workspace, mentions, cueReader);
  reading.brands = summarize(state, all, places.size > 0 ? places : findInlinePlaces(workspace, mentions, cueReader));
  return reading;
}

function readSentences(state: State, readTo: number): void {
  const { workspace, mentions, topics } = state;
  const { sentences, structure } = workspace;
  let first = 0;
  let line = -1;
  let lineMention = 0;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    const end = sentences.ends[sentence] as number;
    const start = sentences.starts[sentence] as number;
    if (start >= readTo) return;
    const at = lineAt(structure.lines, start);
    for (; line < at;) {
      line++;
      state.subject = [];
      state.said = null;
      state.nameless = '';
      if (state.brands.length !== 2) state.previous = [];
      lineMention = skipTo(mentions, lineMention, structure.lines.starts[line] as number);
      const lineEnd = skipTo(mentions, lineMention, (structure.lines.ends[line] as number) + 1);
      state.isOneBrand = lineMention < lineEnd && !hasSeveralBrands(mentions, lineMention, lineEnd);
      topics.enterLine(line, lineMention, lineEnd);
    }
    const last = skipTo(mentions, first, end);
    readSentence(state, sentence, first, last, line);
    first = last;
  }
}

function brandsOf(mentions: readonly FoundMention[], first: number, last: number): string[] {
  return [...new Set(mentions.slice(first, last).map(({ pattern }) => pattern.brand))];
}

/** First mention from `from` on that starts at `offset` or behind it. */
function skipTo(mentions: readonly FoundMention[], from: number, offset: number): number {
  let at = from;
  while (at < mentions.length && (mentions[at] as FoundMention).start < offset) at++;
  return at;
}

function readSentence(state: State, sentence: number, first: number, last: number, line: number): void {
  const { workspace, mentions } = state;
  const { folded, sentences } = workspace;
  const start = sentences.starts[sentence] as number;
  const end = sentences.ends[sentence] as number;
  const own: Names = { mentions, first, last, absent: state.reading.absent };
  const names = withFormerAndLatter(
    workspace,
    own,
    { from: foldedAt(folded, start), to: foldedAt(folded, end) },
    state.pair,
    state.language,
  );
  if (first < last) state.pair = pairOf(own);
  if (names === own) readNames(state, start, end, first, last, line);
  else {
    const known = { ...state, mentions: names.mentions, reading: { ...state.reading, absent: names.absent } };
    readNames(known, start, end, names.first, names.last, line);
    const { subject, said, nameless, previous } = known;
    Object.assign(state, { subject, said, nameless, previous, introduced: null });
  }
}

function readNames(state: State, start: number, end: number, first: number, last: number, line: number): void {
  const { workspace, topics, mentions } = state;
  const { folded, structure, text } = workspace;
  const hasNames = first < last;
  const about = topics.brands(start);
  const { nameless } = state;
  state.nameless = hasNames ? '' : text.slice(start, end);
  const { introduced } = state;
  state.introduced = null;
  const isAboutNobody = !hasNames && about.length === 0 && state.subject.length === 0;
  if (isAboutNobody && introduced === null && !isTableHead(text, structure.lines, line)) return;
  const from = foldedAt(folded, start);
  const to = foldedAt(folded, end);
  const cues = cuesWithin(state.cueReader, from, to);
  const bits = allBits(cues);
  if (introduced !== null && !hasNames && (bits & cueBit.absent) !== 0)
    markUnknown(workspace, mentions, state.reading.absent, introduced, from, to, state.language);
  if (isAboutNobody) {
    state.sideOf({ line, start, head: from, cues, folded, from, to });
    return;
  }
  if (isSpokenToMachines(text.slice(start, end), hasNames ? nameless : '', bits)) {
    for (let i = first; i < last; i++) tallyOf(state, (mentions[i] as FoundMention).pattern.brand).facts++;
    return;
  }
  if (hasNames) {
    readStatements(state, { first, last, start, end, from, to }, bits);
    if (!hasSeveralBrands(mentions, first, last)) state.introduced = { first, last, start, end, from, to };
    state.previous = brandsOf(mentions, first, last);
  }
  if (!questionEnd.test(text.slice(Math.max(start, end - 6), end)) && structure.lines.kinds[line] !== lineKind.hidden)
    weigh(state, { first, last, start, end, from, to }, line, about, cues, bits);
  // "Expedia? I'd skip it."
  else if (hasNames && !hasSeveralBrands(mentions, first, last)) state.subject = brandsOf(mentions, first, last);
}

/** What a sentence says of the brands that it names, or of those that it goes on about. */
function weigh(
  state: State,
  { first, last, start, from, to }: Span,
  line: number,
  about: readonly string[],
  cues: Cues,
  bits: number,
): void {
  const { workspace, mentions, isDense } = state;
  const { folded } = workspace;
  const hasNames = first < last;
  const goesOn = hasNames
    ? goesOnAbout(cues, from) && !turnsTo(cues, (mentions[first] as FoundMention).from)
    : state.isOneBrand || goesOnAbout(cues, from);
  const topic = about.length > 0 ? about : goesOn ? state.subject : [];
  const judged: JudgedSentence = { folded, from, to, mentions, first, last, absent: state.reading.absent, cues, topic, isDense };
  const side = state.sideOf({ line, start, head: headEnd(state, first, last, from), cues, folded, from, to });
  if (side === 'label') return;
  if (side !== null && about.length > 0) takeSide(state, about, side, folded, from, to);
  else judge(state, judged, bits);
  if (hasNames) state.subject = [(mentions[first] as FoundMention).pattern.brand];
  else if (topic.length === 0) state.subject = [];
}

/** "**HubSpot** – Pro: …": behind the name that the sentence opens with. */
function headEnd({ mentions }: State, first: number, last: number, from: number): number {
  const opening = mentions[first];
  return first < last && opening !== undefined && opening.from - from <= longestMarks ? opening.to : from;
}

const longestMarks = 4;

/** Its cells may say which columns speak for a brand and which against it. */
function isTableHead(text: string, lines: Lines, line: number): boolean {
  return lines.kinds[line] === lineKind.table && isDelimiterRow(text, lines, line + 1);
}

/** A sentence that only goes on about the paragraph's brand advises nothing by itself ("Avoid the cheapest plans"). */
function judge(state: State, judged: JudgedSentence, bits: number): void {
  const { cues, from, topic, first, last } = judged;
  const isAside = first === last && state.isOneBrand && !goesOnAbout(cues, from);
  const verdicts = judgeSentence(judged, (brand) => tallyOf(state, brand), !isAside || state.isDense);
  const turns = opensWithContrast(cues, from) ? state.said : null;
  state.said = verdicts.at(-1) ?? null;
  if (verdicts.length === 0 && turns !== null && first === last && topic[0] === turns.brands[0])
    for (const brand of turns.brands) tallyOf(state, brand)[turns.isGood ? 'negative' : 'positive']++;
  else if (!isAside && verdicts.length === 0) note(state, judged, isUnderstood(judged, bits) ? 'facts' : 'unread');
}

/** Under "Cons" even praise is a reservation ("great, if you can afford it"); a dash or "none" is nothing. */
function takeSide(state: State, brands: readonly string[], side: Side, folded: FoldedText, from: number, to: number): void {
  const said = foldedSlice(folded, from, Math.min(to, from + 40)).replace(/[^\p{L}\p{N}]+/gu, '');
  if (said.length < 2 || /^(?:none|nothing|na$|keine?$|ninguno|aucun|无$|没有$|暂无)/.test(said)) return;
  for (const brand of brands) {
    const tally = tallyOf(state, brand);
    if (side === 'pro') tally.positive++;
    // Who puts drawbacks under a heading of their own means them: one weighs against a row of merits.
    else tally.negative += tally.negative === 0 ? 2 : 1;
  }
}

/** A sentence without a judgement: a plain fact of the brands that it is about, or something that no rule knows. */
function note(state: State, { mentions, first, last, absent, topic }: JudgedSentence, kind: 'facts' | 'unread'): void {
  for (const brand of topic) tallyOf(state, brand)[kind]++;
  for (let i = first; i < last; i++) if (absent[i] === 0) tallyOf(state, (mentions[i] as FoundMention).pattern.brand)[kind]++;
}

function tallyOf({ tallies }: State, brand: string): Tally {
  const known = tallies.get(brand);
  if (known !== undefined) return known;
  const tally = createTally();
  tallies.set(brand, tally);
  return tally;
}

function summarize(state: State, all: readonly FoundMention[], places: Map<string, ListPlace>): BrandResult[] {
  const results = new Map<string, BrandResult>();
  for (let index = 0; index < all.length; index++) {
    const { brand } = (all[index] as FoundMention).pattern;
    const visible = state.reading.absent[index] === 0;
    const known = results.get(brand);
    if (known !== undefined) {
      known.mentions++;
      known.visible ||= visible;
      continue;
    }
    const listRank = places.get(brand)?.position ?? null;
    results.set(brand, { brand, visible, mentions: 1, rank: results.size + 1, listRank, recommended: null, sentiment: null });
  }
  const judged = new Set(state.mentions.map((mention) => mention.pattern.brand));
  for (const result of results.values()) if (judged.has(result.brand)) judgeBrand(state, result, places.get(result.brand));
  return [...results.values()];
}

function judgeBrand(state: State, result: BrandResult, place: ListPlace | undefined): void {
  if (!result.visible || !isJudgedLanguage(state.language)) return;
  const tally = state.tallies.get(result.brand) ?? createTally();
  const { comparisons } = state.reading;
  const standing = {
    isPreferred: comparisons.some(({ winner }) => winner === result.brand),
    isBeaten: comparisons.some((one) => one.loser === result.brand && !isSplit(comparisons, one)),
    isListed: result.listRank !== null,
  };
  result.sentiment = sentimentOf(tally, standing);
  result.recommended = recommendationOf(tally, result.sentiment, place, standing);
}

/** "A is sturdier, B is cheaper": a sentence that prefers each for something speaks for both, against none. */
function isSplit(comparisons: readonly Comparison[], { winner, loser, start }: Comparison): boolean {
  return comparisons.some((other) => other.start === start && other.winner === loser && other.loser === winner);
}
