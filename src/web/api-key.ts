const storageKey = 'wayseen.key';

/** The server's API key, for those who use it instead of signing in: kept for this tab only. */
export const readKey = (): string | null => sessionStorage.getItem(storageKey);
export const rememberKey = (key: string): void => sessionStorage.setItem(storageKey, key);
export const forgetKey = (): void => sessionStorage.removeItem(storageKey);

/** What a request says of who asks, besides its cookie. */
export function keyHeaders(): Record<string, string> {
  const key = readKey();
  return key === null ? {} : { Authorization: `Bearer ${key}` };
}
