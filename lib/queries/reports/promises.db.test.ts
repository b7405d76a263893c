import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { promiseReport } from './promises';
import { aDesk, another, asked } from './promises.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const march = { from: '2026-03-02', to: '2026-03-08' };
const none = { met: 0, broken: 0, measured: 0, median: null, ninth: null };

/** Ten that count, of which seven were kept; one broken one still runs. */
async function aWeekOfTargets(values: Parameters<Awaited<ReturnType<typeof aDesk>>['target']>[1]) {
  const desk = await aDesk();
  for (const [index, seconds] of [600, 100, 300, 200, 700, 500, 400].entries()) {
    const startedAt = `2026-03-0${index + 2}T09:00:00Z`;
    await desk.target(startedAt, { elapsedSeconds: String(seconds), ...values });
  }
  await desk.target('2026-03-03T10:00:00Z', { outcome: 'breached', elapsedSeconds: '4000' });
  await desk.target('2026-03-04T10:00:00Z', { outcome: 'breached', elapsedSeconds: '9000.5' });
  await desk.target('2026-03-05T10:00:00Z', { outcome: 'breached', elapsedSeconds: null });
  return desk;
}

test('the share that was kept, the median and the 90th percentile are those that one counts by hand', async () => {
  const { lead, target } = await aWeekOfTargets({});
  await target('2026-03-06T10:00:00Z', { outcome: 'running' });
  await target('2026-03-06T11:00:00Z', { outcome: 'void', elapsedSeconds: '5' });
  await target('2026-03-06T12:00:00Z', { metric: 'resolution', elapsedSeconds: '50' });
  // Before: one kept, one broken.
  await target('2026-02-25T10:00:00Z', { elapsedSeconds: '30' });
  await target('2026-03-01T23:59:59Z', { outcome: 'breached', elapsedSeconds: '3700' });
  // Neither now nor before.
  await target('2026-02-22T23:59:59Z', { elapsedSeconds: '1' });
  await target('2026-03-09T00:00:00Z', { elapsedSeconds: '1' });

  const { metrics } = await promiseReport(lead, asked(march));
  expect(metrics).toEqual([
    {
      metric: 'first_response',
      // 100 200 300 400 500 600 700 4000 9000.5: the fifth of nine is the first that half do not exceed, the ninth that nine of ten do not.
      now: { met: 7, broken: 3, measured: 9, median: 500, ninth: 9000.5 },
      before: { met: 1, broken: 1, measured: 2, median: 30, ninth: 3700 },
      running: 1,
      void: 1,
    },
    {
      metric: 'resolution',
      now: { met: 1, broken: 0, measured: 1, median: 50, ninth: 50 },
      before: none,
      running: 0,
      void: 0,
    },
  ]);
});

test('a target belongs to the day on the wall clock on which it started, whatever the clocks did since', async () => {
  const { lead, target } = await aDesk();
  // Clocks in London went forward on the 29th of March 2026, at 01:00 UTC.
  await target('2026-03-29T23:00:00Z');
  await target('2026-03-29T22:59:59Z');
  const counted = async (given: Record<string, string>) =>
    (await promiseReport(lead, asked(given))).metrics[0]?.now.met ?? 0;
  const sunday = { from: '2026-03-29', to: '2026-03-29' };
  const monday = { from: '2026-03-30', to: '2026-03-30' };
  expect(await counted(sunday)).toBe(1);
  expect(await counted(monday)).toBe(1);
  expect(await counted({ ...sunday, zone: 'UTC' })).toBe(2);
  expect(await counted({ ...monday, zone: 'UTC' })).toBe(0);
});

test('hours are those that the wall clock showed, when it goes forward and when it goes back', async () => {
  const { lead, target } = await aDesk();
  await target('2026-03-29T00:30:00Z');
  await target('2026-03-29T01:30:00Z', { outcome: 'breached', elapsedSeconds: null });
  await target('2026-10-25T00:30:00Z');
  await target('2026-10-25T01:30:00Z', { outcome: 'breached', elapsedSeconds: '4000' });
  await target('2026-10-25T02:30:00Z', { outcome: 'void' });
  const hours = async (given: Record<string, string>) =>
    (await promiseReport(lead, asked(given))).hours;
  const spring = { from: '2026-03-28', to: '2026-03-30' };
  const autumn = { from: '2026-10-24', to: '2026-10-26' };
  expect(await hours(spring)).toEqual([
    { day: 7, hour: 0, met: 1, broken: 0 },
    // There was no hour from one to two.
    { day: 7, hour: 2, met: 0, broken: 1 },
  ]);
  expect(await hours(autumn)).toEqual([{ day: 7, hour: 1, met: 1, broken: 1 }]);
  expect(await hours({ ...autumn, zone: 'America/New_York' })).toEqual([
    { day: 6, hour: 20, met: 1, broken: 0 },
    { day: 6, hour: 21, met: 0, broken: 1 },
  ]);
});

