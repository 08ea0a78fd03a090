import { createAnalyzer } from '../../src/domain/analysis/analyze.ts';
import { createHits, scan } from '../../src/domain/analysis/automaton.ts';
import { buildAutomaton } from '../../src/domain/analysis/build-automaton.ts';
import { createFoldedText, fold, foldInto } from '../../src/domain/analysis/fold.ts';
import { parsePanel } from '../../src/domain/analysis/panel.ts';
import { panelOf, readTexts } from './analyze-answers.ts';
import { hostileTexts } from './hostile-texts.ts';

const rounds = 40;
const warmUps = 12;
const panels = [50, 500, 1000];
const hostileSize = 2_000_000;

/**
 * What the whole analysis costs, JSON in to JSON out, in microseconds of processor time an answer, beside what parsing the JSON and one
 * pass of a 2,000-pattern automaton cost in the same run; then hostile texts as times of ordinary text, by byte and by UTF-16 unit.
 * Everything is measured in turns, so that a busy machine is busy for all of it; of the rounds the median counts, and the least is given.
 */
export function run(): object[] {
  const { texts, source } = readTexts();
  const lines = texts.map((text, index) => JSON.stringify({ id: `a${index}`, text }));
  const tasks = [
    () => lines.forEach((line) => JSON.parse(line)),
    automatonPass(texts),
    ...panels.map((brands) => wholeAnalysis(lines, brands)),
  ];
  const [parse, pass, ...analyses] = measure(tasks, lines.length) as [Cost, Cost, ...Cost[]];
  const units = Math.round(texts.reduce((total, text) => total + text.length, 0) / texts.length);
  return [
    { source, answers: texts.length, units, parseJsonUs: parse.median, automatonPassUs: pass.median },
    ...analyses.map(({ median, least }, index) => ({
      brands: panels[index],
      aliases: 4,
      usPerAnswer: median,
      leastUs: least,
      timesReferences: round(median / (parse.median + pass.median)),
      timesFiftyBrands: round(median / (analyses[0] as Cost).median),
    })),
    ...hostile(texts),
  ];
}

type Cost = { median: number; least: number };

/** Processor time of each task in microseconds an item, the tasks in turns. */
function measure(tasks: readonly (() => void)[], items: number): Cost[] {
  for (let i = 0; i < warmUps; i++) for (const task of tasks) task();
  const costs = tasks.map(() => [] as number[]);
  for (let i = 0; i < rounds; i++) for (const [index, task] of tasks.entries()) costs[index]?.push(timeOf(task) / items);
  return costs.map((list) => {
    const sorted = list.toSorted((a, b) => a - b);
    return { median: round(sorted[rounds >> 1] ?? 0), least: round(sorted[0] ?? 0) };
  });
}

function timeOf(task: () => void): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

function wholeAnalysis(lines: readonly string[], brands: number): () => void {
  const analyze = createAnalyzer(panelOf(brands));
  return () => lines.forEach((line) => JSON.stringify(analyze(JSON.parse(line))));
}

/** One pass over the folded texts: what nobody can go below. */
function automatonPass(texts: readonly string[]): () => void {
  const names = [...new Set(panelOf(500).brands.flatMap((brand) => brand.aliases.map((alias) => fold(alias.text))))];
  const automaton = buildAutomaton(names);
  const folded = texts.map((text) => {
    const out = createFoldedText(text.length * 2);
    foldInto(text, out);
    return out;
  });
  const hits = createHits();
  return () => folded.forEach((text) => scan(automaton, text.chars, 0, text.length, hits));
}

/** Ordinary text is the same answers as one long text, so that size itself is the same on both sides. */
function hostile(texts: readonly string[]): object[] {
  const brands = [...panelOf(46).brands, ...parsePanel({ brands: ['Target', '小米', '삼성'].map((name) => ({ id: name, name })) }).brands];
  const analyze = createAnalyzer({ brands });
  for (let i = 0; i < warmUps; i++) for (const text of texts) analyze({ id: 'x', text });
  const costOf = (text: string): number => Math.min(...[1, 2, 3].map(() => timeOf(() => analyze({ id: 'x', text }))));
  const long = texts.join('\n\n');
  const ordinary = long.repeat(Math.ceil(hostileSize / long.length));
  const ordinaryCost = costOf(ordinary);
  return Object.entries(hostileTexts).map(([name, make]) => {
    const text = make(hostileSize);
    const times = costOf(text) / ordinaryCost;
    return {
      hostile: name,
      timesPerByte: round((times * Buffer.byteLength(ordinary)) / Buffer.byteLength(text)),
      timesPerUnit: round((times * ordinary.length) / text.length),
    };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (import.meta.main) for (const row of run()) console.log(JSON.stringify(row));
