import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Found } from '../../../src/domain/alerting/found.ts';
import { settle, type Kept, type Step } from '../../../src/domain/alerting/settle.ts';
import { share } from '../../../src/domain/alerting/gone-pages.ts';
import { dayMs } from '../../../src/domain/durations.ts';

const now = Date.UTC(2026, 8, 1);
const at = (day: number) => new Date(now - day * dayMs).toISOString();

const found = (change: Partial<Found> = {}): Found => ({
  key: 'down/acme/consideration/openai/x',
  ruleId: null,
  metric: 'visibility',
  brand: 'acme',
  stage: 'consideration',
  engine: 'openai',
  direction: 'down',
  tier: 'sustained',
  cause: 'brand',
  before: share(5, 10),
  after: share(2, 10),
  series: [{ brand: 'acme', stage: 'consideration', engine: 'openai' }],
  since: at(10),
  openedAt: at(5),
  week: '2026-W35',
  recoveredAt: null,
  evidence: {},
  ...change,
});

/** What the steps leave, as the store keeps it. */
function apply(kept: Kept[], steps: Step[]): Kept[] {
  const after = new Map(kept.map((alert) => [alert.id, alert]));
  for (const step of steps) {
    const next = 'id' in step ? changed(after.get(step.id), step) : added(step);
    after.set(next.id, next);
  }
  return [...after.values()];
}

function added({ do: how, found: one }: Extract<Step, { do: 'open' | 'keep as past' }>): Kept {
  const state = how === 'keep as past' ? 'historical' : one.recoveredAt === null ? 'open' : 'recovered';
  return { ...one, id: one.key, state };
}

function changed(alert: Kept | undefined, step: Extract<Step, { id: string }>): Kept {
  if (alert === undefined) throw new Error('A step is about an alert that nobody keeps.');
  switch (step.do) {
    case 'rename':
      return { ...alert, key: step.key };
    case 'add series':
      return { ...alert, series: step.found.series };
    case 'recover':
      return { ...alert, state: alert.state === 'historical' ? 'historical' : 'recovered', recoveredAt: step.found.recoveredAt };
    case 'withdraw':
      return { ...alert, state: 'closed' };
  }
}

const anyFound = fc
  .record({
    since: fc.integer({ min: 0, max: 200 }),
    lag: fc.integer({ min: 0, max: 9 }),
    brand: fc.constantFrom('acme', 'bolt', null),
    ended: fc.boolean(),
  })
  .map(({ since, lag, brand, ended }) => {
    const opened = Math.max(0, since - lag);
    return found({
      key: `${brand}/${since}`,
      brand,
      since: at(since),
      openedAt: at(opened),
      recoveredAt: ended ? at(Math.max(0, opened - 3)) : null,
    });
  });

test('whatever was found, finding the same again changes nothing, and no key is opened twice', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyFound, { selector: ({ key }) => key, maxLength: 8 }),
      fc.uniqueArray(anyFound, { selector: ({ key }) => key, maxLength: 8 }),
      (first, second) => {
        const once = apply([], settle([], first, now));
        expect(settle(once, first, now)).toEqual([]);
        const later = settle(once, second, now);
        const twice = apply(once, later);
        const opened = later.flatMap((step) => (step.do === 'open' ? [step.found.key] : []));
        expect(opened.filter((key) => once.some((alert) => alert.key === key))).toEqual([]);
        expect(settle(twice, second, now)).toEqual([]);
      },
    ),
  );
});

test('what began to be told more than 14 days ago is past when it is first seen', () => {
  expect(settle([], [found({ openedAt: at(15) })], now)).toMatchObject([{ do: 'keep as past' }]);
  expect(settle([], [found({ openedAt: at(13) })], now)).toMatchObject([{ do: 'open' }]);
});

test('a recount that moves the start of a change by some sweeps does not tell it again', () => {
  const kept = apply([], settle([], [found()], now));
  const moved = found({ key: 'moved', since: at(13) });
  expect(settle(kept, [moved], now)).toEqual([{ do: 'rename', id: kept[0]?.id, key: 'moved' }]);
});

test('what was closed by hand stays closed, also when it recovers or spreads', () => {
  const [kept] = apply([], settle([], [found()], now));
  const more = [...found().series, { brand: 'acme', stage: 'awareness', engine: 'openai' }];
  expect(kept && settle([{ ...kept, state: 'closed' }], [found({ series: more, recoveredAt: at(1) })], now)).toEqual([]);
  expect(kept && settle([kept], [found({ series: more })], now)).toMatchObject([{ do: 'add series' }]);
});

test('an alert that a recount no longer shows is withdrawn', () => {
  const kept = apply([], settle([], [found()], now));
  expect(settle(kept, [], now)).toEqual([{ do: 'withdraw', id: kept[0]?.id }]);
});
