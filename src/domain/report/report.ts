import { z } from 'zod';
import { figure, interval } from '../metrics/figure-schema.ts';

/** Raise it when the same history makes another report; those that are kept stay as they are. */
export const reportVersion = 4;
export const reportLanguages = ['en', 'zh-CN', 'zh-TW'] as const;
export type ReportLanguage = (typeof reportLanguages)[number];
export const periodKinds = ['week', 'month', 'custom'] as const;
export type PeriodKind = (typeof periodKinds)[number];

const count = z.number().int().min(0);
const difference = z.object({ value: z.number().nullable(), interval });
/** Two periods on the same wordings: only what both asked. */
const shift = z.object({
  brand: z.string(),
  stage: z.string().nullable(),
  engine: z.string().nullable(),
  before: figure,
  after: figure,
  difference,
});
const places = { brand: z.string().nullable(), stage: z.string().nullable(), engine: z.string().nullable() };

const change = z.object({
  alert: z.string(),
  metric: z.string(),
  ...places,
  direction: z.enum(['down', 'up']),
  tier: z.string(),
  cause: z.string().nullable(),
  /** new: opened in the period; ongoing: before it; recovered: over within it. */
  state: z.enum(['new', 'ongoing', 'recovered']),
  since: z.string(),
  openedAt: z.string(),
  before: figure,
  after: figure,
  difference,
});

const brandFigures = z.object({
  brand: z.string(),
  visibility: figure,
  before: figure.describe('Visibility in the period before.'),
  change: shift,
  shareOfVoice: figure,
  firstMention: figure,
  citationRate: figure,
  recommendationRate: figure,
});
const stage = z.object({
  stage: z.string(),
  brands: z.array(brandFigures),
  /** From this stage to the next one that was measured, of the own brand. */
  dropOff: z.object({ to: z.string(), value: z.number().nullable(), interval }).nullable(),
});
const engine = z.object({
  engine: z.string(),
  observations: z.object({ answered: count, noAnswer: count, refused: count, missing: count }),
  brands: z.array(brandFigures),
  stages: z.array(z.object({ stage: z.string(), visibility: figure, before: figure, change: shift })),
});

const headToHead = z.object({
  rival: z.string(),
  winRate: figure,
  before: count,
  only: count,
  behind: count,
  onlyRival: count,
  preferred: count,
  rivalPreferred: count,
});
const named = z.object({ brand: z.string(), answers: count });
const competitors = z.object({
  winRate: figure,
  rivals: z.array(headToHead),
  strengths: z.array(
    z.object({ brand: z.string(), value: z.number().nullable(), interval, rank: interval, contests: z.number(), won: z.number() }),
  ),
  /** Of the answers that leave us out, how many name which rival. */
  instead: z.array(z.object({ stage: z.string(), answers: count, brands: z.array(named) })),
});

const page = z.object({
  url: z.string(),
  title: z.string().nullable(),
  domain: z.string(),
  class: z.string(),
  /** Whose page it is, by the panel. */
  brand: z.string().nullable(),
  /** Answers that cite it, in this period and in the one before, to questions that both asked. */
  answers: count,
  before: count,
  /** How likely chance alone brings or takes it away like that; null where there is no period to compare with. */
  chance: z.number().nullable(),
  /** Whether the page names our own brand; null: it was not read. */
  namesUs: z.boolean().nullable().default(null),
});
const gap = z.object({
  url: z.string(),
  title: z.string().nullable(),
  domain: z.string(),
  class: z.string(),
  /** Answers that cite or look at the page; those of them that cite it, and that name a competitor and leave us out; their prompts. */
  answers: count,
  cited: count,
  leftOut: count.nullable().default(null),
  prompts: count,
  /** Whether the page itself names these brands, or, as it was not read, answers that leave us out do; `answers` are the latter. */
  basis: z.enum(['page', 'answers']).default('answers'),
  brands: z.array(named),
  stages: z.array(z.object({ stage: z.string(), answers: count })),
  touchpoints: z.array(z.string()),
  /** What the page, or else an answer, says there of the competitor: the sentence to win. */
  sentence: z.object({ answer: z.string().nullable(), brand: z.string(), text: z.string() }).nullable(),
});
const share = z.object({ value: z.number().nullable(), numerator: count, denominator: count, missing: count, interval });
/** Conversations that were begun in the period and have ended, beside single questions and in none of their figures. */
const conversations = z.object({
  ended: count,
  /** Of them, those that lost a turn: known up to there. */
  lost: count,
  customers: count,
  brands: z.array(
    z.object({
      brand: z.string(),
      /** `named`: at this stage; `survival`: of those in which it had come in, the share in which it is still there after it. */
      stages: z.array(z.object({ stage: z.string(), named: share, recommended: share, survival: share })),
    }),
  ),
});
const sources = z.object({
  answers: count,
  pages: count,
  gained: z.object({ total: count, pages: z.array(page) }),
  lost: z.object({ total: count, pages: z.array(page) }),
  gaps: z.object({ total: count, pages: z.array(gap) }),
});

