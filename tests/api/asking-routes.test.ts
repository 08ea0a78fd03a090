import { describe, expect, test } from 'vitest';
import { expandRun } from '../../src/services/plan-run.ts';
import { readPrompts } from '../../src/services/prompts.ts';
import { makeWorkspace, openTestDeps } from '../store/harness.ts';
import { outcome, settle, storeOutcomes } from '../store/stored-answers.ts';
import { apiClient } from './client.ts';

const { store, deps } = await openTestDeps({ env: { OPENAI_API_KEY: 'sk-test-0123456789' } });
const api = apiClient(deps);

const unknownId = '00000000-0000-4000-8000-000000000000';

describe('schedules', () => {
  const at = '?workspace=schedules';
  const full = {
    name: 'Mondays',
    cron: '0 6 * * 1',
    timeZone: 'Europe/Berlin',
    stages: ['decision'],
    engines: ['openai'],
    countries: ['DE'],
    languages: ['en'],
    sweepsPerWeek: 7,
    enabled: false,
  };

  test('a change of one field leaves all others as they are', async () => {
    await makeWorkspace(deps, { slug: 'schedules' });
    const made = await api<{ id: string; nextTickAt: string }>('POST', `/api/v1/schedules${at}`, full);
    expect(made).toMatchObject({ status: 201, body: { ...full, promptIds: [], lastTickAt: null } });
    const path = `/api/v1/schedules/${made.body.id}${at}`;
    expect(await api('PATCH', path, { name: 'Still Mondays' })).toMatchObject({
      status: 200,
      body: { ...full, name: 'Still Mondays', nextTickAt: made.body.nextTickAt },
    });
    expect(await api('PATCH', path, {})).toMatchObject({ status: 200, body: { ...full, name: 'Still Mondays' } });
    expect(await api('PATCH', path, { cron: 'never' })).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'cron' }] } } });
    expect(await api('PATCH', path, { countries: ['Germany'] })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'countries.0' }] } },
    });
    expect(await api('GET', `/api/v1/schedules${at}`)).toMatchObject({ body: { schedules: [{ name: 'Still Mondays' }] } });
    expect(await api('DELETE', path)).toMatchObject({ status: 200 });
    expect(await api('DELETE', path)).toMatchObject({ status: 404 });
    expect(await api('PATCH', path, { name: 'Gone' })).toMatchObject({ status: 404 });
  });

  test('only a name is needed', async () => {
    expect(await api('POST', `/api/v1/schedules${at}`, { name: 'Plain' })).toMatchObject({
      status: 201,
      body: { cron: '0 3 * * 1', timeZone: 'UTC', sweepsPerWeek: 5, enabled: true },
    });
    expect(await api('POST', `/api/v1/schedules${at}`, {})).toMatchObject({ status: 400, body: { error: { issues: [{ path: 'name' }] } } });
  });
});

test('a schedule asks prompts of its own workspace only', async () => {
  const other = await makeWorkspace(deps, { slug: 'others' });
  const [theirs] = await readPrompts(deps, other);
  const [ours] = await readPrompts(deps, await makeWorkspace(deps, { slug: 'own' }));
  const refused = { status: 400, body: { error: { issues: [{ path: 'promptIds' }] } } };
  expect(await api('POST', '/api/v1/schedules?workspace=own', { name: 'x', promptIds: [theirs?.id] })).toMatchObject(refused);
  const made = await api<{ id: string }>('POST', '/api/v1/schedules?workspace=own', { name: 'x', promptIds: [ours?.id] });
  expect(made.status).toBe(201);
  expect(await api('PATCH', `/api/v1/schedules/${made.body.id}?workspace=own`, { promptIds: [theirs?.id] })).toMatchObject(refused);
});

