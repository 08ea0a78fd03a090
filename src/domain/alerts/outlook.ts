import { type Floor, type Outlook, type OutlookReason, type Settings } from './alert.ts';
import { measureShift, weeksLearned, type Series } from './series.ts';
import { scan, sweepsAWeek } from './sustained.ts';
import { tellableDrop } from './threshold.ts';

/** Drops of this part of a series' visibility are what a panel is expected to find. */
const expectedDrop = 0.3;
const promisedWeeks = 4;
/** From this part of the threshold on a change is under suspicion. */
const suspicion = 0.75;

type Standing = { settings: Settings; threshold: number };
type Judged = { state: Outlook['state']; because: OutlookReason };

/** What can be said of a series now, and what it would take to say more. */
export function outlookOf(series: Series, { settings, threshold }: Standing, isHeld: boolean): Outlook {
  const { brand, stage, engine, lane, learned, from } = series;
  const all = lane.seen > 0 ? measureShift(series, 0, lane.seen, lane.seen) : null;
  const isMeasured = all !== null;
  const tellable = from === null ? null : tellableDrop(series, threshold, promisedWeeks);
  const { state, because } = all?.isOnePrompt
    ? { state: 'cannot tell yet' as const, because: { code: 'one_prompt' as const } }
    : isMeasured
      ? judge(series, isHeld, threshold, tellable, settings)
      : { state: 'not measured' as const, because: { code: 'no_sweep' as const } };
  const visibility = isMeasured ? learned.visibility : null;
  const drop = tellable === null ? null : Math.max(tellable, leastDrop(learned.visibility, settings.floor));
  const smallestDrop = drop !== null && drop < learned.visibility ? drop : null;
  return { brand, stage, engine, visibility, smallestDrop, state, because, words: wordsOf(because) };
}

/** What is less is not worth an alert. */
const leastDrop = (visibility: number, floor: Floor) => Math.max(floor.points, floor.relative * visibility);

function judge(series: Series, isHeld: boolean, threshold: number, tellable: number | null, { floor, baselineWeeks }: Settings): Judged {
  if (isHeld) return { state: 'alert', because: { code: 'open' } };
  if (series.from === null) {
    const learned = weeksLearned(series);
    return { state: 'learning', because: { code: 'learning', learned, of: baselineWeeks, more: baselineWeeks - learned + 1 } };
  }
  const { lane, learned } = series;
  const weekSweeps = sweepsAWeek(lane);
  const finding = scan(series, weekSweeps, floor);
  if (finding !== null && finding.score >= suspicion * threshold) {
    const sweeps = lane.seen - finding.start;
    // The statistic grows with the root of the sweeps if the difference stays.
    const more = Math.max(1, Math.ceil(sweeps * ((threshold / finding.score) ** 2 - 1)));
    return { state: 'cannot tell yet', because: { code: finding.direction === 'down' ? 'maybe_fall' : 'maybe_rise', more, sweeps } };
  }
  if (learned.visibility < floor.points) return { state: 'cannot tell yet', because: { code: 'too_low' } };
  const wanted = Math.max(expectedDrop * learned.visibility, leastDrop(learned.visibility, floor));
  if (tellable === null || tellable <= wanted) return { state: 'watching', because: { code: 'steady' } };
  // Errors shrink with the root of the answers.
  const times = (tellable / wanted) ** 2;
  const because = { code: 'too_few' as const, sweeps: Math.ceil(weekSweeps * times), now: weekSweeps, times: Math.round(times * 10) / 10 };
  return { state: 'cannot tell yet', because };
}

function wordsOf(because: OutlookReason): string {
  switch (because.code) {
    case 'no_sweep':
      return 'no complete sweep with answers';
    case 'open':
      return 'an alert is open';
    case 'learning':
      return `${because.learned} of ${because.of} weeks learned; about ${because.more} week(s) more`;
    case 'maybe_fall':
    case 'maybe_rise': {
      const word = because.code === 'maybe_fall' ? 'fall' : 'rise';
      return `a ${word} may have begun; about ${because.more} more sweep(s) like the last ${because.sweeps} would tell`;
    }
    case 'one_prompt':
      return 'one prompt alone cannot tell a change of the brand from one of that question; ask at least one more';
    case 'too_low':
      return 'visibility is too low for a fall that is worth an alert';
    case 'steady':
      return 'nothing has changed that could be told from chance';
    case 'too_few':
      return `a fall by 30 % would not surely be found within ${promisedWeeks} weeks; it takes about ${because.sweeps} sweeps a week instead of ${because.now}, or ${because.times.toFixed(1)} times the prompts`;
  }
}
