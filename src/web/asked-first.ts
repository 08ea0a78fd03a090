/** Answers to what was asked for before the page's own script was there. */
const asked = new Map<string, Promise<Response>>();

export function askFirst(addresses: readonly string[], headers: Record<string, string>): void {
  for (const address of addresses) {
    const answer = fetch(address, { headers });
    answer.catch(() => undefined); // told where it is taken
    asked.set(address, answer);
  }
}

/** Each answer is taken once; whoever asks again asks the server. */
export function fetchUnlessAsked(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const address = init?.method === 'GET' && typeof input === 'string' ? input : '';
  const early = asked.get(address);
  asked.delete(address);
  return early ?? fetch(input, init);
}

/** What nobody took at the beginning is old by now. */
export const forgetAsked = (): void => asked.clear();
