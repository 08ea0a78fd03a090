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

/** What to do about a field, where zod would only say what it expected of `undefined`. */
export function messageOf(issue: { code?: string; input?: unknown; expected?: unknown; values?: readonly unknown[] }): string | undefined {
  if (issue.input !== undefined) return undefined;
  if (issue.code === 'invalid_type') return `is missing; write ${toWrite[String(issue.expected)] ?? `a ${String(issue.expected)}`}`;
  if (issue.code === 'invalid_value')
    return `is missing; write one of ${(issue.values ?? []).map((value) => JSON.stringify(value)).join(', ')}`;
  return issue.code === 'invalid_union' ? 'is missing' : undefined;
}
