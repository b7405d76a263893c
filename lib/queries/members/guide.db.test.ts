import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { replyToConversation } from '@/lib/commands/conversation/reply';
import type { Actor } from '@/lib/domain/access/can';
import { guideView } from './guide';
import { guideCustomer } from './guide-customer';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ SANDBOX_URL: 'http://localhost:4990' });
});
afterAll(() => database.close());

async function doneBy(actor: Actor): Promise<string[]> {
  const { steps } = await guideView(actor);
  return steps.filter(({ done }) => done).map(({ id }) => id);
}

/** The member wrote to the brand in the sandbox, as the person that is theirs to play. */
async function writesToThemself(member: Actor) {
  const conversation = await aConversation(member.workspaceId);
  await database.admin.query('update identities set external_id = $1 where id = $2', [
    guideCustomer(member.memberId).id,
    conversation.identityId,
  ]);
  return conversation;
}

test('each step is done when it was done, and not before', async () => {
  const me = await aMember(await aWorkspace());
  await aConversation(me.workspaceId);
  expect(await doneBy(me)).toEqual([]);
  const { id: conversationId } = await writesToThemself(me);
  expect(await doneBy(me)).toEqual(['message']);
  expect((await guideView(me)).conversationId).toBe(conversationId);
  await claimConversation(me, { conversationId });
  expect(await doneBy(me)).toEqual(['message', 'claim']);
  await replyToConversation(me, {
    conversationId,
    clientKey: crypto.randomUUID(),
    body: 'Here is your answer.',
    seenSeq: 1e9,
  });
  expect(await doneBy(me)).toEqual(['message', 'claim', 'answer']);
});

test('what a colleague did with it is not mine', async () => {
  const workspaceId = await aWorkspace();
  const [me, colleague] = [await aMember(workspaceId), await aMember(workspaceId)];
  const { id: conversationId } = await writesToThemself(me);
  await claimConversation(colleague, { conversationId });
  expect(await doneBy(me)).toEqual(['message']);
  expect(await doneBy(colleague)).toEqual([]);
});

test('a marketer leaves a note', async () => {
  const marketer = await aMember(await aWorkspace(), ['marketer']);
  const { id: conversationId } = await writesToThemself(marketer);
  await noteOnConversation(marketer, {
    conversationId,
    clientKey: crypto.randomUUID(),
    body: 'Seen.',
  });
  expect(await doneBy(marketer)).toEqual(['message', 'note']);
});

test('the way into the sandbox names a person of one’s own and the first brand account', async () => {
  const me = await aMember(await aWorkspace());
  expect((await guideView(me)).play).toBeNull();
  const { externalId } = await aChannel(me.workspaceId, { handle: 'caramel' });
  const { play } = await guideView(me);
  const { id, name, username } = guideCustomer(me.memberId);
  expect(play).toMatchObject({ name, channel: 'caramel' });
  const address = new URL(`${play?.url}`);
  expect(address.origin).toBe('http://localhost:4990');
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    play: id,
    username,
    account: externalId,
  });
  expect(id).toMatch(/^1\d{18}$/);
  expect(username).toMatch(/^[a-z0-9_]{1,15}$/);
  expect(guideCustomer(me.memberId)).toEqual(guideCustomer(me.memberId));
});
