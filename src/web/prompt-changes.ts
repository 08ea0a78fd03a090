import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InferRequestType } from 'hono/client';
import { canonicalLanguage } from '../domain/language-tag.ts';
import { api, call, type Prompt, type PromptFigures } from './api.ts';
import { lastWeeks } from './source-period.ts';
import { useWorkspace } from './workspace.ts';

type Bulk = InferRequestType<typeof api.prompts.$patch>['json'];
export type BulkChange = Omit<Bulk, 'ids'>;
/** Of one prompt's wording, or of many prompts' places and tags. */
export type PromptStep =
  /** `version`: the one that the text starts from. */
  { kind: 'text'; id: string; version: number; text: string } | ({ kind: 'bulk'; ids: string[] } & BulkChange);

/** What takes a change back: the same number of steps at most as there were different values before. */
export function inverseOf(step: PromptStep, before: readonly Prompt[]): PromptStep[] {
  if (step.kind === 'text') {
    const old = before.find(({ id }) => id === step.id);
    return old ? [{ kind: 'text', id: old.id, version: step.version + 1, text: old.text }] : [];
  }
  const mine = before.filter(({ id }) => step.ids.includes(id));
  const bulk = (prompts: readonly Prompt[], change: BulkChange): PromptStep[] =>
    prompts.length === 0 ? [] : [{ kind: 'bulk', ids: prompts.map(({ id }) => id), ...change }];
  const { stage, language, addTags = [], removeTags = [], archived } = step;
  return [
    ...(stage === undefined
      ? []
      : [...Map.groupBy(mine, (one) => one.stage)].flatMap(([old, own]) => bulk(own, { stage: old as Bulk['stage'] }))),
    ...(language === undefined ? [] : [...Map.groupBy(mine, (one) => one.language)].flatMap(([old, own]) => bulk(own, { language: old }))),
    ...addTags.flatMap((tag) =>
      bulk(
        mine.filter(({ tags }) => !tags.includes(tag)),
        { removeTags: [tag] },
      ),
    ),
    ...removeTags.flatMap((tag) =>
      bulk(
        mine.filter(({ tags }) => tags.includes(tag)),
        { addTags: [tag] },
      ),
    ),
    ...(archived === undefined
      ? []
      : bulk(
          mine.filter((one) => one.archived !== archived),
          { archived: !archived },
        )),
  ];
}

export function usePromptSteps() {
  const { slug } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (steps: readonly PromptStep[]) => {
      for (const step of steps) {
        const query = { workspace: slug };
        const { kind, ...json } = step;
        if ('text' in json) {
          const { id, ...edit } = json;
          await call(api.prompts[':id'].$patch({ param: { id }, query, json: edit }));
        } else {
          await call(api.prompts.$patch({ query, json }));
        }
      }
    },
    onSettled: () => Promise.all(['prompts', 'versions'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey, slug] }))),
  });
}

export const figureWeeks = 13;

export function usePromptFigures(workspace: string) {
  const period = lastWeeks(figureWeeks, new Date());
  return useQuery({
    queryKey: ['prompt-figures', workspace, period],
    queryFn: async () => (await call(api.prompts.figures.$get({ query: { workspace, ...period } }))).prompts,
    staleTime: 60_000,
  });
}

export const useVersions = (workspace: string, id: string) =>
  useQuery({
    queryKey: ['versions', workspace, id],
    queryFn: async () => (await call(api.prompts[':id'].versions.$get({ param: { id }, query: { workspace } }))).versions,
  });

/** What an edit would do to the trend: the prompt leaves as it was, and comes anew. `share` of its stage's figure, 0..1; `answers` null while it is not known. */
export type EditEffect = { answers: number | null; share: number; ofStage: number };

export function effectOf(prompt: Prompt, all: readonly Prompt[], answers: number | null): EditEffect {
  const stage = all.filter((one) => one.stage === prompt.stage && one.branded === prompt.branded && one.canary === prompt.canary);
  const weights = stage.reduce((sum, { weight }) => sum + weight, 0);
  return { answers, share: weights > 0 ? prompt.weight / weights : 1, ofStage: stage.length };
}

export type PromptDraft = { text: string; stage: string; language: string; intent: string; tags: string[]; canary: boolean };

export const isReady = ({ text, language, intent }: PromptDraft): boolean =>
  text.trim().length >= 3 && canonicalLanguage(language) !== null && intent.trim() !== '';

/** What one prompt more would do: `share` of its stage's figure (0..1) among `ofStage` prompts, at the usual price of one. */
export type Addition = { share: number; ofStage: number; usdPerMonth: number | null };

/** Makes a prompt a canary, or an ordinary one again: with its whole past, so all figures may read differently. */
export function useCanarySwitch(id: string) {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (canary: boolean) => call(api.prompts[':id'].$patch({ param: { id }, query: { workspace }, json: { canary } })),
    onSettled: () => client.invalidateQueries(),
  });
}

/** A new prompt weighs 1. The price is the mean of those that were asked in the last 30 days; null where none was. */
export function additionOf(draft: PromptDraft, all: readonly Prompt[], figures: readonly PromptFigures[]): Addition {
  const stage = all.filter((one) => one.stage === draft.stage && !one.branded && !one.canary);
  const weights = stage.reduce((sum, { weight }) => sum + weight, 0);
  const prices = figures.flatMap(({ usdPerMonth }) => (usdPerMonth === null ? [] : [usdPerMonth]));
  const usdPerMonth = prices.length === 0 ? null : prices.reduce((sum, usd) => sum + usd, 0) / prices.length;
  return { share: 1 / (weights + 1), ofStage: stage.length + 1, usdPerMonth };
}

/** Adds a prompt, and takes it back by archiving it: what it was asked meanwhile stays. */
export function useAddedPrompt() {
  const { slug: workspace } = useWorkspace();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['prompts', workspace] });
  const add = useMutation({
    mutationFn: async ({ text, stage, language, intent, ...rest }: PromptDraft) => {
      const prompt = {
        text: text.trim(),
        stage: stage as Bulk['stage'] & string,
        language: language.trim(),
        intent: intent.trim(),
        ...rest,
      };
      const { added, ids } = await call(api.prompts.$post({ query: { workspace }, json: { prompts: [prompt] } }));
      return { isNew: added > 0, id: ids[0] ?? '' };
    },
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (id: string) => call(api.prompts[':id'].$patch({ param: { id }, query: { workspace }, json: { archived: true } })),
    onSettled,
  });
  return { add, takeBack };
}
