import { useSyncExternalStore } from 'react';

const storageKey = 'wayseen.key';
const listeners = new Set<() => void>();
let signInWanted = false;

/** The server's API key, for those who use it instead of signing in: kept for this tab only. */
export const readKey = (): string | null => sessionStorage.getItem(storageKey);

export function saveKey(key: string): void {
  sessionStorage.setItem(storageKey, key);
  setSignInWanted(false);
}

export const forgetKey = (): void => sessionStorage.removeItem(storageKey);

/** Called when the server answers 401. */
export const askToSignIn = (): void => setSignInWanted(true);
export const signedIn = (): void => setSignInWanted(false);

export const useSignInWanted = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => signInWanted,
  );

function setSignInWanted(wanted: boolean): void {
  if (signInWanted === wanted) return;
  signInWanted = wanted;
  for (const listener of listeners) listener();
}
