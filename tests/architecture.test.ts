import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which way imports may point. A name ending in `:type` allows `import type` only. A part of src that is not listed fails. */
const mayImport: Record<string, string[]> = {
  domain: ['errors'],
  engines: ['domain', 'errors'],
  db: ['domain', 'engines:type', 'errors', 'lifecycle', 'log:type', 'webhooks/events.ts'],
  queue: ['domain', 'errors', 'lifecycle', 'log:type'],
  network: ['errors'],
  webhooks: ['domain', 'errors', 'network'],
  files: ['domain'],
  services: [
    'domain',
    'engines',
    'db',
    'files',
    'queue',
    'webhooks',
    'config',
    'deps',
    'errors',
    'lifecycle',
    'log',
    'network:type',
    'network/page-request.ts',
  ],
  api: [
    'services',
    'queue',
    'domain/journey.ts',
    'domain/roles.ts',
    'domain/language-tag.ts',
    'domain:type',
    'config',
    'deps:type',
    'errors',
    'log:type',
  ],
  workers: ['services', 'queue', 'domain/journey.ts', 'domain:type', 'config', 'deps:type', 'errors', 'lifecycle', 'log:type'],
  commands: ['services', 'queue', 'domain', 'config', 'deps', 'errors', 'lifecycle', 'log'],
  web: ['domain', 'api/app.ts:type'],
  cli: ['commands', 'errors', 'log'],
  auth: ['db', 'secrets:type'],
  config: ['errors', 'network'],
  deps: ['auth', 'config', 'db', 'domain', 'engines', 'errors', 'lifecycle', 'log', 'network', 'queue', 'secrets'],
  errors: ['messages'],
  messages: [],
  lifecycle: [],
  log: ['config:type'],
  secrets: ['errors'],
};

/** Files that see more than the part that they lie in, with the reason. */
const exceptions: Record<string, { sees: string[]; because: string }> = {
  'src/services/propose-brand.ts': {
    sees: ['network/read-html.ts'],
    because: 'reads a brand’s own site through the guard that deps bring',
  },
  'src/commands/ask.ts': { sees: ['engines'], because: 'asks one engine without a store, so without services and their deps' },
  'src/commands/ask-output.ts': { sees: ['engines:type'], because: 'prints what `ask` got' },
  'src/commands/start.ts': { sees: ['api/app.ts', 'workers/main.ts'], because: 'an entry point: puts server and workers into one process' },
  'src/commands/worker.ts': { sees: ['workers/main.ts'], because: 'an entry point: workers alone' },
  'src/commands/build-pages.ts': { sees: ['api/app.ts'], because: 'asks where the server looks for the pages' },
};

/** Packages with a place of their own; those not listed may be imported anywhere but in the domain and the pages. */
const placeOfPackage: Record<string, string[]> = {
  bullmq: ['queue', 'workers'],
  ioredis: ['queue'],
  pg: ['db', 'queue'],
  '@prisma/adapter-pg': ['db'],
  '@prisma/client': ['db'],
  '@prisma/driver-adapter-utils': ['db'],
  '@prisma/schema-engine-wasm': ['db'],
  hono: ['api', 'web'],
  '@hono/zod-openapi': ['api'],
  '@hono/node-server': ['api', 'commands'],
  commander: ['cli', 'commands'],
  openai: ['engines'],
  '@anthropic-ai/sdk': ['engines'],
  '@google/genai': ['engines'],
  '@perplexity-ai/perplexity_ai': ['engines'],
  'better-auth': ['auth'],
  nodemailer: ['network'],
  'playwright-core': ['files'],
  '@sparticuz/chromium': ['files'],
  pino: ['log'],
};
/** Nothing that reads a clock, a file, the network or chance. */
const pureLibraries = ['cheerio', 'cron-parser', 'opencc-js', 'robots-parser', 'tldts', 'zod'];
const pageLibraries = [
  '@fontsource-variable/noto-sans-sc',
  '@fontsource-variable/noto-sans-tc',
  '@mantine/core',
  '@mantine/hooks',
  '@tanstack/react-query',
  'hono',
  'i18next',
  'react',
  'react-dom',
  'react-i18next',
  'wouter',
];

