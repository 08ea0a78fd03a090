import { type AnnouncedOrder, findAnnouncedOrder } from './announced-order.ts';
import { bitsWithin, cueBit, type CueReader, cuesWithin } from './cues.ts';
import { isLastBefore, isLastBehind, ordinalBefore, ordinalBehind } from './data/ordinals.ts';
import type { FoldedText } from './fold.ts';
import { isMeans, type ListPlace } from './lists.ts';
import type { FoundMention } from './mentions.ts';
import { unitTable } from './unit-table.ts';
import type { Workspace } from './workspace.ts';

type Ranks = Map<string, number>;

/** Ranks in running text, where there is no list: by numbers, by words ("first place goes to X"), or by labels ("Best overall:X … Best budget:Y"). */
export function findInlinePlaces(workspace: Workspace, mentions: readonly FoundMention[], reader: CueReader): Map<string, ListPlace> {
  const { ranks, isAdvice } = findInlineRanks(workspace, mentions, reader);
  return new Map([...ranks].map(([brand, position]) => [brand, { position, endorses: isAdvice ? true : null, list: 0 }]));
}

function findInlineRanks(workspace: Workspace, mentions: readonly FoundMention[], reader: CueReader): AnnouncedOrder {
  const { text } = workspace;
  const numbered = byNumber(mentions, ({ start, end }) => (isMeans(text, end) ? 0 : numberBefore(text, start)), hasPlaces(text) ? 1 : 2);
  if (numbered.size > 0) return { ranks: numbered, isAdvice: isPraised(mentions, numbered, reader) };
  const chained = inChain(text, mentions);
  if (chained.size > 0) return { ranks: chained, isAdvice: isPraised(mentions, chained, reader) };
  const announced = findAnnouncedOrder(text, mentions);
  if (announced.ranks.size > 0) return announced;
  const ordinals = noting(ordinalReader(text, mentions, reader));
  const worded = byNumber(mentions, ordinals.numberOf);
  if (worded.size > 0) return { ranks: worded, isAdvice: false };
  const counted = ordinals.highest() < 2 ? new Map<string, number>() : countdown(mentions, ordinalReader(text, mentions, reader));
  if (counted.size > 0) return { ranks: counted, isAdvice: false };
  const chosen = byNumber(mentions, chosenInClause(text));
  return { ranks: chosen.size > 0 ? chosen : byLabel(workspace, mentions, reader), isAdvice: false };
}

/** "客厅首选X；卧室选Y": a choice a clause, of which one says that it is the first. */
function chosenInClause(text: string): (mention: FoundMention, last: number) => number {
  return ({ start }, last) => {
    const clause = text.slice(Math.max(0, start - longestChoice), start);
    return (last === 0 ? firstChoice : nextChoice).test(clause) ? last + 1 : 0;
  };
}

const longestChoice = 16;
const firstChoice = /(?:^|[；;，,。：:\n]|\p{sc=Han})(?:首选|首選|首推|优选|優選)[*_「“]*$/u;
const nextChoice = /[；;，,。\n][^；;，,。\n不别沒没]{1,8}(?:首选|首選|首推|优选|優選|就选|就選|则选|則選|选|選|推荐|推薦)[*_「“]*$/u;

/** "Top 3: 1) X, 2) Y": words of praise lead to the first of them. */
function isPraised(mentions: readonly FoundMention[], ranks: Ranks, reader: CueReader): boolean {
  const first = mentions.find(({ pattern }) => ranks.has(pattern.brand));
  const bits = first === undefined ? 0 : bitsWithin(reader, Math.max(0, first.from - longestLead), first.from);
  return (bits & (cueBit.best | cueBit.recommend)) !== 0 && (bits & (cueBit.warn | cueBit.negation)) === 0;
}

const longestLead = 60;

/** "2. X", "Option B: X"; 0 if there is none. */
function numberBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 14), start);
  return (/[\d①-⑳]/.test(before) ? numberAtEnd(before) : null) ?? letterAtEnd(before) ?? 0;
}

