import type { Report, ReportLanguage } from './report.ts';
import { createWords } from './words.ts';

/** What a paragraph holds that is no word of its own: it is copied as it stands. */
export type Fixed = Record<'brand' | 'engine' | 'stage' | 'quote', readonly string[]>;
/** Of what kind a part is, and what it says; a sense twice in a row says no more than once. */
type Part = { kind: keyof Fixed | 'number' | 'odd' | 'sense'; value: string; of?: string };

/** A letter or digit that goes on a word; Chinese, Japanese, Korean and Thai put none between a name and what follows. */
const joins = String.raw`[[\p{L}\p{N}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}]]`;
/** What a sentence says of its figures, in the report's languages, and about what these senses are. */
const senses = {
  rise: String.raw`\b(?:up|rose|rise[ns]?|rising|higher|gr[eo]w\w*|gain\w*|increas\w*|climb\w*)\b|上升|提高|提升|增加|增长|增長|上涨|上漲`,
  fall: String.raw`\b(?:down|fell|fall\w*|lower|los[est]\w*|declin\w*|decreas\w*|drop\w*|shr[aiu]nk\w*)\b|下降|降低|减少|減少|下跌|下滑|流失`,
  less: String.raw`\b(?:less|least|fewe\w+|small\w*)\b|最小|最少|少于|少於|低于|低於`,
  not: String.raw`\b(?:no|not|none|nobody|nothing|never|neither|nor|without|cannot|\w+n[’']t|leav\w+|left|omit\w*)\b|没|沒|不(?![过過仅僅])|[无無](?![论論])|未(?![来來])|非(?!常)`,
  answer: String.raw`(?<=\p{N} )answers?\b|(?<=\p{N} ?\p{sc=Han})回答`,
  question: String.raw`(?<=\p{N} )questions?\b|(?<=\p{N} ?\p{sc=Han})(?:问题|問題)`,
};
const topics: Record<string, string> = { rise: 'turn', fall: 'turn', less: 'turn', not: 'not', answer: 'unit', question: 'unit' };
const patterns = {
  /** In any script or width, with sign, dash of a range, separators and unit; and the words for numbers. */
  number: String.raw`(?:[+±−–—\-]\s?)?\p{N}(?:[\p{N}.,]*\p{N})?\p{sc=Latin}*(?:\s?[%％‰])?|[〇零二三四五六七八九十百千万萬亿億两兩半倍]|\b(?:zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|half|halves|thirds?|quarters?|fifths?|tenths?|twice|thrice|dozens?|doubl\w+|tripl\w+)\b`,
  end: String.raw`(?:\.(?![a-z])|[!?。！？])+`,
  ...senses,
  /** All but plain letters and marks: markup, links, line breaks, what is invisible, other alphabets. */
  odd: String.raw`\.(?=[a-z])|[^A-Za-zÀ-ɏ\p{sc=Han} .,;:'"’‘“”\(\)–—\-，；：、（）「」『』《》]`,
};
const [least, most] = [0.5, 1.6];

/** What of a report its paragraph in a language may hold and a rewording has to keep. */
export function fixedIn({ brands, engineNames, period, changes, actions, ...report }: Report, language: ReportLanguage): Fixed {
  const words = createWords(language, { brands, engineNames });
  const facts = actions.flatMap(({ facts: { url, texts, since } }) => [url, texts, typeof since === 'string' && words.day(since)]);
  const quotes = [...facts.flat(), words.day(period.from), words.dayBefore(period.to), ...Object.values(words.texts.causes)];
  const stages = [...Object.keys(words.texts.stages), ...report.stages.map(({ stage }) => stage), ...changes.map(({ stage }) => stage)];
  return {
    brand: brands.map(({ name }) => name),
    engine: [...Object.values(engineNames), ...report.engines.map(({ engine }) => words.engine(engine))],
    stage: stages.map((stage) => words.stage(stage)),
    quote: quotes.filter((text) => typeof text === 'string'),
  };
}

/**
 * Whether other words say the same as the rules' paragraph: each of their sentences has the numbers, names and quoted texts of one of
 * its sentences, those of a kind in the same order, and says up, down and not as that one does. A sentence that has none of these, and
 * so could say anything, is one of the paragraph's word by word. @returns what is wrong, or null
 */
export function whyChanged(rules: string, given: string, fixed: Fixed): 'length' | 'sentences' | 'facts' | null {
  const ratio = given.length / rules.length;
  if (given.trim() === '' || ratio < least || ratio > most) return 'length';
  const read = createReader(fixed);
  const [was, is] = [read(rules).toSorted(), read(given).toSorted()];
  if (was.length !== is.length) return 'sentences';
  return was.every((sentence, i) => sentence === is[i]) ? null : 'facts';
}

/** Reads a text as what its sentences may not change. */
function createReader(fixed: Fixed): (text: string) => string[] {
  const kinds = ['brand', 'engine', 'stage', 'quote'] as const;
  const names = kinds.flatMap((kind) => fixed[kind].filter((name) => name !== '').map((name) => ({ kind, name })));
  const kindOf = new Map(names.map(({ kind, name }) => [name.toLowerCase(), kind]));
  // The longest first: a name may hold another, and `(?!)` matches nothing.
  const longest = names.toSorted((a, b) => b.name.length - a.name.length).map(({ name }) => bounded(name));
  const groups = Object.entries({ name: [...longest, '(?!)'].join('|'), ...patterns }).map(([name, pattern]) => `(?<${name}>${pattern})`);
  const parts = new RegExp(groups.join('|'), 'giv');
  const partOf = (text: string, group: string): Part => {
    if (group === 'name') return { kind: kindOf.get(text.toLowerCase()) ?? 'quote', value: text };
    if (group === 'number' || group === 'odd') return { kind: group, value: text };
    return { kind: 'sense', value: group, of: topics[group] ?? group };
  };
  return (text) => {
    const sentences: string[] = [];
    let from = 0;
    let held: Part[] = [];
    const close = (to: number) => {
      const words = text.slice(from, to).trim();
      if (words !== '') sentences.push(sayable(held) ?? words);
      [from, held] = [to, []];
    };
    for (const match of text.matchAll(parts)) {
      const [group = ''] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? [];
      if (group === 'end') close(match.index + match[0].length);
      else held.push(partOf(match[0], group));
    }
    close(text.length);
    return sentences;
  };
}

/** @returns null where a sentence has senses alone */
function sayable(parts: readonly Part[]): string | null {
  if (parts.every(({ kind }) => kind === 'sense')) return null;
  const byKind = [...Map.groupBy(parts, ({ kind, of }) => of ?? kind)].map(([kind, all]) => {
    const values = all.map(({ value }) => value);
    return [kind, ...values.filter((value, i) => !all[i]?.of || value !== values[i - 1])];
  });
  return JSON.stringify(byKind.toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

function bounded(name: string): string {
  const edge = new RegExp(joins, 'v');
  const [first = '', last = ''] = [[...name][0], [...name].at(-1)];
  const literal = name.replaceAll(/[$()*+./?[\\\]^{|}]/g, String.raw`\$&`);
  return `${edge.test(first) ? `(?<!${joins})` : ''}${literal}${edge.test(last) ? `(?!${joins})` : ''}`;
}
