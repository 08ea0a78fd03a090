const toWrite: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  date: 'a date',
  null: 'null',
};

const formats: Record<string, { name: string; hint: string }> = {
  date: { name: 'date', hint: 'write one such as 2026-09-07' },
  datetime: { name: 'time', hint: 'write one such as 2026-09-07T08:00:00Z' },
  uuid: { name: 'id', hint: 'take one from the list' },
  guid: { name: 'id', hint: 'take one from the list' },
  email: { name: 'e-mail address', hint: 'write one such as ana@example.com' },
  url: { name: 'web address', hint: 'write one such as https://example.com' },
};

/** What zod tells of a fault, of whichever kind. */
type Issue = {
  code?: string;
  input?: unknown;
  expected?: unknown;
  values?: readonly unknown[];
  options?: readonly unknown[];
  discriminator?: unknown;
  format?: unknown;
  origin?: unknown;
  minimum?: unknown;
  maximum?: unknown;
  inclusive?: unknown;
  exact?: unknown;
  divisor?: unknown;
  keys?: unknown;
  issues?: readonly { message: string }[];
  errors?: readonly (readonly (Issue & { path: readonly PropertyKey[]; message: string })[])[];
  /** The schema that found it: a text of a form has its name. */
  inst?: { _zod: { def: object } } | undefined;
};

/** What is wrong with a field and what to do about it, where zod would only say what it expected. */
export function messageOf(issue: Issue): string {
  const { code, input } = issue;
  const missing = input === undefined ? ofMissing(issue) : undefined;
  if (missing !== undefined) return missing;
  if (code === 'invalid_type') return ofType(issue);
  if (code === 'invalid_format') return ofFormat(issue);
  if (code === 'too_small' || code === 'too_big') return ofBound(issue);
  if (code === 'invalid_value') return `is none of those that it can be; write ${oneOf(issue.values)}`;
  if (code === 'not_multiple_of') return `is ${found(input)}; write a multiple of ${String(issue.divisor)}`;
  if (code === 'unrecognized_keys') return ofKeys(issue);
  if (code === 'invalid_union') return ofUnion(issue);
  if (code === 'invalid_key') return `is no usable name: it ${issue.issues?.[0]?.message ?? 'is another'}`;
  return 'is not usable';
}

function ofMissing({ code, inst, expected, values }: Issue): string | undefined {
  const def: { format?: unknown } | undefined = inst?._zod.def;
  const form = formats[String(def?.format)];
  if (form) return `is missing; ${form.hint}`;
  if (code === 'invalid_type') return `is missing; write ${written(expected)}`;
  if (code === 'invalid_value') return `is missing; write ${oneOf(values)}`;
  return code === 'invalid_union' ? 'is missing' : undefined;
}

const written = (type: unknown): string => toWrite[String(type)] ?? `a ${String(type)}`;

const oneOf = (values: readonly unknown[] = []): string =>
  `${values.length > 1 ? 'one of ' : ''}${values.map((value) => JSON.stringify(value)).join(', ')}`;

function ofType({ input, expected, inst }: Issue): string {
  const def: { format?: unknown } | undefined = inst?._zod.def;
  const form = expected === 'date' ? formats['date'] : formats[String(def?.format)];
  if (form) return `is no ${form.name}; ${form.hint}`;
  return `is ${found(input)}; write ${written(expected)}`;
}

/** Never the text itself: it may be a secret. */
function found(input: unknown): string {
  if (Number.isNaN(input)) return 'no number';
  if (typeof input === 'string') return 'a text';
  if (Array.isArray(input)) return 'a list';
  return typeof input === 'object' && input !== null ? 'an object' : String(input);
}

function ofFormat({ format }: Issue): string {
  const form = formats[String(format)];
  return form ? `is no ${form.name}; ${form.hint}` : 'is not written as it has to be';
}

function ofBound({ code, input, origin, minimum, maximum, inclusive, exact }: Issue): string {
  if (input === '') return 'is empty; write a text';
  const isSmall = code === 'too_small';
  const bound = isSmall ? minimum : maximum;
  const many = (one: string, more: string) =>
    `${exact ? 'exactly' : isSmall ? 'at least' : 'at most'} ${String(bound)} ${bound === 1 ? one : more}`;
  if (origin === 'string') return `is too ${isSmall ? 'short' : 'long'}; write ${many('character', 'characters')}`;
  if (origin === 'date')
    return `is too ${isSmall ? 'early' : 'late'}; write ${new Date(Number(bound)).toISOString()} or ${isSmall ? 'later' : 'earlier'}`;
  if (origin !== 'number' && origin !== 'int') return `has too ${isSmall ? 'few' : 'many'} entries; give ${many('entry', 'entries')}`;
  if (inclusive === false) return `is ${found(input)}; write ${isSmall ? 'more' : 'less'} than ${String(bound)}`;
  return `is ${found(input)}; write ${String(bound)} or ${isSmall ? 'more' : 'less'}`;
}

function ofKeys({ keys, inst }: Issue): string {
  const def: { shape?: object } | undefined = inst?._zod.def;
  const known = def?.shape ? `, or write ${oneOf(Object.keys(def.shape))}` : '';
  return `has no field ${(Array.isArray(keys) ? keys : []).map((key) => JSON.stringify(key)).join(', ')}; take it out${known}`;
}

/** Of several forms, the one whose outside fits tells what is wrong inside it; where none does, which there are. */
function ofUnion({ input, options, discriminator, errors = [] }: Issue): string {
  if (options) {
    const named = typeof input === 'object' && input !== null && Reflect.get(input, String(discriminator)) !== undefined;
    return `is ${named ? 'none of those that it can be' : 'missing'}; write ${oneOf(options)}`;
  }
  const inside = errors.filter(([first]) => first && first.path.length > 0);
  const [fits] = inside;
  if (fits && inside.length === 1) return fits.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ');
  const types = errors.flatMap(([first]) => (first?.code === 'invalid_type' && first.path.length === 0 ? [written(first.expected)] : []));
  return types.length > 0 ? `is ${found(input)}; write ${[...new Set(types)].join(' or ')}` : 'fits none of the forms that it can have';
}
