import { beforeAll, expect, test } from 'vitest';
import { printAudit } from '../../src/commands/audit.ts';
import { readAudit, type AuditReport } from '../../src/services/audit.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { writeSweeps } from '../store/sweeps.ts';
import { apiClient, type ErrorBody } from './client.ts';

const from = new Date('2026-06-01T00:00:00Z');
const weeks = 12;
const now = from.getTime() + weeks * 7 * 86_400_000;

const { store, deps } = await openTestDeps({ now: () => now });
const api = apiClient(deps);
beforeAll(async () => {
  const prompts = Array.from({ length: 12 }, (_, i) => ({ text: `Question ${i}?`, locale: i < 8 ? 'en' : 'zh-CN' }));
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'audited' });
  const chance = ({ brand }: { brand: string }) => ({ acme: 0.6, bolt: 0.5 })[brand] ?? 0.4;
  await writeSweeps(store, workspace, { engines: ['openai', 'perplexity'], from, weeks, sweepsPerWeek: 5, chance });
  await makeWorkspace(deps, { slug: 'empty' });
});

type Body = AuditReport & ErrorBody & { workspace: string };
const audit = (slug: string) => api<Body>('GET', `/api/v1/audit?workspace=${slug}`);

test('a workspace with a history gets each figure with its sentence', async () => {
  const { status, body } = await audit('audited');
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.falseAlarms).toMatchObject({
    budget: 1,
    weeks: 6,
    moreWeeks: 0,
    sentence: expect.stringMatching(/^With all changes shuffled/),
  });
  expect(body.falseAlarms?.replays).toBeGreaterThan(0);
  expect(body.coverage?.share?.value).toBeGreaterThan(0.9);
  expect(body.missing).toMatchObject({ asked: 12 * 2 * 5 * weeks, failed: 0, share: { value: 0, low: 0 } });
  expect(body.lastSweep).toMatchObject({ at: '2026-08-21T20:12:00.000Z', sentence: expect.stringMatching(/ended 2 days ago/) });
  expect(body.languages.map(({ language, brand }) => [language, brand])).toEqual([
    ['en', 'acme'],
    ['zh-CN', 'acme'],
  ]);
  expect(body.languages[1]?.sensitivity?.value).toBeGreaterThan(0.9);
});

test('asking again is answered from what is known, until the history changes', async () => {
  const workspace = await store.one<string>(`SELECT id FROM workspace WHERE slug = 'audited'`);
  const found = await deps.db.workspace.findUniqueOrThrow({ where: { slug: 'audited' } });
  const [first, second] = await Promise.all([readAudit(deps, found), readAudit(deps, found)]);
  expect(second.coverage?.share).toBe(first.coverage?.share);
  await store.rows(`UPDATE run SET state = 'queued', kind = 'import' WHERE workspace_id = $1 AND key = 'sweep/11/4'`, [workspace]);
  const { body } = await audit('audited');
  expect(body).toMatchObject({ falseAlarms: null, coverage: null });
  await store.rows(`UPDATE run SET state = 'failed' WHERE workspace_id = $1 AND key = 'sweep/11/4'`, [workspace]);
  expect((await audit('audited')).body.missing.asked).toBe(first.missing.asked - 24);
});

test('an empty workspace is told in words what is missing', async () => {
  const { status, body } = await audit('empty');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    falseAlarms: { perHalfYear: null, moreWeeks: 8, verdict: 'too short' },
    coverage: { share: null, moreSweeps: 4, verdict: 'too short' },
    missing: { share: null, asked: 0 },
    lastSweep: { at: null, ageHours: null },
    languages: [{ language: 'en', raw: null, corrected: null, sentence: expect.stringMatching(/nothing was measured/) }],
  });
  const workspace = await deps.db.workspace.findUniqueOrThrow({ where: { slug: 'empty' } });
  const printed = printAudit(await readAudit(deps, workspace));
  expect(printed).toContain('False alarms  Not enough history yet: the false-alarm rate needs 8 more weeks');
  expect(printed).not.toMatch(/NaN|null|undefined/);
});

test('a workspace that is not there is not audited', async () => {
  const { status, body } = await audit('nowhere');
  expect([status, body.error.code]).toEqual([404, 'not_found']);
});
