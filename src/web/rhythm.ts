/** When a schedule begins, as people say it: on a day of the week (0 is Sunday), or on every day (null), at `HH:MM`. */
export type Rhythm = { day: number | null; time: string };

/** null for a cron expression that says something else. */
export function rhythmOf(cron: string): Rhythm | null {
  const [, minute, hour, day] = /^\s*(\d{1,2})\s+(\d{1,2})\s+\*\s+\*\s+(\*|[0-7])\s*$/.exec(cron) ?? [];
  if (minute === undefined || hour === undefined || Number(minute) > 59 || Number(hour) > 23) return null;
  return { day: day === '*' ? null : Number(day) % 7, time: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
}

export function cronOf({ day, time }: Rhythm): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return `${minute} ${hour} * * ${day ?? '*'}`;
}
