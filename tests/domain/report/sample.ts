import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell } from '../../../src/domain/metrics/cell.ts';
import { survivalByStage } from '../../../src/domain/conversations/survival.ts';
import { describeReport, type ReportFacts } from '../../../src/domain/report/describe-report.ts';
import { periodOf } from '../../../src/domain/report/period.ts';
import type { Report } from '../../../src/domain/report/report.ts';
import { compare } from '../../../src/services/read-comparisons.ts';

const brands = [
  { key: 'acme', name: 'Acme', own: true },
  { key: 'bolt', name: '=HYPERLINK("http://evil.example")', own: false },
  { key: 'cirro', name: '云鹭 & <Cirro>', own: false },
];
const stages = ['awareness', 'consideration'];
const engines = ['openai', 'perplexity'];
const basis = { panels: [1], parsers: [1], models: ['m'], promptVersions: ['v'] };

/** How many of ten answers to a question name a brand, by rules: `turn` tells two periods apart. */
const hits = (brand: string, prompt: number, turn: number) =>
  prompt === 3 && brand === 'acme' ? 0 : (prompt * 3 + brand.length * 2 + turn * 2) % 8;

function cells(brand: string, stage: string, engine: string, turn: number): Cell[] {
  return Array.from({ length: 12 }, (_, prompt) => {
    const visible = hits(brand, prompt, turn);
    const counts = {
      ...emptyCounts(),
      answered: 10,
      failed: 1,
      visible,
      first: visible >> 1,
      brandsNamed: 12,
      brandsNamedSq: 30,
      besides: visible,
    };
    return { prompt: `${stage}-${prompt}`, version: 'v', intent: `${stage}/${prompt}`, stage, engine, weight: 1, counts };
  });
}

const counted = (turn: number) =>
  stages.flatMap((stage) =>
    engines.map((engine) => ({ stage, engine, ...basis, cellsOf: (brand: string) => cells(brand, stage, engine, turn) })),
  );
const pooled = (turn: number) =>
  stages.map((stage) => ({
    stage,
    engine: null,
    ...basis,
    cellsOf: (brand: string) => engines.flatMap((engine) => cells(brand, stage, engine, turn)),
  }));

const page = { url: 'https://reviews.example/best?a=1&b=2', title: '=1+1', domain: 'reviews.example', class: 'review', brand: null };

const { brand: _nobody, ...gapPage } = page;

const turn = (number: number, stage: 'awareness' | 'consideration', named: boolean) => ({
  turn: number,
  stage,
  answered: true,
  named,
  recommended: named,
});
const talks = Array.from({ length: 9 }, (_, i) => [turn(1, 'awareness', i < 6), turn(2, 'consideration', i < 4)]);

/** A report with something in every section, and texts that would break a careless file. */
export function sampleReport(more: Partial<ReportFacts> = {}): Report {
  const orders = [
    { engine: 'openai', brands: ['bolt', 'acme'], answers: 12 },
    { engine: 'openai', brands: ['bolt'], answers: 9 },
  ];
  const contests = counted(1).flatMap((one) => one.cellsOf('acme').map((cell) => ({ ...cell, orders, preferences: [] })));
  return describeReport({
    workspace: { slug: 'sample', name: 'Sample', simulated: true, timeZone: 'UTC' },
    period: periodOf('week', '2026-09-09'),
    brands,
    own: 'acme',
    engineNames: { openai: 'OpenAI API', perplexity: 'Perplexity API' },
    stages,
    pooled: { now: pooled(1), before: pooled(0) },
    each: { now: counted(1), before: counted(0) },
    branded: [],
    contests: { cells: contests, ...compare(contests, 'acme', ['acme', 'bolt', 'cirro']) },
    alerts: [],
    floor: 0.05,
    outlooks: [],
    notes: [],
    sources: {
      answers: 100,
      both: { answers: 100, before: 100 },
      pages: 3,
      gained: { total: 1, pages: [{ ...page, answers: 9, before: 0, namesUs: null }] },
      lost: {
        total: 1,
        pages: [{ ...page, url: 'https://acme.example/x', brand: 'acme', class: 'own', answers: 0, before: 30, namesUs: true }],
      },
      gaps: {
        total: 40,
        pages: [
          {
            ...gapPage,
            answers: 8,
            cited: 7,
            leftOut: 6,
            basis: 'page',
            prompts: 3,
            brands: [{ brand: 'bolt', answers: 8 }],
            stages: [{ stage: 'awareness', answers: 8 }],
            touchpoints: ['review'],
            sentence: null,
          },
        ],
      },
    },
    conversations: {
      ended: 9,
      lost: 1,
      customers: 3,
      brands: brands.map(({ key }) => ({
        brand: key,
        stages: survivalByStage(talks, ['awareness', 'consideration']).map(({ stage, named, recommended, survival }) => ({
          stage,
          named,
          recommended,
          survival,
        })),
      })),
    },
    texts: [{ id: 'awareness-3', text: '@SUM(A1) 哪款客户管理系统好？', language: 'zh-CN' }],
    stopped: [{ engine: 'gemini', status: 'stopped' }],
    ...more,
  });
}
