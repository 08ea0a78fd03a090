import { brandCell, countCell, figureCell, paragraph, plain, pointsCell, shortTable, table } from './blocks.ts';
import type { Block, Cell } from './document.ts';
import type { Report, ReportShift } from './report.ts';
import type { Words } from './words.ts';

const mostShifts = 8;

export function changeBlocks({ changes, suspected, certainty, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const rows = changes.map((change): Cell[] => [
    plain(`${words.brand(change.brand)} · ${words.word('metrics', change.metric)}`),
    plain(words.stage(change.stage)),
    plain(words.engine(change.engine)),
    levelCell(change.metric, change.before, words),
    levelCell(change.metric, change.after, words),
    change.metric === 'visibility' ? pointsCell(change.difference, words) : plain(words.word('directions', change.direction)),
    plain(words.word('causes', change.cause ?? 'unknown')),
    plain(words.word('states', change.state)),
    plain(words.day(change.since)),
  ]);
  const columns = ['what', 'stage', 'engine', 'before', 'after', 'change', 'cause', 'state', 'since'] as const;
  const still = certainty.comparisons === 0 ? texts.summary.uncompared : texts.summary.unchanged;
  const told = rows.length > 0 ? [table(texts.text.changes, columns, rows, words)] : suspected.length > 0 ? [] : [paragraph(still)];
  const caption = say(texts.text.suspected, { count: words.number(certainty.comparisons) });
  return [...told, ...shiftTable(caption, suspected, brand, words)];
}

const levelCell = (metric: string, figure: Report['changes'][number]['before'], words: Words): Cell =>
  metric === 'averagePosition' && figure.value !== null ? countCell(figure.value, words) : figureCell(figure, words);

export function noiseBlocks({ noise, certainty, brand }: Report, words: Words): Block[] {
  const { texts, say } = words;
  const caption = say(texts.text.noise, {
    count: words.number(certainty.comparisons),
    floor: words.number(certainty.floor * 100),
  });
  return shiftTable(caption, noise, brand, words);
}

/** The own brand's first. */
function shiftTable(caption: string, shifts: readonly ReportShift[], own: string | null, words: Words): Block[] {
  const ordered = [...shifts.filter(({ brand }) => brand === own), ...shifts.filter(({ brand }) => brand !== own)];
  const toRow = ({ brand, stage, engine, before, after, difference }: ReportShift): Cell[] => [
    brandCell(brand, own, words),
    plain(words.stage(stage)),
    plain(words.engine(engine)),
    figureCell(before, words),
    figureCell(after, words),
    pointsCell(difference, words),
  ];
  return shortTable(caption, ['brand', 'stage', 'engine', 'before', 'after', 'change'], ordered, toRow, { words, most: mostShifts });
}
