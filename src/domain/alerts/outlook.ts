import { type Outlook, type Settings } from './alert.ts';
import { measureShift, weeksLearned, type Series } from './series.ts';
import { scan, sweepsAWeek } from './sustained.ts';
import { smallestDrop } from './threshold.ts';

/** Drops of this part of a series' visibility are what a panel is expected to find. */
const expectedDrop = 0.3;
const promisedWeeks = 4;
/** From this part of the threshold on a change is under suspicion. */
const suspicion = 0.75;

type Standing = { settings: Settings; threshold: number };

/** What can be said of a series now, and what it would take to say more. */
export function outlookOf(series: Series, { settings, threshold }: Standing, isHeld: boolean): Outlook {
  const { brand, stage, engine, lane, learned, from } = series;
  const weeks = weeksLearned(series);
  const isMeasured = lane.seen > 0 && measureShift(series, 0, lane.seen, lane.seen) !== null;
  const drop = from === null ? null : smallestDrop(series, threshold, promisedWeeks, settings.floor);
  const base = { brand, stage, engine, visibility: isMeasured ? learned.visibility : null, smallestDrop: drop };
  if (!isMeasured) return { ...base, state: 'not measured', words: 'no complete sweep with answers' };
  if (isHeld) return { ...base, state: 'alert', words: 'an alert is open' };
  if (from === null) {
    const more = settings.baselineWeeks - weeks + 1;
    return { ...base, state: 'learning', words: `${weeks} of ${settings.baselineWeeks} weeks learned; about ${more} week(s) more` };
  }
  return { ...base, ...judge(series, threshold, drop, settings) };
}

function judge(series: Series, threshold: number, drop: number | null, { floor }: Settings): Pick<Outlook, 'state' | 'words'> {
  const { lane, learned } = series;
  const weekSweeps = sweepsAWeek(lane);
  const finding = scan(series, weekSweeps, floor);
  if (finding !== null && finding.score >= suspicion * threshold) {
    const sweeps = lane.seen - finding.start;
    // The statistic grows with the root of the sweeps if the difference stays.
    const more = Math.max(1, Math.ceil(sweeps * ((threshold / finding.score) ** 2 - 1)));
    const word = finding.direction === 'down' ? 'fall' : 'rise';
    return { state: 'cannot tell yet', words: `a ${word} may have begun; about ${more} more sweep(s) like the last ${sweeps} would tell` };
  }
  if (learned.visibility < floor.points)
    return { state: 'cannot tell yet', words: 'visibility is too low for a fall that is worth an alert' };
  const wanted = expectedDrop * learned.visibility;
  if (drop !== null && drop <= Math.max(wanted, floor.points))
    return { state: 'watching', words: 'nothing has changed that could be told from chance' };
  // Errors shrink with the root of the answers.
  const times = drop === null ? 4 : Math.min(20, (drop / wanted) ** 2);
  const sweeps = Math.ceil(weekSweeps * times);
  const words = `a fall by 30 % would not surely be found within ${promisedWeeks} weeks; it takes about ${sweeps} sweeps a week instead of ${weekSweeps}, or ${times.toFixed(1)} times the prompts`;
  return { state: 'cannot tell yet', words };
}
