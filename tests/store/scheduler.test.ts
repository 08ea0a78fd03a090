import { describe, expect, test } from 'vitest';
import type { ScheduleInput } from '../../src/db/schedules.ts';
import { latestTick, sweepsOf } from '../../src/domain/schedule.ts';
import { createSchedule, readSchedules, updateSchedule } from '../../src/services/schedules.ts';
import { tick } from '../../src/services/tick.ts';
import type { Workspace } from '../../src/services/workspaces.ts';
import { makeWorkspace, openTestDeps } from './harness.ts';

let now = new Date('2026-09-01T00:00:00Z').getTime();
const at = (time: string) => void (now = new Date(time).getTime());
const { store, deps } = await openTestDeps({ now: () => now });

const weekly: ScheduleInput = {
  name: 'Weekly',
  cron: '0 3 * * 1',
  timeZone: 'UTC',
  stages: ['consideration'],
  promptIds: [],
  engines: [],
  countries: [],
  languages: [],
  sweepsPerWeek: 3,
  enabled: true,
};
const runsOf = (workspace: Workspace) =>
  store.rows<{ key: string; starts_at: Date; kind: string }>(
    `SELECT key, starts_at, kind FROM run WHERE workspace_id = $1 ORDER BY starts_at`,
    [workspace.id],
  );

async function scheduled(change: Partial<ScheduleInput> = {}) {
  const workspace = await makeWorkspace(deps);
  return { workspace, schedule: await createSchedule(deps, workspace, { ...weekly, ...change }) };
}

test('a tick plans its sweeps over the whole week, each in its own part of it', async () => {
  at('2026-09-01T00:00:00Z');
  const { workspace, schedule } = await scheduled();
  expect(schedule.nextTickAt).toEqual(new Date('2026-09-07T03:00:00Z'));
  await tick(deps);
  expect(await runsOf(workspace)).toEqual([]);
  at('2026-09-07T03:00:00Z');
  await tick(deps);
  const starts = (await runsOf(workspace)).map((run) => (run.starts_at.getTime() - now) / 3_600_000);
  expect(starts).toHaveLength(3);
  for (const [part, hours] of starts.entries()) {
    expect(hours).toBeGreaterThanOrEqual(part * 56);
    expect(hours).toBeLessThan(part * 56 + 48); // each takes at most eight hours of its part
  }
  expect((await readSchedules(deps, workspace))[0]).toMatchObject({
    lastTickAt: new Date('2026-09-07T03:00:00Z'),
    nextTickAt: new Date('2026-09-14T03:00:00Z'),
  });
});

test('the same tick seen by several at once, and again, plans once', async () => {
  at('2026-09-08T00:00:00Z');
  const { workspace } = await scheduled();
  at('2026-09-14T03:00:01Z');
  await Promise.all([tick(deps), tick(deps), tick(deps)]);
  await tick(deps);
  const runs = await runsOf(workspace);
  expect(runs).toHaveLength(3);
  expect(new Set(runs.map((run) => run.key)).size).toBe(3);
});

test('of several missed ticks only the latest is caught up, and what of it is over is asked once', async () => {
  at('2026-09-15T00:00:00Z');
  const { workspace } = await scheduled({ sweepsPerWeek: 7 });
  at('2026-10-08T12:00:00Z'); // three ticks were missed, and three and a half days of the last
  await tick(deps);
  const runs = await runsOf(workspace);
  expect(runs.every((run) => run.key.includes('2026-10-05T03:00:00.000Z'))).toBe(true);
  const late = runs.filter((run) => run.starts_at.getTime() <= now);
  expect(late).toHaveLength(1);
  expect(late[0]?.starts_at.getTime()).toBe(now);
  expect(runs.length).toBeGreaterThanOrEqual(4);
  expect(runs.length).toBeLessThanOrEqual(5);
  await tick(deps);
  expect(await runsOf(workspace)).toHaveLength(runs.length);
});

test('a schedule that is switched off plans nothing, and switched on again begins with its next tick', async () => {
  at('2026-09-01T00:00:00Z');
  const { workspace, schedule } = await scheduled({ enabled: false });
  at('2026-09-22T12:00:00Z');
  await tick(deps);
  expect(await runsOf(workspace)).toEqual([]);
  const changed = await updateSchedule(deps, workspace, schedule.id, { enabled: true });
  expect(changed.nextTickAt).toEqual(new Date('2026-09-28T03:00:00Z'));
});

test('a schedule that cannot be planned does not keep the others from theirs', async () => {
  at('2026-09-01T00:00:00Z');
  const broken = await scheduled();
  const sound = await scheduled();
  await store.rows(`UPDATE schedule SET cron = 'nonsense' WHERE id = $1`, [broken.schedule.id]);
  at('2026-09-07T03:00:00Z');
  await tick(deps);
  expect(await runsOf(sound.workspace)).toHaveLength(3);
  await store.rows('DELETE FROM schedule WHERE id = $1', [broken.schedule.id]);
});

describe('clocks that are put forward and back', () => {
  test.each([
    ['in winter', '2026-02-02T00:00:00Z', '2026-02-02T02:00:00Z'],
    ['in summer', '2026-07-06T00:00:00Z', '2026-07-06T01:00:00Z'],
  ])('03:00 in Berlin %s', async (_when, from, expected) => {
    at(from);
    const { schedule } = await scheduled({ timeZone: 'Europe/Berlin' });
    expect(schedule.nextTickAt).toEqual(new Date(expected));
  });

  test('an hour that the clocks skip or repeat has one tick a day', () => {
    const ticks = (from: string, days: number) => {
      const found = new Set<string>();
      for (let time = Date.parse(from); time < Date.parse(from) + days * 86_400_000; time += 1_800_000) {
        found.add(latestTick('30 2 * * *', 'Europe/Berlin', new Date(time)).at.toISOString());
      }
      return [...found].slice(1);
    };
    expect(ticks('2026-03-28T03:00:00Z', 3)).toHaveLength(3);
    expect(ticks('2026-10-24T03:00:00Z', 3)).toHaveLength(3);
  });

  test('the week in which the clocks change has as many sweeps as any other', () => {
    const weekOf = (day: string) => sweepsOf(latestTick('0 3 * * 1', 'Europe/Berlin', new Date(day)), 5, () => 0.5);
    expect(weekOf('2026-10-20T00:00:00Z')).toHaveLength(5);
    expect(weekOf('2026-03-25T00:00:00Z')).toHaveLength(5);
  });
});

test.each([
  ['a cron that is none', { cron: 'every monday' }, 'cron'],
  ['a day that never comes', { cron: '0 0 31 2 *' }, 'cron'],
  ['seconds', { cron: '* * * * * *' }, 'cron'],
  ['an unknown time zone', { timeZone: 'Europe/Atlantis' }, 'timeZone'],
  ['an unknown engine', { engines: ['opnai'] }, 'engines'],
])('a schedule with %s is refused, naming the field', async (_what, change, path) => {
  const workspace = await makeWorkspace(deps);
  await expect(createSchedule(deps, workspace, { ...weekly, ...change })).rejects.toMatchObject({
    code: 'invalid_input',
    issues: [{ path }],
  });
});
