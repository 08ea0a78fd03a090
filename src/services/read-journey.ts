import { listJourneyNotes, saveJourneyNote, type NoteField } from '../db/journey-notes.ts';
import { listPrompts, type PromptRow } from '../db/prompts.ts';
import { listTalks } from '../db/talks.ts';
import type { Workspace } from '../db/workspaces.ts';
import type { Deps } from '../deps.ts';
import type { StageSurvival } from '../domain/conversations/survival.ts';
import type { Stage } from '../domain/journey.ts';
import type { BrandReading, StageReading } from '../domain/overview/findings.ts';
import type { SiteClass } from '../domain/sites/site-class.ts';
import { readCitedPages, readCitedSites, type CitedPage } from './cited-sites.ts';
import { mostTalks, survivalOf } from './read-conversations.ts';
import { readOverview, type OverviewQuery } from './read-overview.ts';

export type Note = { text: string; madeBy: string | null; updatedAt: Date };
export type JourneyStage = Pick<StageReading, 'stage' | 'visibility' | 'engines' | 'dropOff'> & {
  /** A wording each of some intents. */
  questions: { prompt: string; text: string; language: string }[];
  intents: number;
  /** Those that prompts carry, and the classes of the pages cited, by how many cited pages are of each. */
  touchpoints: string[];
  classes: { class: SiteClass; cited: number }[];
  /** Named most, the most first. */
  winners: BrandReading[];
  pages: CitedPage[];
  /** How the brand comes through the period's conversations; null: none got here. */
  conversations: Pick<StageSurvival, 'named' | 'survival'> | null;
  pain: Note | null;
  action: Note | null;
};
export type Journey = { brand: string; stages: JourneyStage[] };

const shown = 3;

/** The journey map: what is asked at each stage, where one stands there, who wins, and on the strength of which pages. @throws {InputError} */
export async function readJourney(deps: Deps, workspace: Workspace, query: OverviewQuery): Promise<Journey> {
  const { from, to, language } = query;
  const [overview, prompts, notes, talks] = await Promise.all([
    readOverview(deps, workspace, query),
    listPrompts(deps.db, workspace.id),
    listJourneyNotes(deps.db, workspace.id),
    listTalks(deps.db, workspace.id, { from, to, limit: mostTalks, ...(language !== undefined && { language }) }),
  ]);
  const through = survivalOf(talks, [overview.brand]).brands[0]?.stages ?? [];
  const days = { from: query.from.toISOString().slice(0, 10), to: query.to.toISOString().slice(0, 10) };
  const stages = await Promise.all(
    overview.stages.map(async ({ stage, visibility, engines, dropOff, brands }): Promise<JourneyStage> => {
      const filter = { ...days, stages: [stage] };
      const [{ pages }, { classes }] = await Promise.all([
        readCitedPages(deps, workspace, { ...filter, limit: shown }),
        readCitedSites(deps, workspace, { ...filter, limit: 1 }),
      ]);
      const talked = through.find((one) => one.stage === stage && one.named.denominator > 0);
      const own = prompts.filter((prompt) => prompt.stage === stage && !prompt.branded && !prompt.canary);
      const note = (field: NoteField): Note | null => notes.find((one) => one.stage === stage && one.field === field) ?? null;
      return {
        stage,
        visibility,
        engines,
        dropOff,
        questions: firstOfIntents(own, query.language).slice(0, shown),
        intents: new Set(own.map(({ intent }) => intent)).size,
        touchpoints: [...new Set(own.flatMap(({ touchpoint }) => touchpoint ?? []))].toSorted(),
        classes: classes
          .filter(({ cited }) => cited > 0)
          .map((one) => ({ class: one.class, cited: one.cited }))
          .toSorted((a, b) => b.cited - a.cited),
        winners: brands
          .filter(isNamed)
          .toSorted((a, b) => (b.visibility.value ?? 0) - (a.visibility.value ?? 0))
          .slice(0, shown),
        pages,
        conversations: talked ? { named: talked.named, survival: talked.survival } : null,
        pain: note('pain'),
        action: note('action'),
      };
    }),
  );
  return { brand: overview.brand, stages };
}

const isNamed = ({ visibility }: BrandReading): boolean => (visibility.value ?? 0) > 0;

/** One wording an intent, in the language wanted where there is one. */
function firstOfIntents(prompts: readonly PromptRow[], language: string | undefined): JourneyStage['questions'] {
  return [...Map.groupBy(prompts, ({ intent }) => intent).values()].flatMap((wordings) => {
    const chosen = wordings.find((one) => one.language === language) ?? wordings[0];
    return chosen ? [{ prompt: chosen.id, text: chosen.text, language: chosen.language }] : [];
  });
}

export const writeJourneyNote = (
  deps: Deps,
  workspace: Workspace,
  note: { stage: Stage; field: NoteField; text: string; by: string | null },
): Promise<void> => saveJourneyNote(deps.db, workspace.id, note);
