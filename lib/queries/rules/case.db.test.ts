import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { decide } from '@/lib/domain/permissions/decide';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import { aboutStranger } from '@/lib/domain/permissions/suppose';
import { threadView } from '../inbox/thread-view';
import { realCase, testableChannels } from './case';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a real case holds the facts that the thread decides on, each with source and age', async () => {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead']);
  const { id, channelId, identityId } = await aConversation(workspaceId);
  await database.admin.query(
    `insert into relation_facts (workspace_id, channel_id, identity_id, name, value, source, at)
     values ($1, $2, $3, 'recipientFollowsSender', true, 'event', timestamptz '2026-11-01')`,
    [workspaceId, channelId, identityId],
  );
  const { channel, contact, facts } = await realCase(lead, id);
  expect(channel).toMatchObject({ id: channelId, network: 'x' });
  expect(contact.name).toBe('Ana Lima');
  expect(facts.network).toMatchObject({
    recipientFollowsSender: { value: true, source: 'event', at: Date.UTC(2026, 10, 1) },
  });
  const shown = await threadView(lead, id);
  const { verdict, mode, reason } = shown.conversation.permission;
  expect(verdict).toBe('allow');
  expect(decide(replyInput(facts))).toMatchObject({ verdict, mode, reason });
});

test('of a made-up person each channel has what it has, and nothing of anybody', async () => {
  const workspaceId = await aWorkspace();
  const admin = await aMember(workspaceId, ['admin']);
  const open = await aChannel(workspaceId, { handle: 'brand', door: 'everyone', verified: true });
  const gone = await aChannel(workspaceId, { handle: 'old', status: 'disconnected' });
  await aConversation(workspaceId, { channelId: open.id });
  await aChannel(await aWorkspace(), { handle: 'theirs' });
  const [first, second, ...others] = await testableChannels(admin);
  expect(others).toEqual([]);
  expect(first).toMatchObject({
    id: open.id,
    handle: 'brand',
    facts: {
      channel: { state: 'connected' },
      contact: { lastInboundAt: null, lastOutboundAt: null, blockedByThem: null },
      network: { ourDoor: { value: 'everyone' }, senderIsVerified: { value: true } },
    },
  });
  expect(second).toMatchObject({ id: gone.id, facts: { channel: { state: 'disconnected' } } });
  expect(first && decide(aboutStranger(first.facts)).reason).toBe('OUTREACH_NOT_ALLOWED');
});

test('the wrong role and another workspace are refused', async () => {
  const workspaceId = await aWorkspace();
  const { id } = await aConversation(workspaceId);
  for (const role of ['agent', 'marketer'] as const) {
    const member = await aMember(workspaceId, [role]);
    await expect(realCase(member, id), role).rejects.toMatchObject({ code: 'forbidden' });
    await expect(testableChannels(member), role).rejects.toMatchObject({ code: 'forbidden' });
  }
  const neighbour = await aMember(await aWorkspace(), ['lead', 'admin']);
  for (const whose of [id, 'nothing', '01900000-0000-7000-8000-000000000000']) {
    await expect(realCase(neighbour, whose)).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await testableChannels(neighbour)).toEqual([]);
});
