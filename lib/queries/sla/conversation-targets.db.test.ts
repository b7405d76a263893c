import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import {
  calendars,
  calendarVersions,
  slaPolicies,
  slaPolicyVersions,
  slaTargets,
} from '@/db/schema/sla';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { conversationTargets } from './conversation-targets';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const dayMs = 86_400_000;
const always = [{ start: '00:00', end: '24:00' }];

/** A conversation in its first visit, under a policy that counts by a calendar that never closes. */
async function promised() {
  const workspaceId = await aWorkspace();
  const me = await aMember(workspaceId);
  const { id: conversationId, channelId } = await aConversation(workspaceId);
  const ids = { calendar: uuid(), calendarVersion: uuid(), policy: uuid(), policyVersion: uuid() };
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(calendars).values({ workspaceId, id: ids.calendar });
    await tx.insert(calendarVersions).values({
      ...{ workspaceId, id: ids.calendarVersion, calendarId: ids.calendar, no: 3 },
      ...{ name: 'Always open', timeZone: 'Europe/London' },
      ...{ weekly: Array.from({ length: 7 }, () => always), exceptions: [] },
    });
    await tx
      .insert(slaPolicies)
      .values({ workspaceId, id: ids.policy, position: 1, takesAll: true });
    await tx.insert(slaPolicyVersions).values({
      ...{ workspaceId, id: ids.policyVersion, policyId: ids.policy, no: 2, name: 'Standard' },
      ...{ calendarId: ids.calendar, conditions: {}, promises: {}, steps: [] },
    });
  });
  const target = (values: Partial<typeof slaTargets.$inferInsert>) =>
    withWorkspace(workspaceId, (tx) =>
      tx.insert(slaTargets).values({
        ...{ workspaceId, id: uuid(), conversationId, channelId, episode: 1, cycle: 1 },
        ...{ metric: 'first_response', priority: 1, seconds: 3600, outcome: 'running' },
        ...{ policyVersionId: ids.policyVersion, calendarVersionId: ids.calendarVersion },
        ...{ startedAt: ago(dayMs), spans: [], paused: [] },
        ...values,
      }),
    );
  return { ...ids, workspaceId, me, conversationId, target };
}

function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString();
}

test('what runs comes with what is left of it, and how its due time came about', async () => {
  const { me, conversationId, target, calendarVersion } = await promised();
  const [startedAt, dueAt] = [ago(30 * 60_000), ago(-30 * 60_000)];
  await target({
    ...{ startedAt, dueAt },
    spans: [{ from: startedAt, to: null, calendarId: calendarVersion }],
  });
  const { targets, calendars: named, asOf } = await conversationTargets(me, conversationId);
  expect(named).toEqual({
    [calendarVersion]: { name: 'Always open', no: 3, timeZone: 'Europe/London' },
  });
  expect(targets).toMatchObject([
    {
      ...{ metric: 'first_response', running: true, outcome: 'running', priority: 'normal' },
      ...{ policy: { name: 'Standard', no: 2 }, seconds: 3600, startedAt, dueAt },
      ...{ breachedAt: null, overrunSeconds: 0, stands: null, fromPublic: false },
      heardAt: null,
      ring: { dueAt, left: null, breached: false },
      working: [
        { kind: 'clock', at: startedAt, calendarId: calendarVersion },
        { kind: 'ran', from: startedAt, to: asOf },
        { kind: 'ran', from: asOf, to: dueAt, sum: 3600 },
      ],
    },
  ]);
  expect(targets[0]?.elapsedSeconds).toBeCloseTo((Date.parse(asOf) - Date.parse(startedAt)) / 1000);
  expect(targets[0]?.riskAt).toBe(new Date(Date.parse(startedAt) + 2_700_000).toISOString());
});

test('what stands says since when and why, and what is left', async () => {
  const { me, conversationId, target } = await promised();
  const [startedAt, held] = [ago(3_600_000), ago(1_800_000)];
  await target({
    ...{ metric: 'resolution', startedAt, calendarVersionId: null, seconds: 7200 },
    spans: [{ from: startedAt, to: held, calendarId: null }],
    paused: [{ from: held, to: null, because: 'on_hold' }],
  });
  const { targets, calendars: named } = await conversationTargets(me, conversationId);
  expect(named).toEqual({});
  expect(targets).toMatchObject([
    {
      ...{ dueAt: null, elapsedSeconds: 1800, stands: { since: held, because: 'on_hold' } },
      ring: { dueAt: null, left: 5400 },
      working: [{ kind: 'clock' }, { kind: 'ran', sum: 1800 }, { kind: 'stood', to: null }],
    },
  ]);
});

