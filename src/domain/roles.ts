/** Viewers read; editors also change prompts, brands, schedules and alerts; admins also people, keys, engines and webhooks. */
export const roles = ['viewer', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Whether what `needed` may do, `held` may do too. */
export const includesRole = (held: Role, needed: Role): boolean => roles.indexOf(held) >= roles.indexOf(needed);
