import type { Deps } from '../deps.ts';
import { InputError, NotFoundError } from '../errors.ts';

/**
 * What really is true in the simulated market, so that an estimate can be held against it.
 * @param query brand, stage, engine, intent?, at? (ISO time)
 */
export async function simulatorTruth(deps: Deps, query: Record<string, string>): Promise<unknown> {
  const base = deps.simulatorEnv?.['OPENAI_BASE_URL'];
  if (base === undefined) throw new NotFoundError('A simulated market');
  const address = new URL('/truth', base);
  for (const name of ['brand', 'stage', 'engine', 'intent', 'at']) {
    const value = query[name];
    if (value !== undefined) address.searchParams.set(name, value);
  }
  const response = await deps.fetch(address);
  const body: unknown = await response.json();
  if (!response.ok) throw new InputError('The simulated market does not know that.', [{ path: 'query', message: JSON.stringify(body) }]);
  return body;
}
