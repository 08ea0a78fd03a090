import { Readable, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { analyze } from '../../src/commands/analyze.ts';
import { measure } from '../../src/commands/measure.ts';
import { watch } from '../../src/commands/watch.ts';
import { file, lines, observation } from './measure-harness.ts';

type Printed = { out: string; errors: string };
const commands = { measure, watch };
async function run(name: keyof typeof commands, text: string, panel?: string): Promise<Printed> {
  const printed = { out: '', errors: '' };
  const io = { stdin: Readable.from([Buffer.from(text)]), writeOut: (part: string) => void (printed.out += part), writeError: (part: string) => void (printed.errors += part) }; // prettier-ignore
  await commands[name]('-', panel === undefined ? {} : { panel: file(panel) }, io);
  return printed;
}
async function runAnalyze(panel: object, answers: object[]): Promise<Printed> {
  const printed = { out: '', errors: '' };
  const stdout = new Writable({ write: (part, _encoding, done) => { printed.out += String(part); done(); } }); // prettier-ignore
  const io = { stdin: Readable.from([Buffer.from(lines(answers))]), stdout, writeError: (part: string) => void (printed.errors += part) };
  expect(await analyze(file(JSON.stringify(panel)), '-', io)).toBe(0);
  return printed;
}

test.each(['measure', 'watch'] as const)('%s tells once of a field that it does not know, and which was meant', async (name) => {
  const { brands, ...rest } = observation();
  const told = await run(
    name,
    lines([
      { ...rest, brands },
      { ...rest, brandd: brands, colour: 1 },
      { ...rest, brandd: brands },
    ]),
  );
  expect(told.errors).toContain('standard input: line 2: the field "brandd" is not known and was ignored; did you mean "brands"?\n');
  expect(told.errors).toContain('standard input: line 2: the field "colour" is not known and was ignored\n');
  expect(told.errors.match(/was ignored/g)).toHaveLength(2);
  const without = await run(name, lines([{ ...rest, brands }, rest, rest]));
  expect(told.out).toBe(without.out);
  expect(without.errors).not.toContain('ignored');
});

test('a misspelt field is told of also where the line cannot be used for it', async () => {
  const { askedAt: askedat, ...rest } = observation();
  let errors = '';
  const io = { stdin: Readable.from([]), writeOut: () => {}, writeError: (part: string) => (errors += part) };
  await expect(measure(file(lines([{ ...rest, askedat }])), {}, io)).rejects.toThrow(/askedAt/);
  expect(errors).toContain('did you mean "askedAt"?');
});

test('a panel’s misspelt fields are told of, its brands’ and their aliases’', async () => {
  const panel = { brands: [{ id: 'a', name: 'Acme', domain: ['acme.example'], aliases: [{ text: 'Ace', casesensitive: true }] }] };
  const printed = await run('measure', lines([observation()]), JSON.stringify(panel));
  expect(printed.errors).toMatch(/brands\.0: the field "domain" is not known and was ignored; did you mean "domains"\?/);
  expect(printed.errors).toMatch(/brands\.0\.aliases\.0: the field "casesensitive" .* did you mean "caseSensitive"\?/);
});

test('analyze tells of an unknown field of panel or answer, and nothing of what import and ask write', async () => {
  const known = { id: '1', text: 'Acme is fine.', prompt: 'Which?', engine: 'openai', stage: 'decision', askedAt: '2026-09-07T08:00:00Z' };
  const panel = { brands: [{ id: 'a', name: 'Acme' }] };
  const plain = await runAnalyze(panel, [known]);
  expect(plain.errors).toBe('');
  const odd = await runAnalyze({ ...panel, brand: [] }, [{ ...known, citation: [] }]);
  expect(odd.errors).toContain('the field "brand" is not known and was ignored; did you mean "brands"?');
  expect(odd.errors).toContain('standard input:1: the field "citation" is not known and was ignored; did you mean "citations"?');
  expect(odd.out).toBe(plain.out);
});

test('input with ever new fields is not answered with ever more lines', async () => {
  const many = Object.fromEntries(Array.from({ length: 500 }, (_, i) => [`x${i}`.padEnd(200, 'y'), i]));
  const { errors } = await run('measure', lines([observation(many)]));
  expect(errors.split('\n')).toHaveLength(22);
  expect(errors).toContain('More fields that are not known were ignored.');
});
