import { bitsWithin, cueBit, type CueReader } from './cues.ts';
import { foldedAt } from './fold.ts';
import type { FoundMention } from './mentions.ts';
import { cellAt, isDelimiterRow, lineAt, lineKind, type Lines } from './structure.ts';
import type { Workspace } from './workspace.ts';

/** Where a brand stands in the answer's own list of options. `endorses`: the list is of things to choose (true) or to avoid (false). */
export type ListPlace = { position: number; endorses: boolean | null; list: number };

type Item = { line: number; brands: string[]; number: number; isLabelled: boolean };
type List = { kind: number; level: number; items: Item[]; lastNumber: number; isOpen: boolean };

/** Each brand's place in the first list of options that has it at the head of an item; lists with several of the brands come first. */
export function findListPlaces(workspace: Workspace, mentions: readonly FoundMention[], cues: CueReader): Map<string, ListPlace> {
  const heads = headsByLine(workspace, mentions, cues);
  const places = new Map<string, ListPlace>();
  if (heads.size === 0) return findColumnPlaces(workspace, mentions);
  const lists = collectLists(workspace, heads).filter(
    (list) => list.items.some((item) => item.brands.length > 0) && (list.items.length >= 2 || isUnderPraise(workspace, cues, list)),
  );
  const ranked = lists.toSorted((a, b) => Number(isMainList(b)) - Number(isMainList(a)));
  for (const list of ranked) {
    const endorses = introEndorses(workspace, cues, list);
    const isCountdown = countsDown(list);
    let position = 0;
    for (const item of list.items) {
      position = isCountdown || item.number > position ? item.number : position + 1;
      for (const brand of item.brands) {
        if (!places.has(brand)) places.set(brand, { position, endorses: item.isLabelled ? true : endorses, list: lists.indexOf(list) });
      }
    }
  }
  return places.size === 0 ? findColumnPlaces(workspace, mentions) : places;
}

/** A table that compares the brands has them in its first row: their order there. */
function findColumnPlaces({ text, structure }: Workspace, mentions: readonly FoundMention[]): Map<string, ListPlace> {
  const { lines } = structure;
  const places = new Map<string, ListPlace>();
  for (const { start, pattern } of mentions) {
    const line = lineAt(lines, start);
    if (lines.kinds[line] !== lineKind.table || !isDelimiterRow(text, lines, line + 1) || places.has(pattern.brand)) continue;
    const cell = cellAt(text, lines.contents[line] as number, start);
    const titles = cellAt(text, lines.contents[line] as number, (mentions[0] as FoundMention).start) === 1 ? 0 : 1;
    places.set(pattern.brand, { position: cell - titles, endorses: null, list: 0 });
  }
  return places.size >= 2 ? places : new Map<string, ListPlace>();
}

/** The only bullet under "Best for gaming": one of several such lists. */
function isUnderPraise(workspace: Workspace, cues: CueReader, list: List): boolean {
  const { lines } = workspace.structure;
  let above = (list.items[0] as Item).line - 1;
  while (above >= 0 && lines.kinds[above] === lineKind.blank) above--;
  return list.kind === lineKind.bullet && lines.kinds[above] === lineKind.heading && introEndorses(workspace, cues, list) === true;
}

/** "10. …, 9. …, 8. …": the writer's numbers hold. */
function countsDown({ items }: List): boolean {
  return items.every(({ number }, index) => number > 0 && (index === 0 || number < (items[index - 1] as Item).number));
}

/** At least two items are the panel's, or one that the writer numbered. */
function isMainList(list: List): boolean {
  return list.items.filter((item) => item.brands.length > 0).length >= 2;
}

type Head = { brands: string[]; isLabelled: boolean };

