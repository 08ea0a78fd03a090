import { countCell, paragraph, plain, shareCell, shortTable, table } from './blocks.ts';
import type { Block, Cell } from './document.ts';
import type { Report, ReportGap, ReportPage, ReportPrompt } from './report.ts';
import { sayAction } from './summary.ts';
import type { Words } from './words.ts';

const mostPages = 10;
const mostPrompts = 15;
const mostNames = 3;

const pageCell = ({ url, title }: { url: string; title: string | null }): Cell => ({ text: title ? `${title} — ${url}` : url, href: url });

export function sourceBlocks({ sources, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const total = (count: number) => ({ total: words.number(count), brand: words.brand(brand) });
  const pageRow = (answers: (page: ReportPage) => number) => (page: ReportPage) => [
    pageCell(page),
    plain(words.word('classes', page.class)),
    countCell(answers(page), words),
    ...(brand === null ? [] : [plain(page.namesUs === null ? texts.notRead : page.namesUs ? texts.yes : texts.no)]),
    page.chance === null ? plain('') : { text: words.chance(page.chance), value: page.chance, unit: 'share' as const },
  ];
  const gapRow = (gap: ReportGap): Cell[] => [
    pageCell(gap),
    plain(words.word('classes', gap.class)),
    countCell(gap.answers, words),
    gap.leftOut === null ? plain(texts.notMeasured) : countCell(gap.leftOut, words),
    countCell(gap.prompts, words),
    plain(gap.stages.map(({ stage }) => words.stage(stage)).join(texts.list)),
    plain(namesOf(gap, words)),
    plain(gap.sentence?.text ?? ''),
  ];
  const { gaps, gained, lost } = sources;
  const namesUs = brand === null ? [] : (['namesUs'] as const);
  const gapColumns = ['page', 'site', 'answers', 'leftOut', 'prompts', 'stage', 'names', 'sentence'] as const;
  const shown = (count: number) => ({ words, most: mostPages, total: count });
  return [
    ...shortTable(
      say(texts.text.gainedPages, total(gained.total)),
      ['page', 'site', 'citedNow', ...namesUs, 'chance'],
      gained.pages,
      pageRow((page) => page.answers),
      shown(gained.total),
    ),
    ...shortTable(
      say(texts.text.lostPages, total(lost.total)),
      ['page', 'site', 'citedBefore', ...namesUs, 'chance'],
      lost.pages,
      pageRow((page) => page.before),
      shown(lost.total),
    ),
    ...shortTable(say(texts.text.gaps, total(gaps.total)), gapColumns, gaps.pages, gapRow, shown(gaps.total)),
  ];
}

/** The brands that a page names, or, where it was not read, the answers that use it. */
function namesOf({ brands, basis }: ReportGap, words: Words): string {
  const { texts, say } = words;
  const names = brands
    .slice(0, mostNames)
    .map(({ brand }) => words.brand(brand))
    .join(texts.list);
  const left = brands.length - mostNames;
  const all = left > 0 ? say(texts.andMore, { names, count: words.number(left) }) : names;
  return basis === 'page' ? all : say(texts.byAnswers, { names: all });
}

export function promptBlocks({ prompts, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const base = (prompt: ReportPrompt): Cell[] => [plain(prompt.text), plain(words.stage(prompt.stage)), countCell(prompt.answered, words)];
  const rival = ({ rival: best }: ReportPrompt): Cell =>
    plain(best === null ? '' : `${words.brand(best.brand)} ${words.number(best.answers)}`);
  const { never, standOut, asked } = prompts;
  const values = { brand: words.brand(brand), asked: words.number(asked) };
  const shown = { words, most: mostPrompts };
  return [
    ...shortTable(
      say(texts.text.never, { ...values, count: words.number(never.length) }),
      ['question', 'stage', 'answered', 'upTo', 'bestRival'],
      never,
      (prompt) => [...base(prompt), shareCell(prompt.upTo, words), rival(prompt)],
      shown,
    ),
    ...shortTable(
      say(texts.text.standOut, { ...values, count: words.number(standOut.length) }),
      ['question', 'stage', 'answered', 'ourAnswers', 'bestRival'],
      standOut,
      (prompt) => [...base(prompt), countCell(prompt.named, words), rival(prompt)],
      shown,
    ),
  ];
}

export function certaintyBlocks({ certainty, engines, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const { observations, prompts, intents, stopped, marks, smallestDrops, branded } = certainty;
  const { answered, noAnswer, refused, missing } = observations;
  const counts = { asked: answered + noAnswer + refused + missing, answered, noAnswer, refused, missing, prompts, intents };
  const values = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, words.number(count)]));
  const changed = marks.map(({ kind, to }) => say(words.word('marks', kind), { to: to.join(texts.list) }));
  const text = texts.text;
  const sentences = [
    say(text.observations, values),
    say(text.intents, values),
    intents < 10 && answered > 0 ? text.fewIntents : null,
    stopped.length > 0 ? say(text.stopped, { engines: stopped.map(({ engine }) => words.engine(engine)).join(texts.list) }) : null,
    changed.length > 0 ? say(text.marks, { marks: changed.join(texts.list) }) : null,
    branded.value === null || brand === null ? null : say(text.branded, { figure: words.figure(branded), brand: words.brand(brand) }),
    text.intervals,
    text.days,
  ].filter((sentence) => sentence !== null);
  const engineRows = engines
    .filter((one) => one.observations.missing + one.observations.refused > 0)
    .map(({ engine, observations: of }): Cell[] => [
      plain(words.engine(engine)),
      ...[of.answered, of.noAnswer, of.refused, of.missing].map((value) => countCell(value, words)),
    ]);
  const dropRows = smallestDrops.map(({ stage, engine, drop }): Cell[] => [
    plain(words.stage(stage)),
    plain(words.engine(engine)),
    drop === null ? plain(texts.cannotTell) : { text: words.distance(drop), value: drop, unit: 'points' },
  ]);
  const none = { words, most: 60 };
  return [
    ...sentences.map(paragraph),
    ...shortTable(text.missing, ['engine', 'answered', 'noAnswer', 'refused', 'missing'], engineRows, (row) => row, none),
    ...shortTable(say(text.smallestDrops, { brand: words.brand(brand) }), ['stage', 'engine', 'drop'], dropRows, (row) => row, none),
  ];
}

export function actionBlocks({ actions }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const items = actions.map((action) => ({
    text: sayAction(action, words),
    note: say(texts.helps, { stage: words.stage(action.stage) }),
  }));
  return [{ kind: 'list', items }];
}

/** What was corrected since the report was made, beside what it says. */
export type Corrections = {
  recounts: { at: string; causes: string[]; changed: number }[];
  figures: { brand: string; stage: string | null; was: number | null; is: number | null }[];
};

export function correctionBlocks({ recounts, figures }: Corrections, words: Words): Block[] {
  const { texts, say } = words;
  const share = (value: number | null): Cell => (value === null ? plain(texts.notMeasured) : shareCell(value, words));
  const rows = figures.map(({ brand, stage, was, is }): Cell[] => [
    plain(words.brand(brand)),
    plain(words.stage(stage)),
    share(was),
    share(is),
  ]);
  return [
    ...recounts.map(({ at, causes, changed }) =>
      paragraph(
        say(texts.text.recounted, {
          at: words.day(at),
          changed: words.number(changed),
          causes: causes.map((cause) => words.word('recountCauses', cause)).join(texts.list),
        }),
      ),
    ),
    ...(rows.length > 0 ? [table(texts.columns.visibility, ['brand', 'stage', 'was', 'is'], rows, words)] : []),
  ];
}
