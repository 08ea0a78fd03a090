import type { Outlook } from '../alerts/alert.ts';
import type { Cell } from '../metrics/cell.ts';
import { figures } from '../metrics/index.ts';
import { chanceOfNone } from '../alerting/gone-pages.ts';
import { trendMarks } from '../trend-marks.ts';
import { findActions } from './actions.ts';
import { describeChanges, isTold, type ToldAlert } from './changes.ts';
import { namedInstead, rivalsOf } from './competitors.ts';
import { allShifts, describeEngines, describeStages, observe, totals, type Counted, type TwoPeriods } from './figures.ts';
import type { ReportPeriod } from './period.ts';
import { describePrompts, type PromptText } from './prompts.ts';
import { reportLanguages, reportVersion, type Report, type ReportData, type ReportGap, type ReportPage } from './report.ts';
import { sortShifts } from './shift.ts';
import { summarize } from './summary.ts';

/** What counts rest on. */
type Basis = { panels: number[]; parsers: number[]; models: string[]; promptVersions: string[] };
type Based = Counted & Basis;

export type SourceFacts = {
  answers: number;
  /** Answers to questions that both periods asked, in each. */
  both: { answers: number; before: number };
  pages: number;
  gained: { total: number; pages: Omit<ReportPage, 'chance'>[] };
  lost: { total: number; pages: Omit<ReportPage, 'chance'>[] };
  gaps: { total: number; pages: ReportGap[] };
};

/** All that a report is made of. */
export type ReportFacts = {
  workspace: Report['workspace'];
  period: ReportPeriod;
  brands: Report['brands'];
  engineNames: Report['engineNames'];
  own: string | null;
  /** In the order of the journey. */
  stages: readonly string[];
  pooled: { now: readonly Based[]; before: readonly Based[] };
  each: TwoPeriods;
  branded: readonly Counted[];
  contests: Omit<Report['competitors'], 'instead'> & { cells: readonly Cell[] };
  alerts: readonly ToldAlert[];
  /** What difference looks like a change, 0..1. */
  floor: number;
  outlooks: readonly Outlook[];
  notes: readonly string[];
  sources: SourceFacts;
  conversations: Report['conversations'];
  texts: readonly PromptText[];
  stopped: Report['certainty']['stopped'];
};

type Figures = Omit<ReportData, 'actions' | 'sources'>;

/** Makes the report; the same facts make the same report. */
export const describeReport = ({ sources, ...facts }: ReportFacts): Report => addSources(describeFigures(facts), sources);

/** All but what pages are in; by far the longer part, and had while they are still being counted. */
export function describeFigures(facts: Omit<ReportFacts, 'sources'>): Figures {
  const { own, pooled, each, stages, period } = facts;
  const keys = facts.brands.map(({ key }) => key);
  const engines = [...new Set([...each.now, ...each.before].map(({ engine }) => engine ?? ''))].toSorted();
  const changes = describeChanges(facts.alerts, new Date(`${period.from}T00:00:00Z`), new Date(`${period.to}T00:00:00Z`));
  const { suspected, noise, comparisons } = sortShifts(
    allShifts(keys, each).filter((shift) => !isTold(shift, facts.alerts, changes)),
    facts.floor,
  );
  const { cells, ...contests } = facts.contests;
  // A second brand of one's own is no competitor.
  const rivals = rivalsOf(facts.brands, own).map(({ key }) => key);
  return {
    version: reportVersion,
    workspace: facts.workspace,
    period,
    brand: own,
    brands: facts.brands,
    engineNames: facts.engineNames,
    changes,
    suspected,
    noise,
    total: totals(keys, pooled),
    stages: describeStages(stages, keys, own, pooled),
    conversations: facts.conversations,
    engines: describeEngines(engines, stages, keys, own, each),
    competitors: { ...contests, instead: own === null ? [] : namedInstead(cells, own, stages, rivals) },
    prompts: describePrompts(pooled.now, facts.texts, own, rivals),
    certainty: describeCertainty(facts, comparisons),
  };
}

/** The whole report: its pages, what to do, and its opening words. */
export function addSources(counted: Figures, sources: SourceFacts): Report {
  const told = { ...counted, sources: describeSources(sources) };
  const data = { ...told, actions: findActions(told) };
  const summary = Object.fromEntries(reportLanguages.map((language) => [language, summarize(data, language)]));
  return { ...data, summary: summary as Report['summary'], reworded: {} };
}

function describeSources({ gained, lost, gaps, answers, both, pages }: SourceFacts): Report['sources'] {
  const all = both.answers + both.before;
  const known = both.answers > 0 && both.before > 0;
  return {
    answers,
    pages,
    gained: {
      total: gained.total,
      pages: gained.pages.map((page) => ({ ...page, chance: known ? chanceOfNone(page.answers, both.before, all) : null })),
    },
    lost: {
      total: lost.total,
      pages: lost.pages.map((page) => ({ ...page, chance: known ? chanceOfNone(page.before, both.answers, all) : null })),
    },
    gaps,
  };
}

function describeCertainty(facts: Omit<ReportFacts, 'sources'>, comparisons: number): Report['certainty'] {
  const { own, pooled, branded, period } = facts;
  const brand = own ?? '';
  const { prompts, intents } = figures(
    pooled.now.flatMap((one) => one.cellsOf(brand)),
    ['visibility'],
  ).visibility;
  return {
    observations: observe(pooled.now),
    prompts,
    intents,
    stopped: facts.stopped,
    notes: [...facts.notes],
    marks: pooled.before.length === 0 ? [] : trendMarks([basisOf(period.before.from, pooled.before), basisOf(period.from, pooled.now)]),
    smallestDrops: facts.outlooks
      .filter((outlook) => outlook.brand === own)
      .map(({ stage, engine, smallestDrop, state }) => ({ stage, engine, drop: smallestDrop, state })),
    comparisons,
    floor: facts.floor,
    branded: figures(own === null ? [] : branded.flatMap((one) => one.cellsOf(own)), ['visibility']).visibility,
  };
}

function basisOf(start: string, counted: readonly Based[]) {
  const all = (pick: (one: Based) => (string | number)[]) => [...new Set(counted.flatMap(pick).map(String))].toSorted();
  const prompts = all((one) => one.promptVersions);
  return {
    start,
    panel: all((one) => one.panels),
    parser: all((one) => one.parsers),
    model: all((one) => one.models),
    prompts,
    promptsName: `${prompts.length}`,
  };
}
