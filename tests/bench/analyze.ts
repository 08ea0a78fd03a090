import { existsSync, readFileSync } from 'node:fs';
import { createHits, scan } from '../../src/domain/analysis/automaton.ts';
import { buildAutomaton } from '../../src/domain/analysis/build-automaton.ts';
import { createAnalyzer } from '../../src/domain/analysis/analyze.ts';
import { createFoldedText, fold, foldInto } from '../../src/domain/analysis/fold.ts';
import { parsePanel, type Panel } from '../../src/domain/analysis/panel.ts';

const realAnswers = new URL('../../../shared/data/answers/', import.meta.url);
const rounds = 25;

/** What analysis costs, in microseconds an answer and as ratios, beside what parsing the JSON and one automaton pass cost in the same run. */
export async function run(): Promise<object[]> {
  const { texts, source } = readTexts();
  const lines = texts.map((text, index) => JSON.stringify({ id: `a${index}`, text }));
  const parse = median(lines, () => lines.forEach((line) => JSON.parse(line)));
  const plain = measurePlainPass(texts);
  const small = measurePanel(lines, 50);
  const large = measurePanel(lines, 1000);
  const characters = Math.round(texts.reduce((total, text) => total + text.length, 0) / texts.length);
  const figures: object[] = [
    { bench: 'analyze', source, answers: texts.length, characters, jsonParseUs: parse, plainPassUs: plain },
    { bench: 'analyze 50 brands × 4', usPerAnswer: small, timesReference: round(small / (parse + plain)) },
    { bench: 'analyze 1000 brands × 4', usPerAnswer: large, timesOfSmall: round(large / small) },
    ...hostileRatios(small / characters),
  ];
  for (const figure of figures) process.stdout.write(`${JSON.stringify(figure)}\n`);
  return figures;
}

export function readTexts(): { texts: string[]; source: string } {
  const files = ['chatgpt_1.jsonl', 'google_ai_mode_1.jsonl'].map((name) => new URL(name, realAnswers));
  if (files.every((file) => existsSync(file))) {
    const texts = files.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map((line) => String(JSON.parse(line).response))); // prettier-ignore
    return { texts, source: 'real answers' };
  }
  const item = (i: number): string =>
    `${i}. **${brandName(i)}** – Easy to use and affordable, though support can be slow ([site${i}.com](https://site${i}.com/a?utm_source=x)).\n\n`;
  return { texts: Array.from({ length: 200 }, (_, n) => Array.from({ length: 22 }, (__, i) => item(i + n)).join('')), source: 'made up' };
}

const real =
  'Ninja Samsung Sony Breville Google Audio-Technica Garmin Philips HP ASUS Dell LG Vitamix Apple Anker Dyson Nike Oral-B TP-Link All-Clad Acer Amazon GreenPan JBL Theragun Jabra Hisense Yamaha hOmeLabs Lenovo Nectar Netgear Tramontina Travelpro Fluance Wilson Columbia OnePlus Gaggia Saucony Polar Netflix Brother Neutrogena CeraVe T-Mobile Mercedes-Benz Porsche Lucid Arlo'.split(
    ' ',
  );
const heads = 'Nor Bel Cal Dar Ven Zan Kor Lum Pra Tri Vex Qua Ora Fen Gil Hal Jax Myr Rud Sol'.split(' ');
const tails = 'tek via lon dora mint zen core wave lytic forge desk byte flow nix pal gen lab sy ly io'.split(' ');

function brandName(index: number): string {
  const made = `${heads[index % 20]}${tails[Math.floor(index / 20) % 20]}${index >= 400 ? ['Pro', 'Cloud', 'One', 'HQ'][Math.floor(index / 400) % 4] : ''}`;
  return real[index] ?? made;
}

export function panelOf(brands: number): Panel {
  return parsePanel({
    brands: Array.from({ length: brands }, (_, i) => ({
      id: `b${i}`,
      name: brandName(i),
      aliases: [`${brandName(i)} Inc`, `${brandName(i)} Group`, `${brandName(i)} ${i}x`],
      domains: [`brand${i}.example`],
    })),
  });
}

function measurePanel(lines: readonly string[], brands: number): number {
  const analyze = createAnalyzer(panelOf(brands));
  return median(lines, () => lines.forEach((line) => JSON.stringify(analyze(JSON.parse(line)))));
}

/** One pass of an automaton of 2,000 names over the folded texts: what nobody can go below. */
function measurePlainPass(texts: readonly string[]): number {
  const names = [...new Set(panelOf(500).brands.flatMap((brand) => brand.aliases.map((alias) => fold(alias.text))))];
  const automaton = buildAutomaton(names);
  const folded = texts.map((text) => {
    const out = createFoldedText(text.length * 2);
    foldInto(text, out);
    return out;
  });
  const hits = createHits();
  return median(texts, () => folded.forEach((text) => scan(automaton, text.chars, 0, text.length, hits)));
}

function median(items: readonly unknown[], work: () => void): number {
  for (let i = 0; i < 10; i++) work();
  const costs = Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / items.length;
  }).toSorted((a, b) => a - b);
  return round(costs[Math.floor(rounds / 2)] ?? 0);
}

/** Cost per character of hostile text, in times of ordinary text. */
function hostileRatios(ordinary: number): object[] {
  const analyze = createAnalyzer(panelOf(50));
  const size = 2_000_000;
  const shapes: Record<string, string> = {
    brackets: '['.repeat(size),
    'one letter': 'a'.repeat(size),
    'nested lists': Array.from({ length: size / 50 }, (_, i) => `${' '.repeat(i % 80)}- item`).join('\n'),
    'one alias': 'Samsung '.repeat(size / 8),
    'combining marks': 'e\u0301\u0301\u0301'.repeat(size / 4),
  };
  return Object.entries(shapes).map(([bench, text]) => {
    const costs = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage();
      analyze({ id: 'x', text });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / text.length;
    });
    return { bench: `hostile: ${bench}`, timesOrdinary: round(Math.min(...costs) / ordinary) };
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

if (import.meta.main) await run();
