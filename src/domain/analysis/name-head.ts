import { type Name, readName } from './name-words.ts';

/** A name at the head of an item, and where that head ends. */
export type Head = Name & { end: number };

/** Numbers, markers, quotes and pictures before the words: `1. `, `#2 `, `✅ **`, `第一、`, `「`. */
const decoration =
  /^(?:[\s*_`"“”'‘’「『【《〈[(>~•▪–—-]|\p{Extended_Pictographic}|[\uFE0F\u200D\u{1F3FB}-\u{1F3FF}\u20E3]|#?\d{1,2}(?:[.)、．]\s?|\s(?=[[*]))|[一二三四五六七八九十]{1,3}[、.]|第[一二三四五六七八九十\d]+[名位]?[、:：]?|[①-⑳])+/u;
/** What ends an item's head. A dash without spaces is the name's own. */
const headEnd = /\*\*|__|\]|\s[–—-]{1,2}\s|[–—](?=\s|\p{Lu})|[:：,，、;；。！？|\n(（【「『《$€£¥]|\.\s(?=\p{Lu})|\s\|\s|\sby\s(?=\p{Lu})/u;
const longestHead = 90;
/** "Best overall: Zoho": a label of a choice. Behind any other ("Price: low") stands no name. */
const choiceLabel =
  /\b(?:best|top|overall|budget|picks?|choice|winner|runner|value|premium|cheapest|affordable|favou?rite|recommended|for|beste[rs]?|empfehlung|für|mejor(?:es)?|para|meilleure?s?|pour)\b|首选|首選|推荐|推薦|最佳|性价比|性價比|综合|綜合|入门|入門|高端|预算|預算|适合|適合|おすすめ|最|向け/iu;

/** Reads the head of an item: its own words, or those behind a label ("Best overall: Zoho – …"). */
export function readHead(text: string, start: number, end: number, lower: ReadonlySet<string>): Head | null {
  let at = start;
  for (let label = 0; label < 2; label++) {
    const skipped = decoration.exec(text.slice(at, Math.min(end, at + 40)))?.[0] ?? '';
    const from = at + skipped.length;
    const rest = text.slice(from, Math.min(end, from + longestHead));
    const stop = headEnd.exec(rest);
    const head = stop === null ? rest : rest.slice(0, stop.index);
    const isMarked = /\*\*|__|\[/.test(skipped) || stop !== null || from + head.length >= end;
    const maker = stop?.[0].trim() === 'by' ? readName(rest.slice(stop.index + stop[0].length).split(headEnd)[0] ?? '', true, lower) : null;
    const name = maker ?? (head.length < longestHead ? readName(head.trim(), isMarked, lower) : null);
    if (name !== null) return { ...name, end: from + (maker === null ? head.length : rest.length) };
    const isLabel =
      stop !== null && /^(?:[:：]|\*\*|\s[–—-])/.test(stop[0]) && /[:：]|[–—-]\s/.test(rest.slice(stop.index, stop.index + 4));
    if (!isLabel || stop === null || !choiceLabel.test(head)) return null;
    at = from + stop.index + stop[0].length + (/^\*\*[:：]/.test(rest.slice(stop.index)) ? 1 : 0);
  }
  return null;
}