const promptFigure = z.object({
  prompt: z.string(),
  text: z.string(),
  stage: z.string(),
  language: z.string(),
  answered: count,
  named: count,
  rival: named.nullable(),
});
const prompts = z.object({
  asked: count,
  /** In no answer; `upTo` is what the visibility may still be, 95 %. */
  never: z.array(promptFigure.extend({ upTo: z.number() })),
  standOut: z.array(promptFigure),
});

const certainty = z.object({
  observations: z.object({ answered: count, noAnswer: count, refused: count, missing: count }),
  intents: count,
  prompts: count,
  stopped: z.array(z.object({ engine: z.string(), status: z.string() })),
  notes: z.array(z.string()),
  marks: z.array(z.object({ at: z.string(), kind: z.string(), from: z.array(z.string()), to: z.array(z.string()) })),
  /** The smallest fall that would be found within four weeks, by stage; null: none would. */
  smallestDrops: z.array(z.object({ stage: z.string(), engine: z.string(), drop: z.number().nullable(), state: z.string() })),
  comparisons: count,
  /** The least difference that looks like a change, 0..1. */
  floor: z.number(),
  /** Prompts whose text names a brand of the panel: apart from all above. */
  branded: figure,
});

export const actionKinds = [
  'change',
  'restore-answers',
  'gap-page',
  'lost-own-page',
  'never-named',
  'head-to-head',
  'weak-engine',
  'drop-off',
] as const;
const action = z.object({
  kind: z.enum(actionKinds),
  stage: z.string().nullable(),
  engine: z.string().nullable(),
  brand: z.string().nullable(),
  /** What the evidence says: words and numbers, by the name that the text has for them. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
  figure: figure.nullable(),
});

export const reportSchema = z.object({
  version: z.number(),
  workspace: z.object({ slug: z.string(), name: z.string(), simulated: z.boolean(), timeZone: z.string() }),
  period: z.object({
    kind: z.enum(periodKinds),
    label: z.string(),
    from: z.string(),
    to: z.string(),
    before: z.object({ from: z.string(), to: z.string() }),
  }),
  brand: z.string().nullable(),
  /** How engines are called, by their ids. */
  engineNames: z.record(z.string(), z.string()).default({}),
  brands: z.array(z.object({ key: z.string(), name: z.string(), own: z.boolean() })),
  summary: z.record(z.enum(reportLanguages), z.string()),
  /** The same in a model's words, where it kept every figure; `instructions`: the version of what it was told. */
  reworded: z
    .partialRecord(z.enum(reportLanguages), z.object({ text: z.string(), model: z.string(), instructions: z.string() }))
    .default({}),
  changes: z.array(change),
  suspected: z.array(shift),
  noise: z.array(shift),
  total: z.array(brandFigures),
  stages: z.array(stage),
  /** null: there were none. */
  conversations: conversations.nullable().default(null),
  engines: z.array(engine),
  competitors,
  sources,
  prompts,
  certainty,
  actions: z.array(action).max(5),
});
/** A report as it is kept: all its figures, and its opening words in every language. */
export type Report = z.infer<typeof reportSchema>;
/** Before its words are written. */
export type ReportData = Omit<Report, 'summary' | 'reworded'>;
export type ReportShift = z.infer<typeof shift>;
export type ReportChange = z.infer<typeof change>;
export type ReportAction = z.infer<typeof action>;
export type ReportGap = z.infer<typeof gap>;
export type ReportPage = z.infer<typeof page>;
export type ReportPrompt = z.infer<typeof promptFigure>;
export type BrandFigures = z.infer<typeof brandFigures>;

/** Did the period hold anything that figures can be had from? */
export const isMeasured = ({ certainty: { observations } }: Pick<Report, 'certainty'>): boolean => observations.answered > 0;