function numberAtEnd(before: string): number | null {
  const digits = /(?:^|[^\d.,$€£¥])(\d{1,2})[.)、．:]\s?[*_[]*$/.exec(before)?.[1];
  if (digits !== undefined) return Number(digits);
  const circled = /([①-⑳])\s?[*_[]*$/u.exec(before)?.[1];
  if (circled !== undefined) return circled.charCodeAt(0) - circledZero;
  const place = /(?:^|\D)(\d{1,2})[.º°]?\s?(?:platz|place|puesto|lugar|位|위|등)\s?[】\]:：*_\s–—-]*$/iu.exec(before)?.[1];
  if (place !== undefined) return Number(place);
  const ordinal = /(?:^|[^\d\p{L}])(\d{1,2})(?:st|nd|rd|th|er|ère|e|º|ª)\s?[:：–—-]\s?[*_[]*$/u.exec(before)?.[1];
  if (ordinal !== undefined) return Number(ordinal);
  const marked = /(?:^|[^\d\p{L}])(\d{1,2})[º°ª] [*_[]*$/u.exec(before)?.[1];
  return marked === undefined ? null : Number(marked);
}

function letterAtEnd(before: string): number | null {
  const letter = /(?:option|choice|opción|opção|opzione|方案|選項|选项)\s?([A-H])[*_]*\s?[.):：]\s?[*_[]*$/iu.exec(before)?.[1];
  const item =
    letter ?? (before.lastIndexOf(')') < before.length - 4 ? undefined : /(?:^|\n)\s?\(?([a-h])\)\s?[*_[]*$/iu.exec(before)?.[1]);
  return item === undefined ? null : item.toUpperCase().charCodeAt(0) - 64;
}

/** "【1位】X … 【2位】Y": an order, though the panel may know one of them only. */
const hasPlaces = (text: string): boolean => (text.match(/(?:^|[\s【[。.!,、，*#>-])\d{1,2} ?(?:位|위)/gmu)?.length ?? 0) >= 2;

const circledZero = 0x245f;
const leastInChain = 3;

/** "X > Y > Z": an order from the best to the worst. */
function inChain(text: string, mentions: readonly FoundMention[]): Ranks {
  let chain: string[] = [];
  for (const [index, { pattern, start }] of mentions.entries()) {
    const before = index === 0 ? '' : text.slice((mentions[index - 1] as FoundMention).end, start);
    if (before.length > longestInChain || !/[\p{L}\p{N}\s*_'’]\s?[>＞≻]\s?[*_]*$|^\s?[>＞≻]\s?[*_]*$/u.test(before)) {
      if (chain.length >= leastInChain) break;
      chain = [];
    }
    if (!chain.includes(pattern.brand)) chain.push(pattern.brand);
  }
  return new Map(chain.length < leastInChain ? [] : chain.map((brand, index) => [brand, index + 1]));
}

const longestInChain = 24;

/** The number in front of each name. Empty unless the numbers go up. */
function byNumber(mentions: readonly FoundMention[], numberOf: (mention: FoundMention, last: number) => number, least = 2): Ranks {
  const ranks: Ranks = new Map();
  let last = 0;
  for (const mention of mentions) {
    const { brand } = mention.pattern;
    const number = ranks.has(brand) ? 0 : numberOf(mention, last);
    if (number <= last || number > last + 10) continue;
    ranks.set(brand, number);
    last = number;
  }
  return ranks.size >= least ? ranks : new Map<string, number>();
}

type NumberOf = (mention: FoundMention, last: number) => number;

/** Notes the highest number read: hardly any answer has a rank in words. */
function noting(read: NumberOf): { numberOf: NumberOf; highest: () => number } {
  let highest = 0;
  const numberOf: NumberOf = (mention, last) => {
    const number = read(mention, last);
    highest = Math.max(highest, number);
    return number;
  };
  return { numberOf, highest: () => highest };
}

/** "Third comes X, second Y, and at number one sits Z": down to the first without a gap. */
function countdown(mentions: readonly FoundMention[], numberOf: (mention: FoundMention, last: number) => number): Ranks {
  const ranks: Ranks = new Map();
  let last = 0;
  for (const mention of mentions) {
    const { brand } = mention.pattern;
    const number = ranks.has(brand) || last === 1 ? 0 : numberOf(mention, 0);
    if (number === 0 || (last > 0 && number !== last - 1)) continue;
    ranks.set(brand, number);
    last = number;
  }
  return last === 1 && ranks.size >= 2 ? ranks : new Map<string, number>();
}

/** The rank that a word such as "second" gives a mention, a little in front of it or right behind. */
function ordinalReader(
  text: string,
  mentions: readonly FoundMention[],
  reader: CueReader,
): (mention: FoundMention, last: number) => number {
  const places = new Map(mentions.map((mention, index) => [mention, index]));
  let ranked = -1;
  return (mention, last) => {
    const { from, to, start, end } = mention;
    const index = places.get(mention) as number;
    // "…, followed by X and Y": who is joined to the last one is the next.
    if (last >= 2 && ranked === index - 1 && joining.test(text.slice((mentions[index - 1] as FoundMention).end, start))) {
      ranked = index;
      return last + 1;
    }
    const next = mentions[index + 1];
    if (last >= 2 && isLast(text, mention, next)) return last + 1;
    if (hasOrdinal(reader, to, Math.min(next?.from ?? Infinity, to + longestBehind))) {
      const behind = ordinalBehind(text.slice(end, Math.min(next?.start ?? Infinity, end + longestBehind)));
      if (behind > 0) return behind;
    }
    const isNear = hasOrdinal(reader, Math.max(mentions[index - 1]?.to ?? 0, from - longestPhrase), from);
    const rank = isNear ? ordinalBefore(text.slice(Math.max(0, start - longestPhrase), start)) : 0;
    if (rank > 1) ranked = index;
    return rank;
  };
}

/** "…, and in last place Z", "Z brings up the rear", behind two ranks. */
const isLast = (text: string, { start, end }: FoundMention, next: FoundMention | undefined): boolean =>
  isLastBefore(text.slice(Math.max(0, start - longestBehind), start)) ||
  isLastBehind(text.slice(end, Math.min(next?.start ?? Infinity, end + longestBehind)));

const joining = /^(?:,? (?:and|then|und|dann|sowie|et|puis|y|luego|e|poi|depois|en|и|затем|i|a|ve) |[、和与及與跟]|と|와 |과 )[*_]*$/;

const hasOrdinal = (reader: CueReader, from: number, to: number): boolean =>
  (bitsWithin(reader, from, to) & (cueBit.ordinal | cueBit.best | cueBit.recommend)) !== 0;
const longestBehind = 34;
const longestPhrase = 48;
const longestLabel = 36;
const longestCue = 32;
const longestTitle = 14;
/** From a label's colon to its name. */
const widestGap = 8;
const ends = unitTable('.!?。|,');

type Label = { from: number; colon: number };

/** A label is a word of praise and what stands up to its colon; the name right behind it is the item. A label of labels ("Top picks:") is none. */
function byLabel({ folded }: Workspace, mentions: readonly FoundMention[], reader: CueReader): Ranks {
  if (!mentions.some(({ from }) => isBehindLabel(folded, from, reader))) return new Map();
  const labels = findLabels(folded, reader);
  const ranks: Ranks = new Map();
  let position = 0;
  let mention = 0;
  for (const [index, { colon }] of labels.entries()) {
    while (mention < mentions.length && (mentions[mention] as FoundMention).from <= colon) mention++;
    const next = mentions[mention];
    const isNamed = next !== undefined && next.from - colon <= widestGap;
    const following = labels[index + 1];
    if (!isNamed && following !== undefined && following.from - colon <= longestTitle) continue;
    position++;
    if (isNamed && !ranks.has(next.pattern.brand)) ranks.set(next.pattern.brand, position);
  }
  return position >= 2 ? ranks : new Map<string, number>();
}

function findLabels({ chars, length }: FoldedText, reader: CueReader): Label[] {
  const labels: Label[] = [];
  for (let at = 0, colon = chars.indexOf(58); colon !== -1 && colon < length; at = colon + 1, colon = chars.indexOf(58, at)) {
    const floor = Math.max(at, colon - longestLabel);
    const cues = cuesWithin(reader, Math.max(0, floor - longestCue), colon);
    for (let i = 0; i < cues.count; i++) {
      const to = cues.tos[i] as number;
      if (to < floor || ((cues.bits[i] as number) & (cueBit.best | cueBit.recommend)) === 0 || hasEnd(chars, to, colon)) continue;
      labels.push({ from: cues.froms[i] as number, colon });
      break;
    }
  }
  return labels;
}

/** A glance at one name, so that hardly any text is read as a whole: a colon in front of it, and praise in front of that. */
function isBehindLabel({ chars }: FoldedText, name: number, reader: CueReader): boolean {
  for (let at = name - 1; at >= 0 && name - at <= widestGap; at--) {
    if (chars[at] !== 58) continue;
    if ((bitsWithin(reader, Math.max(0, at - longestLabel - longestCue), at) & (cueBit.best | cueBit.recommend)) !== 0) return true;
  }
  return false;
}

function hasEnd(chars: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (ends[chars[at] as number] === 1) return true;
  return false;
}
