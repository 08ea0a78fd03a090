import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOf, survivalByStage, type Talk } from '../../../src/domain/conversations/survival.ts';
import { stages, type Stage } from '../../../src/domain/journey.ts';
import { wilson } from '../../../src/domain/statistics/wilson.ts';

const three: Stage[] = ['awareness', 'consideration', 'decision'];

/** `+` named, `*` named and recommended, `-` answered without it, `x` lost; a turn a stage. */
const talk = (turns: string): Talk =>
  [...turns].map((sign, index) => ({
    turn: index + 1,
    stage: three[index] ?? 'decision',
    answered: sign !== 'x',
    named: sign === '+' || sign === '*',
    recommended: sign === '*' ? true : null,
  }));
const survive = (...talks: string[]) => survivalByStage(talks.map(talk), three);

test('a hand-counted case: where a brand is named, kept, comes in and drops out', () => {
  const [awareness, consideration, decision] = survive('+++', '++-', '+-+', '-+*', '---');
  expect(awareness).toMatchObject({ named: { numerator: 3, denominator: 5 }, kept: { value: null }, enters: 3, dropsOut: 0 });
  expect(consideration).toMatchObject({
    named: { numerator: 3, denominator: 5 },
    kept: { numerator: 2, denominator: 3 },
    enters: 1,
    dropsOut: 1,
  });
  expect(decision).toMatchObject({
    named: { numerator: 3, denominator: 5 },
    recommended: { numerator: 1, denominator: 5 },
    kept: { numerator: 2, denominator: 3 },
    enters: 0,
    dropsOut: 1,
  });
  // Two of three stay after the first stage, and of those three that are in then (one came in late) two stay again.
  expect(consideration?.survival.value).toBeCloseTo(2 / 3);
  expect(decision?.survival.value).toBeCloseTo((2 / 3) * (2 / 3));
});

test('without late comers and lost turns, survival is the plain share with its Wilson interval', () => {
  const decision = survive('+++', '+++', '++-', '+--', '+-+').at(-1);
  expect(decision?.survival.value).toBeCloseTo(2 / 5);
  const plain = wilson(2 / 5, 5) ?? [0, 0];
  expect(decision?.survival.interval?.[0]).toBeCloseTo(plain[0]);
  expect(decision?.survival.interval?.[1]).toBeCloseTo(plain[1]);
});

test('a conversation that loses a turn is missing afterwards, and is no brand that dropped out', () => {
  const decision = survive('+++', '++x').at(-1);
  expect(decision).toMatchObject({
    named: { numerator: 1, denominator: 1, missing: 1 },
    dropsOut: 0,
    survival: { value: 1, denominator: 1, missing: 1 },
  });
});

test('where nobody ever names the brand, or nothing was asked, survival is not measured', () => {
  expect(survive('---').at(-1)?.survival).toMatchObject({ value: null, interval: null });
  expect(survive().map(({ named }) => named.value)).toEqual([null, null, null]);
});

test('several turns at one stage count once', () => {
  const twice: Talk = talk('+-+').map((turn) => ({ ...turn, stage: turn.turn < 3 ? 'awareness' : 'decision' }));
  const [awareness, decision] = survivalByStage([twice], ['awareness', 'decision']);
  expect(awareness?.named).toMatchObject({ numerator: 1, denominator: 1 });
  expect(decision).toMatchObject({ kept: { numerator: 1, denominator: 1 }, dropsOut: 0 });
});

describe('the moments of a conversation', () => {
  test.each([
    ['-+*-', { comesIn: 2, recommended: 3, dropsOut: 4 }],
    ['+x', { comesIn: 1, recommended: null, dropsOut: null }],
    ['--', { comesIn: null, recommended: null, dropsOut: null }],
    ['+-+', { comesIn: 1, recommended: null, dropsOut: 2 }],
  ])('of %s', (turns, moments) => expect(momentsOf(talk(turns))).toEqual(moments));
});

const anyTalk = fc
  .array(fc.constantFrom('+', '*', '-'), { minLength: 0, maxLength: 5 })
  .map((signs) =>
    signs.map((sign, index) => ({ ...(talk(sign)[0] as Talk[number]), turn: index + 1, stage: stages[index] ?? 'advocacy' })),
  );

test('every share lies within its interval, survival never rises, and all conversations are counted or missing', () => {
  fc.assert(
    fc.property(fc.array(anyTalk, { maxLength: 30 }), (talks) => {
      const result = survivalByStage(talks, stages);
      let last = 1;
      for (const { named, recommended, kept, survival } of result) {
        for (const { value, interval, numerator, denominator } of [named, recommended, kept, survival]) {
          expect(numerator).toBeLessThanOrEqual(denominator);
          if (value === null || interval === null) continue;
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-12);
        }
        expect(named.denominator + named.missing).toBe(talks.length);
        if (survival.value !== null) expect(survival.value).toBeLessThanOrEqual(last + 1e-12);
        last = survival.value ?? last;
      }
    }),
    { numRuns: 60 },
  );
});
