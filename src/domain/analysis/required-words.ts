/** Words of which any one must stand in a text. */
type OneOf = readonly string[];

/**
 * What a text must hold for a regular expression to match in it, told from its source: of each list at least one word. Only what is
 * certain is told: nothing of classes, of what may be missing, and of what looks for an absence.
 */
export function requiredWords(source: string): OneOf[] {
  const reader: Reader = { source, at: 0 };
  return readAlternatives(reader).filter((words) => words.every(isTelling));
}

/** A letter or two are in every sentence of a script with few of them, and so are the signs between words. */
function isTelling(word: string): boolean {
  return word.length >= 3 || /[^\w\s.,:'-]/.test(word);
}

type Reader = { source: string; at: number };

/** Up to the end, or behind the closing parenthesis. Of alternatives, one word of one list of each. */
function readAlternatives(reader: Reader): OneOf[] {
  const branches = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    branches.push(readSequence(reader));
  }
  reader.at++;
  if (branches.length === 1) return branches[0] as OneOf[];
  const choice = branches.map(mostTelling);
  return choice.every((words) => words !== null) ? [choice.flat()] : [];
}

/** The list whose shortest word is longest. */
function mostTelling(lists: readonly OneOf[]): OneOf | null {
  const shortest = (words: OneOf): number => Math.min(...words.map((word) => word.length));
  let best: OneOf | null = null;
  for (const words of lists) if (best === null || shortest(words) > shortest(best)) best = words;
  return best;
}

function readSequence(reader: Reader): OneOf[] {
  const found: OneOf[] = [];
  let run = '';
  const endRun = (): void => {
    if (run !== '') found.push([run]);
    run = '';
  };
  while (reader.at < reader.source.length && reader.source[reader.at] !== '|' && reader.source[reader.at] !== ')') {
    const part = readPart(reader);
    if (part === null) continue;
    const repeated = readQuantifier(reader);
    if (typeof part === 'string' && repeated !== 'maybe') run += part;
    if (typeof part === 'string' && repeated === 'once') continue;
    endRun();
    if (typeof part !== 'string' && repeated !== 'maybe') found.push(...part);
  }
  endRun();
  return found;
}

/** One literal character, what a group or class requires, or null for what has no width and requires nothing. */
function readPart(reader: Reader): string | OneOf[] | null {
  const { source } = reader;
  const character = String.fromCodePoint(source.codePointAt(reader.at) as number);
  reader.at += character.length;
  if (character === '(') return readGroup(reader);
  if (character === '[') return readClass(reader);
  if (character === '\\') return readEscape(reader);
  if (character === '^' || character === '$') return null;
  return character === '.' ? [] : character;
}

function readGroup(reader: Reader): OneOf[] | null {
  const opening = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0] ?? '';
  reader.at += opening.length;
  const inner = readAlternatives(reader);
  return opening.endsWith('!') ? [] : inner;
}

function readClass(reader: Reader): OneOf[] {
  for (; reader.source[reader.at] !== ']'; reader.at++) if (reader.source[reader.at] === '\\') reader.at++;
  reader.at++;
  return [];
}

function readEscape(reader: Reader): string | OneOf[] | null {
  const whole = /^(?:u[0-9a-f]{4}|u\{[^}]*\}|x[0-9a-f]{2}|p\{[^}]*\}|P\{[^}]*\}|k<\w+>|.)/is.exec(
    reader.source.slice(reader.at, reader.at + 60),
  );
  const escape = whole?.[0] ?? '';
  reader.at += escape.length;
  if (escape === 'b' || escape === 'B') return null;
  return /^[a-z0-9]/i.test(escape) ? [] : escape;
}

function readQuantifier(reader: Reader): 'once' | 'maybe' | 'often' {
  const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12))?.[0];
  if (quantifier === undefined) return 'once';
  reader.at += quantifier.length;
  return /^(?:[*?]|\{0)/.test(quantifier) ? 'maybe' : 'often';
}
