import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Prompt } from '../../src/web/api.ts';
import { effectOf, inverseOf, type PromptStep } from '../../src/web/prompt-changes.ts';
import { windowRows } from '../../src/web/window-rows.ts';
import { diffWords } from '../../src/web/word-diff.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '中', '文', 'é') });

test('a diff of two wordings holds both of them whole', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffWords(before, after);
      const side = (gone: string) =>
        parts
          .filter(({ kind }) => kind !== gone)
          .map((part) => part.text)
          .join('');
      expect([side('added'), side('removed')]).toEqual([before, after]);
    }),
  );
});

test('a diff shows the words that changed and no others', () => {
  expect(diffWords('best CRM for agencies', 'best CRM for small agencies')).toEqual([
    { kind: 'same', text: 'best CRM for ' },
    { kind: 'added', text: 'small ' },
    { kind: 'same', text: 'agencies' },
  ]);
  expect(diffWords('哪款最好', '哪个最好').filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '款' },
    { kind: 'added', text: '个' },
  ]);
});

test('whatever part of a long table is in sight is drawn, and the table is as high as all its rows', () => {
  const rowHeight = 46;
  fc.assert(
    fc.property(fc.nat(2000), fc.nat(100_000), fc.nat(1200), (count, scrollTop, height) => {
      const { start, end, before, after } = windowRows({ count, rowHeight, scrollTop, height });
      expect(before + (end - start) * rowHeight + after).toBe(count * rowHeight);
      const firstSeen = Math.floor(scrollTop / rowHeight);
      const lastSeen = Math.min(count, Math.ceil((scrollTop + height) / rowHeight));
      if (firstSeen < count) expect([start <= firstSeen, end >= lastSeen]).toEqual([true, true]);
      expect(end - start).toBeLessThan(60);
    }),
  );
});

const prompt = (id: string, more: Partial<Prompt>): Prompt => ({
  id,
  version: 1,
  intent: 'i',
  stage: 'awareness',
  language: 'en',
  text: id,
  branded: false,
  canary: false,
  touchpoint: null,
  persona: null,
  weight: 1,
  tags: [],
  archived: false,
  ...more,
});

/** What the server does with a step, on plain data. */
const apply = (all: Prompt[], step: PromptStep): Prompt[] =>
  all.map((one) => {
    if (step.kind === 'text') return one.id === step.id ? { ...one, text: step.text } : one;
    if (!step.ids.includes(one.id)) return one;
    const { stage = one.stage, language = one.language, addTags = [], removeTags = [], archived = one.archived } = step;
    return {
      ...one,
      stage,
      language,
      archived,
      tags: [...new Set([...one.tags, ...addTags])].filter((tag) => !removeTags.includes(tag)).toSorted(),
    };
  });

test('every change can be taken back, also where the prompts differed before', () => {
  const all = [
    prompt('a', { tags: ['x'] }),
    prompt('b', { stage: 'decision', language: 'zh-CN' }),
    prompt('c', { archived: true, tags: ['x', 'y'] }),
  ];
  const steps: PromptStep[] = [
    { kind: 'bulk', ids: ['a', 'b', 'c'], stage: 'advocacy' },
    { kind: 'bulk', ids: ['a', 'b'], language: 'de' },
    { kind: 'bulk', ids: ['a', 'b', 'c'], addTags: ['x'] },
    { kind: 'bulk', ids: ['a', 'b', 'c'], removeTags: ['x'] },
    { kind: 'bulk', ids: ['a', 'b', 'c'], archived: true },
    { kind: 'text', id: 'a', version: 1, text: 'new' },
  ];
  for (const step of steps) {
    const changed = apply(all, step);
    expect(changed).not.toEqual(all);
    expect(inverseOf(step, all).reduce(apply, changed)).toEqual(all);
  }
});

test('an edit moves its stage’s figure by its part of it at most', () => {
  const all = [
    prompt('a', {}),
    prompt('b', {}),
    prompt('c', { weight: 2 }),
    prompt('d', { stage: 'decision' }),
    prompt('e', { branded: true }),
  ];
  expect(effectOf(prompt('c', { weight: 2 }), all, 7)).toEqual({ answers: 7, share: 0.5, ofStage: 3 });
});
