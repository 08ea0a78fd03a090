/** Lengths of time in milliseconds; a day here has 24 hours, whatever clocks do. */
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const weekMs = 7 * dayMs;
