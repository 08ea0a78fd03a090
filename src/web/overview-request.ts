import { lastWeeks } from './source-period.ts';

export const overviewWeeks = ['1', '4', '13'] as const;

/** The weeks that an address asks the overview for; four where it says nothing. */
export const weeksOf = (asked: string | null) => overviewWeeks.find((one) => one === asked) ?? '4';

/** What is asked of the API; without a brand it is the own one. */
export const overviewRequest = (weeks: (typeof overviewWeeks)[number], brand: string | undefined, now: Date) => ({
  ...lastWeeks(Number(weeks), now),
  ...(brand !== undefined && { brand }),
});
