import { expect, test } from 'vitest';
import type { Prompt, PromptFigures } from '../../src/web/api.ts';
import { additionOf, isReady, type PromptDraft } from '../../src/web/prompt-changes.ts';

const draft: PromptDraft = { text: 'Which one?', stage: 'decision', language: 'en', intent: 'choice', tags: [], canary: false };
const prompt = (more: Partial<Prompt>) => ({ stage: 'decision', weight: 1, branded: false, canary: false, ...more }) as Prompt;
const costing = (usdPerMonth: number | null) => ({ usdPerMonth }) as PromptFigures;

test('a new prompt shares its stage’s figure with those that are counted in it, by weight', () => {
  const all = [prompt({}), prompt({ weight: 2 }), prompt({ stage: 'awareness' }), prompt({ branded: true }), prompt({ canary: true })];
  expect(additionOf(draft, all, [])).toEqual({ share: 0.25, ofStage: 3, usdPerMonth: null });
  expect(additionOf({ ...draft, stage: 'advocacy' }, all, [])).toMatchObject({ share: 1, ofStage: 1 });
});

test('it costs what a prompt costs now; one that was never paid for says nothing', () => {
  expect(additionOf(draft, [], [costing(1), costing(null), costing(2)]).usdPerMonth).toBe(1.5);
});

test('it can be added once text, language and intent are there', () => {
  expect(isReady(draft)).toBe(true);
  for (const missing of [{ text: ' a ' }, { language: 'e' }, { intent: ' ' }]) expect(isReady({ ...draft, ...missing })).toBe(false);
});
