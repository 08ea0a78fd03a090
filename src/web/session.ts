import { useSyncExternalStore } from 'react';
import { rememberKey } from './api-key.ts';

const listeners = new Set<() => void>();
let signInWanted = false;

export function saveKey(key: string): void {
  rememberKey(key);
  setSignInWanted(false);
}

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
