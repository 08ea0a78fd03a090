import { describe, expect, test } from 'vitest';
import { acceptProposal, dismissProposal, readProposals, reopenProposal } from '../../src/services/competitors.ts';
import { discoverCompetitors } from '../../src/services/discover-competitors.ts';
import { readPrompts, setPromptCanary } from '../../src/services/prompts.ts';
import { getWorkspace } from '../../src/db/workspaces.ts';
import { changePanel, type Workspace } from '../../src/services/workspaces.ts';
import { settleAll } from './history.ts';
import { outcome, settle, storeInTurn, storeOutcomes, storeTexts } from './stored-answers.ts';
import { drain, makeWorkspace, never, openTestDeps, smallPanel, tickNow, until, withWorkers } from './harness.ts';

const { store, deps } = await openTestDeps();

const list = (...names: string[]) =>
  ['Good ones:', '', ...names.map((name, index) => `${index + 1}. **${name}** – worth a look`)].join('\n');
const prompts = [{ text: 'Which CRM?' }, { text: 'Best CRM for agencies?', stage: 'awareness' as const }];

async function stored(texts: string[], more: { citations?: string[] } = {}): Promise<Workspace> {
  const workspace = await makeWorkspace(deps, { prompts });
  await storeInTurn(
    deps,
    store,
    workspace,
    texts.map((text) => outcome({ text, citations: more.citations ?? [] })),
  );
  await settle(deps, workspace);
  return workspace;
}

const proposals = async (workspace: Workspace, more: { status?: 'open' | 'dismissed' | 'accepted'; minAnswers?: number } = {}) =>
  (await readProposals(deps, workspace, { status: 'open', minAnswers: 1, limit: 50, ...more })).proposals;
const counts = async (workspace: Workspace) => (await proposals(workspace)).map(({ name, answers }) => `${name} ${answers}`).toSorted();

