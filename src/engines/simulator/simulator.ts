import type { Stage } from '../../domain/journey.ts';
import { composeAnswer } from './answer.ts';
import type { Ask, SimulatedAnswer } from './answer.ts';
import { detectLanguage } from './language.ts';
import type { AnswerLanguage } from './language.ts';
import type { Market } from './market.ts';
import { hashHex } from './random.ts';

/** A prompt the simulator knows: which intent its text words. `language` is a BCP 47 tag. */
export type KnownPrompt = { text: string; intent: string; stage: Stage; language?: string | null };

export type ResolvedQuestion = { intent: string; stage: Stage; wording: string; language: AnswerLanguage };

export type AnswerRequest = Pick<Ask, 'engine' | 'text' | 'at' | 'sample' | 'earlier'>;

export type Simulator = {
  readonly market: Market;
  resolve(text: string): ResolvedQuestion;
  answer(request: AnswerRequest): SimulatedAnswer;
};

/** An unknown question is an intent of its own, in consideration. */
export function createSimulator(options: { market: Market; prompts?: readonly KnownPrompt[] }): Simulator {
  const { market, prompts = [] } = options;
  const known = new Map<string, KnownPrompt>();
  for (const prompt of prompts) known.set(normalise(prompt.text), prompt);
  const resolved = new Map<string, ResolvedQuestion>();

  function resolve(question: string): ResolvedQuestion {
    const text = normalise(question);
    const earlier = resolved.get(text);
    if (earlier) return earlier;
    const found = resolveAnew(known, text);
    if (resolved.size > 20_000) resolved.clear();
    resolved.set(text, found);
    return found;
  }

  return {
    market,
    resolve,
    answer: (request) => composeAnswer(market, { ...request, ...resolve(request.text) }),
  };
}

/** How prompts are told apart: `truth` takes this as `wording`. */
export const normalise = (text: string): string => text.trim().replace(/\s+/g, ' ');

type KnownPrompts = ReadonlyMap<string, KnownPrompt>;

function resolveAnew(known: KnownPrompts, text: string): ResolvedQuestion {
  const prompt = findPrompt(known, text);
  if (prompt === null)
    return { intent: `unknown-${hashHex(text).slice(0, 12)}`, stage: 'consideration', wording: text, language: detectLanguage(text) };
  const { intent, stage } = prompt;
  return { intent, stage, wording: normalise(prompt.text), language: detectLanguage(prompt.text, prompt.language ?? null) };
}

/** An adapter may have put the place or the language around the question, so a known text within it counts too. */
function findPrompt(known: KnownPrompts, text: string): KnownPrompt | null {
  const exact = known.get(text);
  if (exact) return exact;
  let longest: KnownPrompt | null = null;
  let length = 0;
  for (const [candidate, prompt] of known) {
    if (candidate.length > length && candidate.length >= 6 && text.includes(candidate)) {
      longest = prompt;
      length = candidate.length;
    }
  }
  return longest;
}
