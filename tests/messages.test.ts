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
  expect(messageFor(z.object({ from: z.iso.date() }), {})).toBe('is missing; write one such as 2026-09-07');
  expect(messageFor(z.object({ id: z.uuid() }), {})).toBe('is missing; take one from the list');
});

test('what is told anyway stays as it is', () => {
  expect(messageFor(z.string().min(1, 'name your brand'), '')).toBe('name your brand');
  expect(messageFor(z.string().min(3), 'ab')).toMatch(/>=3/);
});
