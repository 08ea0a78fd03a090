import type { Database } from './client.ts';

export const noteFields = ['pain', 'action'] as const;
export type NoteField = (typeof noteFields)[number];
export type JourneyNote = { stage: string; field: string; text: string; madeBy: string | null; updatedAt: Date };

export const listJourneyNotes = (db: Database, workspaceId: string): Promise<JourneyNote[]> =>
  db.journeyNote.findMany({ where: { workspaceId }, omit: { workspaceId: true } });

/** An empty text takes the note away. */
export async function saveJourneyNote(
  db: Database,
  workspaceId: string,
  { stage, field, text, by }: { stage: string; field: NoteField; text: string; by: string | null },
): Promise<void> {
  const key = { workspaceId, stage, field };
  if (text === '') await db.journeyNote.deleteMany({ where: key });
  else {
    const update = { text, madeBy: by, updatedAt: new Date() };
    await db.journeyNote.upsert({ where: { workspaceId_stage_field: key }, create: { ...key, ...update }, update });
  }
}
