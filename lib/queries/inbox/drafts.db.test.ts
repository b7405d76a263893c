import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { saveDraft } from '@/lib/commands/draft/save';
import { draftsOf } from './drafts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function desk() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id: conversationId } = await aConversation(workspace);
  const save = (body: string, revision: number) =>
    saveDraft(me, { conversationId, mode: 'reply', body, revision });
  return { workspace, me, conversationId, save };
}

test('everybody gets their own back, with its revision, also when it is empty', async () => {
  const { workspace, me, conversationId, save } = await desk();
  await save('On its way.', 3);
  const own = [{ mode: 'reply', body: 'On its way.', revision: 3 }];
  expect(await draftsOf(me, conversationId)).toMatchObject({ mine: own, others: [] });
  await save('', 4);
  expect((await draftsOf(me, conversationId)).mine).toMatchObject([{ body: '', revision: 4 }]);
  const colleague = await aMember(workspace);
  expect(await draftsOf(colleague, conversationId)).toEqual({
    ...{ mine: [], others: [], uses: [], approvals: [] },
  });
});

test('a colleague sees that there is a draft, a lead also what it says', async () => {
  const { workspace, me, conversationId, save } = await desk();
  await save('On its way.', 1);
  const colleague = await aMember(workspace, ['agent', 'marketer', 'admin']);
  const fact = { memberId: me.memberId, mode: 'reply' };
  expect(await draftsOf(colleague, conversationId)).toMatchObject({
    mine: [],
    others: [{ ...fact, body: null }],
  });
  const lead = await aMember(workspace, ['lead']);
  expect((await draftsOf(lead, conversationId)).others).toMatchObject([
    { ...fact, body: 'On its way.' },
  ]);
});

test('what somebody left behind is shown to nobody', async () => {
  const { workspace, me, conversationId, save } = await desk();
  await save('On its way.', 1);
  const lead = await aMember(workspace, ['lead']);
  expect((await draftsOf(lead, conversationId)).others).toHaveLength(1);
  await database.admin.query('update members set removed_at = now() where id = $1', [me.memberId]);
  expect((await draftsOf(lead, conversationId)).others).toEqual([]);
});

test('another workspace’s conversation is not there, nor what is none; and a role is needed', async () => {
  const { conversationId, save } = await desk();
  await save('On its way.', 1);
  const stranger = await aMember(await aWorkspace(), ['lead']);
  for (const id of [conversationId, 'not an id', '']) {
    await expect(draftsOf(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  }
  const nobody = await aMember(stranger.workspaceId, []);
  await expect(draftsOf(nobody, conversationId)).rejects.toMatchObject({ code: 'forbidden' });
});
