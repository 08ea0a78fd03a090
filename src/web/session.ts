import { useSyncExternalStore } from 'react';

const storageKey = 'wayseen.key';
const listeners = new Set<() => void>();
let keyWanted = false;

/** The server's API key, where it asks for one: kept for this tab only. */
export const readKey = (): string | null => sessionStorage.getItem(storageKey);

export function saveKey(key: string): void {
  sessionStorage.setItem(storageKey, key);
  setKeyWanted(false);
}

/** Called when the server answers 401. */
export const askForKey = (): void => setKeyWanted(true);

export const useKeyWanted = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => keyWanted,
  );

function setKeyWanted(wanted: boolean): void {
  if (keyWanted === wanted) return;
  keyWanted = wanted;
  for (const listener of listeners) listener();
}
