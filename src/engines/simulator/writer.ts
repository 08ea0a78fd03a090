import { span } from './blocks.ts';
import type { Span } from './blocks.ts';
import type { MarketBrand } from './brands.ts';
import type { AnswerLanguage } from './language.ts';
import { english } from './phrases/en.ts';
import type { Phrases } from './phrases/phrases.ts';
import { simplifiedChinese } from './phrases/zh-hans.ts';
import { traditionalChinese } from './phrases/zh-hant.ts';
import { between, chance, pick } from './random.ts';
import type { Random } from './random.ts';

const phrasesByLanguage: Record<AnswerLanguage, Phrases> = { en: english, 'zh-Hans': simplifiedChinese, 'zh-Hant': traditionalChinese };

export const phrasesOf = (language: AnswerLanguage): Phrases => phrasesByLanguage[language];

/** Fills sentence templates, and says no sentence twice in one answer. */
export type Writer = {
  readonly random: Random;
  readonly phrases: Phrases;
  /** One of the brand's names. */
  name(brand: MarketBrand): string;
  /** A template not used before in this answer, filled. */
  say(templates: readonly string[], slots?: Slots): string;
  about(templates: readonly string[], brand: MarketBrand): Span;
  /** A sentence that prefers one brand to the other. */
  compare(better: MarketBrand, other: MarketBrand): Span;
  list(brands: readonly MarketBrand[]): string;
  fresh<T>(items: readonly T[]): T;
};

type Slots = Readonly<Record<string, string>>;

const slotPattern = /\{(\w+)\}/g;

export function createWriter(random: Random, language: AnswerLanguage): Writer {
  const phrases = phrasesByLanguage[language];
  const used = new Set<unknown>();

  function fresh<T>(items: readonly T[]): T {
    let item = pick(random, items);
    // A few attempts are enough to keep repetitions rare, and cheap.
    for (let attempt = 0; attempt < 6 && used.has(item); attempt++) item = pick(random, items);
    used.add(item);
    return item;
  }

  const name = (brand: MarketBrand) => nameOf(random, language, brand);

  function fallback(slot: string): string {
    if (slot === 'feature') return fresh(phrases.features);
    if (slot === 'audience') return fresh(phrases.audiences);
    return String(between(random, 7, 9));
  }

  const say = (templates: readonly string[], slots: Slots = {}) =>
    fresh(templates).replace(slotPattern, (_, slot: string) => slots[slot] ?? fallback(slot));

  function list(brands: readonly MarketBrand[]): string {
    const names = brands.map(name);
    const last = names.pop() ?? '';
    return names.length === 0 ? last : names.join(phrases.listComma) + phrases.listAnd + last;
  }

  return {
    random,
    phrases,
    name,
    say,
    fresh,
    list,
    about: (templates, brand) => span(say(templates, { b: name(brand) }), brand.id),
    compare: (better, other) => span(say(phrases.comparisons, { a: name(better), c: name(other) }), better.id),
  };
}

function nameOf(random: Random, language: AnswerLanguage, brand: MarketBrand): string {
  if (language === 'en' || brand.chinese === null) return chance(random, 0.15) ? (brand.aliases[0] ?? brand.name) : brand.name;
  const chinese = language === 'zh-Hans' ? brand.chinese.hans : brand.chinese.hant;
  const roll = random();
  if (roll < 0.6) return chinese;
  return roll < 0.82 ? `${chinese}（${brand.name}）` : brand.name;
}
