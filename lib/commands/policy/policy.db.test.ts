import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { permissionFactsOf } from '@/lib/permission-facts';
import { denials } from '@/lib/queries/permissions/denials';
import { policies } from '@/lib/queries/permissions/policy';
import { changeContactZone } from '../contact/change-zone';
import { approveOutreach } from '../conversation/approve-outreach';
import { replyToConversation } from '../conversation/reply';
import { changePolicy } from './change';

let database: TestDatabase;
let workspaceId: string;
let channelId: string;
let admin: Actor;
let lead: Actor;
let agent: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspaceId = await aWorkspace();
  channelId = (await aChannel(workspaceId)).id;
  admin = await aMember(workspaceId, ['admin']);
  lead = await aMember(workspaceId, ['lead']);
  agent = await aMember(workspaceId);
});

const offers = {
  perContact: '3',
  inDays: '7',
  quiet: true,
  quietFrom: '20:00',
  quietTo: '09:00',
} as const;
const outreach = { isAllowed: true, perDay: '1', needsLead: true } as const;

async function aStranger() {
  const thread = await aConversation(workspaceId, { channelId });
  await database.admin.query('delete from messages where conversation_id = $1', [thread.id]);
  await database.admin.query('update conversations set last_inbound_at = null where id = $1', [
    thread.id,
  ]);
  return thread;
}

function write(conversationId: string, actor: Actor = agent) {
  const written = { conversationId, clientKey: uuid(), body: 'Hello', seenSeq: 1_000_000 };
  return replyToConversation(actor, { ...written, fileIds: [] });
}

function factsOf(conversationId: string) {
  return withWorkspace(workspaceId, (tx) => permissionFactsOf(tx, workspaceId, { conversationId }));
}

describe('what the brand allows itself', () => {
  test('counts for every channel, unless a channel says otherwise, group by group', async () => {
    await changePolicy(admin, { offers });
    await changePolicy(admin, { channelId, outreach });
    const other = await aChannel(workspaceId);
    const view = await policies(admin);
    const mine = view.channels.find(({ id }) => id === channelId)?.policy;
    const theirs = view.channels.find(({ id }) => id === other.id)?.policy;
    expect(mine?.own).toEqual({ offers: false, outreach: true });
    expect(mine?.offers).toEqual({
      perContact: 3,
      inDays: 7,
      quiet: { from: '20:00', to: '09:00' },
    });
    expect(mine?.outreach).toEqual({ isAllowed: true, perChannelAndDay: 1, needsLead: true });
    expect(theirs?.outreach.isAllowed).toBe(false);

    const { id } = await aConversation(workspaceId, { channelId });
    expect((await factsOf(id))?.brand.policy).toEqual({
      offers: mine?.offers,
      outreach: mine?.outreach,
    });

    await changePolicy(admin, { channelId });
    const left = (await policies(admin)).channels.find((one) => one.id === channelId)?.policy;
    expect(left?.own).toEqual({ offers: false, outreach: false });
  });

  test('is an admin’s, of their workspace, and refuses what makes no sense', async () => {
    await expect(changePolicy(lead, { offers })).rejects.toMatchObject({ code: 'forbidden' });
    const neighbour = await aMember(await aWorkspace(), ['admin']);
    await expect(changePolicy(neighbour, { channelId, offers })).rejects.toMatchObject({
      code: 'not_found',
    });
    for (const wrong of [
      { perContact: '-1' },
      { inDays: '0' },
      { quietFrom: '25:00' },
      { quietTo: '20:00' },
      { perContact: 'many' },
    ]) {
      await expect(changePolicy(admin, { offers: { ...offers, ...wrong } })).rejects.toThrow();
    }
    expect((await policies(admin)).workspace.own).toEqual({ offers: false, outreach: false });
    await expect(policies(lead)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('a first message to a stranger', () => {
  test('needs the policy, then a lead, and counts against the day of its channel', async () => {
    const [first, second] = [await aStranger(), await aStranger()];
    await expect(write(first.id)).rejects.toThrow(/does not write to strangers/);
    await changePolicy(admin, { outreach });
    await expect(write(first.id)).rejects.toThrow(/needs a lead’s approval/);
    await approveOutreach(lead, { conversationId: first.id });
    await approveOutreach(lead, { conversationId: first.id });
    await write(first.id);
    const { rows } = await database.admin.query<{ purpose: string }>(
      'select purpose from deliveries where conversation_id = $1',
      [first.id],
    );
    expect(rows).toEqual([{ purpose: 'outreach' }]);

    await approveOutreach(lead, { conversationId: second.id });
    await expect(write(second.id)).rejects.toThrow(/as many strangers today/);
    await database.admin.query(
      `update deliveries set created_at = now() - interval '25 hours' where conversation_id = $1`,
      [first.id],
    );
    await write(second.id);
  });

  test('is approved by leads only, of this workspace', async () => {
    const { id: conversationId } = await aStranger();
    await expect(approveOutreach(agent, { conversationId })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const neighbour = await aMember(await aWorkspace(), ['lead']);
    await expect(approveOutreach(neighbour, { conversationId })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await factsOf(conversationId))?.brand.approvedByLead).toBe(false);
  });
});

describe('where a contact lives', () => {
  test('is written down and taken back, and is a real zone', async () => {
    const { id: conversationId } = await aConversation(workspaceId, { channelId });
    await changeContactZone(agent, { conversationId, zone: 'Asia/Tokyo' });
    expect((await factsOf(conversationId))?.brand.zone).toBe('Asia/Tokyo');
    await expect(changeContactZone(agent, { conversationId, zone: 'Mars/Base' })).rejects.toThrow(
      /no such time zone/,
    );
    await changeContactZone(agent, { conversationId, zone: '' });
    expect((await factsOf(conversationId))?.brand.zone).toBeNull();
  });

  test('is refused to who may not, and to another workspace', async () => {
    const { id: conversationId } = await aConversation(workspaceId, { channelId });
    const to = { conversationId, zone: 'Asia/Tokyo' };
    const marketer = await aMember(workspaceId, ['marketer']);
    await expect(changeContactZone(marketer, to)).rejects.toMatchObject({ code: 'forbidden' });
    const neighbour = await aMember(await aWorkspace());
    await expect(changeContactZone(neighbour, to)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a no', () => {
  test('is written down with the whole decision, though the message is not', async () => {
    const { id } = await aStranger();
    await expect(write(id)).rejects.toMatchObject({ code: 'conflict' });
    const { reasons, lines } = await denials(lead);
    expect(reasons).toEqual([{ reason: 'OUTREACH_NOT_ALLOWED', count: 1 }]);
    expect(lines).toMatchObject([
      {
        conversationId: id,
        member: agent.name,
        denied: 'writing',
        purpose: 'outreach',
        decision: { verdict: 'refuse', layer: 'brand', reason: 'OUTREACH_NOT_ALLOWED' },
      },
    ]);
    expect(lines[0]?.decision.facts.length).toBeGreaterThan(3);
    const { rowCount } = await database.admin.query(
      'select from messages where conversation_id = $1',
      [id],
    );
    expect(rowCount).toBe(0);
  });

  test('is read by leads and admins, of their own workspace', async () => {
    await expect(write((await aStranger()).id)).rejects.toThrow();
    await expect(denials(agent)).rejects.toMatchObject({ code: 'forbidden' });
    const neighbour = await aMember(await aWorkspace(), ['lead']);
    expect(await denials(neighbour)).toEqual({ reasons: [], lines: [] });
  });
});
