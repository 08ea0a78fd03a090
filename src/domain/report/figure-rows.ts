import type { Figure } from '../metrics/cell.ts';
import { reportLanguages, type Report } from './report.ts';

/** Every figure of a report is a row: where it stands, whose it is, and all that a figure carries. */
export const figureColumns = [
  'section',
  'item',
  'brand',
  'stage',
  'engine',
  'metric',
  'period',
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
  'prompts',
  'intents',
  'runs',
  'missing',
  'panelLow',
  'panelHigh',
  'marketLow',
  'marketHigh',
  'flagged',
] as const;
type Column = (typeof figureColumns)[number];
export type FigureRow = Partial<Record<Column, string | number | boolean | null>>;
type Place = Pick<FigureRow, 'section' | 'item' | 'brand' | 'stage' | 'engine' | 'period'>;

/**
 * All numbers of a report, found wherever they stand in it, so that no file can leave one out. A difference or a drop-off has
 * `low` and `high`; a plain count has its `value` only. A paragraph in a model's words stands first, beside that of the rules.
 */
export function figureRows(report: Report): FigureRow[] {
  const { period, actions: _actions, summary, reworded, workspace: _workspace, brands: _brands, version: _version, ...sections } = report;
  const place = { period: period.label };
  const words = reportLanguages.flatMap((language) => {
    const other = reworded[language];
    const section = `summary.${language}`;
    if (!other) return [];
    return [
      { ...place, section, metric: 'rules', item: summary[language] },
      { ...place, section, metric: `reworded by ${other.model}`, item: other.text },
    ];
  });
  return [...words, ...Object.entries(sections).flatMap(([section, content]) => walk(content, { ...place, section }, ''))];
}

function walk(value: unknown, place: Place, name: string): FigureRow[] {
  if (typeof value === 'number') return [{ ...place, metric: name, value }];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one) => walk(one, place, name));
  if (isFigure(value)) return [rowOf(value, place, name)];
  const here = narrow(value, place);
  if (isBounded(value)) {
    const { value: number, interval, ...rest } = value;
    const row = { ...here, metric: name, value: number, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
    return [row, ...walk(rest, here, name)];
  }
  return Object.entries(value).flatMap(([key, inner]) => walk(inner, here, nameOf(name, key, inner)));
}

/** Lists say what their entries are by themselves. */
const nameOf = (name: string, key: string, inner: unknown): string => {
  const isContainer = Array.isArray(inner) || (typeof inner === 'object' && inner !== null && !isFigure(inner) && !isBounded(inner));
  if (isContainer) return Array.isArray(inner) ? name : [name, key].filter(Boolean).join('.');
  return [name, key].filter(Boolean).join('.');
};

function narrow(value: object, place: Place): Place {
  const words: Record<string, string> = {};
  for (const [key, word] of Object.entries(value)) {
    if (typeof word !== 'string') continue;
    if (key === 'brand' || key === 'stage' || key === 'engine') words[key] = word;
    else if (['url', 'text', 'rival', 'class', 'to'].includes(key)) words['item'] ??= word;
  }
  return { ...place, ...words };
}

const isFigure = (value: object): value is Figure => 'numerator' in value && 'denominator' in value && 'panel' in value;
const isBounded = (value: object): value is { value: number | null; interval: readonly [number, number] | null } =>
  'value' in value && 'interval' in value;

function rowOf(figure: Figure, place: Place, metric: string): FigureRow {
  const { value, numerator, denominator, prompts, intents, runs, missing, panel, market, flagged } = figure;
  const bounds = {
    panelLow: panel?.[0] ?? null,
    panelHigh: panel?.[1] ?? null,
    marketLow: market?.[0] ?? null,
    marketHigh: market?.[1] ?? null,
  };
  return { ...place, metric, value, numerator, denominator, prompts, intents, runs, missing, ...bounds, flagged: flagged ?? false };
}
