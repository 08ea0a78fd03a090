const storageKey = 'wayseen.workspace';

export const lastWorkspace = (): string | null => localStorage.getItem(storageKey);
export const rememberWorkspace = (slug: string): void => localStorage.setItem(storageKey, slug);
