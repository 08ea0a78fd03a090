import type { Stage } from '../../domain/journey.ts';
import { span } from './blocks.ts';
import type { Block, Span } from './blocks.ts';
import type { MarketBrand } from './brands.ts';
import type { Point } from './phrases/phrases.ts';
import { between, chance, pick, sample } from './random.ts';
import type { Writer } from './writer.ts';

/** Builds an answer that names exactly these brands, in this order of first mention. */
type Structure = (writer: Writer, stage: Stage, brands: readonly MarketBrand[]) => Block[];

const paragraph = (...spans: Span[]): Block => ({ type: 'paragraph', spans });

const headingOf = (writer: Writer, headings: readonly string[]): Block => ({ type: 'heading', text: pick(writer.random, headings) });

function opening(writer: Writer, stage: Stage): Block {
  const { phrases } = writer;
  const sentences = [span(writer.say(phrases.openings[stage]))];
  for (let i = between(writer.random, 1, 2); i > 0; i--) sentences.push(span(writer.say(phrases.background)));
  return paragraph(...sentences);
}

function closing(writer: Writer): Block {
  const { phrases, random } = writer;
  const sentences = chance(random, 0.7) ? [span(writer.say(phrases.caveats))] : [];
  if (chance(random, 0.6) || sentences.length === 0) sentences.push(span(writer.say(phrases.closings)));
  return paragraph(...sentences);
}

function points(writer: Writer, source: readonly Point[], count: number, ordered: boolean): Block {
  const items = sample(writer.random, source, count).map((point) => ({ title: point.title, spans: [span(point.body)] }));
  return { type: 'list', ordered, colon: writer.phrases.nameColon, items };
}

/** What is said of the brands together: who is better at what, and whom to take. The first is the favourite. */
function verdict(writer: Writer, brands: readonly MarketBrand[]): Block[] {
  const { phrases, random } = writer;
  const [first, second, third] = brands;
  const sentences: Span[] = [];
  if (first && second && chance(random, 0.7)) sentences.push(writer.compare(first, second));
  if (second && third && chance(random, 0.4))
    sentences.push(chance(random, 0.6) ? writer.compare(second, third) : writer.compare(third, second));
  if (first && chance(random, 0.65)) sentences.push(writer.about(phrases.recommendations, first));
  return sentences.length > 0 ? [paragraph(...sentences)] : [];
}

function oneBrand(writer: Writer, brand: MarketBrand): Span {
  const { phrases, random } = writer;
  const roll = random();
  if (roll < 0.55) return writer.about(phrases.praise, brand);
  return writer.about(roll < 0.82 ? phrases.neutral : phrases.critique, brand);
}

const numberedList: Structure = (writer, stage, brands) => {
  const { phrases, random } = writer;
  const items = brands.map((brand, index) => {
    const spans = [span(writer.say(phrases.bodies), brand.id)];
    if (index < 4 && chance(random, 0.35)) spans.push(writer.about(chance(random, 0.6) ? phrases.neutral : phrases.critique, brand));
    return { title: writer.name(brand), spans };
  });
  const lead = paragraph(span(writer.say(phrases.listLeads)));
  return [
    opening(writer, stage),
    lead,
    { type: 'list', ordered: true, colon: phrases.nameColon, items },
    ...verdict(writer, brands),
    closing(writer),
  ];
};

const labelledBullets: Structure = (writer, stage, brands) => {
  const { phrases } = writer;
  const items = brands.map((brand) => ({ title: writer.fresh(phrases.bestFor), spans: [oneBrand(writer, brand)] }));
  return [
    opening(writer, stage),
    headingOf(writer, phrases.headings.options),
    { type: 'list', ordered: false, colon: phrases.nameColon, items },
    ...verdict(writer, brands),
    closing(writer),
  ];
};

const comparisonTable: Structure = (writer, stage, brands) => {
  const { phrases } = writer;
  const rows = brands.map((brand) => [writer.name(brand), writer.fresh(phrases.fits), writer.fresh(phrases.prices)]);
  // Prose first, so that the order of first mention does not hang on whether a reader of the answer takes tables in.
  const sentences = brands.slice(0, 4).map((brand) => oneBrand(writer, brand));
  const others = brands.slice(4);
  if (others.length > 0) sentences.push(span(writer.say(phrases.alsoRan, { list: writer.list(others) })));
  return [
    opening(writer, stage),
    paragraph(...sentences),
    { type: 'table', rows: [[...phrases.tableHead], ...rows] },
    ...verdict(writer, brands),
    closing(writer),
  ];
};

const sections: Structure = (writer, stage, brands) => {
  const { phrases, random } = writer;
  const main = brands.slice(0, 4);
  const others = brands.slice(4);
  const blocks = main.flatMap((brand): Block[] => {
    const sentences = [writer.about(phrases.praise, brand)];
    if (chance(random, 0.5)) sentences.push(writer.about(phrases.critique, brand));
    return [{ type: 'heading', text: writer.name(brand) }, paragraph(...sentences)];
  });
  if (others.length > 0) blocks.push(paragraph(span(writer.say(phrases.alsoRan, { list: writer.list(others) }))));
  return [opening(writer, stage), ...blocks, ...verdict(writer, brands), closing(writer)];
};

