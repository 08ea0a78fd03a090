import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell, Figure } from '../../../src/domain/metrics/cell.ts';
import type { ToldAlert } from '../../../src/domain/report/changes.ts';
import { toDocument } from '../../../src/domain/report/document.ts';
import { reportLanguages, reportSchema, type Report } from '../../../src/domain/report/report.ts';
import { reportPage } from '../../../src/files/report-html.ts';
import { reportText } from '../../../src/files/report-text.ts';
import { compare } from '../../../src/services/read-comparisons.ts';
import { sampleReport } from './sample.ts';

const odd = [
  'Acme',
  '🚀 Rakete',
  'نجمة الشرق',
  '<script>alert(1)</script>',
  '=cmd|"/c calc"!A1',
  'Ж'.repeat(300),
  '{{brand}}',
  'a\u202eb',
  '0',
];
const basis = { panels: [1], parsers: [1], models: ['m'], promptVersions: ['v'] };
const nothing = { total: 0, pages: [] };
const sources = { answers: 1, both: { answers: 1, before: 1 }, pages: 0, gained: nothing, lost: nothing, gaps: nothing };

type World = {
  names: string[];
  stages: string[];
  engines: string[];
  prompts: number;
  answered: number;
  failed: number;
  /** Of the answers to a prompt, how many name a brand; the own brand is the first. */
  visible: (brand: number, prompt: number, turn: number) => number;
  before?: boolean;
  /** How many of the first brands are one's own. */
  own?: number;
};

/** A report of a workspace made up by rules, over the same code that reads a real one. */
function reportOf(world: World, alerts: ToldAlert[] = []): Report {
  const { names, stages, engines, answered, failed } = world;
  const keys = names.map((_, i) => `b${i}`);
  const cellsOf = (brand: string, stage: string, turn: number): Cell[] =>
    Array.from({ length: world.prompts }, (_, at) => {
      const named = keys.map((_key, i) => Math.min(answered, world.visible(i, at, turn)));
      const visible = named[keys.indexOf(brand)] ?? 0;
      const counts = {
        ...emptyCounts(),
        answered,
        failed,
        visible,
        first: visible,
        brandsNamed: visible,
        brandsNamedSq: visible,
        besides: visible,
      };
      const orders = keys.map((key, i) => ({ engine: 'e', brands: [key], answers: named[i] ?? 0 })).filter((order) => order.answers > 0);
      return { prompt: `${stage}-${at}`, version: 'v', intent: `${stage}/${at}`, stage, weight: 1, counts, orders, preferences: [] };
    });
  const counted = (engine: string | null, turn: number) =>
    stages.map((stage) => ({ stage, engine, ...basis, cellsOf: (brand: string) => cellsOf(brand, stage, turn) }));
  const each = (turn: number) => engines.flatMap((engine) => counted(engine, turn));
  const contests = stages.flatMap((stage) => cellsOf(keys[0] ?? '', stage, 1));
  const past = world.before === false;
  return sampleReport({
    brands: names.map((name, i) => ({ key: `b${i}`, name, own: i < (world.own ?? 1) })),
    own: world.own === 0 ? null : (keys[0] ?? null),
    stages,
    pooled: { now: counted(null, 1), before: past ? [] : counted(null, 0) },
    each: { now: each(1), before: past ? [] : each(0) },
    contests: { cells: contests, ...compare(contests, keys[0] ?? '', keys) },
    alerts,
    sources,
    conversations: null,
    texts: stages.flatMap((stage) =>
      Array.from({ length: world.prompts }, (_, i) => ({ id: `${stage}-${i}`, text: `Q ${i}?`, language: 'en' })),
    ),
    stopped: [],
  });
}