function headsByLine(workspace: Workspace, mentions: readonly FoundMention[], cues: CueReader): Map<number, Head> {
  const heads = new Map<number, Head>();
  const { lines } = workspace.structure;
  for (const mention of mentions) {
    const line = lineAt(lines, mention.start);
    const known = heads.get(line);
    if (known !== undefined && !continuesHead(workspace, known, mention, line)) continue;
    const label = known === undefined ? headLabel(workspace, mention, line, cues) : known.isLabelled ? 'label' : 'plain';
    if (label === null) continue;
    if (known === undefined) heads.set(line, { brands: [mention.pattern.brand], isLabelled: label === 'label' });
    else if (!known.brands.includes(mention.pattern.brand)) known.brands.push(mention.pattern.brand);
  }
  for (const [line, head] of heads) if (isVersus(workspace, line, head)) heads.delete(line);
  liftHeads(workspace, heads, cues);
  return heads;
}

/** "### Best overall" and below it "**HubSpot** – …": the heading names the item by its first line. */
function liftHeads({ structure: { lines }, folded }: Workspace, heads: Map<number, Head>, cues: CueReader): void {
  const lifted = new Map<number, number>();
  const isOneEach = [...heads.keys()].every((line) => lines.kinds[line] !== lineKind.bullet || isAlone(lines, line));
  for (const line of heads.keys()) {
    if (lines.kinds[line] !== lineKind.paragraph && !(isOneEach && lines.kinds[line] === lineKind.bullet)) continue;
    let above = line - 1;
    while (above >= 0 && lines.kinds[above] === lineKind.blank) above--;
    if (above >= 0 && lines.kinds[above] === lineKind.heading && !heads.has(above)) lifted.set(line, above);
  }
  if (lifted.size < 2) return;
  for (const [line, above] of lifted) {
    const { brands } = heads.get(line) as Head;
    const bits = bitsWithin(cues, foldedAt(folded, lines.starts[above] as number), foldedAt(folded, lines.ends[above] as number));
    const isLabelled = (bits & (cueBit.best | cueBit.recommend)) !== 0 && (bits & (cueBit.warn | cueBit.negation)) === 0;
    heads.set(above, { brands, isLabelled });
    heads.delete(line);
  }
}

/** The only bullet under its heading. */
function isAlone(lines: Lines, line: number): boolean {
  const level = lines.levels[line] as number;
  for (let next = line + 1; next < lines.count && lines.kinds[next] !== lineKind.heading; next++)
    if (lines.kinds[next] === lineKind.bullet && (lines.levels[next] as number) <= level) return false;
  return true;
}

/** "HubSpot and Zoho" share one item. */
function continuesHead({ text, structure }: Workspace, head: Head, mention: FoundMention, line: number): boolean {
  const content = structure.lines.contents[line] as number;
  const before = text.slice(content, mention.start);
  return (
    head.brands.length < 4 &&
    before.length < 60 &&
    /[\p{L}\p{N})*\]]\**\s*(?:&|\/|and|und|y|和|与|、|と|und|et)\s*\**\[?$/iu.test(before) &&
    !/[:：–—|]/.test(before)
  );
}

function isVersus({ text, structure }: Workspace, line: number, head: Head): boolean {
  if (structure.lines.kinds[line] !== lineKind.heading && head.brands.length < 2) return false;
  const words = text.slice(
    structure.lines.contents[line],
    Math.min(structure.lines.ends[line] as number, (structure.lines.contents[line] as number) + 120),
  );
  return /\s(vs\.?|versus|gegen|contra|or|oder|还是|還是)\s|对比|對比| 대 /i.test(words);
}

