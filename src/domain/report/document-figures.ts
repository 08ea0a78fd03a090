import { brandCell, countCell, figureCell, paragraph, plain, pointsCell, shareCell, table } from './blocks.ts';
import type { Block, Cell } from './document.ts';
import type { BrandFigures, Report } from './report.ts';
import type { Words } from './words.ts';

const metrics = ['visibility', 'shareOfVoice', 'firstMention', 'citationRate', 'recommendationRate'] as const;

export function stageBlocks(report: Report, words: Words): Block[] {
  const { stages, total, brand: own } = report;
  const { texts } = words;
  const row = (place: string, figures: BrandFigures): Cell[] => [
    plain(place),
    brandCell(figures.brand, own, words),
    figureCell(figures.visibility, words),
    figureCell(figures.before, words),
    pointsCell(figures.change.difference, words),
    figureCell(figures.shareOfVoice, words),
    figureCell(figures.firstMention, words),
    figureCell(figures.recommendationRate, words),
  ];
  const rows = [
    ...stages.flatMap(({ stage, brands }) => brands.map((figures) => row(words.stage(stage), figures))),
    ...total.map((figures) => row(texts.allStages, figures)),
  ];
  const columns = ['stage', 'brand', 'visibility', 'before', 'change', 'shareOfVoice', 'firstMention', 'recommendationRate'] as const;
  return [
    table(texts.text.stages, columns, rows, words),
    ...dropOffs(stages, words),
    paragraph(texts.text.benchmarks),
    ...conversationBlocks(report, words),
  ];
}

/** How brands come through whole conversations, beside single questions. */
function conversationBlocks({ conversations, stages, brand: own }: Report, words: Words): Block[] {
  if (conversations === null || conversations.ended === 0) return [];
  const { texts, say } = words;
  const bounded = (share: { value: number | null; interval: readonly [number, number] | null }): Cell => ({
    text: words.bounded(share),
    value: share.value,
    unit: 'share',
  });
  const singles = (stage: string, brand: string) =>
    stages.find((one) => one.stage === stage)?.brands.find((one) => one.brand === brand)?.visibility;
  const rows = conversations.brands.flatMap(({ brand, stages: through }) =>
    through.map(({ stage, named, recommended, survival }): Cell[] => {
      const alone = singles(stage, brand);
      return [
        brandCell(brand, own, words),
        plain(words.stage(stage)),
        alone ? figureCell(alone, words) : plain(texts.notMeasured),
        bounded(named),
        bounded(recommended),
        bounded(survival),
        countCell(named.denominator, words),
      ];
    }),
  );
  const columns = ['brand', 'stage', 'singles', 'inConversations', 'recommendedThere', 'survival', 'conversations'] as const;
  const { ended, lost } = conversations;
  return [
    table(say(texts.text.conversations, { ended: words.number(ended) }), columns, rows, words),
    ...(lost > 0 ? [paragraph(say(texts.text.lostTurns, { lost: words.number(lost) }))] : []),
  ];
}

function dropOffs(stages: Report['stages'], words: Words): Block[] {
  return stages.flatMap(({ stage, dropOff }) => {
    if (dropOff === null || dropOff.value === null) return [];
    const { value, interval, to } = dropOff;
    const grows = value < 0;
    const [low, high] = interval ?? [value, value];
    const bounds = grows ? ([-high, -low] as const) : ([low, high] as const);
    const lost = words.bounded({ value: Math.abs(value), interval: interval && bounds });
    const text = grows ? words.texts.text.gained : words.texts.text.dropOff;
    return [paragraph(words.say(text, { from: words.stage(stage), to: words.stage(to), lost }))];
  });
}

export function engineBlocks({ engines, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  if (brand === null) return [];
  const own = engines.flatMap(({ engine, brands, observations }): Cell[][] => {
    const figures = brands.find((one) => one.brand === brand);
    if (!figures) return [];
    const { answered, noAnswer, refused, missing } = observations;
    return [
      [
        plain(words.engine(engine)),
        ...metrics.map((metric) => figureCell(figures[metric], words)),
        pointsCell(figures.change.difference, words),
        ...[answered, noAnswer, refused, missing].map((value) => countCell(value, words)),
      ],
    ];
  });
  const byStage = engines.flatMap(({ engine, stages }) =>
    stages.map(({ stage, visibility, before, change }): Cell[] => [
      plain(words.engine(engine)),
      plain(words.stage(stage)),
      figureCell(visibility, words),
      figureCell(before, words),
      pointsCell(change.difference, words),
    ]),
  );
  const names = { brand: words.brand(brand) };
  const counts = ['answered', 'noAnswer', 'refused', 'missing'] as const;
  return [
    table(say(texts.text.enginesOf, names), ['engine', ...metrics, 'change', ...counts], own, words),
    table(say(texts.text.enginesByStage, names), ['engine', 'stage', 'visibility', 'before', 'change'], byStage, words),
  ];
}

export function competitorBlocks({ competitors, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  if (brand === null) return [];
  if (competitors.rivals.length === 0) return [paragraph(texts.text.noRival)];
  const { winRate, rivals, instead } = competitors;
  const rivalRows = rivals.map((rival): Cell[] => [
    plain(words.brand(rival.rival)),
    figureCell(rival.winRate, words),
    countCell(rival.before + rival.only, words),
    countCell(rival.behind, words),
    countCell(rival.onlyRival, words),
    plain(`${words.number(rival.preferred)} : ${words.number(rival.rivalPreferred)}`),
  ]);
  const insteadRows = instead.flatMap(({ stage, answers, brands }) =>
    brands.map((one): Cell[] => [
      plain(words.stage(stage)),
      countCell(answers, words),
      plain(words.brand(one.brand)),
      countCell(one.answers, words),
      shareCell(one.answers / answers, words),
    ]),
  );
  const names = { brand: words.brand(brand), figure: words.figure(winRate) };
  const named = table(say(texts.text.instead, names), ['stage', 'without', 'named', 'answers', 'shareOf'], insteadRows, words);
  const contests = table(say(texts.text.win, names), ['rival', 'winRate', 'ahead', 'behind', 'onlyRival', 'preferred'], rivalRows, words);
  return [
    insteadRows.length > 0 ? named : paragraph(say(texts.text.noneInstead, names)),
    winRate.value === null ? paragraph(say(texts.text.noContest, names)) : contests,
  ];
}
