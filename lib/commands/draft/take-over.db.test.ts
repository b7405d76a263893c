import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { saveDraft } from './save';
import { takeOverDraft } from './take-over';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function desk() {
  const workspace = await aWorkspace();
  const writer = await aMember(workspace);
  const lead = await aMember(workspace, ['lead']);
  const { id: conversationId } = await aConversation(workspace);
  const reply = { conversationId, mode: 'reply' } as const;
  const bodyOf = async (who: Actor) => {
    const { rows } = await database.admin.query(
      'select body from drafts where conversation_id = $1 and member_id = $2',
      [conversationId, who.memberId],
    );
    return rows[0]?.body;
  };
  const take = (who: Actor) => takeOverDraft(who, { ...reply, memberId: writer.memberId });
  return { workspace, writer, lead, conversationId, reply, bodyOf, take };
}

test('a lead takes over a draft: it is theirs, the colleague’s is empty, and that is a fact', async () => {
  const { writer, lead, conversationId, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 3 });
  expect(await take(lead)).toEqual({
    mode: 'reply',
    text: 'On its way.',
    body: 'On its way.',
    revision: 1,
  });
  expect(await bodyOf(lead)).toBe('On its way.');
  expect(await bodyOf(writer)).toBe('');
  const { rows } = await database.admin.query(
    'select type, member_id, actor_member_id from events where conversation_id = $1',
    [conversationId],
  );
  expect(rows).toEqual([
    { type: 'draft.taken', member_id: writer.memberId, actor_member_id: lead.memberId },
  ]);
});

test('it comes before what the lead has begun', async () => {
  const { writer, lead, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  await saveDraft(lead, { ...reply, body: 'And a voucher.', revision: 5 });
  expect(await take(lead)).toMatchObject({ text: 'On its way.', revision: 6 });
  expect(await bodyOf(lead)).toBe('On its way.\n\nAnd a voucher.');
});

test('a save that its writer sent before they knew is refused, and told that it is empty', async () => {
  const { writer, lead, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its', revision: 1 });
  await take(lead);
  const late = await saveDraft(writer, { ...reply, body: 'On its way.', revision: 2 });
  expect(late).toMatchObject({ kept: false, body: '', revision: 2 });
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 3 });
  expect(await bodyOf(writer)).toBe('On its way.');
});

test('of two leads one gets it, the other learns that it is gone', async () => {
  const { workspace, writer, lead, reply, take } = await desk();
  const second = await aMember(workspace, ['lead']);
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  const results = await Promise.allSettled([take(lead), take(second)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'not_found' },
  });
});

test('an agent takes over nothing, and a lead of another workspace finds nothing', async () => {
  const { workspace, writer, reply, bodyOf, take } = await desk();
  await saveDraft(writer, { ...reply, body: 'On its way.', revision: 1 });
  await expect(take(await aMember(workspace))).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(take(stranger)).rejects.toMatchObject({ code: 'not_found' });
  expect(await bodyOf(writer)).toBe('On its way.');
});
