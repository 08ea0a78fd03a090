import { dayMs } from './durations.ts';

/** The label of a period that starts on that day: `2026-09-07`, `2026-W37` (ISO 8601 week), `2026-09`. */
export function periodLabel(start: string, by: 'day' | 'week' | 'month'): string {
  if (by === 'day') return start;
  return by === 'month' ? start.slice(0, 7) : isoWeek(new Date(`${start}T00:00:00Z`));
}

/** ISO 8601 week of a UTC day: the week belongs to the year of its Thursday. */
export function isoWeek(date: Date): string {
  const thursday = new Date(date);
  thursday.setUTCHours(0, 0, 0, 0);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const yearStart = new Date(thursday);
  yearStart.setUTCMonth(0, 1);
  const week = Math.ceil(((thursday.getTime() - yearStart.getTime()) / dayMs + 1) / 7);
  return `${String(thursday.getUTCFullYear()).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of a day's ISO week: `2026-09-09` → `2026-09-07`. */
export function startOfWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** The first day of a day's month: `2026-09-09` → `2026-09-01`. */
export const startOfMonth = (day: string): string => `${day.slice(0, 8)}01`;
