/** The customer journey in its order. The first two come switched on. */
export const stages = ['awareness', 'consideration', 'decision', 'retention', 'advocacy'] as const;
export type Stage = (typeof stages)[number];
export const defaultStages: readonly Stage[] = ['awareness', 'consideration'];

export const isStage = (value: string): value is Stage => (stages as readonly string[]).includes(value);
