import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { engineIds, engines } from '../src/engines/registry.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** The variables that config.ts reads. */
const configNames = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name = '']) => name);
/** The variables that the engines read: their keys, and whatever else they look up by name. */
const engineNames = new Set([
  ...engineIds.flatMap((id) => engines[id].keys.flat()),
  ...globSync('src/engines/*.ts', { cwd: root }).flatMap((path) =>
    [...read(path).matchAll(/\benv, '([A-Z][A-Z_]+)'/g)].map(([, name = '']) => name),
  ),
]);
const commandNames = [...read('src/cli.ts').matchAll(/^ {2}(\w+): async \(\) => \(await import\('\.\/commands\//gm)].map(
  ([, name = '']) => name,
);

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');
  const entries = lines.flatMap((line, index) => {
    const [, name, value = ''] = /^#?([A-Z][A-Z_]+)=(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [{ name, value, comment: lines[index - 1] ?? '' }];
  });
  const names = entries.map(({ name }) => name);
  const composeNames = [...read('docker-compose.yml').matchAll(/(?<!\$)\$\{([A-Z][A-Z_]+)/g)].map(([, name = '']) => name);

  test('lists every variable that is read, once, and no other', () => {
    expect(configNames).toContain('WAYSEEN_DATABASE_WAIT_MS');
    expect([...engineNames]).toEqual(
      expect.arrayContaining(['OPENAI_API_KEY', 'DATAFORSEO_PASSWORD', 'OPENAI_COMPATIBLE_MODEL', 'SERPAPI_BASE_URL']),
    );
    expect(names.toSorted()).toEqual([...new Set([...configNames, ...engineNames, ...composeNames])].toSorted());
  });

  test('says what each is for, and holds no secret', () => {
    expect(entries.filter(({ comment }) => !/^# \S/.test(comment)).map(({ name }) => name)).toEqual([]);
    expect(entries.filter(({ name, value }) => /_KEY$|_LOGIN$|DATAFORSEO_PASSWORD/.test(name) && value !== '')).toEqual([]);
  });

  test('shows the defaults that config.ts has', () => {
    const shown = entries.filter(({ name, value }) => value !== '' && configNames.includes(name));
    for (const { name, value } of shown) {
      const [, declared = ''] = new RegExp(`^ {2}${name}: ([\\s\\S]*?)\n(?: {2}\\S|\\}\\))`, 'm').exec(read('src/config.ts')) ?? [];
      expect(declared.replaceAll(/(\d)_(\d)/g, '$1$2'), name).toContain(value);
    }
  });
});

describe('docker-compose.yml', () => {
  const service = z.object({
    image: z.string(),
    command: z.union([z.string(), z.array(z.string())]),
    environment: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
    ports: z.array(z.string()).default([]),
    volumes: z.array(z.string()).default([]),
    depends_on: z
      .record(z.string(), z.object({ condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']) }))
      .default({}),
    healthcheck: z.record(z.string(), z.unknown()).optional(),
  });
  const compose = z
    .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.unknown()) })
    .parse(parse(read('docker-compose.yml'), { merge: true }));
  const services = Object.entries(compose.services);
  const ours = services.filter(([, { image }]) => image === 'wayseen');

  test('has the parts of the product, each waiting for what it needs', () => {
    expect(Object.keys(compose.services).toSorted()).toEqual(['migrate', 'postgres', 'redis', 'server', 'worker']);
    for (const [name, { depends_on }] of services) {
      for (const [needed, { condition }] of Object.entries(depends_on)) {
        const other = compose.services[needed];
        expect(other, `${name} needs ${needed}`).toBeDefined();
        // Those of our image have the Dockerfile's check, unless it is switched off.
        const checked = other?.healthcheck ? other.healthcheck['disable'] !== true : other?.image === 'wayseen';
        if (condition === 'service_healthy') expect(checked, `${name} waits for the health of ${needed}`).toBe(true);
      }
    }
  });

  test('calls commands and sets variables that exist', () => {
    for (const [name, { command, environment }] of ours) {
      const [, called = ''] = /node (?:--\S+ )*src\/cli\.ts (\w+)/.exec([command].flat().join(' ')) ?? [];
      expect(commandNames, name).toContain(called);
      for (const variable of Object.keys(environment)) expect(configNames, name).toContain(variable);
    }
  });

  test('keeps data in named volumes, and opens one port to this machine only', () => {
    for (const [name, { volumes }] of services)
      for (const volume of volumes) expect(Object.keys(compose.volumes), name).toContain(volume.split(':')[0]);
    expect(services.flatMap(([, { ports }]) => ports)).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
  });
});

describe('README.md', () => {
  const readme = read('README.md');
  const code = [...readme.matchAll(/```sh\n([\s\S]*?)```|`([^`\n]+)`/g)].map(([, block, span]) => block ?? span ?? '').join('\n');
  const scripts = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json'))).scripts;

  test('names npm scripts that exist', () => {
    const called = [...code.matchAll(/\bnpm (?:run )?(?:--silent )?([a-z]+)/g)].map(([, name = '']) => name);
    expect(called).toEqual(expect.arrayContaining(['ci', 'start', 'test', 'verify', 'wayseen']));
    for (const name of called.filter((one) => one !== 'ci')) expect(Object.keys(scripts), `npm ${name}`).toContain(name);
  });

  test('names commands and options that exist', () => {
    const calls = [...code.matchAll(/\bwayseen -- (\w+)([^\n`]*)/g)];
    expect(calls.length).toBeGreaterThan(3);
    for (const [call, name = '', rest = ''] of calls) {
      expect(commandNames, call).toContain(name);
      const source = read(`src/commands/${name}.ts`);
      for (const [option] of rest.matchAll(/--(?!help)[a-z][a-z-]+/g)) expect(source, call).toContain(`'${option}`);
    }
  });

  test('shows pictures and links to files that are there', () => {
    for (const [, path = ''] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) expect(existsSync(join(root, path)), path).toBe(true);
  });
});

test('AGENTS.md is short enough to be read, and names files that are there', () => {
  const text = read('AGENTS.md');
  expect(text.split('\n').length).toBeLessThan(100);
  const paths = [...text.matchAll(/`((?:src|workers|tests|prisma|prompts)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(10);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
