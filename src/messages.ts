const toWrite: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  object: 'an object in { }',
  record: 'an object in { }',
  date: 'a date',
};

const formats: Record<string, { name: string; hint: string }> = {
  date: { name: 'date', hint: 'write one such as 2026-09-07' },
  datetime: { name: 'time', hint: 'write one such as 2026-09-07T08:00:00Z' },
  uuid: { name: 'id', hint: 'take one from the list' },
  guid: { name: 'id', hint: 'take one from the list' },
};

type Issue = {
  code?: string;
  input?: unknown;
  expected?: unknown;
  values?: readonly unknown[];
  format?: unknown;
  /** The schema that found it: a text of a form has its name. */
  inst?: { _zod: { def: object } } | undefined;
};

/** What to do about a field, where zod would only say what it expected. */
export function messageOf(issue: Issue): string | undefined {
  if (issue.code === 'invalid_format') {
    const form = formats[String(issue.format)];
    return form && `is no ${form.name}; ${form.hint}`;
  }
  if (issue.code === 'too_small' && issue.input === '') return 'is empty; write a text';
  if (issue.input !== undefined) return undefined;
  const def: { format?: unknown } | undefined = issue.inst?._zod.def;
  const form = formats[String(def?.format)];
  if (form) return `is missing; ${form.hint}`;
  if (issue.code === 'invalid_type') return `is missing; write ${toWrite[String(issue.expected)] ?? `a ${String(issue.expected)}`}`;
  if (issue.code === 'invalid_value')
    return `is missing; write one of ${(issue.values ?? []).map((value) => JSON.stringify(value)).join(', ')}`;
  return issue.code === 'invalid_union' ? 'is missing' : undefined;
}
