import { listAnswers, type AnswerRow } from '../db/answers.ts';
import { listBrands } from '../db/panels.ts';
import { listTalks, type TalkFilter, type TalkRow } from '../db/talks.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import {
  inJourneyOrder,
  momentsOf,
  survivalByStage,
  type Moments,
  type StageSurvival,
  type Talk,
} from '../domain/conversations/survival.ts';
import type { Figure } from '../domain/metrics/cell.ts';
import { NotFoundError } from '../errors.ts';
import { readOverview } from './read-overview.ts';
import { unknownPage } from './paging.ts';

export type TalkPage = { conversations: TalkRow[]; next: string | null };
type Wanted = Omit<TalkFilter, 'before' | 'id'> & { cursor?: string };

/** The newest first; a cursor is the last conversation of the page before. */
export async function readConversations(deps: Deps, workspace: Workspace, { cursor, ...rest }: Wanted): Promise<TalkPage> {
  const before = cursor === undefined ? {} : { before: await placeOf(deps, workspace, cursor) };
  const rows = await listTalks(deps.db, workspace.id, { ...rest, ...before, limit: rest.limit + 1 });
  const conversations = rows.slice(0, rest.limit);
  return { conversations, next: rows.length > rest.limit ? (conversations.at(-1)?.id ?? null) : null };
}

async function placeOf(deps: Deps, workspace: Workspace, id: string) {
  const [last] = await listTalks(deps.db, workspace.id, { id, limit: 1 });
  if (!last) throw unknownPage();
  return { startedAt: last.startedAt, id };
}

export type BrandMoments = Moments & { brand: string };
export type WholeTalk = TalkRow & { answers: AnswerRow[]; brands: BrandMoments[] };

/** One conversation with its answers in order, and when each brand comes in, is recommended and drops out. @throws {NotFoundError} */
export async function readConversation(deps: Deps, workspace: Workspace, id: string): Promise<WholeTalk> {
  const [talk] = await listTalks(deps.db, workspace.id, { id, limit: 1 });
  if (!talk) throw new NotFoundError('The conversation');
  const answers = await listAnswers(deps.db, workspace.id, { conversationId: id, limit: talk.script.length });
  const named = new Set(talk.turns.flatMap(({ brands }) => brands.flatMap(({ brand, visible }) => (visible ? [brand] : []))));
  return {
    ...talk,
    answers: answers.toSorted((a, b) => a.promptVersion - b.promptVersion),
    brands: [...named].map((brand) => ({ brand, ...momentsOf(talkOf(talk, brand)) })),
  };
}

export const mostTalks = 20_000;

export type SurvivalStage = StageSurvival & { singles: Figure | null };
export type Survival = {
  conversations: number;
  open: number;
  customers: number;
  lost: { reason: string; count: number }[];
  brands: { brand: string; own: boolean; stages: SurvivalStage[] }[];
};
export type SurvivalQuery = Omit<TalkFilter, 'before' | 'id' | 'limit' | 'from' | 'to'> & { from: Date; to: Date };

/**
 * How each brand of the panel comes through the period's conversations, stage by stage, with its visibility in single questions beside it.
 * Conversations that still go on are left out until they have ended. @throws {InputError}
 */
export async function readSurvival(deps: Deps, workspace: Workspace, query: SurvivalQuery): Promise<Survival> {
  const talks = await listTalks(deps.db, workspace.id, { ...query, limit: mostTalks });
  const [overview, panel] = await Promise.all([
    readOverview(deps, workspace, { from: query.from, to: query.to, ...(query.language !== undefined && { language: query.language }) }),
    listBrands(deps.db, workspace.id),
  ]);
  const singlesOf = (brand: string, stage: string) =>
    overview.stages.find((one) => one.stage === stage)?.brands.find((one) => one.brand === brand)?.visibility ?? null;
  const { brands, ...told } = survivalOf(
    talks,
    panel.map(({ key }) => key),
  );
  const isOwn = (brand: string) => panel.some(({ key, own }) => key === brand && own);
  return {
    ...told,
    brands: brands.map(({ brand, stages }) => ({
      brand,
      own: isOwn(brand),
      stages: stages.map((stage) => ({ ...stage, singles: singlesOf(brand, stage.stage) })),
    })),
  };
}

type Survived = Omit<Survival, 'brands'> & { brands: { brand: string; stages: StageSurvival[] }[] };

/** How brands come through these conversations; those that still go on, or are still read, are left out. */
export function survivalOf(talks: readonly TalkRow[], panel: readonly string[]): Survived {
  const ended = talks.filter(({ state, turns }) => state !== 'open' && turns.every((turn) => turn.state !== 'answered' || turn.analysed));
  const planned = inJourneyOrder(ended.flatMap(({ script }) => script.map(({ stage }) => stage)));
  return {
    conversations: ended.length,
    open: talks.length - ended.length,
    customers: new Set(ended.map(({ customerId }) => customerId)).size,
    lost: [...Map.groupBy(ended, ({ reason }) => reason)].flatMap(([reason, those]) => (reason ? [{ reason, count: those.length }] : [])),
    brands: panel.map((brand) => {
      const paths = ended.map((talk) => talkOf(talk, brand));
      return { brand, stages: survivalByStage(paths, planned) };
    }),
  };
}

function talkOf({ turns }: TalkRow, key: string): Talk {
  return turns.map(({ turn, stage, state, brands }) => {
    const told = brands.find(({ brand, visible }) => brand === key && visible);
    return { turn, stage, answered: state === 'answered', named: told !== undefined, recommended: told?.recommended ?? null };
  });
}
