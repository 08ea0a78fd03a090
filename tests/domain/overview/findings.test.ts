import { expect, test } from 'vitest';
import { emptyCounts } from '../../../src/domain/metrics/add-cells.ts';
import type { Cell, Figure } from '../../../src/domain/metrics/cell.ts';
import { figures } from '../../../src/domain/metrics/index.ts';
import { changeOf } from '../../../src/domain/overview/change.ts';
import { findingsOf, type OpenAlert, type StageReading } from '../../../src/domain/overview/findings.ts';

/** Twelve prompts, ten answers each, of which the given share names the brand. */
const cells = (share: number): Cell[] =>
  Array.from({ length: 12 }, (_, index) => ({
    prompt: `p${index}`,
    intent: `i${index}`,
    stage: 'consideration',
    weight: 1,
    counts: { ...emptyCounts(), answered: 10, visible: Math.round(share * 10) },
  }));
const figure = (share: number): Figure => figures(cells(share), ['visibility']).visibility;
const nothing = figures([], ['visibility']).visibility;

const reading = (share: number, before: number, parts: Partial<StageReading> = {}): StageReading => ({
  stage: 'consideration',
  visibility: figure(share),
  change: changeOf(cells(before), cells(share)),
  dropOff: null,
  engines: [],
  brands: [],
  ...parts,
});
const kinds = (stage: StageReading, alerts: OpenAlert[] = []) =>
  findingsOf([stage], alerts).map(({ kind, sure }) => (sure ? `${kind}: ${sure}` : kind));

test('a stage that was not asked about is not called invisible', () => {
  expect(kinds({ ...reading(0.4, 0.4), visibility: nothing })).toEqual(['unmeasured']);
});

test('what chance explains is said to be within chance', () => {
  expect(kinds(reading(0.4, 0.4))).toEqual(['level', 'change: chance']);
});

test('a clear difference without an alert is likely, not real', () => {
  expect(kinds(reading(0.2, 0.7))).toEqual(['level', 'change: likely']);
});

test('an alert is real, with its engine and since when, and takes the place of the comparison', () => {
  const alert: OpenAlert = {
    id: 'a1',
    stage: 'consideration',
    engine: 'perplexity',
    direction: 'down',
    before: figure(0.5),
    after: figure(0.4),
    since: '2026-11-03T00:00:00.000Z',
  };
  const [level, told, ...rest] = findingsOf([reading(0.4, 0.5)], [alert]);
  expect(level).toMatchObject({ kind: 'level', value: expect.closeTo(0.4, 10) as number });
  expect(told).toMatchObject({
    kind: 'alert',
    engine: 'perplexity',
    value: expect.closeTo(-0.1, 10) as number,
    since: alert.since,
    alert: 'a1',
    sure: 'real',
  });
  expect(rest).toEqual([]);
});

test('a rival is ahead only where the intervals are apart', () => {
  const brands = (rival: number) => [
    { brand: 'acme', own: true, visibility: figure(0.4), shareOfVoice: nothing },
    { brand: 'bolt', own: false, visibility: figure(rival), shareOfVoice: nothing },
  ];
  expect(kinds(reading(0.4, 0.4, { brands: brands(0.9) }))).toContain('behind: likely');
  expect(kinds(reading(0.4, 0.4, { brands: brands(0.5) }))).toContain('behind: chance');
  expect(kinds(reading(0.4, 0.4, { brands: brands(0.1) }))).toContain('ahead: likely');
});

test('what is lost to the next stage is told where the interval holds no zero', () => {
  const lost = (low: number) => reading(0.4, 0.4, { dropOff: { next: 'decision', value: 0.3, interval: [low, 0.5] } });
  expect(kinds(lost(0.1))).toContain('dropOff: likely');
  expect(kinds(lost(-0.1))).not.toContain('dropOff: likely');
});