/** How a mention heads its line: bare, behind a label such as "Best overall:", or not at all. */
function headLabel(workspace: Workspace, mention: FoundMention, line: number, cues: CueReader): 'plain' | 'label' | null {
  const { text, structure, folded } = workspace;
  const { lines } = structure;
  const kind = lines.kinds[line];
  const content = lines.contents[line] as number;
  if (mention.start - content > 80 || isMeans(text, mention.end)) return null;
  const before = text.slice(content, mention.start);
  if (before === '') return kind === lineKind.table ? null : 'plain';
  if (kind === lineKind.table) return /^\|((?:[^|\p{L}\d]*|[^|\d]{0,8}\d{1,3}[^|\d]{0,6})\|)?[\s*_[\]]*$/u.test(before) ? 'plain' : null;
  const plain = before
    .replace(/[→➜➡]/g, ':')
    .replace(/[^\p{L}\p{N}:：–—|-]+/gu, ' ')
    .replace(/^[\s:：–—|-]+/, '')
    .trim();
  if (plain === '' || /^(the|a|an|new|el|la|le|der|die|das)$/i.test(plain)) return 'plain';
  if (/[:：–—-]$/.test(plain) && plain.length <= 50) {
    if (condition.test(plain) || medal.test(plain)) return 'label';
    const labelBits = bitsWithin(cues, foldedAt(folded, content), mention.from);
    return (labelBits & (cueBit.best | cueBit.recommend)) !== 0 && (labelBits & (cueBit.warn | cueBit.negation)) === 0 ? 'label' : null;
  }
  return isInsideHead(text, mention, lines.ends[line] as number, plain) ? 'plain' : null;
}

/** "For chat: X", "会議中心なら：X": who names the case for a choice makes it. */
const condition =
  /^(?:for (?!comparison|reference|example|context|more|instance)|if |when |für |wenn |bei |para |si |pour |per |se )|(?:なら|向け|には|場合|の人|派|면|분|용) ?[:：–—-]$|^(?:如果|想要|需要|适合|適合|预算|預算)/iu;

/** "Gold:", "Runner-up:", "3rd place –". */
const medal =
  /^(?:(?:the )?(?:gold|silver|bronze)(?: medal| award)?|winner|runner-?up|(?:1st|2nd|3rd|4th|5th|first|second|third|fourth|fifth|top)(?: place| pick| choice)|(?:1st|2nd|3rd|4th|5th)|gold|silber|oro|plata|bronce|or|argent|argento|bronzo|ouro|prata|goud|zilver|brons|złoto|srebro|brąz|zlato|stříbro|bronz|золото|серебро|бронза|срібло|altın|gümüş|金(?:牌|奖|獎|賞)?|[银銀](?:牌|奖|獎|賞)?|[铜銅](?:牌|奖|獎|賞)?|금상?|은상?|동상?|冠军|冠軍|亚军|亞軍|季军|季軍|[冠亚亞季]軍|大賞|優勝|準優勝)\s?[:：–—-]$/iu;

/** "1. 楽天でログインします": a step that is taken with the brand, or to it. */
export function isMeans(text: string, end: number): boolean {
  const first = text.charCodeAt(end) === 32 ? end + 1 : end;
  return text.charCodeAt(first) > firstKana && means.test(text.slice(end, end + 3));
}

const firstKana = 0x3000;
const means = /^ ?(?:で(?!す|しょ)|を|へ|から|에서|에 |을 |를 |으로 )/;