const small: World = {
  names: ['Acme', 'Bolt', 'Cirro'],
  stages: ['awareness', 'consideration'],
  engines: ['openai'],
  prompts: 12,
  answered: 10,
  failed: 0,
  visible: () => 5,
};
const summary = (world: Partial<World>, alerts?: ToldAlert[]) => reportOf({ ...small, ...world }, alerts).summary.en ?? '';

const figure = (value: number): Figure => ({
  value, numerator: value * 100, denominator: 100, prompts: 10, intents: 10, runs: 100, missing: 0, panel: [value - 0.05, value + 0.05], market: null,
}); // prettier-ignore
const alert = (more: Partial<ToldAlert>): ToldAlert => ({
  id: 'a', metric: 'visibility', brand: 'b0', stage: 'awareness', engine: 'openai', direction: 'down', tier: 'sustained', cause: 'brand', state: 'open',
  series: [], before: figure(0.4), after: figure(0.2), since: new Date('2026-09-07'), openedAt: new Date('2026-09-08'), recoveredAt: null, ...more,
}); // prettier-ignore

test('whatever a workspace is like, its report has figures, words or an honest gap in every place, in every language', () => {
  const worlds = fc.record({
    names: fc.uniqueArray(fc.constantFrom(...odd), { minLength: 0, maxLength: 5 }),
    stages: fc.subarray(['awareness', 'consideration', 'decision', 'retention', 'advocacy'], { minLength: 1 }),
    engines: fc.subarray(['openai', 'gemini'], { minLength: 1 }),
    prompts: fc.constantFrom(1, 2, 11),
    answered: fc.constantFrom(0, 1, 7),
    failed: fc.constantFrom(0, 1, 40),
    before: fc.boolean(),
    share: fc.constantFrom(0, 1, 100),
    own: fc.constantFrom(0, 1, 2),
  });
  fc.assert(
    fc.property(worlds, ({ share, ...world }) => {
      const report = reportOf({ ...world, visible: (brand, prompt, turn) => Math.min(share, (brand + 1) * prompt + turn * share) });
      expect(() => reportSchema.parse(report)).not.toThrow();
      for (const language of reportLanguages) {
        const document = toDocument(report, language);
        const text = world.names.reduce((left, name) => left.replaceAll(name, 'B'), reportText(document));
        expect(text).not.toMatch(/NaN|undefined|\bnull\b|Infinity|\[object|\{\{|\}\}/);
        // Nothing was left out of a sentence.
        expect(text).not.toMatch(/: \.|：。|\(\)|（）|“”|\S  \w|[，,]\s*[。.]/);
        expect(text).not.toMatch(
          /(?<![\d.])1 (?:answers|questions|moves|pages|points|comparisons)\b|[^.\d]\b(?:[2-9]|\d{2,}) (?:answer|question|move|page|comparison)\b/,
        );
        for (const { blocks } of document.sections) {
          expect(blocks.length).toBeGreaterThan(0);
          for (const block of blocks) if (block.kind === 'table') expect(block.rows.length).toBeGreaterThan(0);
        }
        expect(reportPage(document)).not.toContain('<script>alert');
      }
    }),
    { numRuns: 25 },
  );
});

test('Chinese texts keep to Chinese punctuation', () => {
  const report = reportOf({ ...small, visible: (brand, _prompt, turn) => 2 + brand + turn });
  for (const language of ['zh-CN', 'zh-TW'] as const) {
    const text = reportText(toDocument(report, language));
    expect(text).not.toMatch(/\p{sc=Han}[:,;(]|% \(/u);
  }
});

test('where no brand is marked as one’s own, the report says so and where to mark it, and speaks for nobody', () => {
  const report = reportOf({ ...small, own: 0, visible: (brand) => 2 + 3 * brand });
  expect(report).toMatchObject({ brand: null, actions: [], prompts: { never: [] }, certainty: { branded: { value: null } } });
  const said = { en: 'mark it under Brands', 'zh-CN': '“品牌”页标记', 'zh-TW': '「品牌」頁標記' };
  for (const language of reportLanguages) {
    const document = toDocument(report, language);
    expect(report.summary[language]).toContain(said[language]);
    expect(document.sections.map(({ id }) => id)).toEqual(['summary', 'changes', 'noise', 'stages', 'sources', 'certainty']);
    expect(reportText(document)).not.toMatch(/\b(?:our|us|we)\b|我们|我們/);
  }
});

describe('the opening words are true', () => {
  test('where two competitors are named equally often, neither is called first', () => {
    const level = summary({ visible: (brand) => (brand === 0 ? 2 : 4) });
    expect(level).toContain('Bolt and Cirro are named most, each in');
    expect(level).not.toContain('more than any other');
    expect(summary({ visible: (brand) => (brand === 2 ? 6 : 3) })).toMatch(/\d+ name Cirro, more than any other competitor/);
  });

  test('one competitor is not said to be ahead of others', () => {
    const alone = summary({ names: ['Acme', 'Bolt'], visible: (brand) => 2 + brand });
    expect(alone).toMatch(/name Bolt\./);
    expect(alone).not.toContain('other competitor');
  });

  test('a second brand of one’s own is no competitor', () => {
    const two = reportOf({ ...small, own: 2, visible: (brand) => 2 + (brand === 1 ? 6 : 0) });
    expect(two.summary.en).toMatch(/name Cirro\./);
    expect(JSON.stringify([two.competitors.instead, two.prompts])).not.toContain('b1');
  });

  test('a first period is not called unchanged', () => {
    expect(summary({ before: false })).toContain('cannot be told');
    expect(summary({ before: false })).not.toContain('Nothing has changed');
    expect(summary({})).toContain('Nothing has changed by more than chance explains.');
  });

  test('what stands out but is not sure yet is not called nothing', () => {
    const moved = summary({ visible: (brand, _prompt, turn) => (brand === 1 ? 2 + 6 * turn : 5) });
    expect(moved).toMatch(/\d+ moves look real/);
    expect(moved).not.toContain('Nothing has changed');
  });

  test('alerts on other figures, and those that are over, are told of', () => {
    const other = summary({}, [alert({ metric: 'shareOfVoice' })]);
    expect(other).toContain('An alert stands behind 1 more change, listed below.');
    expect(other).not.toContain('Nothing has changed');
    const over = summary({}, [alert({ openedAt: new Date('2026-08-20'), recoveredAt: new Date('2026-09-09'), state: 'recovered' })]);
    expect(over).not.toContain('Nothing has changed');
    const many = summary(
      {},
      Array.from({ length: 5 }, (_, i) => alert({ id: `a${i}` })),
    );
    expect(many).toContain('An alert stands behind 2 more changes');
  });

  test('while something goes on, only the rest is called unchanged', () => {
    const ongoing = summary({}, [alert({ openedAt: new Date('2026-08-20') })]);
    expect(ongoing).toMatch(/Still going on: .*\. Nothing else has changed/);
  });

  test('what is not all is not shown as 100%, and what is not none not as 0%', () => {
    const all = (visible: number) => summary({ prompts: 1, answered: 2000, visible: (brand) => (brand === 0 ? visible : 0) });
    expect(all(1995)).toContain('99.8% (');
    expect(all(2000)).toContain('100% (');
    expect(all(1)).toContain('0.1% (');
  });
});

describe('what to do', () => {
  const changes = (alerts: ToldAlert[]) => reportOf(small, alerts).actions.filter(({ kind }) => kind === 'change');

  test('fewer negative answers are nothing to put right, more of them are', () => {
    expect(changes([alert({ metric: 'negativeShare', direction: 'down' })])).toEqual([]);
    expect(changes([alert({ metric: 'negativeShare', direction: 'up' })])).toHaveLength(1);
    expect(summary({}, [alert({ metric: 'negativeShare', direction: 'up' })])).toContain('the rise of negative answers since');
  });
});
