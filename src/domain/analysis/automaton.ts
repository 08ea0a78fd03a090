/**
 * Aho–Corasick over UTF-16 code units in flat typed arrays: one linear pass finds every pattern, however many there are.
 * States are numbered breadth first: the shallow ones, where ordinary text spends its time, have complete rows (`dense`), the deep ones
 * one open-addressed hash table (key = state × alphabet + class) and failure links.
 */
export type Automaton = {
  /** Character class of each code unit; 0 = in no pattern. */
  classes: Uint16Array;
  alphabet: number;
  /**
   * Complete rows of the first `denseStates` states, of 2^`shift` entries: the next state, with `ending` where a pattern ends in it, or
   * `unlisted` where it has no row of its own. Two bytes an entry: what does not fit into the processor's nearest memory is slow.
   */
  dense: Uint16Array;
  shift: number;
  denseStates: number;
  keys: Int32Array;
  targets: Int32Array;
  mask: number;
  fail: Int32Array;
  /** The state itself if a pattern ends there, else the nearest one down the failure chain, 0 = none. */
  output: Int32Array;
  /** The next such state below. */
  nextOutput: Int32Array;
  /** Index of the pattern that ends in a state, -1 = none. */
  pattern: Int32Array;
  lengths: Int32Array;
};

export const ending = 0x8000;
export const unlisted = 0xffff;

/** Hits of one scan: pattern `ids[i]` ends in front of unit `ends[i]`. Reused between scans. */
export type Hits = { count: number; ids: Int32Array; ends: Int32Array };

export function createHits(): Hits {
  return { count: 0, ids: new Int32Array(256), ends: new Int32Array(256) };
}

/** A buffer that one hostile text made larger is given back. */
const mostKeptHits = 1 << 16;

function emptied(hits: Hits): Hits {
  if (hits.ids.length > mostKeptHits) Object.assign(hits, createHits());
  hits.count = 0;
  return hits;
}

/**
 * Finds all occurrences, overlapping ones too, in order of their ends. Each step waits for the one before it, so the two halves of a
 * longer text are read side by side, cut at a unit that no pattern holds.
 */
export function scan(automaton: Automaton, chars: Uint16Array, from: number, to: number, hits: Hits): void {
  emptied(hits);
  const middle = to - from < shortestToHalve ? -1 : behindGap(automaton, chars, (from + to) >> 1, to);
  if (middle === -1) {
    scanOn(automaton, chars, { at: from, state: 0, end: to, hits });
    return;
  }
  const first = { at: from, state: 0, end: middle, hits };
  const second = { at: middle, state: 0, end: to, hits: emptied(laterHits) };
  scanBoth(automaton, chars, first, second);
  scanOn(automaton, chars, first);
  scanOn(automaton, chars, second);
  for (let hit = 0; hit < second.hits.count; hit++) addHit(hits, second.hits.ids[hit] as number, second.hits.ends[hit] as number);
}

/** Hits of the second half until those of the first are complete. */
const laterHits = createHits();
const shortestToHalve = 256;
const farthestGap = 1000;

function behindGap({ classes }: Automaton, chars: Uint16Array, from: number, to: number): number {
  const limit = Math.min(to, from + farthestGap);
  for (let at = from; at < limit; at++) if (classes[chars[at] as number] === 0) return at + 1;
  return -1;
}

type Cursor = { at: number; state: number; end: number; hits: Hits };

/** Until one of the two has come to its end. */
function scanBoth(automaton: Automaton, chars: Uint16Array, first: Cursor, second: Cursor): void {
  const { classes, dense, shift } = automaton;
  while (first.at < first.end && second.at < second.end) {
    let { at: i, state } = first;
    let { at: j, state: other } = second;
    let next = state;
    let otherNext = other;
    // Nothing but this: the loop is free of calls and has one branch besides its end.
    for (const iEnd = first.end, jEnd = second.end; i < iEnd && j < jEnd;) {
      state = next;
      other = otherNext;
      next = dense[(state << shift) + (classes[chars[i++] as number] as number)] as number;
      otherNext = dense[(other << shift) + (classes[chars[j++] as number] as number)] as number;
      if ((next | otherNext) >= ending) break;
    }
    settle(automaton, chars, first, i, state, next);
    settle(automaton, chars, second, j, other, otherNext);
  }
}

function scanOn(automaton: Automaton, chars: Uint16Array, cursor: Cursor): void {
  const { classes, dense, shift } = automaton;
  while (cursor.at < cursor.end) {
    let { at, state } = cursor;
    let next = state;
    for (const { end } = cursor; at < end;) {
      state = next;
      next = dense[(state << shift) + (classes[chars[at++] as number] as number)] as number;
      if (next >= ending) break;
    }
    settle(automaton, chars, cursor, at, state, next);
  }
}

/** Moves the cursor on to `at`, from `state` to `next`, which may ask for more: a pattern ends in it, or it has no row. */
function settle(automaton: Automaton, chars: Uint16Array, cursor: Cursor, at: number, state: number, next: number): void {
  cursor.at = at;
  cursor.state = next;
  if (next < ending) return;
  const { denseStates, classes } = automaton;
  cursor.state = next === unlisted ? step(automaton, state, classes[chars[at - 1] as number] as number) : next - ending;
  report(automaton, cursor.state, at, cursor.hits);
  while (cursor.state >= denseStates && cursor.at < cursor.end) {
    cursor.state = step(automaton, cursor.state, classes[chars[cursor.at++] as number] as number);
    report(automaton, cursor.state, cursor.at, cursor.hits);
  }
}

/** The next state where no row tells it. */
function step(automaton: Automaton, from: number, unit: number): number {
  if (unit === 0) return 0;
  const { dense, shift, denseStates, fail } = automaton;
  for (let state = from; ; state = fail[state] as number) {
    const listed = state < denseStates ? (dense[(state << shift) + unit] as number) : unlisted;
    if (listed !== unlisted) return listed < ending ? listed : listed - ending;
    const next = lookUp(automaton, state, unit);
    if (next !== 0) return next;
  }
}

function report(automaton: Automaton, state: number, end: number, hits: Hits): void {
  for (let at = automaton.output[state] as number; at !== 0; at = automaton.nextOutput[at] as number) {
    addHit(hits, automaton.pattern[at] as number, end);
  }
}

function addHit(hits: Hits, id: number, end: number): void {
  if (hits.count === hits.ids.length) growHits(hits);
  hits.ids[hits.count] = id;
  hits.ends[hits.count++] = end;
}

function growHits(hits: Hits): void {
  const ids = new Int32Array(hits.count * 2);
  const ends = new Int32Array(hits.count * 2);
  ids.set(hits.ids);
  ends.set(hits.ends);
  hits.ids = ids;
  hits.ends = ends;
}

export function lookUp(automaton: Automaton, state: number, unit: number): number {
  const key = state * automaton.alphabet + unit;
  let slot = Math.imul(key, 0x9e3779b1) & automaton.mask;
  while (automaton.keys[slot] !== -1) {
    if (automaton.keys[slot] === key) return automaton.targets[slot] as number;
    slot = (slot + 1) & automaton.mask;
  }
  return 0;
}
