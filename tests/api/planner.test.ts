import { beforeAll, describe, expect, test } from 'vitest';
import type { PlanAnswer } from '../../src/services/planner.ts';
import { makeWorkspace, openTestDeps, planNow } from '../store/harness.ts';
import { endObservation, outcome, settle } from '../store/stored-answers.ts';
import { apiClient, type ErrorBody } from './client.ts';

const { store, deps } = await openTestDeps({ now: () => Date.parse('2026-09-20T12:00:00Z') });
const api = apiClient(deps);
beforeAll(async () => {
  const prompts = Array.from({ length: 12 }, (_, i) => ({ text: `Which CRM suits trade ${i}?`, intent: `trade-${i}` }));
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug: 'planned' });
  const { jobs } = await planNow(deps, store, workspace, { repeats: 3 });
  for (const [index, job] of jobs.entries()) {
    const text = index % 3 === 0 ? 'Acme is first.' : 'Nothing of note.';
    await endObservation(deps, job, outcome({ text, costUsd: 0.02, askedAt: new Date('2026-09-14T08:00:00Z') }));
  }
  await settle(deps, workspace);
  await makeWorkspace(deps, { prompts: [], engines: ['openai', 'google-ai-mode'], slug: 'fresh' });
});

const plan = (workspace: string, body: object) =>
  api<PlanAnswer & ErrorBody>('POST', `/api/v1/schedules/plan?workspace=${workspace}`, body);

describe('a plan', () => {
  test('rests on the workspace’s own prompts, costs and variances where there are any', async () => {
    const { status, body } = await plan('planned', { stages: ['consideration'] });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.plan.stages[0]).toMatchObject({ stage: 'consideration', intents: 12, prompts: 12 });
    expect(body.plan.callsPerWeek).toBe(12 * 5 * 2);
    expect(body.basis).toMatchObject({ costs: { openai: 'measured', perplexity: 'measured' }, variances: { consideration: 'measured' } });
    expect(body.plan.usdPerMonth).toBeCloseTo(body.plan.callsPerMonth * 0.02, 6);
    expect(body.plan.stages[0]?.shares.visibility).toBeCloseTo(1 / 3, 1);
  });

  test('for a new workspace rests on price tables and usual variances, and says so', async () => {
    const { status, body } = await plan('fresh', { intents: 20, wordings: 2 });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body.basis).toMatchObject({ costs: { openai: 'listed', 'google-ai-mode': 'unknown' }, variances: { awareness: 'usual' } });
    expect(body.plan.unpriced).toEqual(['google-ai-mode']);
    expect(body.plan.usdPerMonth).toBeGreaterThan(0);
  });

  test('answers a wish with a design, and nothing is saved', async () => {
    const { body } = await plan('planned', { stages: ['consideration'], wish: { halfWidth: 0.1, budgetUsd: 100 } });
    expect(body.wish?.met).toBe(true);
    expect(body.wish?.cheapest?.halfWidth).toBeLessThanOrEqual(0.1);
    const { body: schedules } = await api<{ schedules: object[] }>('GET', '/api/v1/schedules?workspace=planned');
    expect(schedules.schedules).toEqual([]);
  });

  test.each([
    ['engines', 'planned', { engines: ['nobody'] }],
    ['intents', 'fresh', {}],
    ['sweepsPerWeek', 'planned', { sweepsPerWeek: 0 }],
    ['wish.halfWidth', 'planned', { wish: { halfWidth: 0, budgetUsd: 1 } }],
  ])('that is wrong in %s is refused by name', async (path, workspace, body) => {
    const reply = await plan(workspace, body);
    expect(reply.status).toBe(400);
    expect(reply.body.error.issues?.map((issue) => issue.path)).toContain(path);
  });
});
