import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { channelList } from '../channels/channel-list';
import { me } from './me';
import { memberList } from './members';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('members are listed by name with their roles, gone ones too, and without their addresses', async () => {
  const workspace = await aWorkspace();
  const zoe = await aMember(workspace, ['agent', 'lead'], 'Zoe');
  const gone = await aMember(workspace, ['agent'], 'Adam');
  await aMember(await aWorkspace(), ['agent'], 'Stranger');
  await database.admin.query('update members set removed_at = now() where id = $1', [
    gone.memberId,
  ]);
  expect(await memberList(zoe)).toEqual([
    { id: gone.memberId, name: 'Adam', roles: ['agent'], removed: true },
    { id: zoe.memberId, name: 'Zoe', roles: ['agent', 'lead'], removed: false },
  ]);
});

test('channels are listed with how they are, and none of another workspace', async () => {
  const workspace = await aWorkspace();
  const reader = await aMember(workspace, ['marketer']);
  const { id } = await aChannel(workspace, {
    handle: 'saltedcaramel',
    status: 'paused',
    statusReason: 'SENDER_RESTRICTED',
    lastProofAt: '2026-11-22 10:00:00+00',
  });
  await aChannel(await aWorkspace());
  expect(await channelList(reader)).toEqual([
    {
      id,
      network: 'x',
      handle: 'saltedcaramel',
      name: 'Test Creamery',
      status: 'paused',
      statusReason: 'SENDER_RESTRICTED',
      lastProofAt: '2026-11-22T10:00:00.000000Z',
      silentSince: null,
    },
  ]);
});

test('whoever asks who they are is told where the live stream may go on', async () => {
  const workspace = await aWorkspace('Salted Caramel Creamery');
  const actor = await aMember(workspace, ['agent'], 'Ada');
  expect(await me(actor)).toMatchObject({ seq: 0 });
  const { id: conversationId } = await aConversation(workspace);
  await claimConversation(actor, { conversationId });
  expect(await me(actor)).toEqual({
    memberId: actor.memberId,
    name: 'Ada',
    email: actor.email,
    roles: ['agent'],
    workspace: { id: workspace, name: 'Salted Caramel Creamery' },
    build: expect.any(String),
    seq: 1,
  });
});

test('a role that is none sees neither members nor channels', async () => {
  const nobody = await aMember(await aWorkspace(), []);
  await expect(memberList(nobody)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(channelList(nobody)).rejects.toMatchObject({ code: 'forbidden' });
});
