import type { SeriesName } from '../alerts/alert.ts';
import type { Found } from './found.ts';
import { dayMs } from '../durations.ts';

export type AlertState = 'open' | 'acknowledged' | 'recovered' | 'closed' | 'historical';

/** What is kept of an alert, as far as the next evaluation looks at it. */
export type Kept = Pick<
  Found,
  'key' | 'ruleId' | 'metric' | 'brand' | 'stage' | 'engine' | 'direction' | 'since' | 'series' | 'recoveredAt'
> & {
  id: string;
  state: AlertState;
};

/** What an evaluation changes. */
export type Step =
  | { do: 'open' | 'keep as past'; found: Found }
  | { do: 'rename'; id: string; key: string }
  | { do: 'add series'; id: string; found: Found; added: SeriesName[] }
  | { do: 'recover'; id: string; found: Found }
  /** It was told, and the history counted again does not show it any more. */
  | { do: 'withdraw'; id: string };

/** What began to be told longer ago than this when it is first seen is the past (an import, a recount), and no news. */
const newsMs = 14 * dayMs;
/** A recount may move the first sweep of a change by so much; it stays the same change. */
const sameMs = 28 * dayMs;

/**
 * Compares what an evaluation found with what is kept. Evaluating the same history again gives no step; no key is ever
 * opened twice. `now` in ms since 1970.
 */
export function settle(kept: readonly Kept[], found: readonly Found[], now: number): Step[] {
  const steps: Step[] = [];
  const known = new Map(kept.map((alert) => [alert.key, alert]));
  const keys = new Set(found.map(({ key }) => key));
  const lost = new Set(kept.filter(({ key }) => !keys.has(key)));
  for (const one of found) {
    let alert = known.get(one.key);
    if (alert === undefined) {
      alert = [...lost].find((candidate) => isSameChange(candidate, one));
      if (alert !== undefined) {
        lost.delete(alert);
        steps.push({ do: 'rename', id: alert.id, key: one.key });
      }
    }
    if (alert === undefined) steps.push({ do: now - Date.parse(one.openedAt) > newsMs ? 'keep as past' : 'open', found: one });
    else steps.push(...follow(alert, one));
  }
  for (const alert of lost) if (isOpen(alert)) steps.push({ do: 'withdraw', id: alert.id });
  return steps;
}

const isOpen = ({ state }: Kept) => state === 'open' || state === 'acknowledged';

function follow(alert: Kept, found: Found): Step[] {
  if (alert.state === 'closed' || alert.recoveredAt !== null) return [];
  const steps: Step[] = [];
  const added = addedSeries(alert, found);
  if (isOpen(alert) && added.length > 0) steps.push({ do: 'add series', id: alert.id, found, added });
  if (found.recoveredAt !== null) steps.push({ do: 'recover', id: alert.id, found });
  return steps;
}

const nameOf = ({ brand, stage, engine }: SeriesName) => JSON.stringify([brand, stage, engine]);

function addedSeries(alert: Kept, found: Found): SeriesName[] {
  const told = new Set(alert.series.map(nameOf));
  return found.series.filter((one) => !told.has(nameOf(one)));
}

const isSameChange = (kept: Kept, found: Found) =>
  kept.ruleId === found.ruleId &&
  kept.metric === found.metric &&
  kept.direction === found.direction &&
  kept.brand === found.brand &&
  kept.stage === found.stage &&
  kept.engine === found.engine &&
  Math.abs(Date.parse(kept.since) - Date.parse(found.since)) <= sameMs;