describe('unknown competitors', () => {
  test('are proposed with their counts, their domain and sentences that have them', async () => {
    const texts = [list('Acme', 'Zoho CRM', 'Pipedrive'), list('Zoho', 'Boltwise'), 'Acme and ZOHO are close.', 'Nothing of note.'];
    const workspace = await stored(texts, { citations: ['https://www.zoho.com/crm', 'https://g2.com/zoho'] });
    expect(await discoverCompetitors(deps, workspace.id, never)).toBe(4);
    const [first, second] = await proposals(workspace);
    expect(first).toMatchObject({
      name: 'Zoho',
      answers: 3,
      prompts: 2,
      domain: 'zoho.com',
      status: 'open',
      engines: { openai: 3 },
      discoveredAt: expect.any(Date),
    });
    expect(Object.values(first?.stages ?? {}).reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(first?.examples).toHaveLength(3);
    expect(new Set(first?.examples.map(({ answerId }) => answerId)).size).toBe(3);
    for (const { sentence } of first?.examples ?? []) expect(sentence.toLowerCase()).toContain('zoho');
    expect(second).toMatchObject({ name: 'Pipedrive', answers: 1, discoveredAt: null });
    expect(await proposals(workspace, { minAnswers: 2 })).toHaveLength(1);
  });

  test('are counted once, however often and by however many the answers are read', async () => {
    const workspace = await stored(Array.from({ length: 30 }, () => list('Acme', 'Zoho', 'Kelviq', 'Brightloom')));
    await Promise.all([1, 2, 3].map(() => discoverCompetitors(deps, workspace.id, never)));
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual(['Brightloom 30', 'Kelviq 30', 'Zoho 30']);
    expect(await store.one('SELECT count(*)::int FROM reader_pending WHERE workspace_id = $1', [workspace.id])).toBe(0);
  });

  test('are not those whom only canary prompts bring up, unless these become ordinary ones', async () => {
    const workspace = await makeWorkspace(deps, { prompts: [{ text: 'Which CRM?' }, { text: 'Which bicycle?', canary: true }] });
    await storeOutcomes(
      deps,
      store,
      workspace,
      Array.from({ length: 8 }, () => outcome({ text: list('Acme', 'Kelviq') })),
    );
    await settle(deps, workspace);
    await discoverCompetitors(deps, workspace.id, never);
    const [{ ordinary } = { ordinary: 0 }] = await store.rows<{ ordinary: number }>(
      `SELECT count(*)::int AS ordinary FROM observation o JOIN prompt_version v ON v.id = o.prompt_version_id AND NOT v.canary WHERE o.workspace_id = $1`,
      [workspace.id],
    );
    expect(ordinary).toBeGreaterThan(0);
    expect(ordinary).toBeLessThan(8);
    expect(await counts(workspace)).toEqual([`Kelviq ${ordinary}`]);
    const own = await readPrompts(deps, workspace);
    for (const { id } of own) await setPromptCanary(deps, workspace, id, true);
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual([]);
    for (const { id } of own) await setPromptCanary(deps, workspace, id, false);
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual(['Kelviq 8']);
  });

  test('grow as answers are analysed', async () => {
    const workspace = await stored([list('Acme', 'Zoho')]);
    await discoverCompetitors(deps, workspace.id, never);
    await storeOutcomes(deps, store, workspace, [outcome({ text: list('Acme', 'Zoho', 'Kelviq') })]);
    await settle(deps, workspace);
    expect(await discoverCompetitors(deps, workspace.id, never)).toBe(1);
    expect(await counts(workspace)).toEqual(['Kelviq 1', 'Zoho 2']);
  });

  test('are told of once, when they have three answers to two prompts', async () => {
    const workspace = await stored([list('Acme', 'Zoho'), list('Acme', 'Zoho')]);
    const told = async () =>
      (
        await store.rows<{ body: string }>(
          `SELECT body FROM webhook_event WHERE workspace_id = $1 AND type = 'competitor.discovered' ORDER BY seq`,
          [workspace.id],
        )
      ).map(({ body }) => (JSON.parse(body) as { data: object }).data);
    const meet = async (...texts: string[]) => {
      await storeTexts(deps, store, workspace, texts);
      await discoverCompetitors(deps, workspace.id, never);
    };
    await discoverCompetitors(deps, workspace.id, never);
    expect(await told()).toEqual([]);
    await meet(list('Acme', 'Zoho', 'Kelviq'), list('Acme', 'Zoho'));
    const event = { name: 'Zoho', answers: 4, prompts: 2, stage: expect.stringMatching(/awareness|consideration/) };
    expect(await told()).toEqual([expect.objectContaining(event)]);
    await meet(list('Acme', 'Zoho'));
    expect(await told()).toHaveLength(1);
  });

  test('are found by running workers without anybody asking', async () => {
    const workspace = await stored([list('Acme', 'Zoho'), list('Acme', 'Zoho')]);
    await withWorkers(deps, async () => {
      await tickNow(deps);
      await until(async () => (await counts(workspace)).length === 1, 'the proposal');
    });
    expect(await counts(workspace)).toEqual(['Zoho 2']);
  });
});

describe('a proposal', () => {
  test('that is accepted is a competitor from the start of history, and no more proposed', async () => {
    const workspace = await stored([list('Acme', 'Zoho CRM', 'Kelviq'), list('Acme', 'Zoho')], { citations: ['https://zoho.com/'] });
    await discoverCompetitors(deps, workspace.id, never);
    const id = (await proposals(workspace)).find(({ name }) => name === 'Zoho')?.id ?? '';
    expect(await acceptProposal(deps, workspace.id, id, {})).toEqual({ brand: 'zoho', panelVersion: 2, answersToReadAgain: 2 });
    await settleAll(deps, workspace);
    expect(
      await store.one(`SELECT count(DISTINCT observation_id)::int FROM mention WHERE workspace_id = $1 AND brand = 'zoho'`, [workspace.id]),
    ).toBe(2);
    expect(
      await store.rows('SELECT domain FROM domain d JOIN brand b ON b.id = d.brand_id WHERE d.workspace_id = $1 AND b.key = $2', [
        workspace.id,
        'zoho',
      ]),
    ).toEqual([{ domain: 'zoho.com' }]);
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual(['Kelviq 1']);
    expect(await acceptProposal(deps, workspace.id, id, {})).toEqual({ brand: 'zoho', panelVersion: 2, answersToReadAgain: 0 });
  });

  test('several that are accepted at once are all on the panel', async () => {
    const workspace = await stored([list('Acme', 'Zoho', 'Kelviq', 'Brightloom')]);
    await discoverCompetitors(deps, workspace.id, never);
    await Promise.all((await proposals(workspace)).map(({ id }) => acceptProposal(deps, workspace.id, id, {})));
    const keys = await store.rows<{ key: string }>('SELECT key FROM brand WHERE workspace_id = $1 AND archived_at IS NULL ORDER BY key', [
      workspace.id,
    ]);
    expect(keys.map(({ key }) => key)).toEqual(['acme', 'bolt', 'brightloom', 'cirro', 'kelviq', 'zoho']);
  });

  test('that is dismissed stays away, until the dismissal is taken back', async () => {
    const workspace = await stored([list('Acme', 'Zoho')]);
    await discoverCompetitors(deps, workspace.id, never);
    const [{ id } = { id: '' }] = await proposals(workspace);
    expect(await dismissProposal(deps, workspace.id, id)).toBe('dismissed');
    await storeOutcomes(deps, store, workspace, [outcome({ text: list('Acme', 'Zoho') })]);
    await settle(deps, workspace);
    await discoverCompetitors(deps, workspace.id, never);
    expect(await proposals(workspace)).toEqual([]);
    expect(await proposals(workspace, { status: 'dismissed' })).toMatchObject([{ name: 'Zoho', answers: 2 }]);
    await expect(acceptProposal(deps, workspace.id, id, {})).rejects.toThrow('dismissed');
    expect(await reopenProposal(deps, workspace.id, id)).toBe('open');
    expect(await counts(workspace)).toEqual(['Zoho 2']);
  });

  test('is gone with the panel that named it, and comes back with it', async () => {
    const workspace = await stored([list('Acme', 'Zoho')]);
    await discoverCompetitors(deps, workspace.id, never);
    await changePanel(deps, workspace, { brands: smallPanel.brands.filter(({ id }) => id !== 'acme') });
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual([]);
    await changePanel(deps, await getWorkspace(deps.db, workspace.id), smallPanel);
    await discoverCompetitors(deps, workspace.id, never);
    expect(await counts(workspace)).toEqual(['Zoho 1']);
  });

  test('pages follow each other without a gap or a repeat', async () => {
    const names = ['Zoho', 'Kelviq', 'Brightloom', 'Pipedrive', 'Freshsales', 'Copperline', 'Nimblr'];
    const workspace = await stored(names.map((_name, index) => list('Acme', ...names.slice(0, index + 1))));
    await discoverCompetitors(deps, workspace.id, never);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await readProposals(deps, workspace, { status: 'open', minAnswers: 1, limit: 3, cursor });
      seen.push(...page.proposals.map(({ name }) => name));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(names);
    await expect(readProposals(deps, workspace, { status: 'open', minAnswers: 1, limit: 3, cursor: 'x' })).rejects.toThrow('page');
    await drain(store, workspace.id);
  });
});