const impure = [
  /\bDate\.now\b/,
  /\bnew Date\(\)/,
  /\bMath\.random\b/,
  /\bprocess\b\s*[.[]/,
  /\bperformance\.now\b/,
  /\bfetch\(/,
  /\bset(Timeout|Interval)\(/,
];
const longestFile = 300;

type Source = { path: string; text: string };

/** Everything in one file that the architecture does not allow. */
function violations({ path, text }: Source): string[] {
  const part = partOf(path);
  if (!Object.hasOwn(mayImport, part)) return [`${path}: "${part}" is not a part of the architecture; add it to mayImport`];
  const code = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const found = importsOf(path, code).flatMap((one) => judge(path, part, one));
  // Word lists are data, as long as the languages make them.
  const lines = path.includes('/data/') ? 0 : text.split('\n').filter((line) => line.trim() !== '').length;
  if (lines > longestFile) found.push(`${path}: is longer than ${longestFile} lines`);
  if (/\bas unknown as\b/.test(code)) found.push(`${path}: casts by way of unknown`);
  if (/(: |\bas |<)any\b\s*($|[,;)>=[\]|&])/m.test(code)) found.push(`${path}: says any`);
  if (path.startsWith('src/api/routes/')) {
    if (count(code, /\bcreateRoute\(/g) !== count(code, /'x-role': '/g))
      found.push(`${path}: has a route that does not say in x-role who may call it`);
    if (/\b(resolveWorkspace|listWorkspaces)\b/.test(code)) found.push(`${path}: takes the workspace past src/api/access.ts`);
  }
  if (part === 'domain')
    found.push(...impure.filter((pattern) => pattern.test(code)).map(({ source }) => `${path}: the domain is pure, but holds ${source}`));
  else if (!['cli', 'commands'].includes(part) && /\bprocess\.env\b/.test(code))
    found.push(`${path}: reads the environment, which arrives as an argument`);
  return found;
}

const count = (code: string, pattern: RegExp): number => [...code.matchAll(pattern)].length;

type Import = { target: string; typeOnly: boolean };

function importsOf(path: string, code: string): Import[] {
  const found: Import[] = [];
  for (const [, keyword = '', type, target = ''] of code.matchAll(/^\s*(import|export)\s+(type\s+)?(?:[^'";()]*?\bfrom\s*)?'([^']+)'/gm)) {
    if (keyword === 'import' || /\bfrom\s*'/.test(code)) found.push({ target, typeOnly: type !== undefined });
  }
  for (const [before = '', target = ''] of code.matchAll(/(?:typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g))
    found.push({ target, typeOnly: before.startsWith('typeof') });
  return found.map((one) => (one.target.startsWith('.') ? { ...one, target: posix.join(posix.dirname(path), one.target) } : one));
}

function judge(path: string, part: string, { target, typeOnly }: Import): string[] {
  if (!/^(src|workers)\//.test(target)) return judgePackage(path, part, target);
  if (target.endsWith('.json') || target.endsWith('.css') || partOf(target) === part) return [];
  const allowed = [...(mayImport[part] ?? []), ...(exceptions[path]?.sees ?? [])];
  const names = [partOf(target), target.replace(/^src\//, '')];
  if (names.some((name) => allowed.includes(name) || (typeOnly && allowed.includes(`${name}:type`)))) return [];
  return [`${path}: imports ${target}${typeOnly ? ' (a type)' : ''}`];
}

function judgePackage(path: string, part: string, target: string): string[] {
  if (target.startsWith('.') || target.startsWith('package.json')) return [];
  const name = target.startsWith('@') ? target.split('/', 2).join('/') : (target.split('/')[0] ?? target);
  const place = placeOfPackage[name];
  const wrong =
    (part === 'domain' && !pureLibraries.includes(name)) ||
    (part === 'web' && !pageLibraries.includes(name)) ||
    (place !== undefined && !place.includes(part));
  return wrong ? [`${path}: imports the package ${target}`] : [];
}

/** `src/domain/journey.ts` → domain, `src/config.ts` → config, `workers/main.ts` → workers. */
const partOf = (path: string): string => (path.startsWith('workers/') ? 'workers' : (path.split('/')[1] ?? '').replace(/\.tsx?$/, ''));

const root = join(import.meta.dirname, '..');
const sources: Source[] = globSync(['src/**/*.{ts,tsx}', 'workers/**/*.ts'], { cwd: root })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('src/db/generated/'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

describe('the code', () => {
  test('points one way, is pure where it says so, and stays readable', () => {
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.flatMap(violations)).toEqual([]);
  });

  test('needs every exception that it was given', () => {
    const unneeded = Object.entries(exceptions).filter(([path, { sees }]) => {
      const source = sources.find((one) => one.path === path);
      const targets = source ? importsOf(path, source.text).map(({ target }) => target) : [];
      return !sees.every((seen) =>
        targets.some((target) => [partOf(target), target.replace(/^src\//, '')].includes(seen.replace(':type', ''))),
      );
    });
    expect(unneeded.map(([path]) => path)).toEqual([]);
  });
});

describe('each guard fires', () => {
  const probe = (path: string, text: string) => violations({ path, text });

  test.each([
    ['a part that nobody listed', 'src/helpers/text.ts', ''],
    ['a file of src that nobody listed', 'src/utils.ts', ''],
    ['the domain on the database', 'src/domain/journey.ts', "import { sql } from '../db/client.ts';"],
    ['the domain on a type of the engines', 'src/domain/journey.ts', "import type { Engine } from '../engines/engine.ts';"],
    ['the domain on files', 'src/domain/journey.ts', "import { readFileSync } from 'node:fs';"],
    ['the domain on a package that is not pure', 'src/domain/journey.ts', "import { Redis } from 'ioredis';"],
    ['the domain on the clock', 'src/domain/journey.ts', 'const now = Date.now();'],
    ['the domain on the day', 'src/domain/journey.ts', 'const today = new Date();'],
    ['the domain on chance', 'src/domain/journey.ts', 'const x = Math.random();'],
    ['the domain on the environment', 'src/domain/journey.ts', "const key = process.env['KEY'];"],
    ['the domain on the network', 'src/domain/journey.ts', "await fetch('https://example.org');"],
    ['engines on the queue', 'src/engines/openai.ts', "import { createQueues } from '../queue/queues.ts';"],
    ['engines on the environment', 'src/engines/openai.ts', "const key = process.env['OPENAI_API_KEY'];"],
    ['the database on an engine', 'src/db/answers.ts', "import { engines } from '../engines/registry.ts';"],
    ['the queue on the database', 'src/queue/queues.ts', "import { sql } from '../db/client.ts';"],
    ['services on the API', 'src/services/tick.ts', "import { createApi } from '../api/app.ts';"],
    ['services on SQL', 'src/services/tick.ts', "import pg from 'pg';"],
    ['the API on the database', 'src/api/routes/runs.ts', "import { listRuns } from '../../db/runs.ts';"],
    ['the API on engines, re-exported', 'src/api/routes/engines.ts', "export { engines } from '../../engines/registry.ts';"],
    ['the API on the making of deps', 'src/api/app.ts', "import { createDeps } from '../deps.ts';"],
    ['the API on what the domain does', 'src/api/app.ts', "import { analyze } from '../domain/analysis/analyze.ts';"],
    ['a worker on the database, lazily', 'workers/jobs/tick.ts', "const { sql } = await import('../../src/db/client.ts');"],
    ['a worker on an engine', 'workers/main.ts', "import {\n  engines,\n} from '../src/engines/registry.ts';"],
    ['a command on an engine', 'src/commands/import.ts', "import { engines } from '../engines/registry.ts';"],
    ['a command on the API', 'src/commands/import.ts', "import { createApi } from '../api/app.ts';"],
    ['a route that everybody could call', 'src/api/routes/runs.ts', "createRoute({ method: 'get', path: '/api/v1/runs' })"],
    ['a route that enters any workspace', 'src/api/routes/runs.ts', 'const workspace = await resolveWorkspace(deps, name);'],
    ['a page on the code of the API', 'src/web/api.ts', "import { createApi } from '../api/app.ts';"],
    ['a page on a service’s type', 'src/web/api.ts', "import type { Status } from '../services/status.ts';"],
    ['a page on Node', 'src/web/api.ts', "import { join } from 'node:path';"],
    ['a vendor’s SDK outside the engines', 'src/services/tick.ts', "import OpenAI from 'openai';"],
    ['any', 'src/services/tick.ts', 'const x: any = 1;'],
    ['a cast by way of unknown', 'src/services/tick.ts', 'const x = y as unknown as string;'],
    ['a long file', 'src/services/tick.ts', 'x;\n'.repeat(longestFile + 1)],
  ])('%s', (_, path, text) => {
    expect(probe(path, text)).toHaveLength(1);
  });

  test.each([
    ['a type of the API in a page', 'src/web/api.ts', "import type { AppType } from '../api/app.ts';"],
    ['a type of deps in a route', 'src/api/routes/runs.ts', "import type { Deps } from '../../deps.ts';"],
    ['a pure library in the domain', 'src/domain/schedule.ts', "import { CronExpressionParser } from 'cron-parser';"],
    ['a word in a comment', 'src/domain/journey.ts', '/** Never calls Date.now(). */\n// any: Math.random()\n'],
  ])('and lets pass %s', (_, path, text) => {
    expect(probe(path, text)).toEqual([]);
  });
});
