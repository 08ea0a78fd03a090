import type { Stage } from '../../domain/journey.ts';
import { citableSpans, toMarkdown } from './blocks.ts';
import { afterTurns } from './after-turns.ts';
import type { Block, Span } from './blocks.ts';
import type { MarketBrand } from './brands.ts';
import type { AnswerLanguage } from './language.ts';
import type { Chances, Market } from './market.ts';
import { between, chance, createRandom, pick, sample } from './random.ts';
import type { Random } from './random.ts';
import { brandPage, independentPages } from './sources.ts';
import type { Source } from './sources.ts';
import { compose } from './structures.ts';
import { createWriter } from './writer.ts';

/** One ask. `sample` tells repeated asks of the same question at the same time apart. */
export type Ask = {
  engine: string;
  text: string;
  stage: Stage;
  intent: string;
  wording: string;
  language: AnswerLanguage;
  at: Date;
  sample: string;
  /** What the engine said before in the same conversation, oldest first. */
  earlier?: readonly string[];
};

export type SimulatedAnswer = {
  ask: Ask;
  blocks: Block[];
  /** The Markdown text in pieces, without citation marks. */
  pieces: Span[];
  /** What the engine looked at; the spans' `cites` are positions in it. */
  sources: Source[];
  /** Ids of the brands named, in order of first mention. */
  visible: string[];
  queries: string[];
  /** For ids and counts in the vendor's format; already used for the content. */
  random: Random;
};

/** The same ask in the same market gives the same answer. */
export function composeAnswer(market: Market, ask: Ask): SimulatedAnswer {
  const earlier = ask.earlier ?? [];
  const random = createRandom([market.seed, ask.engine, ask.at.getTime(), ask.sample, ask.text, ...earlier].join('|'));
  const chances = afterTurns(market.chances(ask), market.brands, earlier);
  const named = drawNamed(random, market, chances);
  const citedBrands = drawCited(random, market, chances, named);
  const writer = createWriter(random, ask.language);
  const blocks = compose(writer, ask.stage, named);
  const sources =
    citedBrands === null ? independentPages(random, ask.language, between(random, 4, 8)) : cite(random, blocks, citedBrands, ask.language);
  return {
    ask,
    blocks,
    pieces: toMarkdown(blocks, writer.phrases.sentenceGap),
    sources,
    visible: named.map((brand) => brand.id),
    queries: searchQueries(random, ask),
    random,
  };
}

/** Every brand is drawn by itself; the stronger tend to be named earlier. */
function drawNamed(random: Random, market: Market, chances: Chances): MarketBrand[] {
  if (chance(random, chances.generic)) return [];
  const drawn = market.brands.flatMap((brand, index) => {
    if (!chance(random, chances.named[index] ?? 0)) return [];
    // Gumbel noise on the strengths: the order of a Plackett-Luce model.
    return [{ brand, place: (chances.strengths[index] ?? 0) - Math.log(-Math.log(random() || 0.5)) }];
  });
  return drawn.toSorted((a, b) => b.place - a.place).map(({ brand }) => brand);
}

/** The brands whose own site is cited; null where the answer cites nothing at all. */
function drawCited(random: Random, market: Market, chances: Chances, named: readonly MarketBrand[]): MarketBrand[] | null {
  if (chance(random, chances.uncited)) return null;
  return market.brands.filter((brand) => chance(random, named.includes(brand) ? brand.citedWhenNamed : brand.citedWhenUnnamed));
}

/** Puts citations on sentences: a brand's page on one that speaks of it, where there is one. Returns all that was looked at. */
function cite(random: Random, blocks: readonly Block[], brands: readonly MarketBrand[], language: AnswerLanguage): Source[] {
  const spans = citableSpans(blocks);
  const others = independentPages(random, language, between(random, 5, 8));
  const cited = [
    ...brands.map((brand) => ({ page: brandPage(random, brand, language), brand: brand.id })),
    ...others.slice(0, between(random, 1, 4)).map((page) => ({ page, brand: null })),
  ];
  const unused = others.slice(cited.length - brands.length);
  const shuffled = sample(random, [...cited, ...unused.map((page) => ({ page, brand: undefined }))], cited.length + unused.length);
  shuffled.forEach(({ brand }, index) => {
    if (brand === undefined) return;
    const about = spans.filter((candidate) => candidate.brand === brand);
    pick(random, about.length > 0 ? about : spans).cites.push(index);
  });
  return shuffled.map(({ page }) => page);
}

function searchQueries(random: Random, ask: Ask): string[] {
  const plain = ask.text.replace(/[?？。.!！]+\s*$/, '');
  const year = ask.at.getUTCFullYear();
  return chance(random, 0.3) ? [plain, `${plain} ${year}`] : [chance(random, 0.5) ? plain : `${plain} ${year}`];
}
