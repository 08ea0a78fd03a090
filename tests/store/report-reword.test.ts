import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Deps } from '../../src/deps.ts';
import { reportLanguages } from '../../src/domain/report/report.ts';
import { deliverWebhooks } from '../../src/services/deliver-webhook.ts';
import { reportFile } from '../../src/services/report-files.ts';
import { createRecipient } from '../../src/services/report-mail.ts';
import { createReport, makeDueReports, readKept, readReports } from '../../src/services/reports.ts';
import { loopback } from '../engines/loopback.ts';
import { engineKey, openaiAnswer } from './engine-server.ts';
import { never, openTestDeps } from './harness.ts';
import { decoded, openMailbox } from './mailbox.ts';
import { makeHistory } from './report-history.ts';

const week = { from: '2026-09-07', to: '2026-09-14' };
const mailbox = await openMailbox();
afterAll(() => mailbox.close());
const mail = { SMTP_URL: mailbox.url, MAIL_FROM: 'Wayseen <wayseen@example.com>', WAYSEEN_SECRET_KEY: 'k'.repeat(32) };
const { store, deps } = await openTestDeps({ env: mail, now: () => Date.parse('2026-09-14T07:00:00Z') });

/** A model on loopback that gives back the paragraph it was sent, as `reword` puts it. */
async function modelThat(reword: (paragraph: string) => string, more: Record<string, string> = {}) {
  let asked = 0;
  const server = await loopback(({ body: sent }, response) => {
    asked++;
    const { input } = sent as { input: string };
    const { status, body: reply } = openaiAnswer(JSON.stringify({ text: reword(input.split('\n').at(-2) ?? '') }));
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply));
  });
  const env = { ...deps.config.env, OPENAI_API_KEY: engineKey, OPENAI_BASE_URL: server.url, JUDGE_ENGINE: 'openai', REPORT_REWORD: 'on' };
  const using: Deps = { ...deps, config: readConfig({ ...env, JUDGE_MONTHLY_BUDGET_USD: '1000', ...more }) };
  return Object.assign(server, { deps: using, asked: () => asked });
}

test('a model’s words that keep every figure are asked for once, kept, and shown in page, mail and files', async () => {
  const other = (text: string) => text.replace('Share of answers that name', 'The share of answers naming');
  await using model = await modelThat(other);
  const workspace = await makeHistory(deps, store, 'reworded', 2);
  const { id: endpointId } = await createRecipient(model.deps, workspace, {
    address: 'ann@example.com',
    language: 'en',
    weekly: true,
    monthly: false,
  });
  const made = await Promise.all(Array.from({ length: 3 }, () => makeDueReports(model.deps, workspace.id)));
  expect(made.reduce((sum, one) => sum + one, 0)).toBe(1);
  expect(await makeDueReports(model.deps, workspace.id)).toBe(0);
  expect(model.asked()).toBe(3);
  const { reports } = await readReports(deps, workspace, { limit: 1 });
  const { report } = await readKept(deps, workspace, reports[0]?.id ?? '');
  const words = other(report.summary.en);
  expect(report.summary.en).toMatch(/^Share of answers/);
  expect(report.reworded.en).toEqual({ text: words, model: 'gpt-5.6-luna', instructions: expect.stringMatching(/^1\/[0-9a-f]{16}$/) });
  expect(Object.keys(report.reworded)).toEqual([...reportLanguages]);
  await deliverWebhooks(model.deps, { workspaceId: workspace.id, endpointId }, never);
  const files = await Promise.all((['html', 'text'] as const).map((format) => reportFile(report, format, 'en')));
  const shown = [...files.map(({ content }) => Buffer.from(content).toString()), decoded(mailbox.mails[0])];
  for (const text of shown.map((one) => one.replaceAll(/\s+/g, ' '))) {
    expect(text).toContain('The share of answers naming');
    expect(text).not.toContain('Share of answers that name');
    expect(text).toContain('Reworded by gpt-5.6-luna; the figures are Wayseen’s.');
  }
  const csv = Buffer.from((await reportFile(report, 'csv', 'en')).content).toString();
  expect(csv).toContain('The share of answers naming');
  expect(csv).toContain('Share of answers that name');
  const costs = await store.rows<{ state: string; cost: number }>(
    'SELECT state, cost_usd::float8 AS cost FROM judgement WHERE workspace_id = $1',
    [workspace.id],
  );
  expect(costs.map(({ state, cost }) => [state, cost > 0])).toEqual(Array.from({ length: 3 }, () => ['judged', true]));
});

test('words that change a number are thrown away, and the report is made all the same, also over budget or by an absent model', async () => {
  const workspace = await makeHistory(deps, store, 'unworded', 1);
  await using wrong = await modelThat((text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)));
  await using poor = await modelThat((text) => text, { JUDGE_MONTHLY_BUDGET_USD: '0' });
  await using away = await modelThat((text) => text, { OPENAI_BASE_URL: 'http://127.0.0.1:9' });
  for (const { deps: using } of [wrong, poor, away]) {
    const { report } = await createReport(using, workspace, week);
    expect(report.reworded).toEqual({});
    expect(report.summary.en).toMatch(/^Share of answers/);
  }
  expect([wrong.asked(), poor.asked(), away.asked()]).toEqual([3, 0, 0]);
  expect(JSON.stringify(await store.rows('SELECT verdicts FROM judgement WHERE workspace_id = $1', [workspace.id]))).not.toContain('Share');
});

test('it is off unless it is switched on, which needs the second reader', () => {
  expect(readConfig({}).rewordReports).toBe(false);
  expect(() => readConfig({ REPORT_REWORD: 'on' })).toThrow(
    expect.objectContaining({
      issues: [expect.objectContaining({ path: 'JUDGE_ENGINE', message: expect.stringContaining('REPORT_REWORD') })],
    }),
  );
});
