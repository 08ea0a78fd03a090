import type { Observation } from '../metrics/observation.ts';
import { dayMs } from '../durations.ts';

/** Answers to one prompt version on one engine in one sweep; a single observation, or several added up. */
export type PromptCount = {
  /** Milliseconds since 1970. */
  at: number;
  sweep: string | null;
  engine: string;
  stage: string;
  intent: string;
  prompt: string;
  /** Prompt and parser version: only like is compared with like. */
  version: string;
  model: string | null;
  canary: boolean;
  asked: number;
  answered: number;
  failed: number;
  /** Answers in which each brand is visible. */
  visible: ReadonlyMap<string, number>;
  brandsNamed: number;
  citations: number;
};

export type PromptTotal = { answered: number; failed: number; visible: Map<string, number> };

/** What one sweep asked of one lane (an engine's stage) on one UTC day. */
export type Part = {
  day: number;
  times: number[];
  asked: number;
  answered: number;
  failed: number;
  brandsNamed: number;
  citations: number;
  models: Map<string, number>;
  prompts: Map<number, PromptTotal>;
};

export type Stratum = { prompt: string; intent: string; version: string };

/** One engine's stage, or its canary prompts, as collected: parts by the sweep's label. */
export type Draft = {
  engine: string;
  stage: string;
  canary: boolean;
  strata: Map<string, number>;
  names: Stratum[];
  parts: Map<string, Part[]>;
};

/** All that was collected, in any order. Memory grows with sweeps × prompts, not with answers. */
export type History = { drafts: Map<string, Draft>; brands: Set<string> };

export const createHistory = (brands: Iterable<string> = []): History => ({ drafts: new Map(), brands: new Set(brands) });

const canaryStage = '';

/** Adds an answer asked for. `brandOf` gives the id under which a name counts, or null (as in `measure`). */
export function addObservation(history: History, observation: Observation, brandOf: (name: string) => string | null): void {
  const answered = observation.state === 'answered';
  const visible = new Map<string, number>();
  for (const name of (answered && observation.brands) || []) {
    const brand = brandOf(name);
    if (brand !== null) visible.set(brand, 1);
  }
  // A branded question names its brand whatever the market does, and is not part of the headline figures.
  if (observation.branded === true && observation.canary !== true) return;
  addCount(history, {
    at: Date.parse(observation.askedAt),
    sweep: observation.sweep ?? null,
    engine: observation.engine,
    stage: observation.stage,
    intent: observation.intent,
    prompt: observation.prompt,
    version: versionOf(observation),
    model: observation.model ?? null,
    canary: observation.canary === true,
    asked: 1,
    answered: answered ? 1 : 0,
    failed: observation.state === 'error' ? 1 : 0,
    visible,
    brandsNamed: answered ? (observation.brands ?? []).length : 0,
    citations: answered ? (observation.citations ?? []).length : 0,
  });
}

/** The same question in another language, country or surface is another one, too. */
const versionOf = ({ promptVersion, parserVersion, language, country, surface }: Observation): string =>
  JSON.stringify([promptVersion ?? null, parserVersion ?? null, language ?? null, country ?? null, surface ?? null]);

/** Adds counts, such as a database sums them up. The order of arrival changes nothing. */
export function addCount(history: History, count: PromptCount): void {
  const draft = findDraft(history, count);
  const part = findPart(draft, count);
  part.times.push(count.at);
  part.asked += count.asked;
  part.answered += count.answered;
  part.failed += count.failed;
  part.brandsNamed += count.brandsNamed;
  part.citations += count.citations;
  if (count.model !== null) part.models.set(count.model, (part.models.get(count.model) ?? 0) + count.answered);
  const total = findPrompt(draft, part, count);
  total.answered += count.answered;
  total.failed += count.failed;
  for (const [brand, answers] of count.visible) {
    if (!count.canary) history.brands.add(brand);
    total.visible.set(brand, (total.visible.get(brand) ?? 0) + answers);
  }
}

/** Names may hold any character: their lengths keep them apart. Made for every answer, so it has to be quick. */
const keyOf = (a: string, b: string, c: string): string => `${a.length} ${b.length} ${a}${b}${c}`;

function findDraft({ drafts }: History, { engine, stage, canary }: PromptCount): Draft {
  const key = keyOf(engine, canary ? canaryStage : stage, canary ? 'canary' : '');
  let draft = drafts.get(key);
  if (draft === undefined) {
    draft = { engine, stage: canary ? canaryStage : stage, canary, strata: new Map(), names: [], parts: new Map() };
    drafts.set(key, draft);
  }
  return draft;
}

function findPart(draft: Draft, { sweep, at }: PromptCount): Part {
  const day = Math.floor(at / dayMs);
  // Without a label every day is a sweep of its own.
  const label = sweep ?? `day ${day}`;
  let parts = draft.parts.get(label);
  if (parts === undefined) draft.parts.set(label, (parts = []));
  let part = parts.find((one) => one.day === day);
  if (part === undefined) {
    part = { day, times: [], asked: 0, answered: 0, failed: 0, brandsNamed: 0, citations: 0, models: new Map(), prompts: new Map() };
    parts.push(part);
  }
  return part;
}

function findPrompt(draft: Draft, part: Part, { prompt, intent, version }: PromptCount): PromptTotal {
  const key = keyOf(prompt, intent, version);
  let stratum = draft.strata.get(key);
  if (stratum === undefined) {
    stratum = draft.names.length;
    draft.strata.set(key, stratum);
    draft.names.push({ prompt, intent, version });
  }
  let total = part.prompts.get(stratum);
  if (total === undefined) {
    total = { answered: 0, failed: 0, visible: new Map() };
    part.prompts.set(stratum, total);
  }
  return total;
}