/** "**MacBook Air by Apple** – …": the brand stands further in, but before what closes the item's head. */
function isInsideHead(text: string, mention: FoundMention, lineEnd: number, before: string): boolean {
  if (/[:：–—|]/.test(before) || /\b(with|for|to|from|of|vs|against|in|on|and|mit|für|con|para|pour|avec)$/i.test(before)) return false;
  const rest = text.slice(mention.end, Math.min(lineEnd, mention.end + 60));
  const close = /\*\*|[:：]| [–—-] /.exec(rest);
  const isBold = /\*\*|__|\[/.test(text.slice(Math.max(0, mention.start - before.length - 6), mention.start));
  return close !== null && isBold && before.split(' ').length <= 4;
}

function collectLists(workspace: Workspace, heads: Map<number, Head>): List[] {
  const { lines } = workspace.structure;
  const lists: List[] = [];
  let open: List[] = [];
  for (let line = 0; line < lines.count; line++) {
    const kind = itemKind(workspace, line, heads);
    if (kind === -1) {
      if (lines.kinds[line] === lineKind.paragraph && (lines.levels[line] as number) < 2)
        for (const list of open)
          list.isOpen &&= list.kind === lineKind.heading || list.kind === lineKind.ordered || list.kind === boldParagraph;
      continue;
    }
    if (kind === headerRow) continue;
    const level = kind === boldParagraph ? 0 : (lines.levels[line] as number);
    open = open.filter((list) => staysOpen(list, kind, level));
    const number = lines.numbers[line] as number;
    let list = open.find(
      (candidate) => candidate.kind === kind && candidate.level === level && (candidate.isOpen || number === candidate.lastNumber + 1),
    );
    if (list === undefined || (kind === lineKind.ordered && number !== 0 && number < list.lastNumber && number === 1 && !list.isOpen)) {
      list = { kind, level, items: [], lastNumber: 0, isOpen: true };
      lists.push(list);
      open.push(list);
    }
    list.isOpen = true;
    list.lastNumber = number;
    const head = heads.get(line);
    list.items.push({ line, number, brands: head?.brands ?? [], isLabelled: head?.isLabelled ?? false });
    if (open.length > 8) open.shift();
  }
  return lists;
}

const boldParagraph = 20;
const headerRow = 21;

/** Kind of list that a line may be an item of; -1 = none. */
function itemKind({ text, structure }: Workspace, line: number, heads: Map<number, Head>): number {
  const { lines } = structure;
  const kind = lines.kinds[line] as number;
  if (kind === lineKind.heading || kind === lineKind.bullet || kind === lineKind.ordered) return kind;
  if (kind === lineKind.table) return isHeaderRow(text, structure.lines, line) ? headerRow : kind;
  if (kind !== lineKind.paragraph) return -1;
  const start = lines.starts[line] as number;
  const isBold = text.startsWith('**', start + (lines.levels[line] as number));
  return isBold || heads.get(line)?.isLabelled === true ? boldParagraph : -1;
}

function isHeaderRow(text: string, lines: Lines, line: number): boolean {
  return isDelimiterRow(text, lines, line) || isDelimiterRow(text, lines, line + 1);
}

/** A heading closes what lies under it; an item closes lists deeper than itself. */
function staysOpen(list: List, kind: number, level: number): boolean {
  if (kind === lineKind.heading) return list.kind === lineKind.heading && list.level <= level;
  if (list.kind === lineKind.heading || list.kind === boldParagraph) return true;
  if (kind === boldParagraph) return list.kind === lineKind.ordered;
  return list.kind === lineKind.table ? kind === lineKind.table : list.level <= level;
}

/** Whether the words that introduce the list speak of good choices, or of ones to avoid. */
function introEndorses(workspace: Workspace, cues: CueReader, list: List): boolean | null {
  const { lines } = workspace.structure;
  const first = (list.items[0] as Item).line;
  let bits = 0;
  for (let line = first - 1, seen = 0; line >= 0 && seen < 3; line--) {
    const kind = lines.kinds[line];
    if (kind === lineKind.blank || kind === lineKind.rule || kind === lineKind.hidden) continue;
    if (kind !== lineKind.heading && kind !== lineKind.paragraph) break;
    seen++;
    const from = foldedAt(workspace.folded, lines.starts[line] as number);
    bits |= bitsWithin(
      cues,
      Math.max(from, foldedAt(workspace.folded, (lines.ends[line] as number) - 400)),
      foldedAt(workspace.folded, lines.ends[line] as number),
    );
    if ((bits & (cueBit.warn | cueBit.best | cueBit.recommend)) !== 0) break;
  }
  if ((bits & cueBit.warn) !== 0) return false;
  return (bits & (cueBit.best | cueBit.recommend)) !== 0 ? true : null;
}