test('the database knows every zone that can be chosen', async () => {
  const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const { rows } = await database.admin.query<{ count: number }>(
    'select count(now() at time zone zone)::int as count from unnest($1::text[]) zone',
    [zones],
  );
  expect(rows).toEqual([{ count: zones.length }]);
});

test('a target with two labels stands under both, and one without under none', async () => {
  const { workspaceId, lead, target } = await aDesk();
  const [vip, late] = [uuid(), uuid()];
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(labels).values([
      { workspaceId, id: vip, name: 'VIP', colour: 'red' },
      { workspaceId, id: late, name: 'late', colour: 'blue' },
    ]),
  );
  await target('2026-03-03T09:00:00Z', { labelIds: [vip, late], elapsedSeconds: '10' });
  await target('2026-03-03T10:00:00Z', {
    ...{ labelIds: [vip], outcome: 'breached', elapsedSeconds: '5000' },
  });
  await target('2026-03-03T11:00:00Z', { elapsedSeconds: '20' });
  await target('2026-02-24T11:00:00Z', { labelIds: [late], elapsedSeconds: '40' });

  const { split } = await promiseReport(lead, asked({ ...march, by: 'label' }));
  expect(split.map(({ name, now, before }) => [name, now, before.met])).toEqual([
    ['late', { met: 1, broken: 0, measured: 1, median: 10, ninth: 10 }, 1],
    ['VIP', { met: 1, broken: 1, measured: 2, median: 10, ninth: 5000 }, 0],
    [null, { met: 1, broken: 0, measured: 1, median: 20, ninth: 20 }, 0],
  ]);
  const met = async (label: string) =>
    (await promiseReport(lead, asked({ ...march, label }))).metrics[0]?.now;
  expect(await met(vip)).toMatchObject({ met: 1, broken: 1 });
  expect(await met('none')).toMatchObject({ met: 1, broken: 0 });
});

test('it splits by team, member, channel and priority, and each filter is what a row says', async () => {
  const { workspaceId, lead, target, channelId } = await aDesk();
  const elsewhere = await another({ workspaceId });
  const teamId = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(teams).values({ workspaceId, id: teamId, name: 'Refunds' }),
  );
  const { memberId } = await aMember(workspaceId, ['agent'], 'Ben');
  await target('2026-03-03T09:00:00Z', { teamId, memberId, priority: 3 });
  await target('2026-03-03T10:00:00Z', { ...elsewhere, outcome: 'breached', priority: 0 });
  await target('2026-03-03T11:00:00Z', { teamId, priority: 0 });

  const rows = async (given: Record<string, string>) => {
    const { split } = await promiseReport(lead, asked({ ...march, ...given }));
    return split.map(({ key, name, now }) => [name === null ? null : key, now.met, now.broken]);
  };
  expect(await rows({ by: 'team' })).toEqual([
    [teamId, 2, 0],
    [null, 0, 1],
  ]);
  expect(await rows({ by: 'member' })).toEqual([
    [memberId, 1, 0],
    [null, 1, 1],
  ]);
  const channels = new Map([
    [channelId, [2, 0]],
    [elsewhere.channelId, [0, 1]],
  ]);
  for (const [key, ...counts] of await rows({ by: 'channel' })) {
    expect(counts).toEqual(channels.get(String(key)));
  }
  expect(await rows({ by: 'priority' })).toEqual([
    ['urgent', 1, 0],
    ['low', 1, 1],
  ]);
  expect(await rows({ by: 'priority', team: teamId })).toHaveLength(2);
  expect(await rows({ by: 'team', priority: 'low' })).toEqual([
    [teamId, 1, 0],
    [null, 0, 1],
  ]);
  expect(await rows({ by: 'team', member: 'none' })).toEqual([
    [teamId, 1, 0],
    [null, 0, 1],
  ]);
  expect(await rows({ by: 'team', channel: channelId, member: memberId })).toEqual([
    [teamId, 1, 0],
  ]);
});

test('it is for leads and admins, and tells nothing of another workspace', async () => {
  const { workspaceId, target } = await aDesk();
  await target('2026-03-03T09:00:00Z');
  for (const role of ['agent', 'marketer'] as const) {
    const actor = await aMember(workspaceId, [role]);
    await expect(promiseReport(actor, asked(march))).rejects.toMatchObject({ code: 'forbidden' });
  }
  const admin = await aMember(workspaceId, ['admin']);
  expect((await promiseReport(admin, asked(march))).metrics).toHaveLength(1);
  const stranger = await aMember(await aWorkspace(), ['lead', 'admin']);
  expect(await promiseReport(stranger, asked(march))).toEqual({
    metrics: [],
    split: [],
    hours: [],
  });
});