describe('runs and answers', () => {
  test('runs are listed by when they were asked, page by page, in whichever order they were planned', async () => {
    const { id } = await makeWorkspace(deps, { slug: 'order' });
    for (const day of ['2026-09-14', '2026-09-07', '2026-09-21'])
      await deps.db.$executeRaw`
        INSERT INTO run (workspace_id, id, key, kind, state, plan, panel_version, starts_at, counts)
        VALUES (${id}::uuid, gen_random_uuid(), ${day}, 'import', 'complete', '{}', 1, ${day}::date, '{}')`;
    type Page = { runs: { startsAt: string }[]; next: string | null };
    const listed: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body }: { body: Page } = await api<Page>('GET', `/api/v1/runs?workspace=order&limit=1${next && `&cursor=${next}`}`);
      listed.push(...body.runs.map(({ startsAt }) => startsAt.slice(0, 10)));
      next = body.next;
    }
    expect(listed).toEqual(['2026-09-21', '2026-09-14', '2026-09-07']);
    await deps.db.$executeRaw`UPDATE run SET starts_at = now() + interval '1 day' WHERE workspace_id = ${id}::uuid AND key = '2026-09-07'`;
    const asked = await api<{ id: string }>('POST', '/api/v1/runs?workspace=order', {});
    const { body } = await api<{ runs: { id: string }[] }>('GET', '/api/v1/runs?workspace=order&limit=1');
    expect(await api('GET', `/api/v1/runs?workspace=order&cursor=${unknownId}`)).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'cursor' }] } },
    });
    expect(body.runs, 'what was just asked, before what lies ahead').toMatchObject([{ id: asked.body.id }]);
  });

  test('a run is planned, read and stopped', async () => {
    await makeWorkspace(deps, { slug: 'runs' });
    const at = '?workspace=runs';
    const { status, body } = await api<{ id: string }>('POST', `/api/v1/runs${at}`, {});
    expect(status).toBe(202);
    expect(await api('GET', `/api/v1/runs/${body.id}${at}`)).toMatchObject({
      status: 200,
      body: { id: body.id, kind: 'now', state: 'planning', counts: { answered: 0 } },
    });
    expect(await api('POST', `/api/v1/runs/${body.id}/stop${at}`)).toMatchObject({ status: 200, body: { state: 'stopped' } });
    expect(await api('GET', `/api/v1/runs/${unknownId}${at}`)).toMatchObject({ status: 404 });
    expect(await api('POST', `/api/v1/runs/${unknownId}/stop${at}`)).toMatchObject({ status: 404 });
    expect(await api('POST', `/api/v1/runs${at}`, { promptIds: [unknownId], engines: ['opnai'] })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'engines' }, { path: 'promptIds' }] } },
    });
    expect(await api('POST', `/api/v1/runs${at}`, { repeats: 51, stages: ['x'] })).toMatchObject({
      status: 400,
      body: { error: { issues: expect.arrayContaining([expect.objectContaining({ path: 'repeats' })]) } },
    });
  });

  test('what failed in a run is told by engine and cause, and asked again as a run of its own; what was answered is not', async () => {
    const workspace = await makeWorkspace(deps, { slug: 'failures' });
    const at = '?workspace=failures';
    await storeOutcomes(deps, store, workspace, [outcome({}), outcome({ finish: 'error' }), outcome({ finish: 'error' })]);
    type Runs = { runs: { id: string; planned: number; counts: { error: number } }[] };
    const [run] = (await api<Runs>('GET', `/api/v1/runs${at}`)).body.runs;
    expect(run?.counts.error).toBe(2);
    const told = await api<{ failures: { number: number }[] }>('GET', `/api/v1/runs/${run?.id}/failures${at}`);
    expect(told).toMatchObject({ status: 200, body: { failures: [{ engine: 'openai', code: 'timeout', number: 2 }] } });
    const retried = await api<{ ids: string[] }>('POST', `/api/v1/runs/${run?.id}/retry${at}`);
    expect(retried.status).toBe(202);
    expect(retried.body.ids).toHaveLength(1);
    await expandRun(deps, workspace.id, retried.body.ids[0] ?? '');
    const failed = await api<{ answers: { promptId: string }[] }>('GET', `/api/v1/answers${at}&state=error`);
    const prompts = new Set(failed.body.answers.map(({ promptId }) => promptId));
    expect(await api('GET', `/api/v1/runs/${retried.body.ids[0]}${at}`)).toMatchObject({ body: { kind: 'now', planned: prompts.size } });
    await api('PATCH', `/api/v1/engines/openai${at}`, { enabled: false });
    expect(await api('POST', `/api/v1/runs/${run?.id}/retry${at}`)).toMatchObject({ status: 409 });
    expect(await api('POST', `/api/v1/runs/${unknownId}/retry${at}`)).toMatchObject({ status: 404 });
    expect(await api('GET', `/api/v1/runs/${unknownId}/failures${at}`)).toMatchObject({ status: 404 });
  });

  test('an answer is read with what was found in it, and word for word', async () => {
    const workspace = await makeWorkspace(deps, { slug: 'answers' });
    await storeOutcomes(deps, store, workspace, [
      outcome({ text: 'Acme beats Boltwise.', citations: ['https://acme.example/x'] }),
      outcome({ finish: 'error' }),
      outcome({ finish: 'refused', text: 'No.' }),
    ]);
    await settle(deps, workspace);
    type Listed = { answers: { id: string; state: string }[]; next: string | null };
    const { body } = await api<Listed>('GET', '/api/v1/answers?workspace=answers');
    expect(body.answers.map(({ state }) => state).toSorted()).toEqual(['answered', 'error', 'refused']);
    const answered = await api<Listed>('GET', '/api/v1/answers?workspace=answers&state=answered&engine=openai');
    const [one] = answered.body.answers;
    const read = await api('GET', `/api/v1/answers/${one?.id}?workspace=answers`);
    expect(read).toMatchObject({
      status: 200,
      body: {
        text: 'Acme beats Boltwise.',
        mentions: [{ brand: 'acme', start: 0, end: 4 }, { brand: 'bolt' }],
        brands: [
          { brand: 'acme', position: 1, cited: 1 },
          { brand: 'bolt', position: 2 },
        ],
        citations: [{ kind: 'cited', brand: 'acme' }],
      },
    });
    expect(await api('GET', `/api/v1/answers/${one?.id}/raw?workspace=answers`)).toMatchObject({ status: 200, body: { exchanges: [] } });
    expect(await api('GET', `/api/v1/answers/${one?.id}?workspace=runs`)).toMatchObject({ status: 404 });
    expect(await api('GET', `/api/v1/answers/${unknownId}/raw?workspace=answers`)).toMatchObject({ status: 404 });
    expect(await api('GET', '/api/v1/answers?workspace=answers&state=lost&limit=0')).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'state' }, { path: 'limit' }] } },
    });
  });
});
