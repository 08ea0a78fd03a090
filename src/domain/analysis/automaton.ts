/**
 * Aho–Corasick over UTF-16 code units in flat typed arrays: one linear pass finds every pattern, however many there are.
 * States are numbered breadth first: the shallow ones, where ordinary text spends its time, have complete rows (`dense`), the deep ones
 * one open-addressed hash table (key = state × alphabet + class) and failure links.
 */
export type Automaton = {
  /** Character class of each code unit; 0 = in no pattern. */
  classes: Uint16Array;
  alphabet: number;
  /** Complete rows of the first `denseStates` states: the next state × alphabet, complemented (~) where a pattern ends in it or it has no row. */
  dense: Int32Array;
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
    scanOn(automaton, chars, { at: from, row: 0, end: to, hits });
    return;
  }
  const first = { at: from, row: 0, end: middle, hits };
  const second = { at: middle, row: 0, end: to, hits: emptied(laterHits) };
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

/** Where a scan stands: `row` is the beginning of its state's row in `dense` (state × alphabet: one multiplication less a unit). */
type Cursor = { at: number; row: number; end: number; hits: Hits };

/** Until one of the two has come to its end. */
function scanBoth(automaton: Automaton, chars: Uint16Array, first: Cursor, second: Cursor): void {
  const { classes, dense } = automaton;
  while (first.at < first.end && second.at < second.end) {
    let { at: i, row } = first;
    let { at: j, row: other } = second;
    // Nothing but this: the loop is free of calls and has one branch besides its end.
    for (const iEnd = first.end, jEnd = second.end; i < iEnd && j < jEnd;) {
      row = dense[row + (classes[chars[i++] as number] as number)] as number;
      other = dense[other + (classes[chars[j++] as number] as number)] as number;
      if ((row | other) < 0) break;
    }
    settle(automaton, chars, first, i, row);
    settle(automaton, chars, second, j, other);
  }
}

function scanOn(automaton: Automaton, chars: Uint16Array, cursor: Cursor): void {
  const { classes, dense } = automaton;
  while (cursor.at < cursor.end) {
    let { at, row } = cursor;
    for (const { end } = cursor; at < end;) {
      row = dense[row + (classes[chars[at++] as number] as number)] as number;
      if (row < 0) break;
    }
    settle(automaton, chars, cursor, at, row);
  }
}

/** Moves the cursor on. A negative row is one that asks for more: a pattern ends in its state, or the state has no row. */
function settle(automaton: Automaton, chars: Uint16Array, cursor: Cursor, at: number, row: number): void {
  cursor.at = at;
  cursor.row = row < 0 ? ~row : row;
  if (row >= 0) return;
  const { alphabet, denseStates, classes } = automaton;
  let state = cursor.row / alphabet;
  report(automaton, state, at, cursor.hits);
  while (state >= denseStates && cursor.at < cursor.end) {
    state = nextOfDeep(automaton, state, classes[chars[cursor.at++] as number] as number);
    report(automaton, state, cursor.at, cursor.hits);
  }
  cursor.row = state * alphabet;
}

function nextOfDeep(automaton: Automaton, from: number, unit: number): number {
  const { alphabet, dense, denseStates, fail } = automaton;
  if (unit === 0) return 0;
  for (let state = from; ; state = fail[state] as number) {
    if (state < denseStates) {
      const row = dense[state * alphabet + unit] as number;
      return (row < 0 ? ~row : row) / alphabet;
    }
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
