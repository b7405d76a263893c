import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { hours, promise, within } from '@/lib/commands/sla/promises.fixture';
import { saveCalendar } from '@/lib/commands/sla/save-calendar';
import { savePolicy } from '@/lib/commands/sla/save-policy';
import type { Actor } from '@/lib/domain/access/can';
import type { ChangeInMind } from './impact';
import { impactFor } from './impact';
import { slaSettings } from './settings';

let database: TestDatabase;
let lead: Actor;
let calendarId: string;
let channelId: string;
let all: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead']);
  channelId = (await aChannel(lead.workspaceId)).id;
  ({ calendarId } = await saveCalendar(lead, hours));
  all = await save({ promises: { first_response: within(24 * 3600) } });
});

async function save(more: object): Promise<string> {
  const policy = promise(calendarId, more);
  const frame = { policyId: null, basedOn: null, applyTo: 'new' };
  return (await savePolicy(lead, { ...frame, policy })).policyId;
}

/** A conversation whose customer has waited for so many hours, round the clock. */
async function waiting(hoursLong: number, values: Parameters<typeof aConversation>[1] = {}) {
  const { id } = await aConversation(lead.workspaceId, { channelId, ...values });
  const { versionId } =
    (await slaSettings(lead)).policies.find((one) => one.policyId === all) ?? {};
  const from = new Date(Date.now() - hoursLong * 3_600_000).toISOString();
  await database.admin.query(
    `insert into sla_targets (workspace_id, id, conversation_id, episode, metric, cycle,
       policy_version_id, priority, seconds, started_at, due_at, spans, paused, outcome, channel_id)
     values ($1, $2, $3, 1, 'first_response', 1, $4, 1, 86400, $5, $5::timestamptz + interval '24 h',
       $6, '[]', 'running', $7)`,
    [
      lead.workspaceId,
      uuid(),
      id,
      versionId,
      from,
      JSON.stringify([{ from, to: null, calendarId: null }]),
      channelId,
    ],
  );
  return id;
}

function impact(change: ChangeInMind, who = lead) {
  return impactFor(who, new URLSearchParams({ change: JSON.stringify(change) }));
}

const each = (hour: number) => within(hour * 3600).seconds;
const shorter = (hour: number, conditions = {}) =>
  ({ kind: 'policy', conditions, seconds: { first_response: each(hour) } }) as const;

describe('what a change would do', () => {
  test('counts open conversations, and those whose time would be over', async () => {
    await waiting(1);
    await waiting(3);
    await waiting(5, { priority: 3 });
    await waiting(9, { status: 'resolved' });
    await waiting(9, { status: 'spam' });
    await aConversation(lead.workspaceId, { channelId });
    const change = { ...shorter(2), policyId: all };
    expect(await impact(change)).toEqual({ open: 4, broken: 2, anew: 0 });
    expect(await impact({ ...change, seconds: { first_response: each(6) } })).toEqual({
      open: 4,
      broken: 0,
      anew: 0,
    });
    expect(await impact({ ...change, seconds: { resolution: each(1) } })).toEqual({
      open: 4,
      broken: 0,
      anew: 4,
    });
    expect(await impact({ kind: 'hours' })).toEqual({ open: 4, broken: 0, anew: 0 });
  });

  test('asks the policies in their order, with the new one before the one that takes all', async () => {
    await waiting(3);
    await waiting(3, { priority: 3 });
    const urgent = { ...shorter(2, { priorities: ['urgent'] }), policyId: null };
    expect((await impact(urgent)).broken).toBe(1);
    const high = { priorities: ['urgent', 'high'] };
    const strict = await save({
      name: 'Strict',
      conditions: high,
      promises: { first_response: within(7200) },
    });
    const mild = await save({
      name: 'Mild',
      conditions: high,
      promises: { first_response: within(14_400) },
    });
    expect((await impact({ kind: 'order', order: [mild, strict] })).broken).toBe(0);
    expect((await impact({ kind: 'order', order: [strict, mild] })).broken).toBe(1);
    expect((await impact({ kind: 'archive', policyId: strict })).broken).toBe(0);
  });

  test('is asked by those who may make it, and about their own workspace', async () => {
    await waiting(3);
    const change = { ...shorter(2), policyId: all };
    const agent = await aMember(lead.workspaceId, ['agent', 'marketer']);
    await expect(impact(change, agent)).rejects.toMatchObject({ code: 'forbidden' });
    const neighbour = await aMember(await aWorkspace(), ['lead']);
    expect(await impact(change, neighbour)).toEqual({ open: 0, broken: 0, anew: 0 });
    for (const wrong of ['', '{', '{"kind":"other"}']) {
      await expect(impactFor(lead, new URLSearchParams({ change: wrong }))).rejects.toThrow();
    }
  });
});