const plainProse: Structure = (writer, stage, brands) => {
  const { phrases } = writer;
  const blocks: Block[] = [];
  for (let i = 0; i < brands.length; i += 3) blocks.push(paragraph(...brands.slice(i, i + 3).map((brand) => oneBrand(writer, brand))));
  const advice = paragraph(span(writer.say(phrases.background)), span(writer.say(phrases.background)));
  return [opening(writer, stage), ...blocks, advice, ...verdict(writer, brands), closing(writer)];
};

/** All brands in one sentence, then a word on some of them. */
function tools(writer: Writer, brands: readonly MarketBrand[]): Block[] {
  const { phrases, random } = writer;
  const sentences = [
    span(writer.say(phrases.toolLeads)),
    span(writer.say(phrases.toolSentences, { list: writer.list(brands) }), brands[0]?.id ?? null),
  ];
  for (const brand of sample(random, brands, between(random, 0, 2))) sentences.push(oneBrand(writer, brand));
  return [paragraph(...sentences)];
}

const stepsThenTools: Structure = (writer, stage, brands) => {
  const { phrases, random } = writer;
  return [
    opening(writer, stage),
    headingOf(writer, phrases.headings.steps),
    points(writer, phrases.steps, between(random, 3, 5), true),
    headingOf(writer, phrases.headings.tools),
    ...tools(writer, brands),
    closing(writer),
  ];
};

const causesThenTools: Structure = (writer, stage, brands) => {
  const { phrases, random } = writer;
  const items = brands.map((brand) => ({ title: writer.name(brand), spans: [span(writer.say(phrases.bodies), brand.id)] }));
  return [
    opening(writer, stage),
    headingOf(writer, phrases.headings.causes),
    points(writer, phrases.causes, between(random, 3, 4), false),
    paragraph(span(writer.say(phrases.toolLeads))),
    { type: 'list', ordered: false, colon: phrases.nameColon, items },
    closing(writer),
  ];
};

const essay: Structure = (writer, stage, brands) => {
  const { phrases, random } = writer;
  const [one, two] = sample(random, phrases.causes, 2);
  const causes = [one, two].flatMap((point) => (point ? [span(point.body)] : []));
  return [opening(writer, stage), paragraph(...causes, span(writer.say(phrases.background))), ...tools(writer, brands), closing(writer)];
};

/** Names nobody: advice, criteria or causes. */
const general: Structure = (writer, stage) => {
  const { phrases, random } = writer;
  const kind = stage === 'consideration' || stage === 'decision' ? 'criteria' : pick(random, ['steps', 'causes'] as const);
  return [
    opening(writer, stage),
    headingOf(writer, phrases.headings[kind]),
    points(writer, phrases[kind], between(random, 4, 6), kind === 'steps'),
    paragraph(span(writer.say(phrases.background)), span(writer.say(phrases.background))),
    closing(writer),
  ];
};

const optionStructures: readonly Structure[] = [numberedList, numberedList, labelledBullets, comparisonTable, sections, plainProse];
const problemStructures: readonly Structure[] = [stepsThenTools, stepsThenTools, causesThenTools, essay, plainProse];

// Shorter than this no engine answers; Chinese says the same in a third of the characters.
const shortest = { latin: 600, chinese: 200 };

export function compose(writer: Writer, stage: Stage, brands: readonly MarketBrand[]): Block[] {
  const structures = stage === 'consideration' || stage === 'decision' ? optionStructures : problemStructures;
  const structure = brands.length === 0 ? general : pick(writer.random, structures);
  return lengthen(writer, structure(writer, stage, brands));
}

/** Puts more background before the closing until the answer is long enough. */
function lengthen(writer: Writer, blocks: Block[]): Block[] {
  const least = writer.phrases.sentenceGap === '' ? shortest.chinese : shortest.latin;
  let length = blocks.reduce((sum, block) => sum + blockLength(block), 0);
  const more: Span[] = [];
  while (length < least && more.length < 6) {
    const sentence = span(writer.say(writer.phrases.background));
    more.push(sentence);
    length += sentence.text.length;
  }
  if (more.length > 0) blocks.splice(-1, 0, paragraph(...more));
  return blocks;
}

const spansLength = (spans: readonly Span[]) => spans.reduce((sum, { text }) => sum + text.length + 1, 0);

function blockLength(block: Block): number {
  if (block.type === 'heading') return block.text.length;
  if (block.type === 'paragraph') return spansLength(block.spans);
  if (block.type === 'table') return block.rows.flat().join('').length;
  return block.items.reduce((sum, item) => sum + (item.title?.length ?? 0) + spansLength(item.spans), 0);
}
