import type { Database } from './client.ts';
import { newId } from './new-id.ts';

export type ScheduleInput = {
  name: string;
  cron: string;
  timeZone: string;
  stages: string[];
  promptIds: string[];
  engines: string[];
  countries: string[];
  languages: string[];
  sweepsPerWeek: number;
  enabled: boolean;
};
export type ScheduleRow = ScheduleInput & { workspaceId: string; id: string; nextTickAt: Date | null; lastTickAt: Date | null };

export const listSchedules = (db: Database, workspaceId: string): Promise<ScheduleRow[]> =>
  db.schedule.findMany({ where: { workspaceId }, orderBy: { createdAt: 'asc' } });

export const addSchedule = (db: Database, workspaceId: string, schedule: ScheduleInput, nextTickAt: Date): Promise<ScheduleRow> =>
  db.schedule.create({ data: { workspaceId, id: newId(), ...schedule, nextTickAt } });

/** @returns null where there is no such schedule */
export async function changeSchedule(
  db: Database,
  workspaceId: string,
  id: string,
  change: Partial<ScheduleInput> & { nextTickAt?: Date },
): Promise<ScheduleRow | null> {
  const { count } = await db.schedule.updateMany({ where: { workspaceId, id }, data: change });
  return count === 0 ? null : db.schedule.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
}

export const deleteSchedule = async (db: Database, workspaceId: string, id: string): Promise<boolean> =>
  (await db.schedule.deleteMany({ where: { workspaceId, id } })).count > 0;

/** Enabled schedules, in all workspaces, whose next tick has come. */
export const dueSchedules = (db: Database, now: Date): Promise<ScheduleRow[]> =>
  db.schedule.findMany({ where: { enabled: true, nextTickAt: { lte: now } }, take: 500 });

export async function markTicked(db: Database, schedule: ScheduleRow, tickAt: Date, nextTickAt: Date): Promise<void> {
  await db.schedule.updateMany({
    where: { workspaceId: schedule.workspaceId, id: schedule.id },
    data: { lastTickAt: tickAt, nextTickAt },
  });
}