test('what was due and is still owed is broken since then, whoever noticed', async () => {
  const { me, conversationId, target } = await promised();
  const [startedAt, dueAt] = [ago(7_200_000), ago(3_600_000)];
  const spans = [{ from: startedAt, to: null, calendarId: null }];
  await target({ startedAt, dueAt, calendarVersionId: null, spans });
  const { targets, asOf } = await conversationTargets(me, conversationId);
  expect(targets).toMatchObject([{ running: true, breachedAt: dueAt, ring: { breached: true } }]);
  const over = (Date.parse(asOf) - Date.parse(dueAt)) / 1000;
  expect(targets[0]?.overrunSeconds).toBeCloseTo(over);
});

test('what ended keeps what was measured then, behind what runs, and earlier visits are left out', async () => {
  const { me, conversationId, target } = await promised();
  const [startedAt, metAt] = [ago(7_200_000), ago(5_400_000)];
  const ended = {
    startedAt,
    endedAt: metAt,
    spans: [{ from: startedAt, to: metAt, calendarId: null }],
  };
  await target({
    ...{ ...ended, metAt, outcome: 'met', calendarVersionId: null, dueAt: ago(3_600_000) },
    ...{ elapsedSeconds: '1800.000', overrunSeconds: '0.000' },
  });
  await target({ metric: 'next_response', outcome: 'void', calendarVersionId: null, ...ended });
  await target({
    ...{ metric: 'resolution', calendarVersionId: null, dueAt: ago(-3_600_000) },
    spans: [{ from: startedAt, to: null, calendarId: null }],
  });
  await target({ ...ended, metric: 'resolution', episode: 7, outcome: 'met', metAt });
  const { targets } = await conversationTargets(me, conversationId);
  expect(targets.map(({ metric }) => metric)[0]).toBe('resolution');
  expect(targets).toHaveLength(3);
  const met = targets.find(({ metric }) => metric === 'first_response');
  expect(met).toMatchObject({
    running: false,
    outcome: 'met',
    elapsedSeconds: 1800,
    ring: null,
    metAt,
  });
  expect(targets.find(({ metric }) => metric === 'next_response')).toMatchObject({
    ...{ running: false, outcome: 'void', ring: null },
  });
});

test("another workspace's conversation, and what is none, look like ones that do not exist", async () => {
  const { conversationId, workspaceId } = await promised();
  const refused = { code: 'not_found' };
  const stranger = await aMember(await aWorkspace(), ['lead', 'admin']);
  await expect(conversationTargets(stranger, conversationId)).rejects.toMatchObject(refused);
  const me = await aMember(workspaceId);
  await expect(conversationTargets(me, uuid())).rejects.toMatchObject(refused);
  await expect(conversationTargets(me, 'targets')).rejects.toMatchObject(refused);
  expect(await conversationTargets(me, conversationId)).toMatchObject({
    targets: [],
    calendars: {},
  });
});

test('who has no role reads nothing', async () => {
  const { conversationId, workspaceId } = await promised();
  const nobody = await aMember(workspaceId, []);
  await expect(conversationTargets(nobody, conversationId)).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('what the network told late says when it reached us', async () => {
  const { me, conversationId, target, calendarVersion } = await promised();
  const startedAt = ago(30 * 60_000);
  await target({ startedAt, spans: [{ from: startedAt, to: null, calendarId: calendarVersion }] });
  const tell = (heard: string) =>
    database.admin.query(
      'update messages set at = $2, created_at = $3 where conversation_id = $1',
      [conversationId, startedAt, heard],
    );
  await tell(ago(29 * 60_000));
  expect((await conversationTargets(me, conversationId)).targets[0]?.heardAt).toBeNull();
  const late = ago(20 * 60_000);
  await tell(late);
  expect((await conversationTargets(me, conversationId)).targets[0]?.heardAt).toBe(late);
});
