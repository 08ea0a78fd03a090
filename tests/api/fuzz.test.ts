import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { apiClient } from './client.ts';

const { deps } = await openTestDeps({ fetch: () => Promise.reject(new TypeError('no network here')) });
const api = apiClient(deps);
beforeAll(async () => {
  await makeWorkspace(deps, { slug: 'fuzz' });
});

type Schema = { [word: string]: unknown };
type Parameter = { name: string; in: string; schema?: Schema };
type Operation = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};
type Document = { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, Schema> } };

const odd = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', '\ud800', '../..', "';--", '%', '-1', '1e999', '2026-13-45', '9999-12-31', 'null', '\u202e'),
  fc.string({ maxLength: 40 }),
);

/** Values as the schema says; now and then something else. */
function valueOf(schema: Schema, document: Document, depth = 0): fc.Arbitrary<unknown> {
  const reference = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined;
  if (reference !== undefined) return valueOf(document.components.schemas[reference] ?? {}, document, depth);
  const asSaid = wellFormed(schema, document, depth);
  return fc.oneof({ weight: 9, arbitrary: asSaid }, { weight: 1, arbitrary: fc.oneof(odd, fc.jsonValue({ maxDepth: 1 })) });
}

function wellFormed(schema: Schema, document: Document, depth: number): fc.Arbitrary<unknown> {
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined;
  if (choices) return fc.oneof(...choices.map((one) => valueOf(one, document, depth)));
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  if ('const' in schema) return fc.constant(schema['const']);
  const types = Array.isArray(schema['type']) ? (schema['type'] as string[]) : [String(schema['type'])];
  return fc.oneof(...types.map((type) => ofType(type, schema, document, depth)));
}

function ofType(type: string, schema: Schema, document: Document, depth: number): fc.Arbitrary<unknown> {
  const min = Number(schema['minimum'] ?? -1000);
  const max = Number(schema['maximum'] ?? 1_000_000);
  if (type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.max(Math.ceil(min), Math.floor(max)) });
  if (type === 'number') return fc.double({ min, max: Math.max(min, max), noNaN: true });
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array')
    return depth > 4 ? fc.constant([]) : fc.array(valueOf((schema['items'] ?? {}) as Schema, document, depth + 1), { maxLength: 3 });
  if (type === 'object') {
    const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
    const required = (schema['required'] ?? []) as string[];
    return fc.record(Object.fromEntries(fields.map(([name, one]) => [name, valueOf(one, document, depth + 1)])), {
      requiredKeys: required,
    });
  }
  if (schema['format'] === 'uuid') return fc.uuid();
  if (schema['format'] === 'date') return fc.constantFrom('2026-01-01', '2026-09-01', '2026-12-31', '0001-01-01');
  if (schema['format'] === 'date-time') return fc.constantFrom('2026-09-01T00:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z');
  return odd;
}

test('whatever is sent, the answer is one that the document names, and never a defect', async () => {
  const { body: document } = await api<Document>('GET', '/openapi.json');
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const failures: string[] = [];
  for (const { path, method, operation } of operations) {
    const parameters = operation.parameters ?? [];
    const values = fc.record(
      Object.fromEntries(
        parameters.map(({ name, schema = {} }) => [name, name === 'workspace' ? fc.constant('fuzz') : valueOf(schema, document)]),
      ),
    );
    const schema = operation.requestBody?.content['application/json']?.schema;
    const body = schema ? valueOf(schema, document) : fc.constant(undefined);
    const failed = await fc.check(
      fc.asyncProperty(values, body, async (given, sent) => {
        const text = (name: string) => encodeURIComponent(String((given as Record<string, unknown>)[name]).toWellFormed());
        const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => text(name) || '-');
        const query = parameters.filter((one) => one.in === 'query').map(({ name }) => `${name}=${text(name)}`);
        const answer = await api(
          method.toUpperCase(),
          `${address}?${query.join('&')}`,
          sent === undefined ? undefined : JSON.stringify(sent),
        );
        const said = `${method} ${address}?${query.join('&')} ${JSON.stringify(sent)} → ${answer.status} ${deps.logged.at(-1) ?? ''}`;
        expect(answer.status, said).toBeLessThan(500);
        if (address.includes('/.')) return; // another address, by the rules of URLs
        expect(Object.keys(operation.responses), said).toContain(String(answer.status));
        if (answer.status >= 400) expect(answer.body.error, said).toMatchObject({ code: expect.any(String), message: expect.any(String) });
        // What the schema library says of itself names no way out.
        expect(JSON.stringify(answer.body.error?.issues ?? []), said).not.toMatch(/"(Invalid|Too small|Too big|Unrecognized)\b/);
      }),
      { seed: 20_260_901, numRuns: slow.test(path) ? 2 : 8, endOnFailure: true },
    );
    if (failed.failed)
      failures.push(String(failed.errorInstance instanceof Error ? failed.errorInstance.message : failed.errorInstance).slice(0, 600));
  }
  expect(failures).toEqual([]);
});

/** They read or plan much at each call. */
const slow = /\/(audit|plan|preview|password|accept|reports)/;
