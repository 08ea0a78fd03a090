import { expect, test } from 'vitest';
import { z } from 'zod';
import { messageOf } from '../src/messages.ts';

const messageFor = (schema: z.ZodType, input: unknown) => schema.safeParse(input, { error: messageOf }).error?.issues[0]?.message;

test('a field that is missing, empty or written otherwise is told what to write', () => {
  expect(messageFor(z.string(), undefined)).toBe('is missing; write a text');
  expect(messageFor(z.string().min(1), '')).toBe('is empty; write a text');
  expect(messageFor(z.iso.date(), '2026-13-01')).toBe('is no date; write one such as 2026-09-07');
  expect(messageFor(z.iso.datetime(), 'yesterday')).toBe('is no time; write one such as 2026-09-07T08:00:00Z');
  expect(messageFor(z.uuid(), 'abc')).toBe('is no id; take one from the list');
  expect(messageFor(z.guid(), 'abc')).toBe('is no id; take one from the list');
  expect(messageFor(z.email(), 'ana')).toBe('is no e-mail address; write one such as ana@example.com');
  expect(messageFor(z.url(), 'example')).toBe('is no web address; write one such as https://example.com');
  expect(messageFor(z.object({ from: z.iso.date() }), {})).toBe('is missing; write one such as 2026-09-07');
  expect(messageFor(z.object({ id: z.uuid() }), {})).toBe('is missing; take one from the list');
});

test.each([
  [z.number().min(1), 0, 'is 0; write 1 or more'],
  [z.int().max(10), 11, 'is 11; write 10 or less'],
  [z.number().positive(), 0, 'is 0; write more than 0'],
  [z.number().lt(1), 1, 'is 1; write less than 1'],
  [z.number().multipleOf(5), 7, 'is 7; write a multiple of 5'],
  [z.string().min(3), 'ab', 'is too short; write at least 3 characters'],
  [z.string().max(1), 'ab', 'is too long; write at most 1 character'],
  [z.string().length(5), 'ab', 'is too short; write exactly 5 characters'],
  [z.array(z.string()).min(1), [], 'has too few entries; give at least 1 entry'],
  [z.array(z.string()).max(2), ['a', 'b', 'c'], 'has too many entries; give at most 2 entries'],
  [z.tuple([z.number(), z.number()]), [1], 'has too few entries; give at least 2 entries'],
  [z.date().min(new Date('2026-09-07')), new Date('2026-01-01'), 'is too early; write 2026-09-07T00:00:00.000Z or later'],
])('a bound is told with what keeps it (%#)', (schema: z.ZodType, input, message) => {
  expect(messageFor(schema, input)).toBe(message);
});

test('a value of another kind is told which it is, and which is wanted; a text is never repeated', () => {
  expect(messageFor(z.string(), 3)).toBe('is 3; write a text');
  expect(messageFor(z.number(), 'secret')).toBe('is a text; write a number');
  expect(messageFor(z.int(), 1.5)).toBe('is 1.5; write a whole number');
  expect(messageFor(z.coerce.number().int(), 'abc')).toBe('is no number; write a number');
  expect(messageFor(z.array(z.string()), {})).toBe('is an object; write a list in [ ]');
  expect(messageFor(z.object({}), null)).toBe('is null; write an object in { }');
  expect(messageFor(z.iso.date(), 20260907)).toBe('is no date; write one such as 2026-09-07');
  expect(messageFor(z.coerce.date(), 'soon')).toBe('is no date; write one such as 2026-09-07');
});

test('a choice is told with what there is to choose', () => {
  expect(messageFor(z.enum(['day', 'week']), 'year')).toBe('is none of those that it can be; write one of "day", "week"');
  expect(messageFor(z.literal('x'), 'y')).toBe('is none of those that it can be; write "x"');
  expect(messageFor(z.strictObject({ a: z.string().optional() }), { b: 1 })).toBe('has no field "b"; take it out, or write "a"');
  const kinds = z.discriminatedUnion('kind', [z.object({ kind: z.literal('drop') }), z.object({ kind: z.literal('rise') })]);
  expect(messageFor(kinds, { kind: 'fall' })).toBe('is none of those that it can be; write one of "drop", "rise"');
  expect(messageFor(kinds, {})).toBe('is missing; write one of "drop", "rise"');
  const alias = z.union([z.string(), z.object({ text: z.string() })]);
  expect(messageFor(alias, 3)).toBe('is 3; write a text or an object in { }');
  expect(messageFor(alias, {})).toBe('text is missing; write a text');
});

test('whatever is wrong, the words are ours', () => {
  expect(messageFor(z.record(z.string().min(2), z.number()), { a: 1 })).toBe(
    'is no usable name: it is too short; write at least 2 characters',
  );
  expect(messageFor(z.string().regex(/^x/), 'y')).toBe('is not written as it has to be');
  expect(
    messageFor(
      z.unknown().refine(() => false),
      undefined,
    ),
  ).toBe('is not usable');
});

test("a schema's own message stays as it is", () => {
  expect(messageFor(z.string().min(1, 'name your brand'), '')).toBe('name your brand');
  expect(messageFor(z.number().min(1, 'at least one run'), 0)).toBe('at least one run');
});
