import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, planNow, type TestDeps, type TestStore } from './harness.ts';
import { endObservation, outcome, settle, type Outcome } from './stored-answers.ts';

export const prompts = [
  { text: 'How do I stop losing leads?', stage: 'awareness' as const, intent: 'leads' },
  { text: 'Which CRM suits a small agency?', intent: 'agency' },
  { text: '小公司用哪款客户管理系统好？', intent: 'agency', locale: 'zh-CN' },
  { text: 'Which CRM has the best support?', intent: 'support' },
  { text: 'Is Acme any good?', intent: 'acme', branded: true },
];
const texts = [
  'Acme is first. Boltwise too.',
  'Boltwise is the best choice for agencies.',
  'Nothing of note.',
  'Cirrolane, Boltwise and Acme.',
];

/** Two weeks of answers on two engines (31 August to 13 September 2026), with failures, refusals and citations. */
export async function makeHistory(deps: TestDeps, store: TestStore, slug: string, repeats = 8): Promise<Workspace> {
  const workspace = await makeWorkspace(deps, { prompts, engines: ['openai', 'perplexity'], slug });
  const { jobs, runId } = await planNow(deps, store, workspace, { repeats });
  const order = await store.rows<{ id: string; text: string }>(
    `SELECT o.id, v.text FROM observation o JOIN prompt_version v ON v.workspace_id = o.workspace_id AND v.id = o.prompt_version_id
     WHERE o.workspace_id = $1 ORDER BY v.text, o.engine, o.repeat`,
    [workspace.id],
  );
  const jobOf = new Map(jobs.map((job) => [job.observationId, job]));
  for (const [index, { id, text }] of order.entries()) {
    const job = jobOf.get(id);
    if (job) await endObservation(deps, job, answerOf(index, text));
  }
  await store.rows(`UPDATE run SET state = 'complete', starts_at = '2026-08-31', completed_at = '2026-09-14' WHERE id = $1`, [runId]);
  await settle(deps, workspace);
  return workspace;
}

function answerOf(index: number, prompt: string): Outcome {
  const finish = index % 19 === 3 ? 'error' : index % 23 === 5 ? 'refused' : 'complete';
  const thisWeek = index % 2 === 1;
  const askedAt = new Date(`2026-09-${thisWeek ? '08' : '02'}T0${index % 9}:00:00Z`);
  const neverNamed = prompt.includes('support');
  const text = neverNamed ? 'Boltwise leads on support.' : (texts[(index >> 1) % texts.length] ?? '');
  const citations = [
    ...(neverNamed ? ['https://reviews.example/best-support'] : []),
    ...(index % 3 === 0 ? ['https://acme.example/x'] : []),
    thisWeek ? 'https://new.example/page' : 'https://old.example/page',
  ];
  return outcome({ finish, askedAt, text: finish === 'complete' ? text : '', citations });
}
